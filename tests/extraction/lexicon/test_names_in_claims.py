"""Which names are systems and which measure an abbreviation is: the cases of `systems.txt` and `measures-in-context.txt`."""

from __future__ import annotations

from leaderboard.extraction import extract
from tests.extraction.cases import Case, check_claims
from tests.extraction.test_fixtures import cases


@cases("systems")
def test_benchmarks_with_names_like_those_of_systems(case: Case) -> None:
    check_claims(case, extract(case.text, case.paper))


@cases("measures-in-context")
def test_abbreviations_of_several_measures(case: Case) -> None:
    check_claims(case, extract(case.text, case.paper))
