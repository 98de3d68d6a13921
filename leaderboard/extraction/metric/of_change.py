"""Attach, helpers of targets: what a change measures, by its place around the number and the word of change."""

from __future__ import annotations

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.metric.implied import as_adjective
from leaderboard.extraction.metric.nearest import THINGS, named, nearest
from leaderboard.extraction.metric.unregistered import in_terms_of, name_behind, noun_before_by, number_of, open_noun
from leaderboard.extraction.tokens.node import Node, Quantity
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.registry import Registry


def target_of_change(nodes: Sentence, reading: Reading, q: Quantity, change: int | None, owned: set[int], registry: Registry) -> Target:
    """The object between the verb and the number; else a metric near by; else what the verb's object says in words no list knows."""
    index = reading.index
    beside = _beside(nodes, index) or _in_measure(nodes, index)
    if beside is not None:
        return named(nodes, beside)
    own = in_terms_of(nodes, index) or name_behind(nodes, index) or as_adjective(nodes, reading) or number_of(nodes, index, change)
    if own is not None:
        return own
    backward = change is not None and change < index
    last_number = max((i for i in range(index) if nodes[i].tag == "Q"), default=-1)
    if change is not None and backward and (found := _between(nodes, max(change, last_number), index, change, owned)) is not None:
        return named(nodes, found)
    if change is not None and (own := noun_before_by(nodes, index)) is not None:
        return own
    right = _linked_right(nodes, index if change is None or backward else change)
    if right is not None:
        return named(nodes, right)
    if change is not None and backward and (found := _between(nodes, change, index, change, owned)) is not None:
        return named(nodes, found)
    subject = _subject_of_verb(nodes, change, index) if change is not None and backward else None
    if subject is not None:
        return named(nodes, subject)
    if change is not None:
        opened = open_noun(nodes, reading, change)
        if opened.kind != "none":
            return opened
        left = _object_of_noun(nodes, change)
        if left is not None:
            return named(nodes, left)
    down = change is not None and nodes[change].tag in ("DOWNADJ", "DOWNVERB", "DOWNNOUN")
    wide = q.unit == "x" or (change is not None and down and not nodes[change].text.casefold().startswith(_WORSENING))
    near = nearest(nodes, index, THINGS if wide else ("METRIC",), owned)
    if near is not None and _measures(q.unit, nodes[near], registry):
        return named(nodes, near)
    return Target(None, "none")


def _measures(unit: str | None, node: Node, registry: Registry) -> bool:
    """Whether a change in ``unit`` may be one of this measure: millimetres are no change of a share."""
    metric = registry.metric(node.name or node.text)
    return unit in (None, "%", "x", "points", "dB") or metric is None or metric.unit not in ("%", "points", None)


def _beside(nodes: Sentence, index: int) -> int | None:
    """``+5.3% top-1 accuracy``: the thing right behind the number."""
    for i in range(index + 1, min(index + 4, len(nodes))):
        if nodes[i].tag in THINGS:
            return i
        if nodes[i].tag not in ("NOTABLY", "MEAN", "RELATIVE", "ABSOLUTE", "WORD", "BENCH", "RP", "LP", "UPADJ"):
            return None
    return None


def _in_measure(nodes: Sentence, index: int) -> int | None:
    """``2.84 in ROUGE-2``: the measure right behind "in" or "on"."""
    i = index + 1
    if i >= len(nodes) or nodes[i].tag not in ("ON", "IN"):
        return None
    i += 1
    while i < len(nodes) and nodes[i].tag in ("MEAN", "DET") and i < index + 4:
        i += 1
    return i if i < len(nodes) and nodes[i].tag in THINGS else None


def _between(nodes: Sentence, low: int, index: int, change: int, owned: set[int]) -> int | None:
    """The object between a verb of change and its number; a cost there is no object of "outperforms"."""
    inside = [i for i in range(low + 1, index) if nodes[i].tag in THINGS and i not in owned and not _is_condition(nodes, i)]
    beat = nodes[change].tag == "BEAT"
    if beat:
        inside = [i for i in inside if nodes[i].tag == "METRIC"]
    return (inside[-1] if beat else inside[0]) if inside else None


def _is_condition(nodes: Sentence, i: int) -> bool:
    """``using less data``, ``with the same memory``: a thing behind "with" is a condition, not the object."""
    back = i - 1
    while back >= 0 and nodes[back].tag in ("DET", "WORD", "NOTABLY", "DOWNADJ", "UPADJ", "ONLY", "NAME"):
        back -= 1
    return back >= 0 and (nodes[back].tag == "WITH" or nodes[back].text.casefold() == "under")


def _linked_right(nodes: Sentence, index: int) -> int | None:
    """``by 3.4% in mAP``, ``a gain of 2% on average F1``: the thing behind in / on / of / for, before anything else begins."""
    for i in range(index + 1, min(index + 9, len(nodes))):
        node = nodes[i]
        if node.tag in THINGS:
            linked = any(nodes[j].tag in ("ON", "IN", "OF") for j in range(index + 1, i)) or i == index + 1
            return (
                i
                if linked and (node.tag == "METRIC" or nodes[i - 1].tag in ("IN", "OF", "WORD", "DET")) and not _is_condition(nodes, i)
                else None
            )
        if node.tag in ("Q", "COMMA", "SEMI", "STOP", "BEAT", "GET", "UPVERB", "DOWNVERB", "WITH", "OVER", "THAN", "VERSUS", "AND", "BY"):
            return None
    return None


def _subject_of_verb(nodes: Sentence, change: int, index: int) -> int | None:
    """``inference throughput increases by 55%``: the thing right before the verb."""
    if nodes[change].tag not in ("UPVERB", "DOWNVERB") or any(
        n.tag not in ("BY", "NOTABLY", "MEAN", "DET") for n in nodes[change + 1 : index]
    ):
        return None
    return subject_of_verb(nodes, change)


def subject_of_verb(nodes: Sentence, verb: int) -> int | None:
    """The measure that a verb is said of: ``our parameters are reduced``."""
    i = verb - 1
    while i >= 0 and (
        nodes[i].tag in ("NOTABLY", "BE", "HAVE") or nodes[i].text.endswith("ly") or nodes[i].text.casefold() in ("can", "could")
    ):
        i -= 1
    if i >= 2 and nodes[i].tag in ("COUNTNOUN", "HARDWARE", "WORD", "NAME") and nodes[i - 1].tag in ("ON", "IN"):
        i -= 2
    return i if i >= 0 and nodes[i].tag in THINGS else None


def _object_of_noun(nodes: Sentence, change: int) -> int | None:
    """``word error rate reductions of 5%``: the thing right before the noun of change."""
    if nodes[change].tag not in ("UPNOUN", "DOWNNOUN", "SPEEDNOUN", "DIFFNOUN"):
        return None
    i = change - 1
    while i >= 0 and change - i <= 3:
        if nodes[i].tag in THINGS:
            return i
        if nodes[i].tag not in ("RELATIVE", "ABSOLUTE", "RP", "WORD", "LP", "NAME", "MEAN"):
            return None
        i -= 1
    return None


#: What only a quality does.
_WORSENING = ("degrad", "deteriorat", "declin", "drop", "loss", "worse")
