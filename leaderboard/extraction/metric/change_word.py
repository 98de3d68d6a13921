"""Which word says that something changed, for a number that is a change."""

from __future__ import annotations

from collections.abc import Iterable

from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.metric.phrases import is_a
from leaderboard.extraction.tokens.sentence import Sentence

#: The tags of words of change, and which way the quantity moves where they are taken literally.
CHANGES = {
    "UPVERB": "up",
    "DOWNVERB": "down",
    "SPEEDVERB": "up",
    "UPNOUN": "up",
    "DOWNNOUN": "down",
    "SPEEDNOUN": "up",
    "COMPRESSNOUN": "down",
    "UPADJ": "up",
    "DOWNADJ": "down",
    "ACCURATEADJ": "up",
    "EFFICIENTADJ": "up",
    "FASTADJ": "up",
    "SLOWADJ": "down",
    "BEAT": "up",
    "DIFFNOUN": "down",
    "ATLEAST": "up",
    "UPTO": "down",
}


def change_node(nodes: Sentence, reading: Reading) -> int | None:
    """The index of the word of change that governs a delta, or a share after "reduce ... to".

    ``improves accuracy by 2%`` inside the rule's match; ``2.1 points, a gain that`` after it; ``outperforms it on A (2%)`` before it.
    """
    if reading.frame not in ("delta", "share"):
        return None
    found = _in_match(nodes, reading)
    if found is None and reading.frame == "delta":
        found = _noun_after(nodes, reading.index)
        return _word_before(nodes, reading.index) if found is None else found
    return found


_STRONG = frozenset({"UPVERB", "DOWNVERB", "BEAT"})
_COMPARATIVES = frozenset({"UPADJ", "DOWNADJ"})
_BOUNDS = frozenset({"ATLEAST", "UPTO"})


def _in_match(nodes: Sentence, reading: Reading) -> int | None:
    """``gains «3%» higher recall``: the nearest word of change inside the rule's match, after the number first, then before it.

    A verb governs the number rather than a comparative before it ("a higher score, improving it by 3%").
    """
    index = reading.index
    order = [*range(index + 1, min(reading.last, len(nodes))), *range(index - 1, reading.first - 1, -1)]
    bounds = reading.rule.has("above")
    found = [i for i in order if nodes[i].tag in CHANGES and (bounds or nodes[i].tag not in _BOUNDS)]
    if any(nodes[i].tag in _STRONG for i in found):
        found = [i for i in found if i > index or nodes[i].tag not in _COMPARATIVES]
    return _most_telling(nodes, found) if found else None


def _most_telling(nodes: Sentence, found: list[int]) -> int:
    """``outperforms X by a margin of 2%``: the verb says more than "margin"; otherwise the first one found."""
    verb_next = len(found) > 1 and nodes[found[1]].tag == "BEAT"
    return found[1] if verb_next and is_a(nodes[found[0]].text, "genericchange") else found[0]


_NOUNS = frozenset({"UPNOUN", "DOWNNOUN", "SPEEDNOUN"})
_NOUN_ENDS = frozenset({"COMMA", "Q", "STOP", "AND", "WITH", "OVER", "VERSUS", "THAN"})


def _noun_after(nodes: Sentence, index: int) -> int | None:
    """``2.1 BLEU on average as improvement``: a noun of change within six words; after "by" only the very next word."""
    reach = 1 if nodes.at(index - 1).tag == "BY" else 6
    return _first(nodes, range(index + 1, min(index + 1 + reach, len(nodes))), _NOUNS, _NOUN_ENDS)


def _first(nodes: Sentence, places: Iterable[int], tags: frozenset[str], ends: frozenset[str]) -> int | None:
    """The first place with one of ``tags``, before anything in ``ends``."""
    for i in places:
        if nodes[i].tag in tags:
            return i
        if nodes[i].tag in ends:
            return None
    return None


_EARLIER = frozenset(CHANGES) - _COMPARATIVES - _BOUNDS


def _word_before(nodes: Sentence, index: int) -> int | None:
    """``improves the baselines on all three, by 2%, 3% and «4%»``: the last verb or noun of change within 25 words."""
    return _first(nodes, range(index - 1, max(-1, index - 26), -1), _EARLIER, frozenset())


def falls(nodes: Sentence, reading: Reading) -> bool:
    """Whether the verb of "to N%" is one of falling."""
    return any(n.tag == "DOWNVERB" for n in nodes[reading.first : reading.index])
