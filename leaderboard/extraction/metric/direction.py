"""Attach, a helper: which word says that something changed, which way the measured quantity moved, and what kind of claim that makes."""

from __future__ import annotations

import re

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.metric.change_word import CHANGES, change_node, falls
from leaderboard.extraction.metric.cost_units import GAP
from leaderboard.extraction.metric.kind import kind_of
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.model import Change
from leaderboard.registry import Registry

_EVALUATIVE = re.compile(
    r"improv|enhanc|boost|advanc|gain|better|amelior|strength|uplift|superior|margin|lead|worse|degrad|deterior|push", re.I
)


def change_of(nodes: Sentence, reading: Reading, target: Target, registry: Registry) -> Change | None:
    """Which way the measured quantity moved. "Improves" and its kin mean the good direction of the metric; "increases" means up.

    Returns:
        ``None`` where nothing moved: a level, or a share of something.
    """
    q = nodes[reading.index].quantities[0]
    if target.name == GAP and reading.frame in ("delta", "share"):
        return "down"
    if (q.fraction or q.unit == "x") and q.value < 1 and reading.rule.name in ("times-thing", "times-as"):
        return "down"
    if reading.frame == "share" and _is_removed(nodes, reading):
        return "down"
    if reading.rule.name == "verb-to" and kind_of(nodes, reading, target, q) == "ratio" and falls(nodes, reading):
        return "down"
    if reading.frame == "share" and reading.rule.name not in ("share-left", "cost-share-to"):
        return None
    if reading.frame in ("level", "baseline"):
        return None
    if nodes[reading.index].tag == "TIMES":
        return "down" if q.value < 1 else "up"
    if q.sign == "-":
        return "down"
    node = change_node(nodes, reading)
    return "up" if node is None else _change_by_word(nodes, node, reading, target, registry)


def _is_removed(nodes: Sentence, reading: Reading) -> bool:
    """``70% of the parameters pruned``."""
    behind = nodes[reading.last : reading.last + 2]
    return any(n.text.casefold() in ("pruned", "removed", "saved", "spared", "eliminated", "dropped") for n in behind)


def _change_by_word(nodes: Sentence, node: int, reading: Reading, target: Target, registry: Registry) -> Change:
    """What the word of change at ``node`` says: "lower" is down, "better" is whichever way is good for the metric."""
    tag, text = nodes[node].tag, nodes[node].text
    unit = nodes[reading.index].quantities[0].unit
    literal: Change = "down" if CHANGES[tag] == "down" else "up"
    if tag == "DIFFNOUN" and any(n.tag in ("BEAT", "OVER") for n in [*nodes[max(0, node - 14) : node], *nodes[node : node + 9]]):
        return _good_direction(target, registry, unit)
    if reading.rule.name == "signed" and tag != "DOWNNOUN" and not (target.kind == "cost" and literal == "down"):
        return "up"
    if tag == "UPADJ" and text.casefold() in ("better", "superior"):
        return _good_direction(target, registry, unit)
    if tag == "DOWNADJ" and text.casefold() in ("worse", "inferior"):
        good = _good_direction(target, registry, unit)
        return "down" if good == "up" else "up"
    if tag == "BEAT" and _BEHIND.search(text):
        good = _good_direction(target, registry, unit)
        return "down" if good == "up" else "up"
    if tag in ("BEAT", "UPVERB", "UPNOUN") and (tag == "BEAT" or _EVALUATIVE.search(text)):
        return _good_direction(target, registry, unit)
    return literal


_BEHIND = re.compile(r"underperform|behind|trail", re.I)


#: Names of errors that no list knows: "position error", "AEPE".
_ERROR_NAME = re.compile(r"errors?$|loss$|distance$|^[A-Z]{2,}E$")


#: Units in which errors and waiting are measured: what improves by so much of them went down.
_LOWER_IS_BETTER = frozenset({"mm", "cm", "m", "deg", "px", "s", "ms", "us"})


def _is_expense(target: Target) -> bool:
    """Whether less of an open cost is better ("startup time")."""
    return target.kind == "cost" and target.name is not None and target.name.casefold().endswith(_EXPENSES)


_EXPENSES = ("time", "latency", "cost", "costs", "overhead", "memory", "consumption", "delay", "usage")


def _good_direction(target: Target, registry: Registry, unit: str | None) -> Change:
    if target.name and target.name.casefold().endswith("efficiency"):
        return "up"
    metric = registry.metric(target.name) if target.name else None
    if metric is None:
        is_error = target.name is not None and (_ERROR_NAME.search(target.name) is not None or _is_expense(target))
        return "down" if is_error or unit in _LOWER_IS_BETTER else "up"
    return "down" if metric.direction == "lower" else "up"
