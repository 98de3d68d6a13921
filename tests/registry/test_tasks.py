"""The tree of tasks: what a name means, parents, and the faults of its file."""

from __future__ import annotations

import pytest

from leaderboard.registry import Registry, build, check


@pytest.mark.parametrize(
    ("name", "task"),
    [
        ("object detector", "object detection"),
        ("Object-Detection", "object detection"),
        ("re-ID", "person re-identification"),
        ("ASR", "speech recognition"),
        ("language modeling", "language modelling"),
        ("pose estimator", "human pose estimation"),
        ("captioning", "image captioning"),
        ("summarisation", "summarization"),
    ],
)
def test_a_name_is_found_in_its_spellings(shipped: Registry, name: str, task: str) -> None:
    found = shipped.task(name)
    assert found is not None
    assert found.name == task


def test_an_abbreviation_counts_in_one_spelling_only(shipped: Registry) -> None:
    assert shipped.task("ner") is None
    assert shipped.task("no such thing") is None


def test_the_shipped_tasks_are_a_tree_of_several_hundred(shipped: Registry) -> None:
    assert len(shipped.tasks) > 400
    assert all(task.parent is None or task.parent in shipped.tasks.by_name for task in shipped.tasks)
    assert not any(shipped.tasks.in_circle(task) for task in shipped.tasks)


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        ("a task | - | x\nb task | c task | x\n", "unknown-parent", 2),
        ("a task | b task | x\nb task | a task | x\n", "circle", 1),
        ("a task = same | - | x\nb task = same | - | x\n", "alias-clash", 2),
        ("a task | x\n", "columns", 1),
        ("~a task | - | x\n", "marked-name", 1),
        ("a task | | x\n", "empty-column", 1),
    ],
)
def test_a_fault_is_reported_with_file_and_line(write, lines: str, code: str, line: int) -> None:
    folder = write("mine")
    (folder / "tasks.txt").write_text(lines, encoding="utf-8")
    found = [problem for problem in check(build([folder])) if problem.code == code]
    assert found
    assert found[0].path.endswith("tasks.txt")
    assert found[0].line == line


def test_a_benchmark_may_name_several_tasks_and_an_unknown_one_is_a_problem(write) -> None:
    folder = write("mine", benchmarks="Cats | cat spotting; cat naming; cat washing | vision\n")
    (folder / "tasks.txt").write_text("cat spotting | - | vision\ncat naming | - | vision\n", encoding="utf-8")
    registry = build([folder])
    assert registry.benchmarks["Cats"].tasks == ("cat spotting", "cat naming", "cat washing")
    assert [(problem.code, "cat washing" in problem.message) for problem in check(registry)] == [("unknown-task", True)]
