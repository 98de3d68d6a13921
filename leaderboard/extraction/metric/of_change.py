"""What a change measures, by its place around the number and the word of change ("improves the accuracy by 2%")."""

from __future__ import annotations

from collections.abc import Callable

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.metric.implied import as_adjective
from leaderboard.extraction.metric.nearest import named, nearest
from leaderboard.extraction.metric.number import THINGS, Finder, Number
from leaderboard.extraction.metric.phrases import is_a
from leaderboard.extraction.metric.subject import subject_of_verb
from leaderboard.extraction.metric.unregistered import in_terms_of, name_after, noun_before_by, number_of, object_of_change
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.registry import Registry


def _place(find: Callable[[Number], int | None]) -> Finder:
    """A finder of a node as a finder of the measure that the node names."""

    def target(number: Number) -> Target | None:
        found = find(number)
        return None if found is None else named(number.nodes, found)

    target.__name__, target.__doc__ = find.__name__, find.__doc__
    return target


_BESIDE = frozenset({"NOTABLY", "MEAN", "RELATIVE", "ABSOLUTE", "WORD", "BENCH", "RP", "LP", "UPADJ"})


def _beside(number: Number) -> int | None:
    """``+5.3% top-1 accuracy``: the thing right after the number."""
    return _first_thing(number.nodes, number.index + 1, 3, _BESIDE)


def _first_thing(nodes: Sentence, start: int, most: int, over: frozenset[str]) -> int | None:
    """The first metric or cost among ``most`` nodes from ``start``, with nothing before it but what may be passed over."""
    for i in range(start, min(start + most, len(nodes))):
        if nodes[i].tag in THINGS:
            return i
        if nodes[i].tag not in over:
            return None
    return None


def _in_measure(number: Number) -> int | None:
    """``2.84 in ROUGE-2``: the measure right after "in" or "on"."""
    if number.nodes.at(number.index + 1).tag not in ("ON", "IN"):
        return None
    return _first_thing(number.nodes, number.index + 2, 3, frozenset({"MEAN", "DET"}))


def _object_in_list(number: Number) -> int | None:
    """``improves BLEU by 2 and METEOR by «3»``: the object between the word of change, or the number before, and the number."""
    if number.change is None or not number.follows_change:
        return None
    last = max((i for i in range(number.index) if number.nodes[i].tag == "Q"), default=-1)
    return _between(number, max(number.change, last))


def _object(number: Number) -> int | None:
    """``improves the accuracy on A by 2% and on B by «3%»``: the object of the word of change, whatever other numbers stand between."""
    return None if number.change is None or not number.follows_change else _between(number, number.change)


def _between(number: Number, low: int) -> int | None:
    """The first thing between ``low`` and the number; of "outperforms" the last metric, because a cost is no object of it."""
    nodes = number.nodes
    inside = [i for i in range(low + 1, number.index) if nodes[i].tag in THINGS and i not in number.owned and not _is_condition(nodes, i)]
    if number.word is None or number.word.tag != "BEAT":
        return inside[0] if inside else None
    return next((i for i in reversed(inside) if nodes[i].tag == "METRIC"), None)


_BEFORE_THING = frozenset({"DET", "WORD", "NOTABLY", "DOWNADJ", "UPADJ", "ONLY", "NAME"})


def _is_condition(nodes: Sentence, i: int) -> bool:
    """``using less data``, ``with the same memory``: a thing after "with" is a condition, not the object."""
    back = i - 1
    while back >= 0 and nodes[back].tag in _BEFORE_THING:
        back -= 1
    return nodes.at(back).tag == "WITH" or is_a(nodes.at(back).text, "condition")


_LINKED_REACH = 8
_CLAUSE_ENDS = frozenset(
    {"Q", "COMMA", "SEMI", "STOP", "BEAT", "GET", "UPVERB", "DOWNVERB", "WITH", "OVER", "THAN", "VERSUS", "AND", "BY"},
)


def _linked_after(number: Number) -> int | None:
    """``by 3.4% in mAP``, ``a gain of 2% on average F1``: the thing after in / on / of / for, before anything else begins.

    It is looked for after the number, or after a word of change that follows the number.
    """
    start = number.index if number.change is None or number.follows_change else number.change
    nodes = number.nodes
    for i in range(start + 1, min(start + 1 + _LINKED_REACH, len(nodes))):
        if nodes[i].tag in THINGS:
            return i if _is_linked(nodes, start, i) and not _is_condition(nodes, i) else None
        if nodes[i].tag in _CLAUSE_ENDS:
            return None
    return None


def _is_linked(nodes: Sentence, start: int, i: int) -> bool:
    """Whether a preposition joins the thing at ``i`` to what ends at ``start``, or nothing stands between; a cost needs it nearby."""
    linked = i == start + 1 or any(node.tag in ("ON", "IN", "OF") for node in nodes.between(start, i))
    return linked and (nodes[i].tag == "METRIC" or nodes[i - 1].tag in ("IN", "OF", "WORD", "DET"))


def _subject(number: Number) -> int | None:
    """``inference throughput increases by 55%``: the thing right before the verb, where only small words follow the verb."""
    if number.change is None or number.word is None or not number.follows_change or number.word.tag not in ("UPVERB", "DOWNVERB"):
        return None
    only_small = all(node.tag in ("BY", "NOTABLY", "MEAN", "DET") for node in number.nodes.between(number.change, number.index))
    return subject_of_verb(number.nodes, number.change) if only_small else None


_IN_NOUN_PHRASE = frozenset({"RELATIVE", "ABSOLUTE", "RP", "WORD", "LP", "NAME", "MEAN"})


def _before_noun(number: Number) -> int | None:
    """``word error rate reductions of 5%``: the thing right before the noun of change."""
    if number.change is None or number.nodes[number.change].tag not in ("UPNOUN", "DOWNNOUN", "SPEEDNOUN", "DIFFNOUN"):
        return None
    for i in range(number.change - 1, max(-1, number.change - 4), -1):
        if number.nodes[i].tag in THINGS:
            return i
        if number.nodes[i].tag not in _IN_NOUN_PHRASE:
            return None
    return None


def _nearest(number: Number) -> int | None:
    """``a gain of 2% ... accuracy``: the nearest metric; a factor or a fall may also be one of the nearest cost."""
    word, unit = number.word, number.quantity.unit
    falls = word is not None and word.tag in ("DOWNADJ", "DOWNVERB", "DOWNNOUN") and not is_a(word.text, "worsening")
    near = nearest(number.nodes, number.index, THINGS if unit == "x" or falls else ("METRIC",), number.owned)
    return near if near is not None and _may_measure(unit, number.nodes[near], number.registry) else None


def _may_measure(unit: str | None, node: Node, registry: Registry) -> bool:
    """Whether a change in ``unit`` may be one of this measure: millimetres are no change of a share."""
    metric = registry.metric(node.name or node.text)
    return unit in (None, "%", "x", "points", "dB") or metric is None or metric.unit not in ("%", "points", None)


#: Where the measure of a change is looked for, in order.
OF_CHANGE: tuple[Finder, ...] = (
    _place(_beside),
    _place(_in_measure),
    in_terms_of,
    name_after,
    as_adjective,
    number_of,
    _place(_object_in_list),
    noun_before_by,
    _place(_linked_after),
    _place(_object),
    _place(_subject),
    object_of_change,
    _place(_before_noun),
    _place(_nearest),
)
