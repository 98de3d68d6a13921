"""The word that says that something changed, for a number that is a change."""

from __future__ import annotations

from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.tokens.sentence import Sentence

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
    """The word of change that governs a delta (or a share after "reduce ... to"): behind the number first, then before it."""
    if reading.frame not in ("delta", "share"):
        return None
    index = reading.index
    order = [*range(index + 1, min(reading.last, len(nodes))), *range(index - 1, reading.first - 1, -1)]
    plain = reading.rule.name != "number-above"
    strong = [i for i in order if nodes[i].tag in CHANGES and not (plain and nodes[i].tag in ("ATLEAST", "UPTO"))]
    if any(nodes[i].tag in ("UPVERB", "DOWNVERB", "BEAT") for i in strong):
        strong = [i for i in strong if i > index or nodes[i].tag not in ("UPADJ", "DOWNADJ")]
    if strong:
        return _skip_generic(nodes, strong)
    if reading.frame == "share":
        return None
    for i in range(index + 1, min(index + 7, len(nodes))):
        if nodes[i].tag in ("UPNOUN", "DOWNNOUN", "SPEEDNOUN"):
            return i
        if nodes[i].tag in ("COMMA", "Q", "STOP", "AND", "WITH", "OVER", "VERSUS", "THAN") or nodes[index - 1].tag == "BY":
            break
    for i in range(index - 1, max(-1, index - 26), -1):
        if nodes[i].tag in CHANGES and nodes[i].tag not in ("UPADJ", "DOWNADJ", "ATLEAST", "UPTO"):
            return i
    return None


def _skip_generic(nodes: Sentence, found: list[int]) -> int:
    """``outperforms X by a margin of 2%``: the verb says more than "margin"; otherwise the nearest word in reading order."""
    first = found[0]
    if nodes[first].text.casefold().startswith(("margin", "lead")) and len(found) > 1 and nodes[found[1]].tag == "BEAT":
        return found[1]
    return first


def falls(nodes: Sentence, reading: Reading) -> bool:
    """Whether the verb of "to N%" is one of falling."""
    return any(n.tag == "DOWNVERB" for n in nodes[reading.first : reading.index])
