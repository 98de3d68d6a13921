"""The disagreements as text: grouped by cause, the largest group first, as many of each as wanted."""

from __future__ import annotations

import re

import pytest

from leaderboard.scoring import Report
from tests.scoring.by_hand import invented, missed, outcome, wrong

FOUND = Report(
    ("FixNet",),
    (
        outcome(),
        wrong("metric", quote="11%"),
        missed(quote="12%"),
        wrong("unit", "metric", quote="13%"),
        missed(quote="14%"),
        wrong("unit", quote="15%"),
        missed(quote="16%"),
        invented(quote="17%"),
        wrong("unit", "metric", "method", quote="18%"),
        missed(quote="19%"),
    ),
)


def groups(text) -> list[tuple[str, int]]:
    """The headings of a text."""
    return [(cause, int(count)) for cause, count in re.findall(r"^([a-z ]+): (\d+)$", text, re.M)]


def quotes(text) -> list[str]:
    return re.findall(r"^  '(.*?)' \[", text, re.M)


def test_the_largest_group_comes_first_and_what_is_right_is_not_shown():
    text = FOUND.errors_as_text()
    assert groups(text) == [("missed number", 4), ("unit", 3), ("metric", 1), ("number that is no claim", 1)]
    assert quotes(text) == ["12%", "14%", "16%", "19%", "13%", "15%", "18%", "11%", "17%"]
    assert "more" not in text


@pytest.mark.parametrize(
    ("most", "shown", "rests"),
    [
        pytest.param(1, ["12%", "13%", "11%", "17%"], ["3", "2"], id="one of each"),
        pytest.param(3, ["12%", "14%", "16%", "13%", "15%", "18%", "11%", "17%"], ["1"], id="as many as the second group has"),
        pytest.param(4, ["12%", "14%", "16%", "19%", "13%", "15%", "18%", "11%", "17%"], [], id="as many as the first has"),
    ],
)
def test_at_most_so_many_of_each_group(most, shown, rests):
    text = FOUND.errors_as_text(most)
    assert groups(text) == groups(FOUND.errors_as_text())
    assert quotes(text) == shown
    assert re.findall(r"^  \.\.\. and (\d+) more$", text, re.M) == rests


@pytest.mark.parametrize(
    ("cause", "headings", "shown"),
    [
        pytest.param("missed number", [("missed number", 4)], ["12%", "14%", "16%", "19%"], id="missed"),
        pytest.param("unit", [("unit", 3)], ["13%", "15%", "18%"], id="a first wrong field"),
        pytest.param("metric", [("unit", 2), ("metric", 1)], ["13%", "18%", "11%"], id="a field wrong elsewhere too, counted as shown"),
        pytest.param("method", [("unit", 1)], ["18%"], id="a field that is never the first"),
        pytest.param("split", [], [], id="a field that is right"),
    ],
)
def test_only_one_cause_wherever_it_is_wrong(cause, headings, shown):
    text = FOUND.errors_as_text(cause=cause)
    assert groups(text) == headings
    assert quotes(text) == shown


def test_both_limits_at_once():
    text = FOUND.errors_as_text(1, "metric")
    assert quotes(text) == ["13%", "11%"]
    assert text.count("more") == 1
    assert "  ... and 1 more" in text


def test_only_the_side_that_there_is_has_a_reading():
    both, gone, made = (Report(("FixNet",), (one,)).errors_as_text() for one in (wrong("metric"), missed(), invented()))
    assert both == "\nmetric: 1\n  '91.2%' [by-hand] in 'FixNet': reaches «91.2%»\n      extracted: ours\n      labelled:  gold"
    assert gone == "\nmissed number: 1\n  '91.2%' [no-rule] in 'FixNet': reaches «91.2%»\n      labelled:  gold"
    assert made == "\nnumber that is no claim: 1\n  '91.2%' [by-hand] in 'FixNet': reaches «91.2%»\n      extracted: ours"


def test_nothing_wrong_is_nothing_to_show():
    assert Report(("FixNet",), (outcome(),)).errors_as_text() == ""
