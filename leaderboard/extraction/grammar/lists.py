"""Numbers that go on with the list that a rule has begun."""

from __future__ import annotations

from leaderboard.extraction.grammar.rule import Reading, Rule
from leaderboard.extraction.tokens.sentence import Sentence


def siblings(nodes: Sentence, readings: list[Reading]) -> list[Reading]:
    """The readings with those of lists: a number that no rule takes, or only one that sees its next neighbour, follows the number before it
    that has the same unit and the same kind of sign, if the list goes on in between.
    """
    by_index = {r.index: r for r in readings}
    last: dict[tuple[bool, str | None], Reading] = {}
    for index, node in enumerate(nodes):
        if node.tag != "Q":
            continue
        own = by_index.get(index)
        kind = (bool(node.quantities[0].sign), node.quantities[0].unit)
        before = last.get(kind)
        if before is not None and _gives_way(nodes, own, before, index) and _continues(nodes, before, index):
            own = _sibling(before, own, index)
            by_index[index] = own
        if own is not None and own.frame != "none":
            last[kind] = own
    return [by_index[i] for i in sorted(by_index)]


def _sibling(before: Reading, own: Reading | None, index: int) -> Reading:
    """The reading of a number at ``index`` that goes on with the one before it."""
    rule = Rule("list", before.rule.pattern, before.rule.frame, before.rule.example, traits=frozenset({"list"}))
    return Reading(index, rule, max(before.index + 1, index - 1), index + 1 if own is None else own.last)


def _gives_way(nodes: Sentence, own: Reading | None, before: Reading, index: int) -> bool:
    """Whether a number may go on with a list in spite of the rule that took it.

    ``improves A by 2% and B by 3% on C``: in a list of changes, a rule that sees "3% on C" alone would make a level of it.
    """
    if own is None:
        return True
    next_to = own.rule.has("beside")
    if before.frame == "delta" and not before.rule.has("beside"):
        condition = own.rule.has("condition") and nodes.at(index - 1).tag in ("AND", "COMMA")
        return condition or (own.frame == "level" and next_to)
    if before.frame != "level":
        return False
    again = (before.rule.has("of-metric") or before.rule.has("list")) and own.frame == "share" and own.rule.has("of-metric")
    return again or (own.frame == "delta" and next_to)


_REACH = 24


def _continues(nodes: Sentence, last: Reading, index: int) -> bool:
    """Whether the list goes on from the last number to the one at ``index``: same unit, no new verb, and glue right before it."""
    a, b = nodes[last.index].quantities[-1], nodes[index].quantities[0]
    if a.unit != b.unit or index - last.index > _REACH:
        return False
    measured = all(nodes.at(i + 1).tag == "METRIC" for i in (last.index, index))
    if a.unit is None and not (b.decimals and a.decimals) and not measured:
        return False
    return _is_glued(nodes, last.index, index) and not any(n.tag in _LIST_ENDS for n in nodes.between(last.index, index))


_LIST_ENDS = frozenset({"STOP", "GET", "BE", "BEAT"})
_GLUE = frozenset({"COMMA", "AND", "SEMI"})
_BEFORE_SIBLING = frozenset({"BY", "WITH", "ON", "IN", "LP", "COLON", "WORD", "DET", "NOTABLY", "OF", "ONLY", "GET"})
_MOST_BEFORE = 3


def _is_glued(nodes: Sentence, last: int, index: int) -> bool:
    """``, 3%``, ``and by 3%``, ``(3%``, ``SVHN: 3%``: what joins a number to its list, with up to three small words after it."""
    i = index - 1
    while i > last and nodes[i].tag in _BEFORE_SIBLING and index - i <= _MOST_BEFORE:
        i -= 1
    named = nodes[i].tag in ("BENCH", "COLON", "NAME") and nodes[index - 1].tag == "COLON"
    return nodes[i].tag in _GLUE or nodes[index - 1].tag == "LP" or named
