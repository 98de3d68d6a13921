"""The chain's work grows with the length of the text and no faster: counted in executed lines, not in seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from leaderboard.extraction import extract

OPENING = "FixNet reaches 86.4% accuracy on CIFAR-10. Then "
UNITS = {
    "digits": "7",
    "numbers": "1 ",
    "numbers with a full stop": "1.",
    "by 1%": "by 1% ",
    "gains": "+1% ",
    "factors": "twice ",
    "orders of magnitude": "two orders of magnitude ",
    "backslashes": "\\",
    "percentages": "1% ",
    "opening brackets": "(",
    "brackets": "()",
    "bracketed numbers": "(1%) ",
    "and 1%": "and 1% ",
    "slashes": "1/2/",
    "ranges": "1 to ",
    "plus-minus": "1±",
    "letters": "a",
    "hyphens": "a-",
    "capitals": "A.",
    "names": "FixNet ",
    "percent signs": "%",
    "full stops": ".",
    "dollars": "$",
    "dollars and numbers": "$1 ",
    "braces": "\\text{",
    "line breaks": "\n",
    "quotation marks": "“",
    "proposals": "we propose ",
    "brackets with names": "Xyz (Xy) ",
    "commas": "1,",
    "benchmarks": "CIFAR-10, ",
    "metrics": "accuracy and ",
    "sentences": "FixNet reaches 86.4% accuracy on CIFAR-10. ",
    "comparisons": "faster than BERT and ",
}


def work(call: Callable[[], object]) -> int:
    """How many lines of Python a call executes."""
    count = 0

    def begin(frame: FrameType, event: str, arg: object) -> object:
        return step

    def step(frame: FrameType, event: str, arg: object) -> None:
        """The end of a function counts as a line of it; nothing is given back, so that the frame goes on with this."""
        nonlocal count
        count += 1

    before = sys.gettrace()
    sys.settrace(begin)  # type: ignore[arg-type]
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def repeated(unit: str, size: int, block: int) -> str:
    """About ``size`` characters of a unit, in sentences of ``block`` characters that each end in a percentage.

    Sentences of their own, because what is too long or too full of numbers to be a sentence is cut or passed over, and where the cuts
    fall would decide how much work is left.
    """
    text = unit * (size // len(unit))
    return " is 1%. Then ".join(text[i : i + block] for i in range(0, len(text), block))


def test_the_count_sees_quadratic_work():
    def quadratic(n: int) -> int:
        total = 0
        for i in range(n):
            total += sum(1 for j in range(i))
        return total

    assert work(lambda: quadratic(200)) > 3 * work(lambda: quadratic(100))


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
@pytest.mark.parametrize("block", [10**6, 100], ids=["alone", "in sentences"])
def test_twice_the_text_is_at_most_about_twice_the_work(unit, block):
    small, large = (OPENING + repeated(unit, size, block) for size in (6000, 12000))
    for text in (small, large):
        extract(text)  # what is compiled and cached once is not counted
    assert work(lambda: extract(large)) < 2.6 * work(lambda: extract(small))


@pytest.mark.parametrize("unit", ["7", "(", "()", "and 1% ", "a", "%", ".", "\\"])
def test_a_megabyte_of_anything_runs_to_its_end(unit):
    text = OPENING + unit * (1_000_000 // len(unit))
    found = extract(text)
    assert all(text[claim.start : claim.end] == claim.quote for claim in found.claims)
    assert found.claims[0].quote == "86.4%"
