"""Attach, part one: what a number measures."""

from __future__ import annotations

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.metric.change_word import change_node
from leaderboard.extraction.metric.implied import SPEED, after_adjective, implied, resource_before, speed
from leaderboard.extraction.metric.nearest import THINGS, named, nearest
from leaderboard.extraction.metric.of_change import target_of_change
from leaderboard.extraction.metric.of_level import target_of_level
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.registry import Registry


def _thing_behind(nodes: Sentence, index: int) -> bool:
    """``performance gains of 2.7% nDCG``: a measure follows soon."""
    return any(n.tag in THINGS for n in nodes[index + 1 : index + 5])


def target_of(nodes: Sentence, reading: Reading, owned: set[int], registry: Registry) -> Target:
    """What the number of a reading measures.

    Looks first inside the rule's own match, then for the nearest metric or cost by :func:`nearest`; a word like "faster" or "smaller"
    implies its own target, and so do units like fps.
    """
    index = reading.index
    change = change_node(nodes, reading)
    if change is not None and nodes[change].tag in SPEED:
        return speed(nodes, index, change)
    if change is not None and nodes[change].tag == "COMPRESSNOUN":
        return Target("model size", "cost", change)
    inside = [i for i in range(index + 1, min(reading.last, len(nodes))) if nodes[i].tag in THINGS]
    if reading.rule.name == "share-of-perf" and any("peak" in n.text.casefold() for n in nodes[index + 1 : reading.last]):
        cost = nearest(nodes, index, ("COST",), owned)
        return Target(None, "perf") if cost is None else named(nodes, cost)
    if reading.rule.name == "share-of-those":
        those = nearest(nodes, index, THINGS, owned)
        return Target(None, "none") if those is None else named(nodes, those)
    if inside and reading.rule.name != "verb-up-to":
        chosen = inside[0] if reading.rule.name.startswith("share") or len(inside) == 1 else inside[-1]
        return named(nodes, chosen)
    if change is not None and nodes[change].text.casefold().startswith("performance") and not _thing_behind(nodes, max(index, change)):
        return Target(None, "perf", change)
    if change is not None and nodes[change].tag in ("UPADJ", "DOWNADJ"):
        found = after_adjective(nodes, change)
        if found is not None:
            return found
        counted = resource_before(nodes, index)
        if counted is not None:
            return counted
    by_word = implied(nodes, change)
    if by_word is not None:
        return by_word
    q = nodes[index].quantities[0]
    if reading.frame in ("level", "baseline"):
        return target_of_level(nodes, reading, q, owned)
    return target_of_change(nodes, reading, q, change, owned, registry)
