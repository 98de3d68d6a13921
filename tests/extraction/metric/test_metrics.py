"""What a number measures: the cases of `metrics.txt`."""

from __future__ import annotations

from leaderboard.extraction import extract
from tests.extraction.cases import Case, check_claims
from tests.extraction.test_fixtures import cases


@cases("metrics")
def test_metrics(case: Case) -> None:
    check_claims(case, extract(case.text, case.paper))
