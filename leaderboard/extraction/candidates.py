"""Which sentences may hold a claim at all, told from their characters alone: so that most of a corpus is never lexed.

A claim needs a number that stands for itself (``95.9``, but not the 50 of ``ResNet-50``) or one in words that says how many times or how
much (``twice``, ``two orders of magnitude``, ``three points``). Both checks here let more through than is needed and never less.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from leaderboard.extraction.quantities import FACTOR_VERBS, FRACTION_WORDS, NUMBER_WORDS, WORDED_UNITS
from leaderboard.extraction.words import Measure, read_measures
from leaderboard.resources import registry_dir


def _counted(measures: Iterable[Measure], gap: str) -> str:
    """A number word with a unit that such a number may have: ``two points``, ``threefold``."""
    spellings = sorted({s.casefold() for m in measures if m.unit in WORDED_UNITS for s in m.spellings}, key=lambda s: (-len(s), s))
    units = "|".join(re.escape(s).replace(r"\ ", "[ -]").replace(r"\-", "[ -]") + (r"\b" if s[-1].isalnum() else "") for s in spellings)
    return rf"(?:{'|'.join(NUMBER_WORDS)}){gap}(?:{units})"


_MEASURES = read_measures(registry_dir() / "measures.txt")
_ALONE = "|".join((*FACTOR_VERBS, *FRACTION_WORDS, "twice", "thrice", "magnitudes?"))
#: A digit that does not go on with a word, or a factor with its sign in front; the digit comes first, so that the search runs from digit to
#: digit.
_DIGIT = re.compile(r"\d(?<!\w\d)(?<![A-Za-z]['@^*&-]\d)|[xX]\d(?<!\w[xX]\d)")
_WORDED = re.compile(rf"\b(?:{_ALONE}|{_counted(_MEASURES, '[ -]?')})", re.I)

#: A number, or a word for one.
_NUMBER = re.compile(
    r"\d|\b(?:twice|thrice|half|quarter|third|order|orders|doubl|tripl|halv|quadrupl|two|three|four|five|six|seven|eight|nine|ten|hundred|fifth|dozen)",
    re.I,
)

#: The same for texts as their source has them, for engines that look at many texts at once and know no looking back. Whatever repairs may
#: change passes: LaTeX, Markdown, characters beyond ASCII beside digits.
IN_SOURCE = (
    r"(?i)[\\$*]|[^\x00-\x7f]\pN|[^\x00-\x7f]x?[0-9]|\p{Nd}[^\x00-\x7f]|"
    r"(?:^|[^a-z0-9_'@^&-]|(?:^|[^a-z])['@^&-])x?[0-9]|(?:sim|pm|leq|geq|by|of|to|and|than|from|with)[0-9]|"
    rf"\b(?:{_ALONE}|{_counted(_MEASURES, '[^a-z0-9]?')})"
)


def may_claim(text: str, start: int, end: int) -> bool:
    """Whether the sentence ``text[start:end]`` of a repaired text may hold a claim.

    >>> [may_claim(t, 0, len(t)) for t in ("It needs half the memory.", "We train ResNet-50 on two tasks.", "An F1 of 71 is reached.")]
    [True, False, True]
    """
    if _DIGIT.search(text, start, end) is not None:
        return True
    return _WORDED.search(text, start, end) is not None and has_number(text, start, end)


def has_number(text: str, start: int, end: int) -> bool:
    """Whether a sentence holds a number or a word for one, so that each of its numbers gets a verdict."""
    return _NUMBER.search(text, start, end) is not None
