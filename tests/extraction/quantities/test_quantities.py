"""Which numbers are quantities, and what the others are: the cases of `quantities.txt` and `numbers-in-claims.txt`."""

from __future__ import annotations

from leaderboard.extraction import extract
from tests.extraction.cases import Case, check_claims
from tests.extraction.stages import fits, numbers_written
from tests.extraction.test_fixtures import cases


@cases("quantities")
def test_quantities(case: Case) -> None:
    written = numbers_written(case.text)
    assert fits(list(case.expected), written), f"{case.path.name}:{case.line}: {written}"


@cases("numbers-in-claims")
def test_what_numbers_say_in_claims(case: Case) -> None:
    check_claims(case, extract(case.text, case.paper))
