"""Attach, part one: what a number measures."""

from __future__ import annotations

import re
from itertools import takewhile

from leaderboard.extraction.changes import change_node
from leaderboard.extraction.drafts import GAP, PHYSICAL_COST, Target
from leaderboard.extraction.grammar import Reading
from leaderboard.extraction.nodes import Node, Quantity
from leaderboard.extraction.words import TASK_ENDS, name_class
from leaderboard.registry import Registry

_THINGS = ("METRIC", "COST")
_SPEED = frozenset({"SPEEDVERB", "SPEEDNOUN", "FASTADJ", "SLOWADJ"})
_OWN_METRIC = frozenset({"metric-of", "metric-number", "metric-bracket", "cost-of", "from-to:from", "from-to:to", "verb-to"})
_SPEAKS_FOR_ITSELF = frozenset({"fps", "params", "FLOPs", "tokens", "USD"})
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


def target_of(nodes: list[Node], reading: Reading, owned: set[int], registry: Registry) -> Target:
    """What the number of a reading measures.

    Looks first inside the rule's own match, then for the nearest metric or cost by :func:`nearest`; a word like "faster" or "smaller"
    implies its own target, and so do units like fps.
    """
    index = reading.index
    change = change_node(nodes, reading)
    if change is not None and nodes[change].tag in _SPEED:
        return _speed(nodes, index, change)
    if change is not None and nodes[change].tag == "COMPRESSNOUN":
        return Target("model size", "cost", change)
    inside = [i for i in range(index + 1, min(reading.last, len(nodes))) if nodes[i].tag in _THINGS]
    if reading.rule.name == "share-of-perf" and any("peak" in n.text.casefold() for n in nodes[index + 1 : reading.last]):
        cost = nearest(nodes, index, ("COST",), owned)
        return Target(None, "perf") if cost is None else _named(nodes, cost)
    if inside and reading.rule.name != "verb-up-to":
        chosen = inside[0] if reading.rule.name.startswith("share") or len(inside) == 1 else inside[-1]
        return _named(nodes, chosen)
    if change is not None and nodes[change].tag in ("UPADJ", "DOWNADJ"):
        found = _after_adjective(nodes, change)
        if found is not None:
            return found
        counted = _resource_before(nodes, index)
        if counted is not None:
            return counted
    implied = _implied(nodes, change)
    if implied is not None:
        return implied
    q = nodes[index].quantities[0]
    if reading.frame in ("level", "baseline"):
        return _target_of_level(nodes, reading, q, owned)
    return _target_of_change(nodes, reading, q, change, owned, registry)


def _target_of_level(nodes: list[Node], reading: Reading, q: Quantity, owned: set[int]) -> Target:
    bracketed = [n.tag for n in nodes[reading.index + 1 : reading.index + 4]] == ["LP", "METRIC", "RP"]
    if bracketed:
        return _named(nodes, reading.index + 2)
    before = [i for i in range(reading.first, reading.index) if nodes[i].tag in _THINGS]
    behind_it = reading.index + 1
    if (
        behind_it + 1 < len(nodes)
        and nodes[behind_it].tag == "METRIC"
        and "LP" in (nodes[reading.index - 1].tag, nodes[behind_it + 1].tag.replace("RP", "LP"))
    ):
        return _named(nodes, behind_it)
    if before and reading.rule.name in _OWN_METRIC:
        return _named(nodes, before[-1])
    if q.unit in PHYSICAL_COST:
        near = nearest(nodes, reading.index, ("COST",), owned)
        if near is not None and q.unit not in _SPEAKS_FOR_ITSELF and abs(near - reading.index) < _WITHIN:
            return _named(nodes, near)
        return Target(_physical(nodes, q.unit), "cost")
    found = nearest(nodes, reading.index, ("METRIC",) if q.unit in ("%", None) else _THINGS, owned)
    own = _name_behind(nodes, reading.index) if found is None or abs(found - reading.index) > _NEAR else None
    if own is not None:
        return own
    behind = _noun_behind(nodes, reading) if found is None or abs(found - reading.index) > _FAR else None
    if behind is not None:
        return behind
    return Target(None, "none") if found is None else _named(nodes, found)


_FAR = 5
_WITHIN = 9


def _physical(nodes: list[Node], unit: str) -> str:
    """What a unit measures by itself; hours are training time only where the sentence speaks of training or of devices."""
    name = PHYSICAL_COST[unit]
    if unit not in ("h", "day", "min"):
        return name
    trains = any("train" in n.text.casefold() or "tun" in n.text.casefold() or n.tag == "HARDWARE" for n in nodes)
    gpu = any(n.tag == "Q" and re.search(r"[GT]PU|[AHV]1?00", n.text) for n in nodes)
    return "training time" if trains or gpu else "time"


_NEAR = 2
#: What ends a number's own noun.
_AFTER_NAME = frozenset({"ON", "IN", "OVER", "COMMA", "AND", "STOP", "VERSUS", "RP", "SEMI", "THAN"})


def _name_behind(nodes: list[Node], index: int) -> Target | None:
    """``88.2% MODA on Wildtrack``: an abbreviation right behind the number that no list knows is its measure."""
    q = nodes[index].quantities[-1]
    if q.unit not in ("%", None, "points") or index + 2 >= len(nodes):
        return None
    name, after = nodes[index + 1], nodes[index + 2]
    if name.tag != "NAME" or after.tag not in _AFTER_NAME or not re.fullmatch(r"(?:[A-Za-z]{1,2}-?)?[A-Z][A-Z0-9@-]+", name.text):
        return None
    return None if name.text in name_class("everybody") else Target(name.text, "quality", index + 1)


def _noun_behind(nodes: list[Node], reading: Reading) -> Target | None:
    """``produces up to 40% strain``: the noun that a percentage of this level is of, where nothing else follows it."""
    q = nodes[reading.index].quantities[-1]
    if q.unit != "%" or reading.rule.name not in ("get-number", "verb-to", "number-versus"):
        return None
    words: list[str] = []
    for node in nodes[reading.index + 1 : reading.index + 4]:
        if node.tag not in ("WORD", "SETNOUN", "LABEL"):
            break
        words.append(node.text)
    after = reading.index + 1 + len(words)
    ends = after >= len(nodes) or nodes[after].tag in ("COMMA", "AND", "STOP", "ON", "IN", "WITH", "RP", "SEMI")
    plain = all(w[0].islower() and not w.casefold().endswith("ly") and w.casefold() not in name_class("stopword") for w in words)
    if not words or not ends or not plain or _is_nobodys_measure(words):
        return None
    return Target(" ".join(words), "open", reading.index + 1)


def _target_of_change(nodes: list[Node], reading: Reading, q: Quantity, change: int | None, owned: set[int], registry: Registry) -> Target:
    """The object between the verb and the number; else a metric near by; else what the verb's object says in words no list knows."""
    index = reading.index
    beside = _beside(nodes, index) or _in_measure(nodes, index)
    if beside is not None:
        return _named(nodes, beside)
    own = _name_behind(nodes, index) or _as_adjective(nodes, reading) or _number_of(nodes, index, change)
    if own is not None:
        return own
    backward = change is not None and change < index
    last_number = max((i for i in range(index) if nodes[i].tag == "Q"), default=-1)
    if change is not None and backward and (found := _between(nodes, max(change, last_number), index, change, owned)) is not None:
        return _named(nodes, found)
    right = _linked_right(nodes, index if change is None or backward else change)
    if right is not None:
        return _named(nodes, right)
    if change is not None and backward and (found := _between(nodes, change, index, change, owned)) is not None:
        return _named(nodes, found)
    subject = _subject_of_verb(nodes, change, index) if change is not None and backward else None
    if subject is not None:
        return _named(nodes, subject)
    if change is not None:
        opened = _open_noun(nodes, reading, change)
        if opened.kind != "none":
            return opened
        left = _object_of_noun(nodes, change)
        if left is not None:
            return _named(nodes, left)
    down = change is not None and nodes[change].tag in ("DOWNADJ", "DOWNVERB", "DOWNNOUN")
    wide = q.unit == "x" or (change is not None and down and not nodes[change].text.casefold().startswith(_WORSENING))
    near = nearest(nodes, index, _THINGS if wide else ("METRIC",), owned)
    if near is not None and _measures(q.unit, nodes[near], registry):
        return _named(nodes, near)
    return Target(None, "none")


def _measures(unit: str | None, node: Node, registry: Registry) -> bool:
    """Whether a change in ``unit`` may be one of this measure: millimetres are no change of a share."""
    metric = registry.metric(node.name or node.text)
    return unit in (None, "%", "x", "points", "dB") or metric is None or metric.unit not in ("%", "points", None)


#: ``twice as fast as X``: the adjective says what was measured.
_AS_WORDS = {"fast": "speed", "quick": "speed", "quickly": "speed", "slow": "speed", "accurate": "accuracy", "large": "size", "big": "size"}
_AS_WORDS |= {"expensive": "price", "long": "length", "heavy": "weight", "efficient": "efficiency"}


def _as_adjective(nodes: list[Node], reading: Reading) -> Target | None:
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


def _beside(nodes: list[Node], index: int) -> int | None:
    """``+5.3% top-1 accuracy``: the thing right behind the number."""
    for i in range(index + 1, min(index + 4, len(nodes))):
        if nodes[i].tag in _THINGS:
            return i
        if nodes[i].tag not in ("NOTABLY", "MEAN", "RELATIVE", "ABSOLUTE", "WORD", "BENCH", "RP", "LP", "UPADJ"):
            return None
    return None


def _in_measure(nodes: list[Node], index: int) -> int | None:
    """``2.84 in ROUGE-2``: the measure right behind "in" or "on"."""
    i = index + 1
    if i >= len(nodes) or nodes[i].tag not in ("ON", "IN"):
        return None
    i += 1
    while i < len(nodes) and nodes[i].tag in ("MEAN", "DET") and i < index + 4:
        i += 1
    return i if i < len(nodes) and nodes[i].tag in _THINGS else None


def _between(nodes: list[Node], low: int, index: int, change: int, owned: set[int]) -> int | None:
    """The object between a verb of change and its number; a cost there is no object of "outperforms"."""
    inside = [i for i in range(low + 1, index) if nodes[i].tag in _THINGS and i not in owned and not _is_condition(nodes, i)]
    beat = nodes[change].tag == "BEAT"
    if beat:
        inside = [i for i in inside if nodes[i].tag == "METRIC"]
    return (inside[-1] if beat else inside[0]) if inside else None


def _number_of(nodes: list[Node], index: int, change: int | None) -> Target | None:
    """``the number of queries is reduced by 32%``, ``reduces the number of distance computations by 10%``: the counted thing."""
    low = max(0, (change if change is not None and change < index else index) - 6)
    for i in range(low, index - 1):
        if nodes[i].text.casefold() != "number" or nodes[i + 1].tag != "OF" or any(n.tag == "Q" for n in nodes[i:index]):
            continue
        counted = []
        for node in nodes[i + 2 : i + 6]:
            if node.tag not in ("WORD", "COUNTNOUN", "LABEL", "COST", "NAME", "METRIC", "SETNOUN"):
                break
            counted.append(node)
        if counted and not (len(counted) == 1 and counted[0].tag == "COST"):
            cost = any(n.tag == "COST" for n in counted)
            return Target("number of " + " ".join(n.text for n in counted), "cost" if cost else "open", i)
    return None


def _is_condition(nodes: list[Node], i: int) -> bool:
    """``using less data``, ``with the same memory``: a thing behind "with" is a condition, not the object."""
    back = i - 1
    while back >= 0 and nodes[back].tag in ("DET", "WORD", "NOTABLY", "DOWNADJ", "UPADJ", "ONLY", "NAME"):
        back -= 1
    return back >= 0 and nodes[back].tag == "WITH"


def _linked_right(nodes: list[Node], index: int) -> int | None:
    """``by 3.4% in mAP``, ``a gain of 2% on average F1``: the thing behind in / on / of / for, before anything else begins."""
    for i in range(index + 1, min(index + 9, len(nodes))):
        node = nodes[i]
        if node.tag in _THINGS:
            linked = any(nodes[j].tag in ("ON", "IN", "OF") for j in range(index + 1, i)) or i == index + 1
            return (
                i
                if linked and (node.tag == "METRIC" or nodes[i - 1].tag in ("IN", "OF", "WORD", "DET")) and not _is_condition(nodes, i)
                else None
            )
        if node.tag in ("Q", "COMMA", "SEMI", "STOP", "BEAT", "GET", "UPVERB", "DOWNVERB", "WITH", "OVER", "THAN", "VERSUS", "AND", "BY"):
            return None
    return None


def _subject_of_verb(nodes: list[Node], change: int, index: int) -> int | None:
    """``inference throughput increases by 55%``: the thing right before the verb."""
    if nodes[change].tag not in ("UPVERB", "DOWNVERB") or any(
        n.tag not in ("BY", "NOTABLY", "MEAN", "DET") for n in nodes[change + 1 : index]
    ):
        return None
    i = change - 1
    while i >= 0 and (
        nodes[i].tag in ("NOTABLY", "BE", "HAVE") or nodes[i].text.endswith("ly") or nodes[i].text.casefold() in ("can", "could")
    ):
        i -= 1
    if i >= 2 and nodes[i].tag in ("COUNTNOUN", "HARDWARE", "WORD", "NAME") and nodes[i - 1].tag in ("ON", "IN"):
        i -= 2
    return i if i >= 0 and nodes[i].tag in _THINGS else None


def _object_of_noun(nodes: list[Node], change: int) -> int | None:
    """``word error rate reductions of 5%``: the thing right before the noun of change."""
    if nodes[change].tag not in ("UPNOUN", "DOWNNOUN", "SPEEDNOUN", "DIFFNOUN"):
        return None
    i = change - 1
    while i >= 0 and change - i <= 3:
        if nodes[i].tag in _THINGS:
            return i
        if nodes[i].tag not in ("RELATIVE", "ABSOLUTE", "RP", "WORD", "LP", "NAME", "MEAN"):
            return None
        i -= 1
    return None


def _named(nodes: list[Node], index: int) -> Target:
    node = nodes[index]
    name = node.name or ("accuracy" if node.text.casefold() == "accurate" else node.text)
    if name == "score":
        return _score_of(nodes, index)
    if node.text.casefold().endswith("efficiency"):
        return Target(node.text, "cost", index)
    return Target(name, "cost" if node.tag == "COST" or name == GAP else "quality", index)


def _score_of(nodes: list[Node], index: int) -> Target:
    """``FID score``, ``(DCG@10) score``: the metric before it; ``memorability score``: a metric with the text's own words."""
    words: list[str] = []
    for i in range(index - 1, max(-1, index - 5), -1):
        node = nodes[i]
        if node.tag == "METRIC":
            return _named(nodes, i)
        if node.tag in ("LP", "RP") and not words:
            continue
        if node.tag in ("WORD", "NAME") and node.text[0].isalpha() and len(words) < 2:
            words.insert(0, node.text)
            continue
        break
    return Target(" ".join([*words, "score"]) if words else "score", "quality", index)


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


def _resource_before(nodes: list[Node], index: int) -> Target | None:
    """``with 21M parameters, 4.2 times fewer than X``: the comparative speaks of the resource stated right before."""
    for i in range(index - 1, max(-1, index - 5), -1):
        if nodes[i].tag == "Q" and (name := PHYSICAL_COST.get(nodes[i].quantities[-1].unit or "")):
            return Target(name, "cost", i)
        if nodes[i].tag not in ("COMMA", "AND", "LP", "WITH", "WORD"):
            return None
    return None


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
    if nodes[change].tag not in ("DOWNVERB", "UPVERB", "DOWNNOUN", "UPNOUN"):
        return Target(None, "none")
    words: list[str] = []
    last = ""
    stop = reading.index if change < reading.index else min(len(nodes), change + 8)
    start = change + 1
    if nodes[change].tag in ("DOWNNOUN", "UPNOUN"):
        if start < len(nodes) and nodes[start].text.casefold() in ("in", "of"):
            start += 1
        else:
            return Target(None, "none")
    for i in range(start, stop):
        node = nodes[i]
        if node.tag == "PERF" and not (words and node.text.casefold() == "quality"):
            return Target(None, "perf", i)
        if node.tag in ("DET", "WE", "NOTABLY", "MEAN") and not words:
            continue
        if node.tag in ("WORD", "COUNTNOUN", "LABEL", "SETNOUN", "SOLVE", "PERF", "NAME") or (node.tag == "OF" and words):
            words.append(node.text)
            last = node.tag
            continue
        break
    else:
        i = stop
    if not words or last == "NAME" or _is_nobodys_measure(words):
        return Target(None, "none")
    whole = i < len(nodes) and nodes[i].tag in ("BY", "FROM", "TO", "UPTO", "Q", "COMMA", "STOP", "AND", "VERSUS", "OVER", "ON", "IN", "RP")
    literal = nodes[change].tag in ("DOWNVERB", "DOWNNOUN") or nodes[change].text.casefold().startswith(_LITERAL)
    return Target(" ".join(words), "open", change) if whole and literal and len(words) <= _LONGEST_NAME else Target(None, "none")


#: Verbs that say which way a quantity went; what "improves" is as often a task as a measure.
_LITERAL = (
    "increas",
    "rais",
    "lift",
    "grow",
    "grew",
    "extend",
    "enlarge",
    "expand",
    "push",
    "add",
    "gain",
    "ris",
    "improvements",
    "improvement",
)
#: What only a quality does.
_WORSENING = ("degrad", "deteriorat", "declin", "drop", "loss", "worse")
_LONGEST_NAME = 4


def _is_nobodys_measure(words: list[str]) -> bool:
    """Whether the words are a task, or stand for the system or the comparison rather than for something measured."""
    last = words[-1].casefold()
    return last.endswith(TASK_ENDS) or last in name_class("anybody") or last in name_class("where") or last in name_class("stopword")


_CLAUSE_PRICE = 9
#: A gap is what a number measures only where it stands right beside it.
_GAP_PRICE = 8


def nearest(nodes: list[Node], index: int, tags: tuple[str, ...], owned: set[int]) -> int | None:
    """The node of one of ``tags`` that stands closest to the quantity at ``index``, with a price for every boundary between.

    The prices: another quantity 7, a verb or comparison 4 (to the right) or 1 (to the left), a comma 3 or 1, a bracket 1; a node that
    another quantity's own rule has taken costs 5 more.
    """
    best: tuple[float, int] | None = None
    for step, limit in ((1, 14), (-1, 28)):
        price = 0.0
        i = index + step
        while 0 <= i < len(nodes) and price <= limit:
            node = nodes[i]
            if node.tag == "STOP":
                break
            if node.tag in tags:
                total = price + (5 if i in owned else 0) + (_GAP_PRICE if node.name == GAP else 0)
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
    if tag == "CONJ":
        return _CLAUSE_PRICE
    if tag in ("COMMA", "AND"):
        return 3 if step > 0 else 1
    if tag in ("LP", "RP"):
        return 1
    return 0.5
