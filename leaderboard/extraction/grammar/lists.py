"""Numbers that go on with the list that a rule has begun."""

from __future__ import annotations

from leaderboard.extraction.grammar.rule import Reading, Rule
from leaderboard.extraction.tokens.sentence import Sentence

_SIBLING_GLUE = frozenset({"COMMA", "AND", "SEMI"})


_BEFORE_SIBLING = frozenset({"BY", "WITH", "ON", "IN", "LP", "COLON", "WORD", "DET", "NOTABLY", "OF", "ONLY", "GET"})


#: Rules that only see a number next to a metric or benchmark; in a list that began as a change they do not make it a level.
_WEAK_LEVELS = frozenset({"number-metric", "number-on-benchmark", "get-number", "number-on-name", "metric-number"})


_WEAK_DELTAS = frozenset({"beat-bracket", "verb-up-to"})


def siblings(nodes: Sentence, readings: list[Reading]) -> list[Reading]:
    """Lists: a number that no rule takes, or only one that sees its next neighbour, follows the number before it that has the same unit and
    the same kind of sign, if the list goes on in between.
    """
    by_index = {r.index: r for r in readings}
    last: dict[tuple[bool, str | None], Reading] = {}
    for index, node in enumerate(nodes):
        if node.tag != "Q":
            continue
        own = by_index.get(index)
        kind = (bool(node.quantities[0].sign), node.quantities[0].unit)
        before = last.get(kind)
        if before is not None and _open(own, before, beside=nodes[index - 1].tag in ("AND", "COMMA")) and _continues(nodes, before, index):
            rule = Rule("list", before.rule.pattern, before.rule.frame, before.rule.example)
            own = Reading(index, rule, max(before.index + 1, index - 1), index + 1 if own is None else own.last)
            by_index[index] = own
        if own is not None and own.frame != "none":
            last[kind] = own
    return [by_index[i] for i in sorted(by_index)]


def _open(own: Reading | None, before: Reading, *, beside: bool) -> bool:
    if own is None:
        return True
    if before.frame == "delta" and before.rule.name not in _WEAK_DELTAS:
        return own.rule.name in _WEAK_LEVELS or (own.rule.name == "share-number-cost" and beside)
    again = before.rule.name in ("get-of-metric", "list") and own.rule.name == "share-of-perf"
    return before.frame == "level" and (again or own.rule.name in _WEAK_DELTAS)


def _continues(nodes: Sentence, last: Reading, index: int) -> bool:
    a, b = nodes[last.index].quantities[-1], nodes[index].quantities[0]
    if a.unit != b.unit or index - last.index > 24:
        return False
    measured = all(i + 1 < len(nodes) and nodes[i + 1].tag == "METRIC" for i in (last.index, index))
    if a.unit is None and not (b.decimals and a.decimals) and not measured:
        return False
    between = nodes[last.index + 1 : index]
    i = index - 1
    while i > last.index and nodes[i].tag in _BEFORE_SIBLING and index - i <= 3:
        i -= 1
    glued = (
        nodes[i].tag in _SIBLING_GLUE
        or nodes[index - 1].tag == "LP"
        or (nodes[i].tag in ("BENCH", "COLON", "NAME") and nodes[index - 1].tag in ("COLON", "LP"))
    )
    return glued and not any(n.tag in ("STOP", "GET", "BE", "BEAT") for n in between)
