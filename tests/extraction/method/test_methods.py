"""Whose number it is: the cases of `methods.txt`."""

from __future__ import annotations

from leaderboard.extraction import extract
from tests.extraction.cases import Case, check_claims
from tests.extraction.test_fixtures import cases


@cases("methods")
def test_methods(case: Case) -> None:
    check_claims(case, extract(case.text, case.paper))
