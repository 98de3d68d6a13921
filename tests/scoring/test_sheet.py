"""Reading sheets: what is written can be filled in and read back, and the figures are those of the verdicts."""

from __future__ import annotations

import csv
import re

import pytest

from leaderboard.scoring import sheet
from leaderboard.scoring.sheet import Precision, SheetError

COLUMNS = ["claim_id", "confidence", "abstract"]
ROWS = [
    {"claim_id": f"c{n}", "confidence": c, "abstract": f'a «{n}%», "quoted"\nand more'} for n, c in enumerate([0.45, 0.75, 0.85, None, 0.9])
]


@pytest.fixture
def filled(tmp_path):
    """A sheet on which somebody has written verdicts."""

    def fill(*verdicts):
        path = tmp_path / "sheet.csv"
        path.write_text(sheet.write(ROWS, COLUMNS), encoding="utf-8")
        with path.open(newline="", encoding="utf-8") as file:
            head, *rows = csv.reader(file)
        for row, (verdict, cause) in zip(rows, verdicts, strict=True):
            row[:2] = verdict, cause
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([head, *rows])
        return path

    return fill


def test_what_is_read_back_is_what_was_filled_in(filled):
    found = sheet.read(filled(("wrong", "task"), (" Right ", ""), ("not-comparable", "few-shot"), ("right", ""), ("", "")))
    assert (found.precision(), found.unread) == (Precision(2, 4), 1)
    assert dict(found.by_confidence()) == {
        "0 to 0.5": Precision(0, 1),
        "0.7 to 0.8": Precision(1, 1),
        "0.8 and above": Precision(0, 1),
        "none": Precision(1, 1),
    }
    assert found.causes() == [("not-comparable", "few-shot", 1), ("wrong", "task", 1)]
    assert "2 of 4, 50%" in found.as_text()
    assert found.as_dict()["right"] == 2


def test_causes_are_counted_and_the_most_frequent_comes_first(filled):
    found = sheet.read(filled(("wrong", "task"), ("wrong", ""), ("wrong", "split"), ("wrong", "split"), ("right", "split")))
    assert found.causes() == [("wrong", "split", 2), ("wrong", "no cause given", 1), ("wrong", "task", 1)]


def test_an_unread_sheet_says_nothing(filled):
    found = sheet.read(filled(*[("", "")] * 5))
    assert (found.precision().interval(), found.unread) == ((0.0, 1.0), 5)


@pytest.mark.parametrize("right", [0, 1, 5, 9, 10])
def test_the_interval_holds_the_share(right):
    low, high = Precision(right, 10).interval()
    assert 0 <= low <= right / 10 <= high + 1e-12 <= 1 + 1e-12
    assert high - low < 0.65


def test_more_readings_make_the_interval_narrower():
    narrow, wide = Precision(880, 1000).interval(), Precision(88, 100).interval()
    assert wide[0] < narrow[0] < 0.88 < narrow[1] < wide[1]


def test_a_verdict_that_is_none_is_named_with_its_line(filled):
    path = filled(("right", ""), ("maybe", ""), ("", ""), ("", ""), ("", ""))
    with pytest.raises(SheetError, match=re.escape(f"{path}:5: the verdict is 'maybe'; use one of right, wrong, not-comparable")):
        sheet.read(path)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a,b\n1,2\n", ":1: no column 'verdict'"),
        ("verdict,cause,confidence\nright,,high\n", ":2: the confidence 'high' is not a number"),
    ],
)
def test_a_file_that_is_no_sheet_is_named(tmp_path, text, complaint):
    path = tmp_path / "x.csv"
    path.write_text(text)
    with pytest.raises(SheetError, match=re.escape(f"{path}{complaint}")):
        sheet.read(path)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(SheetError, match="cannot be read"):
        sheet.read(tmp_path / "none.csv")
