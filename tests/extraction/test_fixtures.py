"""Every case of the fixture files: one file a stage, `text => expected`."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaderboard.extraction import extract
from leaderboard.extraction.text.repair import repair
from leaderboard.extraction.text.segment import segment
from tests.extraction.cases import Case, CaseError, check_claims, read_cases
from tests.extraction.stages import fits, nodes_of, numbers_written

FIXTURES = Path(__file__).parent / "fixtures"
STAGES = ("repair", "segment", "lex", "quantities", "grammar", "attach", "resolve", "normalise")


def cases(stage: str) -> pytest.MarkDecorator:
    """The cases of one stage's file, each a test of its own."""
    found = read_cases(FIXTURES / f"{stage}.txt")
    return pytest.mark.parametrize("case", found, ids=[case.id for case in found])


def one_line(case: Case) -> str:
    """The expectation of a case that has exactly one."""
    if len(case.expected) != 1:
        raise CaseError(case.path, case.line, f"expected one line, found {len(case.expected)}")
    return case.expected[0]


def test_every_stage_has_its_file_and_no_file_is_left_over() -> None:
    assert sorted(path.stem for path in FIXTURES.iterdir()) == sorted(STAGES)


@cases("repair")
def test_repair(case: Case) -> None:
    found = repair(case.text)
    assert found.text == one_line(case)
    for i in range(len(found.text)):
        span = found.source(i, i + 1)
        assert 0 <= span.start < span.end <= len(case.text)


@cases("segment")
def test_segment(case: Case) -> None:
    assert [span.of(case.text) for span in segment(case.text)] == one_line(case).split(" | ")


@cases("lex")
def test_lex(case: Case) -> None:
    found = nodes_of(case.text)
    assert all(case.text[node.start : node.end] == node.text for node in found)
    written = [f"{node.tag} {node.text}" for node in found]
    assert fits(one_line(case).split(" | "), written), f"{case.path.name}:{case.line}: {' | '.join(written)}"


@cases("quantities")
def test_quantities(case: Case) -> None:
    written = numbers_written(case.text)
    assert fits(list(case.expected), written), f"{case.path.name}:{case.line}: {written}"


@cases("grammar")
def test_grammar(case: Case) -> None:
    check_claims(case, extract(case.text, case.paper))


@cases("attach")
def test_attach(case: Case) -> None:
    check_claims(case, extract(case.text, case.paper))


@cases("resolve")
def test_resolve(case: Case) -> None:
    check_claims(case, extract(case.text, case.paper))


@cases("normalise")
def test_normalise(case: Case) -> None:
    check_claims(case, extract(case.text, case.paper))
