"""How numbers are written: digits, fractions, ordinals, uncertainties, scores out of so many."""

from __future__ import annotations

import re
from functools import lru_cache

from leaderboard.extraction.lexicon.alternation import any_of
from leaderboard.extraction.lexicon.number_words import FACTOR_VERBS, FRACTION_WORDS, NUMBER_WORDS, TIMES_WORDS
from leaderboard.extraction.quantities.words_around import any_around

VALUE = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,12})?|\d{1,15}(?:\.\d{1,12})?|\.\d{1,12}"

FRACTION = re.compile(r"(?P<top>\d+)/(?P<bottom>\d+)(?:th|rd|nd)?(?![\d/.A-Za-z-])")

#: ``1/3 to 1/2``: how a range of fractions goes on.
SECOND_FRACTION = re.compile(r"\s(?:to|-)\s(?P<top>\d+)/(?P<bottom>\d+)")

ORDINAL = re.compile(r"-?(?:st|nd|rd|th)\b")

UNCERTAINTY = re.compile(rf"\s?[%]?\s?(?:±\s?|\(±\s?)(?P<value>{VALUE})")

#: ``F1 scores of 75 and higher``.
AND_MORE = re.compile(rf"\s(?:and|or)\s(?:(?P<up>{any_around('andmore')})|{any_around('andless')})(?!\s(?:than|[a-z]+ly))")

OUT_OF = re.compile(rf"(?:/|\s+out\s+of\s+(?:the\s+)?)(?P<value>{VALUE})(?![\d/])")

#: ``224x224``: what follows the first side.
RESOLUTION = re.compile(r"\s?[xX*]\s?\d")

#: ``x4`` before a comparative.
PREFIXED = re.compile(r"[xX](?P<value>\d+(?:\.\d+)?)")

FOLD_WORD = re.compile(rf"(?P<number>{any_of(NUMBER_WORDS)})-?(?:fold|times)")

SHARE_WORD = re.compile(rf"(?P<number>one|two|three)-(?P<part>{any_of(FRACTION_WORDS)})")

_PHYSICAL_TIME = {"s", "min", "h", "ms", "day", "GPU years"}

#: Units that a number in words may have.
WORDED_UNITS = frozenset({"x", "%", "points", "dB"} | _PHYSICAL_TIME)

_WORDS = frozenset((*NUMBER_WORDS, *FRACTION_WORDS, *FACTOR_VERBS, *TIMES_WORDS))


def number_of(digits: str) -> float:
    """The value of a number in digits.

    >>> number_of("1,234.5"), number_of(".5")
    (1234.5, 0.5)
    """
    return float(digits.replace(",", ""))


def quotient(match: re.Match[str]) -> float:
    """The value of a fraction in digits, from a match with the groups ``top`` and ``bottom``."""
    return round(int(match["top"]) / int(match["bottom"]), 6)


@lru_cache(maxsize=1 << 15)
def may_count(text: str) -> bool:
    """Whether a word may be a number or a part of one.

    >>> [may_count(word) for word in ("twice", "Threefold", "two-thirds", "x4", "towards")]
    [True, True, True, True, False]
    """
    word = text.casefold()
    return word in _WORDS or any(pattern.fullmatch(word) for pattern in (FOLD_WORD, SHARE_WORD, PREFIXED))
