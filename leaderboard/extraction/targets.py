"""Attach, part one: what a number measures, which way it moved, and what kind of claim that makes it."""

from __future__ import annotations

import re

from leaderboard.extraction.drafts import Target
from leaderboard.extraction.grammar import Reading
from leaderboard.extraction.nodes import Node, Quantity
from leaderboard.model import Change, Kind
from leaderboard.registry import Registry

_THINGS = ("METRIC", "COST")
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
}
_EVALUATIVE = re.compile(r"improv|enhanc|boost|advanc|gain|better|amelior|strength|uplift|superior|margin|lead|worse|degrad|deterior|push", re.I)
_SPEED = frozenset({"SPEEDVERB", "SPEEDNOUN", "FASTADJ", "SLOWADJ"})
_IMPLIED_BY_WORD = {
    "smaller": "model size",
    "lighter": "model size",
    "slimmer": "model size",
    "cheaper": "price",
    "compact": "model size",
    "more parameter-efficient": "parameters",
    "more data-efficient": "training data",
    "more sample-efficient": "training data",
    "more energy-efficient": "energy",
    "more memory-efficient": "memory",
}
_BREAKS = frozenset({"BEAT", "UPVERB", "DOWNVERB", "GET", "SEMI", "VERSUS"})
_PHYSICAL_COST = {
    "h": "training time",
    "day": "training time",
    "min": "time",
    "s": "runtime",
    "ms": "latency",
    "us": "latency",
    "fps": "speed",
    "FLOPs": "FLOPs",
    "FLOP/s": "throughput",
    "tokens/s": "throughput",
    "QPS": "throughput",
    "params": "parameters",
    "tokens": "training tokens",
    "GB": "memory",
    "MB": "model size",
    "KB": "model size",
    "TB": "memory",
    "W": "power",
    "mW": "power",
    "kW": "power",
    "J": "energy",
    "mJ": "energy",
    "kWh": "energy",
    "USD": "price",
    "GPU years": "compute",
    "epochs": "epochs",
}


def target_of(nodes: list[Node], reading: Reading, owned: set[int]) -> Target:
    """What the number of a reading measures.

    Looks first inside the rule's own match, then for the nearest metric or cost by :func:`nearest`; a word like "faster" or "smaller" implies
    its own target, and so do units like fps.
    """
    index = reading.index
    change = change_node(nodes, reading)
    if change is not None and nodes[change].tag in _SPEED:
        return _speed(nodes, index, change)
    if change is not None and nodes[change].tag == "COMPRESSNOUN":
        return Target("model size", "cost", change)
    inside = [i for i in range(index + 1, min(reading.last, len(nodes))) if nodes[i].tag in _THINGS]
    if inside and reading.rule.name != "verb-up-to":
        chosen = inside[0] if reading.rule.name.startswith("share") or len(inside) == 1 else inside[-1]
        return _named(nodes, chosen)
    if change is not None and nodes[change].tag in ("UPADJ", "DOWNADJ"):
        found = _after_adjective(nodes, change)
        if found is not None:
            return found
    implied = _implied(nodes, change)
    if implied is not None:
        return implied
    before = [i for i in range(reading.first, index) if nodes[i].tag in _THINGS]
    if before and reading.frame in ("level", "baseline") and reading.rule.name not in ("get-number", "verb-to", "arrow:to"):
        return _named(nodes, before[-1])
    found_at = nearest(nodes, index, _THINGS, owned)
    q = nodes[index].quantities[0]
    if found_at is not None:
        target = _named(nodes, found_at)
        if not (target.kind == "cost" and q.unit in _PHYSICAL_COST and reading.frame == "level" and found_at > index):
            return target
    if q.unit in _PHYSICAL_COST and reading.frame == "level":
        return Target(_PHYSICAL_COST[q.unit], "cost")
    if reading.frame == "delta" and change is not None:
        return _open_noun(nodes, reading, change)
    return Target(None, "none")


def _named(nodes: list[Node], index: int) -> Target:
    node = nodes[index]
    return Target(node.name or node.text, "cost" if node.tag == "COST" else "quality", index)


def _speed(nodes: list[Node], index: int, change: int) -> Target:
    window = nodes[max(0, min(index, change) - 6) : max(index, change) + 8]
    words = {n.text.casefold() for n in window}
    text = " ".join(n.text.casefold() for n in window)
    if "pre-training" in words or "pretraining" in words:
        return Target("training speed", "cost", change)
    if re.search(r"\btraining\b", text) and not re.search(r"\binference\b", text) and nodes[change].tag == "SPEEDVERB":
        return Target("training speed", "cost", change)
    return Target("speed", "cost", change)


def _after_adjective(nodes: list[Node], adjective: int) -> Target | None:
    """``34% fewer parameters``, ``4x more frames``: the noun behind the comparative, known or not."""
    words: list[str] = []
    for i in range(adjective + 1, min(adjective + 7, len(nodes))):
        node = nodes[i]
        if node.tag in _THINGS:
            return _named(nodes, i)
        if node.tag in ("WORD", "NAME", "COUNTNOUN", "LABEL", "NOTABLY", "MEAN", "PERF", "BENCH", "SPLIT"):
            if node.tag == "PERF" and not words:
                return Target(None, "perf", i)
            words.append(node.text)
            continue
        break
    if not words or nodes[adjective].text.casefold() in _IMPLIED_BY_WORD:
        return None
    return Target(" ".join(words), "open", adjective)


def _implied(nodes: list[Node], change: int | None) -> Target | None:
    if change is None:
        return None
    node = nodes[change]
    if node.tag == "ACCURATEADJ":
        return Target("accuracy", "quality", change)
    name = _IMPLIED_BY_WORD.get(node.text.casefold())
    return Target(name, "cost", change) if name else None


def _open_noun(nodes: list[Node], reading: Reading, change: int) -> Target:
    """``reduces the number of violating outputs by 81%``: the object of the verb, when no list knows it."""
    if nodes[change].tag not in ("DOWNVERB", "UPVERB", "DOWNNOUN"):
        return Target(None, "none")
    words: list[str] = []
    stop = reading.index if change < reading.index else min(len(nodes), change + 8)
    start = change + 1
    if nodes[change].tag == "DOWNNOUN":
        if start < len(nodes) and nodes[start].tag in ("ON", "OF"):
            start += 1
        else:
            return Target(None, "none")
    for i in range(start, stop):
        node = nodes[i]
        if node.tag == "PERF":
            return Target(None, "perf", i)
        if node.tag in ("DET", "WE", "NOTABLY") and not words:
            continue
        if node.tag in ("WORD", "COUNTNOUN", "LABEL", "SETNOUN") or (node.tag == "OF" and words[-1:] == ["number"]):
            words.append(node.text)
            continue
        if node.tag == "NAME" and not words:
            return Target(None, "none")
        break
    return Target(" ".join(words), "open", change) if words and words[0].casefold() in ("number", "amount") else Target(None, "none")


def nearest(nodes: list[Node], index: int, tags: tuple[str, ...], owned: set[int]) -> int | None:
    """The node of one of ``tags`` that stands closest to the quantity at ``index``, counted in nodes with a price for every boundary between.

    The prices: another quantity 7, a verb or comparison 4 (to the right) or 1 (to the left), a comma 3 or 1, a bracket 1; a node that another
    quantity's own rule has taken costs 5 more.
    """
    best: tuple[float, int] | None = None
    for step, limit in ((1, 14), (-1, 28)):
        price = 0.0
        i = index + step
        while 0 <= i < len(nodes) and price <= limit:
            node = nodes[i]
            if node.tag in ("STOP",):
                break
            if node.tag in tags:
                total = price + (5 if i in owned else 0)
                if best is None or total < best[0]:
                    best = (total, i)
            price += _price(node.tag, step)
            i += step
    return None if best is None or best[0] > 26 else best[1]


def _price(tag: str, step: int) -> float:
    if tag in ("Q", "TIMES"):
        return 7
    if tag in _BREAKS:
        return 4 if step > 0 else 1
    if tag in ("COMMA", "AND"):
        return 3 if step > 0 else 1
    if tag in ("LP", "RP"):
        return 1
    return 0.5


def change_node(nodes: list[Node], reading: Reading) -> int | None:
    """The word of change that governs a delta (or a share after "reduce ... to"): behind the number first, then before it."""
    if reading.frame not in ("delta", "share"):
        return None
    index = reading.index
    order = [*range(index + 1, min(reading.last, len(nodes))), *range(index - 1, reading.first - 1, -1)]
    strong = [i for i in order if nodes[i].tag in _CHANGES]
    if strong:
        return _skip_generic(nodes, strong, index)
    if reading.frame == "share":
        return None
    for i in range(index + 1, min(index + 7, len(nodes))):
        if nodes[i].tag in ("UPNOUN", "DOWNNOUN", "SPEEDNOUN"):
            return i
        if nodes[i].tag in ("COMMA", "Q", "STOP", "AND"):
            break
    for i in range(index - 1, max(-1, index - 26), -1):
        if nodes[i].tag in _CHANGES and nodes[i].tag not in ("UPADJ", "DOWNADJ"):
            return i
    return None


def _skip_generic(nodes: list[Node], found: list[int], index: int) -> int:
    """``outperforms X by a margin of 2%``: the verb says more than "margin"; otherwise the nearest word in reading order."""
    first = found[0]
    if nodes[first].text.casefold().startswith(("margin", "lead")) and len(found) > 1 and nodes[found[1]].tag == "BEAT":
        return found[1]
    if first < index and nodes[first].tag == "BEAT":
        return first
    return first


def change_of(nodes: list[Node], reading: Reading, target: Target, registry: Registry) -> Change | None:
    """Which way the measured quantity moved. "Improves" and its kin mean the good direction of the metric; "increases" means up."""
    q = nodes[reading.index].quantities[0]
    if reading.frame == "share" and not (reading.rule.name in ("share-left", "cost-share-to")):
        return None
    if reading.frame in ("level", "baseline"):
        return None
    if nodes[reading.index].tag == "TIMES":
        return "down" if q.value < 1 else "up"
    if q.sign == "-":
        return "down"
    node = change_node(nodes, reading)
    if node is None:
        return "up"
    literal: Change = "down" if _CHANGES[nodes[node].tag] == "down" else "up"
    tag, text = nodes[node].tag, nodes[node].text
    if reading.rule.name == "signed" and tag != "DOWNNOUN" and not (target.kind == "cost" and literal == "down"):
        return "up"
    if tag == "UPADJ" and text.casefold() in ("better", "superior"):
        return _good_direction(target, registry)
    if tag == "DOWNADJ" and text.casefold() in ("worse", "inferior"):
        good = _good_direction(target, registry)
        return "down" if good == "up" else "up"
    if tag in ("BEAT", "UPVERB", "UPNOUN") and (tag == "BEAT" or _EVALUATIVE.search(text)):
        return _good_direction(target, registry)
    return literal


def _good_direction(target: Target, registry: Registry) -> Change:
    metric = registry.metric(target.name) if target.name else None
    return "down" if metric is not None and metric.direction == "lower" else "up"


def kind_of(nodes: list[Node], reading: Reading, target: Target, q: Quantity) -> Kind:
    """Score, gain, ratio or cost, by the frame, the unit and what was measured."""
    if q.unit == "x" or q.fraction:
        return "ratio"
    if reading.frame == "share":
        return "ratio"
    if reading.frame == "delta":
        if q.unit == "%" and (target.kind == "cost" or _relative(nodes, reading)):
            return "ratio"
        return "gain"
    if target.kind == "cost":
        return "ratio" if q.unit == "%" else "cost"
    if q.unit in _PHYSICAL_COST and target.kind == "none":
        return "cost"
    return "score"


def _relative(nodes: list[Node], reading: Reading) -> bool:
    """Whether the text calls the change relative: the word stands in the rule's match or right around the number."""
    window = range(max(0, reading.index - 7), min(len(nodes), reading.index + 6))
    for i in window:
        if nodes[i].tag == "RELATIVE" and nodes[i].text.casefold() in ("relative", "relatively"):
            between = range(min(i, reading.index) + 1, max(i, reading.index))
            if not any(nodes[j].tag in ("COMMA", "SEMI", "Q", "STOP") for j in between):
                return True
    return False


def unit_of(reading: Reading, q: Quantity) -> str | None:
    """The claim's unit: a bare number that is a change counts the metric's own points."""
    if q.unit is None and reading.frame == "delta":
        return "points"
    if q.unit == "points" and reading.frame in ("level", "baseline"):
        return "points"
    return q.unit
