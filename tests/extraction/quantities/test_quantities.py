"""Which numbers are quantities, and what the others are: the cases of `quantities.txt`."""

from __future__ import annotations

from tests.extraction.cases import Case
from tests.extraction.stages import fits, numbers_written
from tests.extraction.test_fixtures import cases


@cases("quantities")
def test_quantities(case: Case) -> None:
    written = numbers_written(case.text)
    assert fits(list(case.expected), written), f"{case.path.name}:{case.line}: {written}"
