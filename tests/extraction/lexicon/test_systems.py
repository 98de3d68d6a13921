"""Which names are systems, and what that means for claims: the cases of `systems.txt`."""

from __future__ import annotations

from leaderboard.extraction import extract
from tests.extraction.cases import Case, check_claims
from tests.extraction.test_fixtures import cases


@cases("systems")
def test_benchmarks_with_names_like_those_of_systems(case: Case) -> None:
    check_claims(case, extract(case.text, case.paper))
