"""Numbers in words: ``three times``, ``twofold``, ``a quarter of``, ``half an hour``, ``doubles``, ``twice``."""

from __future__ import annotations

import re
from collections.abc import Callable

from leaderboard.extraction.lexicon.number_words import FACTOR_VERBS, FRACTION_WORDS, NUMBER_WORDS, TIMES_WORDS
from leaderboard.extraction.lexicon.unit_spellings import shipped_measures
from leaderboard.extraction.quantities.notation import FOLD_WORD, PREFIXED, SHARE_WORD, WORDED_UNITS
from leaderboard.extraction.quantities.walk import Walk
from leaderboard.extraction.quantities.words_around import any_around, around
from leaderboard.extraction.tokens.node import Node, Quantity

#: ``half an hour``, ``a fifth of a second``.
_OF_A_TIME = re.compile(rf"\s(?:of\s)?an?\s(?P<unit>{any_around('clock')})")

_CLOCK = {spelling: measure.unit for measure in shipped_measures() for spelling in measure.spellings if spelling in around("clock")}

_OF_WHAT = re.compile(rf"\s{any_around('ofwhat')}")

#: After a hyphen, what still makes a number word a factor.
_FOLD_BEHIND = re.compile(r"-(?:fold|times)")

#: What a verb of factor acts on when it stands behind the verb; before it stands one of the shorter list.
_OBJECTS = frozenset({"DET", "OF", "WE", "METRIC", "COST", "PERF"})
_GROWS = frozenset({"METRIC", "COST", "PERF"})

COMPARATIVES = frozenset({"FASTADJ", "SLOWADJ", "UPADJ", "DOWNADJ", "EFFICIENTADJ"})
"""Tags of words that compare."""

_CHANGES = COMPARATIVES | {"SPEEDNOUN", "UPNOUN", "DOWNNOUN"}


def factor_verb(walk: Walk, node: Node) -> Quantity | None:
    """``doubles the accuracy``, ``a doubling of the speed``, ``the speed doubles``: but not ``double labels``, ``a triple prior``."""
    word = node.text.casefold()
    if node.tag not in ("WORD", "COUNTNOUN") or word not in FACTOR_VERBS:
        return None
    acts = walk.ahead().tag in _OBJECTS or (walk.back().tag in _GROWS and node.text.endswith(("s", "ed")))
    if not acts or (word in around("factoradjective") and walk.back().tag in ("DET", "OF")):
        return None
    return walk.signed(Quantity(node.start, node.end, FACTOR_VERBS[word], unit="x", worded=True))


def in_words(walk: Walk, node: Node) -> Quantity | None:
    """The quantity that a word is or begins, or None."""
    word = node.text.casefold()
    if word in TIMES_WORDS:
        return walk.signed(Quantity(node.start, node.end, TIMES_WORDS[word], unit="x", worded=True))
    if node.tag not in ("WORD", "NAME", "DET"):
        return None
    return next((found for read in _READERS if (found := read(walk, node, word)) is not None), None)


def _fold(walk: Walk, node: Node, word: str) -> Quantity | None:
    """``threefold``; but ``our contribution is twofold:`` is none."""
    match = FOLD_WORD.fullmatch(word)
    if match is None or walk.ahead().tag in ("", "COLON", "STOP", "COMMA", "SEMI"):
        return None
    return walk.signed(Quantity(node.start, node.end, NUMBER_WORDS[match["number"]], unit="x", worded=True))


def _of_a_time(walk: Walk, node: Node, word: str) -> Quantity | None:
    """``half an hour``, ``three quarters of a second``."""
    match = _OF_A_TIME.match(walk.text, node.end) if word in FRACTION_WORDS else None
    if match is None:
        return None
    start, count = _count_before(walk, node)
    return walk.signed(Quantity(start, match.end(), round(count * FRACTION_WORDS[word], 6), unit=_CLOCK[match["unit"]], worded=True))


def _share(walk: Walk, node: Node, word: str) -> Quantity | None:
    """``two-thirds``."""
    match = SHARE_WORD.fullmatch(word)
    if match is None:
        return None
    value = round(NUMBER_WORDS[match["number"]] * FRACTION_WORDS[match["part"]], 6)
    return walk.signed(Quantity(node.start, node.end, value, unit="x", fraction=True, worded=True))


def _by_half(walk: Walk, node: Node, word: str) -> Quantity | None:
    """``cut in half``, ``reduced by half``."""
    if word != "half" or walk.back().text.casefold() not in ("in", "by"):
        return None
    return Quantity(node.start, node.end, 0.5, unit="x", fraction=True, worded=True)


def _fraction(walk: Walk, node: Node, word: str) -> Quantity | None:
    """``a third of the time``, ``less than half memory``."""
    if word not in FRACTION_WORDS or not (_OF_WHAT.match(walk.text, node.end) or (word == "half" and _cost_next(walk))):
        return None
    start, count = _count_before(walk, node)
    return walk.signed(Quantity(start, node.end, round(count * FRACTION_WORDS[word], 6), unit="x", fraction=True, worded=True))


def _counted(walk: Walk, node: Node, word: str) -> Quantity | None:
    """``three times``, ``four GPU hours``."""
    if word not in NUMBER_WORDS or (walk.text.startswith("-", node.end) and not _FOLD_BEHIND.match(walk.text, node.end)):
        return None
    unit, factor, end = walk.units.unit(node.end)
    if unit not in WORDED_UNITS:
        return None
    return walk.signed(Quantity(node.start, end, NUMBER_WORDS[word] * factor, unit=unit, worded=True))


def _prefixed(walk: Walk, node: Node, _: str) -> Quantity | None:
    """``more than x4 faster``: a factor with its sign in front, before a comparative or a noun of change."""
    match = PREFIXED.fullmatch(node.text) if walk.ahead().tag in _CHANGES else None
    return None if match is None else walk.signed(Quantity(node.start, node.end, float(match["value"]), unit="x"))


_READERS: tuple[Callable[[Walk, Node, str], Quantity | None], ...] = (
    _fold,
    _of_a_time,
    _share,
    _by_half,
    _fraction,
    _counted,
    _prefixed,
)


def _cost_next(walk: Walk) -> bool:
    """``less than half memory``, ``almost half overall computations``."""
    if not any(walk.back().has(tag) for tag in ("UPTO", "ATLEAST", "ABOUT", "ONLY")):
        return False
    return walk.ahead().tag == "COST" or (walk.ahead(2).tag == "COST" and walk.ahead().tag in ("WORD", "MEAN", "NOTABLY"))


def _count_before(walk: Walk, node: Node) -> tuple[int, float]:
    """Where a fraction begins and how many of it there are: ``two thirds``, ``a third``; the word before is taken out of the walk."""
    last = walk.back()
    word = last.text.casefold()
    if not walk.out or node.start - last.end > 1 or not (word in NUMBER_WORDS or word in ("a", "an")):
        return node.start, 1.0
    walk.out.pop()
    return last.start, NUMBER_WORDS.get(word, 1.0)
