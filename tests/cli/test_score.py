"""The command that scores: its figures, disagreements, folds, comparisons and calibration, as a user calls it."""

from __future__ import annotations

import json
import re

import pytest

from leaderboard.extraction.claim.confidence import read_calibration
from leaderboard.scoring import report
from leaderboard.scoring.matching import LEVELS

# By fold of five: Rowan is in the first, Larch in the second, Maple in the third, Willow in the fourth, Elm in the fifth.
TITLES = ["Rowan", "Larch: Fast Trees", "Maple Networks", "Willow", "Elm"]
TEXTS = [{"title": title, "abstract": f"{title.split(maxsplit=1)[0].strip(':')} reaches 91.2% accuracy on MNLI."} for title in TITLES]


def label(text, **fields) -> dict:
    start = text["abstract"].index("91.2%")
    said = {
        "start": start,
        "end": start + 5,
        "quote": "91.2%",
        "value": 91.2,
        "kind": "score",
        "unit": "%",
        "change": None,
        "bound": "exact",
    }
    names = {"metric": "accuracy", "benchmarks": ["MNLI"], "method_also": [text["abstract"].split()[0]], "role": "proposed"}
    return {**said, **names, "sure": True, **fields}


def write(path, entries):
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return path


@pytest.fixture
def scored(run, tmp_path):
    """Score these labels (paper by paper, with these fields otherwise); the five papers say one number each."""

    def call(*arguments, otherwise=({}, {}, {}, {}, {})):
        gold = [{"paper": t["title"], "claims": [label(t, **change)]} for t, change in zip(TEXTS, otherwise, strict=True)]
        write(tmp_path / "gold_texts.jsonl", TEXTS)
        return run("score", write(tmp_path / "gold.jsonl", gold), *arguments)

    return call


WRONG = ({"metric": "F1"}, {"metric": "F1"}, {}, {"unit": "dB", "metric": "F1"}, {"value": 3.5})


def headings(text) -> list[str]:
    return re.findall(r"^([a-z ]+: \d+)$", text, re.M)


def papers_in(text) -> set[str]:
    return {title for title in TITLES if repr(title) in text}


def test_the_figures_alone(scored):
    ran = scored(otherwise=WRONG)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("5 papers, 5 labelled claims, 5 extracted\n")
    assert [line.split()[1:] for line in ran.out.splitlines()[3:7]] == [[f] * 3 for f in ("0.800", "0.600", "0.200", "0.200")]
    assert "«91.2%»" not in ran.out


# -- disagreements -----------------------------------------------------------------------------------------------------------------------


def test_errors_are_grouped_the_largest_group_first(scored):
    ran = scored("--errors", otherwise=WRONG)
    assert headings(ran.out) == ["metric: 2", "unit: 1", "missed number: 1", "number that is no claim: 1"]
    assert "'91.2%' [number-metric] in 'Rowan': Rowan reaches «91.2%» accuracy on MNLI." in ran.out
    assert "METRIC=accuracy" in ran.out
    assert "METRIC=F1" in ran.out
    assert papers_in(ran.out) == set(TITLES) - {"Maple Networks"}


def test_errors_takes_no_number(scored):
    ran = scored("--errors", "20", otherwise=WRONG)
    assert ran.code == 2
    assert ran.out == ""


def test_at_most_so_many_of_each_group(scored):
    assert "... and" not in scored("--errors", "--most", "0", otherwise=WRONG).out
    ran = scored("--errors", "--most", "1", otherwise=WRONG)
    assert "... and 1 more" in ran.out
    assert papers_in(ran.out) == {"Rowan", "Willow", "Elm"}


def test_only_one_cause(scored):
    assert headings(scored("--errors", "--cause", "missed number", otherwise=WRONG).out) == ["missed number: 1"]
    assert headings(scored("--errors", "--cause", "metric", otherwise=WRONG).out) == ["metric: 2", "unit: 1"]


# -- folds -------------------------------------------------------------------------------------------------------------------------------


def folds_in(text) -> list[list[str]]:
    """Number, papers, labelled and the F1 of the number for each fold."""
    return [line.split()[:4] for line in text.splitlines() if re.match(r"\d +\d+ +\d+ +\d\.\d{3}", line)]


def test_the_figures_of_each_fold(scored):
    ran = scored("--folds", "5", otherwise=WRONG)
    assert folds_in(ran.out) == [[str(k), "1", "1", "0.000" if k == 5 else "1.000"] for k in range(1, 6)]
    assert "fold" not in scored(otherwise=WRONG).out


def test_a_hidden_fold_is_counted_and_not_shown(scored):
    ran = scored("--errors", "--folds", "5", "--hide", "2", otherwise=WRONG)
    assert ran.code == 0
    assert papers_in(ran.out) == {"Rowan", "Willow", "Elm"}
    assert "Larch" not in ran.out
    assert headings(ran.out) == ["metric: 1", "unit: 1", "missed number: 1", "number that is no claim: 1"]
    assert ran.out.startswith("5 papers, 5 labelled claims")
    assert [k for k, *_ in folds_in(ran.out)] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("--folds", "5", "--hide", "7"), "there is no fold 7 of 5; add --folds 7", id="beyond the last"),
        pytest.param(("--hide", "2"), "there is no fold 2 of 0; add --folds 5", id="without folds"),
    ],
)
def test_a_fold_that_there_is_not_cannot_be_hidden(scored, arguments, message):
    ran = scored("--errors", *arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert "--hide" in ran.err
    assert message in " ".join(ran.err.split())


# -- JSON and comparison -----------------------------------------------------------------------------------------------------------------


def test_json_with_outcomes_bands_and_folds(scored):
    values = scored("--format", "json", "--folds", "5", "--errors", otherwise=WRONG).json()
    assert [(o["paper"], o["cause"]) for o in values["outcomes"]] == [
        ("Rowan", "metric"),
        ("Larch: Fast Trees", "metric"),
        ("Maple Networks", ""),
        ("Willow", "unit"),
        ("Elm", "missed number"),
        ("Elm", "number that is no claim"),
    ]
    assert values["outcomes"][3]["wrong"] == ["unit", "metric"]
    assert values["causes"] == {"metric": 2, "unit": 1, "missed number": 1, "number that is no claim": 1}
    assert sum(band["claims"] for band in values["bands"]) == values["predicted"] == 5
    assert [fold["papers"] for fold in values["folds"]] == [1] * 5
    assert [fold["full"]["f1"] for fold in values["folds"]] == [0.0, 0.0, 1.0, 0.0, 0.0]
    assert "changes" not in values


def test_json_says_nothing_of_folds_that_were_not_asked_for(scored):
    values = scored("--format", "json").json()
    assert "folds" not in values
    assert values["levels"] == {level: {"precision": 1.0, "recall": 1.0, "f1": 1.0} for level in LEVELS}


@pytest.fixture
def old(scored, tmp_path):
    """The report of an extraction that found no number."""
    path = tmp_path / "old.json"
    with pytest.MonkeyPatch.context() as patch:
        honest = report.extract
        patch.setattr(report, "extract", lambda abstract, title, registry: honest("", title, registry))
        path.write_text(scored("--format", "json", otherwise=WRONG).out, encoding="utf-8")
    return path


def test_against_itself_nothing_has_changed(scored, tmp_path):
    path = tmp_path / "same.json"
    path.write_text(scored("--format", "json", otherwise=WRONG).out, encoding="utf-8")
    ran = scored("--compare", path, otherwise=WRONG)
    assert ran.code == 0
    assert "against the earlier report: 0 better, 0 worse" in ran.out
    assert ran.out.count("(+0.000)") == 4
    assert scored("--compare", path, "--format", "json", otherwise=WRONG).json()["changes"]["moves"] == []


def test_what_was_won_and_lost_since(scored, old):
    ran = scored("--compare", old, otherwise=WRONG)
    assert "against the earlier report: 4 better, 1 worse" in ran.out
    assert re.findall(r"^(fixed|broken): '91.2%' in '(\w+)", ran.out, re.M) == [
        ("fixed", "Larch"),
        ("fixed", "Maple"),
        ("fixed", "Rowan"),
        ("fixed", "Willow"),
        ("broken", "Elm"),
    ]
    changes = scored("--compare", old, "--format", "json", otherwise=WRONG).json()["changes"]
    assert changes["f1"] == {"number": [0.0, 0.8], "quantity": [0.0, 0.6], "result": [0.0, 0.2], "full": [0.0, 0.2]}
    assert [(m["paper"], m["won"]) for m in changes["moves"]][:2] == [("Elm", False), ("Larch: Fast Trees", True)]


def test_a_hidden_fold_shows_no_change_either(scored, old):
    ran = scored("--compare", old, "--errors", "--folds", "5", "--hide", "2", otherwise=WRONG)
    assert "Larch" not in ran.out
    assert papers_in(ran.out) == set(TITLES) - {"Larch: Fast Trees"}


def test_a_file_that_is_no_report_is_named(scored, tmp_path):
    ran = scored("--compare", tmp_path / "gold.jsonl")
    assert ran.code == 1
    assert ran.err.startswith("leaderboard: ")
    assert "gold.jsonl: not a report of `leaderboard score --format json`" in ran.err


# -- calibration -------------------------------------------------------------------------------------------------------------------------


def test_calibration_writes_a_file_that_can_be_read(scored, tmp_path):
    path = tmp_path / "mine.txt"
    ran = scored("--calibrate", path, otherwise=WRONG)
    assert ran.code == 0
    assert ran.out.startswith("5 papers, 5 labelled claims")
    found = read_calibration(path)
    assert found.total == (5, 1)
    assert found.counts["rule", "number-metric"] == (5, 1)


def test_calibration_leaves_out_labels_that_are_not_sure(scored, tmp_path):
    path = tmp_path / "mine.txt"
    scored("--calibrate", path, otherwise=({}, {}, {"sure": False}, {"metric": "F1", "sure": False}, {"unit": "dB"}))
    assert read_calibration(path).total == (3, 2)


def test_calibration_reads_with_the_registry_that_is_given(run, tmp_path):
    """Only with the user's own registry is "zorbness" a metric, and the claim right."""
    text = {"title": "Elm", "abstract": "Elm reaches a zorbness of 91.2% on MNLI. Elm reaches 88.0% accuracy on QNLI."}
    other = {**label(text), "start": text["abstract"].index("88.0%"), "quote": "88.0%", "value": 88.0, "benchmarks": ["QNLI"]}
    other["end"] = other["start"] + 5
    write(tmp_path / "gold_texts.jsonl", [text])
    gold = write(tmp_path / "gold.jsonl", [{"paper": "Elm", "claims": [label(text, metric="zorbness"), other]}])
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "metrics.txt").write_text("zorbness | higher | % | 0..100 | zorb | quality\n", encoding="utf-8")
    assert run("score", gold, "--calibrate", tmp_path / "shipped.txt").code == 0
    assert run("score", gold, "--calibrate", tmp_path / "own.txt", "--registry", tmp_path / "mine").code == 0
    assert [read_calibration(tmp_path / name).total for name in ("shipped.txt", "own.txt")] == [(2, 1), (2, 2)]


def test_calibration_needs_a_right_claim(scored, tmp_path):
    path = tmp_path / "mine.txt"
    ran = scored("--calibrate", path, otherwise=({"metric": "F1"},) * 5)
    assert ran.code == 2
    assert "none of the labelled claims was extracted correctly" in " ".join(ran.err.replace("│", " ").split())
    assert not path.exists()


def test_calibration_says_where_it_cannot_write(scored, tmp_path):
    ran = scored("--calibrate", tmp_path / "nowhere" / "mine.txt")
    assert ran.code == 1
    assert re.fullmatch(r"leaderboard: cannot write .*mine\.txt: No such file or directory\n", ran.err)
