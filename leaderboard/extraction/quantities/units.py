"""Which unit a number has, and the multiplier before it: ``4.7M parameters``, ``2.4 times``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from leaderboard.extraction.lexicon.alternation import any_of
from leaderboard.extraction.lexicon.number_words import MULTIPLIER_LETTERS, MULTIPLIER_WORDS
from leaderboard.extraction.lexicon.unit_spellings import unit_key
from leaderboard.extraction.lexicon.vocabulary import Vocabulary
from leaderboard.extraction.quantities.words_around import any_around

_MULTIPLIER = re.compile(rf"(?P<letter>[{''.join(MULTIPLIER_LETTERS)}])(?![A-Za-z0-9%])|[\s-](?P<word>{any_of(MULTIPLIER_WORDS)})s?\b")

_MULTIPLIERS = MULTIPLIER_LETTERS | MULTIPLIER_WORDS

#: ``a 2 point gain``, ``2 points in accuracy``: what makes one point a unit.
_CHANGE_AHEAD = re.compile(rf"\s(?:{any_around('changeadjective')}\s)?(?:(?:in|on)\s|{any_around('changenoun')})")

_FREEDOM = re.compile(r"[\s-]of[\s-]freedom", re.I)

_CROSS = re.compile(r"[ -]cross", re.I)

_MORE_DIGITS = re.compile(r"\s?\d")

_MILLION_OF = re.compile(rf"[ -]{any_around('millionof')}", re.I)

_HYPHEN_UNIT = re.compile(any_around("hyphenunit"), re.I)

#: ``1,000s of``, ``the 1990s``: a plural rather than seconds.
_THOUSAND_BEFORE = re.compile(r",\d{3}$")
_DECADE_BEFORE = re.compile(r"\b(?:19|20)\d0$")


class Unit(NamedTuple):
    """A unit with the factor of its spelling (1e9 for GFLOPs) and where it ends in the text; without a name where no unit stands."""

    name: str | None
    factor: float
    end: int


@dataclass(frozen=True, slots=True)
class _Spelled:
    """A unit as it is spelled behind a number."""

    text: str
    match: re.Match[str]
    unit: str

    def follows(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern matches right behind the unit."""
        return pattern.match(self.text, self.match.end()) is not None

    def precedes(self, pattern: re.Pattern[str], count: int) -> bool:
        """Whether a pattern matches at the end of the ``count`` characters before the unit."""
        start = self.match.start()
        return pattern.search(self.text[:start][-count:]) is not None

    def glued_s(self) -> bool:
        """Whether it is an ``s`` that touches the number."""
        return self.match["unit"] == "s" and self.match["gap"] == ""

    def joined_by_hyphen(self) -> bool:
        """Whether a hyphen joins it to the number although its kind is not written so (``10-s`` is a name)."""
        return self.match["gap"] == "-" and self.unit != "x" and _HYPHEN_UNIT.match(self.match["unit"]) is None

    def goes_on(self) -> bool:
        """Whether a hyphen joins it to a word behind it (``5 ms-scale``)."""
        end = self.match.end()
        return self.unit not in ("%", "x") and self.text[end : end + 1] == "-" and self.text[end + 1 : end + 2].isalpha()


#: What looks like a unit and is none; the first check that applies says so.
_NO_UNIT: tuple[tuple[str, Callable[[_Spelled], bool]], ...] = (
    ("degrees of freedom", lambda at: at.unit == "deg" and at.follows(_FREEDOM)),
    ("sides of an image", lambda at: at.unit == "x" and at.follows(_MORE_DIGITS)),
    ("folds of a cross-validation", lambda at: at.unit == "x" and at.follows(_CROSS)),
    ("millions", lambda at: at.unit == "m" and at.follows(_MILLION_OF)),
    ("thousands", lambda at: at.glued_s() and at.precedes(_THOUSAND_BEFORE, 4)),
    ("a decade", lambda at: at.glued_s() and at.precedes(_DECADE_BEFORE, 6)),
    (
        "a point that nothing changed by",
        lambda at: (
            at.unit == "points" and at.match["unit"].casefold() == "point" and at.match["gap"] != "" and not at.follows(_CHANGE_AHEAD)
        ),
    ),
    ("a name with a hyphen before it", _Spelled.joined_by_hyphen),
    ("a name with a hyphen behind it", _Spelled.goes_on),
)


class UnitReader:
    """Reads multipliers and units at places of one text."""

    __slots__ = ("_measures", "_pattern", "_text")

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._text, self._pattern, self._measures = text, vocabulary.units, vocabulary.measures

    def multiplier(self, end: int) -> tuple[float, int]:
        """What the number that ends at ``end`` is multiplied by (1 where nothing says so), and where that ends."""
        if self._pattern.match(self._text, end):
            return 1.0, end
        match = _MULTIPLIER.match(self._text, end)
        return (1.0, end) if match is None else (_MULTIPLIERS[match["letter"] or match["word"]], match.end())

    def unit(self, end: int) -> Unit:
        """The unit at ``end``."""
        match = self._pattern.match(self._text, end)
        if match is None:
            return Unit(None, 1.0, end)
        unit, factor = self._measures[unit_key(match["unit"])]
        spelled = _Spelled(self._text, match, unit)
        if any(applies(spelled) for _, applies in _NO_UNIT):
            return Unit(None, 1.0, end)
        return Unit(unit, factor, match.end())
