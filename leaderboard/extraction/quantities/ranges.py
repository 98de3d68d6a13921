"""Quantities, a helper: whether a second number makes a range with the first one ("2% to 5%") or is where it moved ("from 2% to 5%")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leaderboard.extraction.quantities.notation import VALUE

#: Words before "from A to B" that make it a range rather than a move from A to B.
_RANGE_WORDS = frozenset({"ranging", "ranges", "range", "varying", "vary", "ranged", "gains", "improvements", "between"})


#: Words before a bracket that say that something was changed or compared.
_CHANGED = frozenset({"absolute", "compared", "improvement", "increase", "improved", "baselines", "models", "baseline"})


#: "By A to B" says a level rather than a range where B is so high and so many times A.
_LEVEL, _MOST_SPREAD = 30, 8


@dataclass(frozen=True, slots=True)
class Link:
    """Two numbers in a row: the word between them, the words before the first, their values and the units that are read.

    ``bracketed`` says whether the two stand in brackets alone, ``percent`` whether the first is a percentage as written,
    ``second_unit`` what stands behind the second.
    """

    word: str
    before: list[str]
    first: float
    second: float
    percent: bool
    second_unit: str | None
    bracketed: bool = False


class Ranges:
    """What the sentence so far says about its pairs of numbers; one for each sentence."""

    def __init__(self) -> None:
        self.moving = False  # a "from A to B" was a move
        self.ranging = False  # one was a range

    def joins(self, link: Link) -> bool:
        """Whether the two numbers are the ends of one range.

        >>> move = Link("to", ["improves", "it", "from"], 75.2, 79.0, percent=True, second_unit="%")
        >>> Ranges().joins(move)
        False
        >>> Ranges().joins(Link("to", ["gains", "ranging", "from"], 1.0, 5.0, percent=True, second_unit="%"))
        True
        """
        if link.word == "and":
            return "between" in link.before[-2:]
        if link.word != "to":
            return True
        if link.bracketed and link.percent and link.second > link.first and _CHANGED & set(link.before):
            self.moving = True
            return False
        if self.moving and not {"ranging", "between"} & set(link.before):
            return False
        if self._is_move(link.before):
            self.moving = True
            return False
        if link.before[-1:] == ["from"]:
            self.ranging, self.moving = True, False
            return True
        return not self._is_level(link)

    def _is_move(self, before: list[str]) -> bool:
        """``from A to B``, ``from a previous best of A to B``: a move, unless a word says that it is a range, or goes on with one."""
        if "from" not in before or _RANGE_WORDS & set(before[-4:]) or before[-1] not in ("from", "of", "baseline", "original", "initial"):
            return False
        goes_on = self.ranging and before[-2:-1] in (["and"], ["to"])
        return not goes_on

    def _is_level(self, link: Link) -> bool:
        """``by 1.9% to 79.3%``, ``7.9% to 66.5%``: the second number is so much higher that it is where the first one led."""
        if link.second_unit in ("points", "x") or link.second < _LEVEL or link.second <= _MOST_SPREAD * (link.first or 1):
            return False
        return link.before[-1:] == ["by"] or (link.percent and not self.ranging and not _RANGE_WORDS & set(link.before))


SECOND = re.compile(rf"\s?(?P<link>--?|~|to|and|up\sto)\s?(?P<sign>[+-]?)(?P<value>{VALUE})(?![\d])")


TWO_ENDS = re.compile(rf"(?P<link> )(?P<sign>)(?P<value>{VALUE})(?![\d])")


WORDS_BEFORE = 5
