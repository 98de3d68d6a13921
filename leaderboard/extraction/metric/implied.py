"""Attach, helpers of targets: measures that a word implies ("faster", "smaller", "twice as large")."""

from __future__ import annotations

import re
from itertools import takewhile

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.metric.cost_units import PHYSICAL_COST
from leaderboard.extraction.metric.nearest import THINGS, named
from leaderboard.extraction.tokens.sentence import Sentence

SPEED = frozenset({"SPEEDVERB", "SPEEDNOUN", "FASTADJ", "SLOWADJ"})


_IMPLIED_BY_WORD = {
    "smaller": "model size",
    "lighter": "model size",
    "slimmer": "model size",
    "cheaper": "price",
    "compact": "model size",
    "more compact": "model size",
    "more lightweight": "model size",
    "more parameter-efficient": "parameters",
    "more data-efficient": "training data",
    "more sample-efficient": "training data",
    "more energy-efficient": "energy",
    "more memory-efficient": "memory",
}


#: ``twice as fast as X``: the adjective says what was measured.
_AS_WORDS = {"fast": "speed", "quick": "speed", "quickly": "speed", "slow": "speed", "accurate": "accuracy", "large": "size", "big": "size"}
_AS_WORDS |= {"expensive": "price", "long": "length", "heavy": "weight", "efficient": "efficiency"}


def as_adjective(nodes: Sentence, reading: Reading) -> Target | None:
    """``twice as fast as X``, ``half as many samples``: the adjective, or the noun behind it, says what was measured."""
    if reading.rule.name != "times-as":
        return None
    for i in range(reading.index + 1, min(reading.index + 4, len(nodes))):
        if nodes[i].text.casefold() in ("many", "much"):
            words = [n.text for n in takewhile(lambda n: n.tag in ("WORD", "COUNTNOUN", "LABEL", "COST"), nodes[i + 1 : i + 5])]
            return Target(" ".join(words), "open", i) if words else None
        name = _AS_WORDS.get(nodes[i].text.casefold())
        if name is not None:
            return Target(name, "quality" if name == "accuracy" else "cost", i)
    return None


def speed(nodes: Sentence, index: int, change: int) -> Target:
    """``2x faster``, ``a speed-up of 3x``: the speed of training where the sentence speaks of it, else speed."""
    window = nodes[max(0, min(index, change) - 6) : max(index, change) + 8]
    words = {n.text.casefold() for n in window}
    text = " ".join(n.text.casefold() for n in window)
    if "pre-training" in words or "pretraining" in words:
        return Target("training speed", "cost", change)
    if re.search(r"\btraining\b", text) and not re.search(r"\binference\b", text) and nodes[change].tag == "SPEEDVERB":
        return Target("training speed", "cost", change)
    return Target("speed", "cost", change)


def after_adjective(nodes: Sentence, adjective: int) -> Target | None:
    """``34% fewer parameters``, ``4x more frames``: the noun behind the comparative, known or not."""
    words: list[str] = []
    for i in range(adjective + 1, min(adjective + 7, len(nodes))):
        node = nodes[i]
        if node.tag in THINGS:
            return named(nodes, i)
        if node.tag in ("WORD", "NAME", "COUNTNOUN", "LABEL", "NOTABLY", "MEAN", "PERF", "BENCH", "SPLIT"):
            if node.tag == "PERF" and not words:
                return Target(None, "perf", i)
            words.append(node.text)
            continue
        break
    if words and (name := _AS_WORDS.get(words[0].casefold())) is not None and nodes[adjective].text.casefold() in ("less", "more"):
        return Target(name, "quality" if name == "accuracy" else "cost", adjective)
    if len(words) > 1 and words[-1] == "efficient":
        return Target(" ".join([*words[:-1], "efficiency"]), "cost", adjective)
    if len(words) == 1 and words[0].casefold() in _SIZED and nodes[adjective].text.casefold() in ("larger", "bigger"):
        return Target("model size", "cost", adjective)
    if not words or nodes[adjective].text.casefold() in _IMPLIED_BY_WORD:
        return None
    return Target(" ".join(words), "open", adjective)


#: What is larger only in its size ("a 14x larger model").
_SIZED = frozenset({"model", "models", "network", "networks", "architecture", "architectures"})


def resource_before(nodes: Sentence, index: int) -> Target | None:
    """``with 21M parameters, 4.2 times fewer than X``: the comparative speaks of the resource stated right before."""
    for i in range(index - 1, max(-1, index - 5), -1):
        if nodes[i].tag == "Q" and (name := PHYSICAL_COST.get(nodes[i].quantities[-1].unit or "")):
            return Target(name, "cost", i)
        if nodes[i].tag not in ("COMMA", "AND", "LP", "WITH", "WORD"):
            return None
    return None


def _said_of(nodes: Sentence, adjective: int) -> int | None:
    """``the running time is 10x smaller``, ``memory (up to 60% smaller)``: the measure that is said to be smaller."""
    i = next((k for k in range(adjective - 1, max(0, adjective - 5), -1) if nodes[k].tag in ("BE", "LP")), None)
    if i is None:
        return None
    if nodes[i].tag == "LP":
        return i - 1 if nodes[i - 1].tag in THINGS else None
    for k in range(i - 1, max(-1, i - 12), -1):
        if nodes[k].tag in THINGS:
            return k
        if nodes[k].tag in ("BEAT", "GET", "UPVERB", "DOWNVERB", "SEMI", "Q"):
            return None
    return None


def implied(nodes: Sentence, change: int | None) -> Target | None:
    """``74% smaller``, ``more accurate by 2%``: the measure that a comparative implies."""
    if change is None:
        return None
    node = nodes[change]
    if node.tag in ("DOWNVERB", "SPEEDVERB") and node.text.casefold().startswith("compress"):
        return Target("model size", "cost", change)
    if node.tag == "ACCURATEADJ":
        return Target("accuracy", "quality", change)
    name = _IMPLIED_BY_WORD.get(node.text.casefold())
    if name == "model size" and (measured := _said_of(nodes, change)) is not None:
        return named(nodes, measured)
    return Target(name, "cost", change) if name else None
