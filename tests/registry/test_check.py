"""Each guard is seen failing on a planted fault."""

from __future__ import annotations

import pytest

from leaderboard.registry import check

GOOD = "purr rate = purrs | higher | Hz | 0.. | cats | quality"

# the lines of metrics.txt, of benchmarks.txt, and the problem: file, line, code, what the message names
PLANTED = [
    ("a metric twice", f"{GOOD}\npurr rate | lower | Hz | 0.. | cats | quality", "", ("metrics.txt", 2, "duplicate", "metrics.txt:1")),
    (
        "an alias of two metrics",
        f"{GOOD}\nmeow rate = Purrs | lower | Hz | 0.. | cats | quality",
        "",
        ("metrics.txt", 2, "alias-clash", "metrics.txt:1"),
    ),
    (
        "an alias that is another's first name",
        f"{GOOD}\nmeow rate = Purr-Rate | lower | Hz | 0.. | cats | quality",
        "",
        ("metrics.txt", 2, "alias-clash", "purr rate"),
    ),
    ("an unknown unit", "purr rate | higher | quatloos | 0.. | cats | quality", "", ("metrics.txt", 1, "unknown-unit", "quatloos")),
    ("an unknown direction", "purr rate | up | Hz | 0.. | cats | quality", "", ("metrics.txt", 1, "bad-direction", "up")),
    ("bounds upside down", "purr rate | higher | Hz | 1..0 | cats | quality", "", ("metrics.txt", 1, "bad-bounds", "1..0")),
    (
        "bounds of a fraction for a percentage",
        "purr rate | higher | % | 0..1 | cats | quality",
        "",
        ("metrics.txt", 1, "bad-bounds", "100"),
    ),
    ("a cost without lower bound", "purr time | lower | s | .. | cats | cost", "", ("metrics.txt", 1, "bad-bounds", "purr time")),
    ("an empty column", "purr rate | higher | | 0.. | cats | quality", "", ("metrics.txt", 1, "empty-column", "unit")),
    ("no family", "purr rate | higher | Hz | 0.. | | quality", "", ("metrics.txt", 1, "empty-column", "family")),
    ("a kind that is none", "purr rate | higher | Hz | 0.. | cats | sound", "", ("metrics.txt", 1, "bad-kind", "sound")),
    ("a line of something else", "@import other.txt", "", ("metrics.txt", 1, "unknown-line", "@import")),
    ("a benchmark twice", "", "Cats | cats | vision\n\nCats | dogs | vision", ("benchmarks.txt", 3, "duplicate", "benchmarks.txt:1")),
    (
        "an alias of two benchmarks",
        "",
        "Cats = Felis | cats | vision\nDogs = felis | dogs | vision",
        ("benchmarks.txt", 2, "alias-clash", "benchmarks.txt:1"),
    ),
    ("a shared name without needs", "", "Cats = ~Felis | cats | vision", ("benchmarks.txt", 1, "no-needs", "Felis")),
    ("needs without a shared name", "", "Cats | cats | vision | needs: cat", ("benchmarks.txt", 1, "unused-needs", "~")),
    ("a name of a metric and a benchmark", GOOD, "Purrs | cats | vision", ("benchmarks.txt", 1, "alias-clash", "metrics.txt:1")),
]


@pytest.mark.parametrize(("title", "metrics", "benchmarks", "expected"), PLANTED, ids=[case[0] for case in PLANTED])
def test_a_planted_fault_is_found(small, title: str, metrics: str, benchmarks: str, expected: tuple[str, int, str, str]) -> None:
    problems = check(small(metrics=metrics, benchmarks=benchmarks))
    assert len(problems) == 1, problems
    (problem,) = problems
    name, line, code, says = expected
    assert problem.path.endswith(name)
    assert (problem.line, problem.code) == (line, code)
    assert says in problem.message
    assert str(problem).startswith(f"{problem.path}:{line}: ")


FINE = [
    ("one claim plain, one shared", "AVA | actions | vision\nAVA (look) = ~AVA | looks | vision | needs: aesthetic"),
    ("both shared", "Cats = ~Felis | cats | vision | needs: cat\nDogs = ~felis | dogs | vision | needs: dog"),
    ("the same letters, one of them exact", "Drops | rain | vision\nDROPS (text) = !DROPS | reading | language"),
    ("two spellings on one line", "Cats-10 = Cats10 | cats | vision"),
    ("a comment and a blank line", "# Cats | cats\n\nCats | cats | vision"),
]


@pytest.mark.parametrize(("title", "benchmarks"), FINE, ids=[case[0] for case in FINE])
def test_what_looks_like_a_fault_and_is_none(small, title: str, benchmarks: str) -> None:
    assert check(small(benchmarks=benchmarks)) == ()


def test_all_faults_are_reported_in_order(small) -> None:
    registry = small(metrics="a | up | % | 0.. | x | quality\nb | lower | % | 0 | x | quality\nc | lower\n", benchmarks="d\ne | f\n")
    assert [(p.line, p.code) for p in check(registry)] == [
        (1, "columns"),
        (2, "columns"),
        (1, "bad-direction"),
        (2, "bad-bounds"),
        (3, "columns"),
    ]


def test_a_clash_leaves_the_name_with_the_first(small) -> None:
    registry = small(benchmarks="Cats = Felis | cats | vision\nDogs = felis | dogs | vision\n")
    assert registry.benchmark("felis").name == "Cats"


def test_a_unit_file_that_cannot_be_read_is_a_problem(small) -> None:
    (problem,) = check(small(metrics=GOOD, units="this is = no = unit file = (("))
    assert problem.code == "bad-units"
    assert problem.path.endswith("units.txt")


def test_a_unit_of_claims_that_means_something_else_is_a_problem(write) -> None:
    from leaderboard.registry import load

    problems = check(load([write("mine", units="day = 8 * hour = d\n")]))
    assert {p.code for p in problems} == {"unit-redefined"}
    assert any("1 day is 86400 s" in p.message for p in problems)
