"""Typographic damage undone, sentences cut: the cases of `repair.txt` and `segment.txt`."""

from __future__ import annotations

from leaderboard.extraction.text.repair import repair
from leaderboard.extraction.text.segment import segment
from tests.extraction.cases import Case
from tests.extraction.test_fixtures import cases, one_line


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
