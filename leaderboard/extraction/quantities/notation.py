"""How numbers are written: digits, fractions, number words, factors as verbs."""

from __future__ import annotations

import re
from functools import lru_cache

NUMBER_WORDS = {
    **{w: float(n) for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(), 1)},
    "sixteen": 16.0,
    "forty": 40.0,
    "fifteen": 15.0,
    "twenty": 20.0,
    "thirty": 30.0,
    "fifty": 50.0,
    "hundred": 100.0,
    "thousand": 1000.0,
    "single": 1.0,
}


FRACTION_WORDS = {
    "half": 0.5,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 0.25,
    "quarters": 0.25,
    "fifth": 0.2,
    "tenth": 0.1,
    "eighth": 0.125,
}


FACTOR_VERBS = {
    **dict.fromkeys(("double", "doubles", "doubled", "doubling"), 2.0),
    **dict.fromkeys(("triple", "triples", "tripled", "tripling"), 3.0),
    **dict.fromkeys(("quadruple", "quadruples", "quadrupled", "quadrupling"), 4.0),
    **dict.fromkeys(("halve", "halves", "halved", "halving"), 0.5),
}


VALUE = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,12})?|\d{1,15}(?:\.\d{1,12})?|\.\d{1,12}"


RANGE = 2


FOLD_WORD = re.compile(rf"(?P<number>{'|'.join(NUMBER_WORDS)})-?(?:fold|times)")


SHARE_WORD = re.compile(rf"(?P<number>one|two|three)-(?P<part>{'|'.join(FRACTION_WORDS)})")


PREFIXED = re.compile(r"[xX](?P<value>\d+(?:\.\d+)?)")


RESOLUTION = re.compile(r"\s?[xX*]\s?\d")


_PHYSICAL_TIME = {"s", "min", "h", "ms", "day", "GPU years"}


#: Units that a number in words may have.
WORDED_UNITS = frozenset({"x", "%", "points", "dB"} | _PHYSICAL_TIME)


@lru_cache(maxsize=1 << 15)
def may_count(text: str) -> bool:
    """Whether a word may be a number or a part of one."""
    word = text.casefold()
    known = word in NUMBER_WORDS or word in FRACTION_WORDS or word in FACTOR_VERBS or word in ("twice", "thrice")
    return known or any(pattern.fullmatch(word) for pattern in (FOLD_WORD, SHARE_WORD, PREFIXED))
