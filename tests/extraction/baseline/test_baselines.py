"""What a change is measured against: the cases of `baselines.txt`."""

from __future__ import annotations

from leaderboard.extraction import extract
from tests.extraction.cases import Case, check_claims
from tests.extraction.test_fixtures import cases


@cases("baselines")
def test_baselines(case: Case) -> None:
    check_claims(case, extract(case.text, case.paper))
