"""Which sentences may hold a claim at all, told from their characters alone: so that most of a corpus is never lexed.

A claim needs a number that stands for itself (``95.9``, but not the 50 of ``ResNet-50``) or one in words that says how many times or how
much (``twice``, ``two orders of magnitude``, ``three points``). Both checks here let more through than is needed and never less.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from leaderboard.extraction.lexicon.alternation import any_of
from leaderboard.extraction.lexicon.word_files import Measure, read_measures
from leaderboard.extraction.quantities.notation import FACTOR_VERBS, FRACTION_WORDS, NUMBER_WORDS, WORDED_UNITS
from leaderboard.resources import registry_dir


def _counted(measures: Iterable[Measure], gap: str) -> str:
    """A number word with a unit that such a number may have: ``two points``, ``threefold``."""
    spellings = {s.casefold() for m in measures if m.unit in WORDED_UNITS for s in m.spellings}
    words = any_of(spelling for spelling in spellings if spelling[-1].isalnum())
    signs = any_of(spelling for spelling in spellings if not spelling[-1].isalnum())
    units = re.sub(r"\\?[ -]", "[ -]", rf"{words}\b|{signs}")
    return rf"{any_of(NUMBER_WORDS)}{gap}(?:{units})"


_MEASURES = read_measures(registry_dir() / "measures.txt")


_ALONE = any_of((*FACTOR_VERBS, *FRACTION_WORDS, "twice", "thrice", "magnitude", "magnitudes", "order of", "orders of"))


#: A digit that does not go on with a word and is neither that of ``3D`` nor of ``1)``, or a factor with its sign in front; the digit comes
#: first, so that the search runs from digit to digit.
_DIGIT = re.compile(r"[0-9](?:(?<!\w\d)(?<![A-Za-z]['@^*&-]\d)(?!D\b)(?!\)(?<=\s\d\)))|(?<=[xX]\d)(?<!\w[xX]\d))")


_WORDED = re.compile(rf"\b(?:{_ALONE}|{_counted(_MEASURES, '[ -]?')})", re.I)


#: What stands in every text, in small letters, that ``_WORDED`` matches: one of these, or a number word.
_STEMS = tuple("doubl tripl quadrupl hal third quarter fifth tenth eighth twice thrice magnitude order fold".split())


_LETTERS = re.compile("[a-z]+")


_COUNTS = frozenset(NUMBER_WORDS)


#: A number, or a word for one.
_NUMBER = re.compile(
    r"\d|\b(?:twice|thrice|half|quarter|third|order|orders|doubl|tripl|halv|quadrupl|two|three|four|five|six|seven|eight|nine|ten|hundred|fifth|dozen)",
    re.I,
)


#: The same for texts as their source has them, for engines that look at many texts at once and know no looking back. Whatever repairs may
#: change passes: LaTeX, Markdown, characters beyond ASCII beside digits.
IN_SOURCE = (
    r"(?i)[\\$*]|[^\x00-\x7f]\pN|[^\x00-\x7f]x?[0-9]|\p{Nd}[^\x00-\x7f]|"
    r"(?:^|[^a-z0-9_'@^&-]|(?:^|[^a-z])['@^&-])(?:x[0-9]|[0-9](?:$|[^d)]|d[a-z]))|(?:^|[^a-z0-9_'@^& -])[0-9]\)|"
    r"(?:sim|pm|leq|geq|by|of|to|and|than|from|with)[0-9]|"
    rf"\b(?:{_ALONE}|{_counted(_MEASURES, '[^a-z0-9]?')})"
)


class Candidates:
    """The sentences of one repaired text that may hold a claim."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._worded = _may_be_worded(text.lower())

    def may_claim(self, start: int, end: int) -> bool:
        """Whether the sentence ``text[start:end]`` may hold a claim.

        >>> [Candidates(text).may_claim(0, len(text)) for text in ("It needs half the memory.", "We use ResNet-50.", "An F1 of 71.")]
        [True, False, True]
        """
        if _DIGIT.search(self._text, start, end) is not None:
            return True
        return self._worded and _WORDED.search(self._text, start, end) is not None and has_number(self._text, start, end)

    def any(self) -> bool:
        """Whether any sentence may hold one."""
        return self.may_claim(0, len(self._text))


def _may_be_worded(low: str) -> bool:
    return any(stem in low for stem in _STEMS) or not _COUNTS.isdisjoint(_LETTERS.findall(low))


def has_number(text: str, start: int, end: int) -> bool:
    """Whether a sentence holds a number or a word for one, so that each of its numbers gets a verdict."""
    return _NUMBER.search(text, start, end) is not None
