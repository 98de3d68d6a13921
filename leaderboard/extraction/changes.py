"""Attach, a helper: which word says that something changed, which way the measured quantity moved, and what kind of claim that makes."""

from __future__ import annotations

import re

from leaderboard.extraction.drafts import GAP, PHYSICAL_COST, Target
from leaderboard.extraction.grammar import RESOURCE_UNITS, Reading
from leaderboard.extraction.nodes import Node, Quantity
from leaderboard.extraction.words import name_class
from leaderboard.model import Change, Kind
from leaderboard.registry import Registry

_CHANGES = {
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
#: Units that say nothing of whether a level is a quality or a cost; a physical unit that is no cost measures a quality.
_SCALES = frozenset({"%", "x", "points", "dB", "Hz", "kHz", "MHz", "GHz", "kbps"})
_EVALUATIVE = re.compile(
    r"improv|enhanc|boost|advanc|gain|better|amelior|strength|uplift|superior|margin|lead|worse|degrad|deterior|push", re.I
)


def change_node(nodes: list[Node], reading: Reading) -> int | None:
    """The word of change that governs a delta (or a share after "reduce ... to"): behind the number first, then before it."""
    if reading.frame not in ("delta", "share"):
        return None
    index = reading.index
    order = [*range(index + 1, min(reading.last, len(nodes))), *range(index - 1, reading.first - 1, -1)]
    plain = reading.rule.name != "number-above"
    strong = [i for i in order if nodes[i].tag in _CHANGES and not (plain and nodes[i].tag in ("ATLEAST", "UPTO"))]
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
        if nodes[i].tag in _CHANGES and nodes[i].tag not in ("UPADJ", "DOWNADJ", "ATLEAST", "UPTO"):
            return i
    return None


def _skip_generic(nodes: list[Node], found: list[int]) -> int:
    """``outperforms X by a margin of 2%``: the verb says more than "margin"; otherwise the nearest word in reading order."""
    first = found[0]
    if nodes[first].text.casefold().startswith(("margin", "lead")) and len(found) > 1 and nodes[found[1]].tag == "BEAT":
        return found[1]
    return first


def change_of(nodes: list[Node], reading: Reading, target: Target, registry: Registry) -> Change | None:
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
    if reading.rule.name == "verb-to" and kind_of(nodes, reading, target, q) == "ratio" and _falls(nodes, reading):
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


def _is_removed(nodes: list[Node], reading: Reading) -> bool:
    """``70% of the parameters pruned``."""
    behind = nodes[reading.last : reading.last + 2]
    return any(n.text.casefold() in ("pruned", "removed", "saved", "spared", "eliminated", "dropped") for n in behind)


def _falls(nodes: list[Node], reading: Reading) -> bool:
    """Whether the verb of "to N%" is one of falling."""
    return any(n.tag == "DOWNVERB" for n in nodes[reading.first : reading.index])


def _change_by_word(nodes: list[Node], node: int, reading: Reading, target: Target, registry: Registry) -> Change:
    """What the word of change at ``node`` says: "lower" is down, "better" is whichever way is good for the metric."""
    tag, text = nodes[node].tag, nodes[node].text
    unit = nodes[reading.index].quantities[0].unit
    literal: Change = "down" if _CHANGES[tag] == "down" else "up"
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


def kind_of(nodes: list[Node], reading: Reading, target: Target, q: Quantity) -> Kind:
    """Score, gain, ratio or cost, by the frame, the unit and what was measured."""
    if q.unit == "x" or q.fraction:
        return "ratio"
    if reading.frame == "share" or reading.rule.name == "save-of-open":
        return "ratio"
    if reading.frame == "delta":
        relative = _relative(nodes, reading) or _less_of(nodes, reading, target) or _saves(nodes, reading)
        if q.unit == "%" and (target.kind == "cost" or relative):
            return "ratio"
        return "gain"
    if q.unit is not None and q.unit not in _SCALES and q.unit not in RESOURCE_UNITS:
        return "score"
    if target.kind == "cost" or (reading.rule.name == "verb-to" and target.kind == "none" and _falls(nodes, reading)):
        return "ratio" if q.unit == "%" else "cost" if target.kind == "cost" else "score"
    if q.unit in PHYSICAL_COST and target.kind == "none":
        return "cost"
    return "score"


def _saves(nodes: list[Node], reading: Reading) -> bool:
    """``98% resource savings``: what is saved is a share of what was spent."""
    change = change_node(nodes, reading)
    return change is not None and nodes[change].text.casefold() in ("saving", "savings")


def _less_of(nodes: list[Node], reading: Reading, target: Target) -> bool:
    """``22% fewer joints``, ``43% less torque``: less of something that is no quality is a share of it."""
    change = change_node(nodes, reading)
    if target.kind != "open" or change is None or target.name is None:
        return False
    head = target.name.split()[-1].casefold()
    if head in name_class("qualityhead") | name_class("nosaving"):
        return False
    falls = nodes[change].tag in ("DOWNVERB", "DOWNNOUN", "DOWNADJ") and (_PLURAL.search(head) is not None or head in name_class("amount"))
    return falls or nodes[change].text.casefold() in ("fewer", "less")


_PLURAL = re.compile(r"[^su]s$")


def _relative(nodes: list[Node], reading: Reading) -> bool:
    """Whether the text calls the change relative: the word stands in the rule's match or right around the number."""
    if reading.index + 1 < len(nodes) and nodes[reading.index + 1].tag == "ABSOLUTE":
        return False
    window = range(max(0, reading.index - 7), min(len(nodes), reading.index + 6))
    for i in window:
        if nodes[i].tag in ("RELATIVE", "BY") and re.search(r"relative|factor", nodes[i].text.casefold()):
            between = range(min(i, reading.index) + 1, max(i, reading.index))
            if not any(nodes[j].tag in ("COMMA", "SEMI", "Q", "STOP") for j in between):
                return True
    change = change_node(nodes, reading)
    if (
        change is not None
        and change
        and nodes[change].tag in ("DOWNNOUN", "UPNOUN")
        and nodes[change - 1].text.casefold().startswith("relative ")
    ):
        return True
    behind = nodes[reading.index + 1 : reading.index + 3]
    return any(n.tag == "METRIC" and n.text.casefold().startswith("relative ") for n in behind)


def unit_of(reading: Reading, q: Quantity) -> str | None:
    """The claim's unit: a bare number that is a change counts the metric's own points."""
    if q.unit is None and reading.frame == "delta":
        return "points"
    if q.unit == "points" and reading.frame in ("level", "baseline"):
        return "points"
    return q.unit
