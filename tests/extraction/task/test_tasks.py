"""Tasks: the cases of tasks.txt, what metrics imply, and the names of tasks in texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaderboard.extraction.chain import extract
from leaderboard.extraction.explain import explain
from leaderboard.extraction.task.mentions import finder_of
from leaderboard.extraction.task.metric_tasks import MetricTasksError, read_metric_tasks
from leaderboard.registry import load
from tests.extraction.conditions import claim_at, read_cases

CASES = read_cases(Path(__file__).with_name("tasks.txt"))


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[f"{title}: {text}" for title, text, _ in CASES])
def test_a_number_has_the_task_that_is_named_or_implied(title: str, text: str, expected: str) -> None:
    claim = claim_at(title, text)
    assert (f"{claim.task}, {claim.task_source}" if claim.task else "-") == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("detecting objects and detection of objects by object detectors", ["object detection"] * 3),
        ("Labelling aside, image localisation is not Person Re-identification.", ["person re-identification"]),
        ("NER is short, ner is not", ["named entity recognition"]),
        ("3D object detection is no plain object detection", ["3D object detection", "object detection"]),
        ("nothing here", []),
    ],
)
def test_names_are_found_in_their_forms_and_the_longest_wins(text: str, names: list[str]) -> None:
    assert [mention.name for mention in finder_of(load()).mentions(text)] == names


def test_the_metrics_and_tasks_of_the_file_are_registered() -> None:
    registry = load()
    known = read_metric_tasks()
    assert [metric for metric in known if metric not in registry.metrics] == []
    assert [task for entry in known.values() for task in entry.tasks if task not in registry.tasks.by_name] == []


@pytest.mark.parametrize("line", ["WER speech recognition", "WER = ", "WER = a; ; b", "WER, WER = speech recognition"])
def test_a_bad_line_is_named_with_file_and_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "metric_tasks.txt"
    path.write_text(f"# head\n{line}\n", encoding="utf-8")
    with pytest.raises(MetricTasksError, match=r"metric_tasks\.txt:2: "):
        read_metric_tasks(path)


def test_explain_says_from_which_words() -> None:
    text = explain("RedNet achieves an mAP of 44% on COCO.", "Feature Pyramids for Detectors").as_text()
    assert "task: “Detectors” in the title" in text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_raises_and_a_task_has_a_source(text: str, title: str) -> None:
    for claim in extract(f"{text} RedNet achieves an accuracy of 44% in object detection.", title).claims:
        assert (claim.task is None) == (claim.task_source is None)
