"""Whether a second number makes a range with the first one ("2% to 5%") or is where it moved ("from 2% to 5%"), and what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from leaderboard.extraction.quantities.notation import RESOLUTION, VALUE, number_of
from leaderboard.extraction.quantities.units import UnitReader
from leaderboard.extraction.quantities.words_around import around

_RANGE_WORDS = around("rangeword")

_MOVE_FROM = around("movefrom")

_CHANGED = around("changed")

#: "By A to B" says a level rather than a range where B is so high and so many times A.
_LEVEL, _MOST_SPREAD = 30, 8

_SECOND = re.compile(rf"\s?(?P<link>--?|~|to|and|up\sto)\s?(?P<sign>[+-]?)(?P<value>{VALUE})(?![\d])")

_TWO_ENDS = re.compile(rf"(?P<link> )(?P<sign>)(?P<value>{VALUE})(?![\d])")

_FIRST = re.compile(VALUE)

_PERCENT_BRACKET = re.compile(r"\\?%\)")

#: What makes the ends of a range that lost its tilde two members of a list.
_LISTED = re.compile(r"[\sx×%]{0,3}(?:,|and\b)\s?\d")

#: How many words before the first number are looked at, and how many characters they may fill.
_WORDS_BEFORE, _CHARACTERS_BEFORE = 5, 40

#: Units that the first number of a move takes from the second.
_SHARED_BY_MOVE = frozenset({"%", "dB", "points", "ms", "s", "fps", "mm"})


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
        if "from" not in before or _RANGE_WORDS & set(before[-4:]) or before[-1] not in _MOVE_FROM:
            return False
        goes_on = self.ranging and before[-2:-1] in (["and"], ["to"])
        return not goes_on

    def _is_level(self, link: Link) -> bool:
        """``by 1.9% to 79.3%``, ``7.9% to 66.5%``: the second number is so much higher that it is where the first one led."""
        if link.second_unit in ("points", "x") or link.second < _LEVEL or link.second <= _MOST_SPREAD * (link.first or 1):
            return False
        return link.before[-1:] == ["by"] or (link.percent and not self.ranging and not _RANGE_WORDS & set(link.before))


class End(NamedTuple):
    """The high end of a range: its value, its multiplier, its unit with the factor of the spelling, and where it ends."""

    value: float
    multiplier: float
    unit: str | None
    factor: float
    end: int


class PairReader:
    """Finds the second number that belongs to a first one, in one sentence."""

    __slots__ = ("_ranges", "_text", "_units")

    def __init__(self, text: str, units: UnitReader) -> None:
        self._text, self._units, self._ranges = text, units, Ranges()

    def second(self, start: int, end: int) -> End | None:
        """The high end of a range that begins with the number from ``start`` to ``end``, or None."""
        text = self._text
        match = _SECOND.match(text, end) or self._lost_tilde(start, end)
        if match is None or not self._ranges.joins(self._link(start, end, match)):
            return None
        if match["link"][0] == "-" and (match["sign"] or text[match.end() : match.end() + 1] in "-/"):
            return None
        multiplier, stop = self._units.multiplier(match.end())
        unit = self._units.unit(stop)
        if unit.name is None and RESOLUTION.match(text, unit.end):
            return None
        return End(number_of(match["value"]), multiplier, *unit)

    def unit_of_move(self, end: int) -> str | None:
        """``from 27.5 to 36 dB``: the unit that the first number of a move takes from the second; the first ends at ``end``."""
        match = _SECOND.match(self._text, end) if self._ranges.moving else None
        if match is None or match["link"] != "to":
            return None
        unit = self._unit_after(match.end())
        return unit if unit in _SHARED_BY_MOVE else None

    def _link(self, start: int, end: int, match: re.Match[str]) -> Link:
        text = self._text
        first = _FIRST.match(text[start:end].lstrip("+-~<> "))
        return Link(
            match["link"],
            self._words_before(start),
            number_of(first[0]) if first else 1.0,
            number_of(match["value"]),
            percent=text[start:end].endswith("%"),
            second_unit=self._unit_after(match.end()),
            bracketed=text[start - 1 : start] == "(" and _PERCENT_BRACKET.match(text, match.end()) is not None,
        )

    def _lost_tilde(self, start: int, end: int) -> re.Match[str] | None:
        """``3x 8x``, ``6.6 10.4 FPS``: the two ends of a range whose tilde got lost on the way."""
        text = self._text
        match = _TWO_ENDS.match(text, end)
        first = _FIRST.match(text, start) if match is not None else None
        if match is None or first is None or number_of(match["value"]) <= number_of(first[0]):
            return None
        unit = self._units.unit(match.end())
        glued = unit.name == "x" and text[start:end].endswith(("x", "×"))
        plain = unit.name in ("x", "fps") and text[start:end].replace(".", "").isdigit() and "." in match["value"]
        return match if (glued or plain) and _LISTED.match(text, unit.end) is None else None

    def _unit_after(self, end: int) -> str | None:
        return self._units.unit(self._units.multiplier(end)[1]).name

    def _words_before(self, start: int) -> list[str]:
        before = self._text[max(0, start - _CHARACTERS_BEFORE) : start].casefold()
        return before.replace("+", " ").replace("(", "( ").replace("approximately", "").replace("about", "").split()[-_WORDS_BEFORE:]
