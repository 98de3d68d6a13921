"""The cases of the fixture files: one file a stage, `text => expected`, in the folder of the room that the stage belongs to."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaderboard.extraction import extract
from tests.extraction.cases import Case, CaseError, check_claims, read_cases

TESTS = Path(__file__).parent
FIXTURES = TESTS / "fixtures"
STAGES = ("repair", "segment", "lex", "quantities", "grammar", "attach", "resolve", "normalise")


def fixture(stage: str) -> Path:
    """The one file with the cases of a stage."""
    (path,) = TESTS.rglob(f"{stage}.txt")
    return path


def cases(stage: str) -> pytest.MarkDecorator:
    """The cases of one stage's file, each a test of its own."""
    found = read_cases(fixture(stage))
    return pytest.mark.parametrize("case", found, ids=[case.id for case in found])


def one_line(case: Case) -> str:
    """The expectation of a case that has exactly one."""
    if len(case.expected) != 1:
        raise CaseError(case.path, case.line, f"expected one line, found {len(case.expected)}")
    return case.expected[0]


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_has_one_file(stage: str) -> None:
    assert fixture(stage).is_file()


def test_no_file_is_left_over() -> None:
    tests = [path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py")]
    found = [path.stem for path in TESTS.rglob("*.txt")]
    assert len(found) == len(set(found))
    assert [stem for stem in found if not any(f'"{stem}"' in text or f'"{stem}.txt"' in text for text in tests)] == []


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
