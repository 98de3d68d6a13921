"""What was measured by a number that is a level ("an accuracy of 95.9%")."""

from __future__ import annotations

import re

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.metric.cost_units import PHYSICAL_COST
from leaderboard.extraction.metric.nearest import THINGS, named, nearest
from leaderboard.extraction.metric.of_change import subject_of_verb
from leaderboard.extraction.metric.unregistered import in_terms_of, name_behind, noun_behind
from leaderboard.extraction.tokens.node import Quantity
from leaderboard.extraction.tokens.sentence import Sentence

_OWN_METRIC = frozenset({"metric-of", "metric-number", "metric-bracket", "cost-of", "from-to:from", "from-to:to", "verb-to"})


_TIMES = frozenset({"s", "ms", "min", "h", "day", "GPU hours", "GPU days"})


_TIMELESS = frozenset({"parameters", "memory", "model size", "FLOPs", "energy", "power"})


_SPEAKS_FOR_ITSELF = frozenset({"fps", "params", "FLOPs", "tokens", "USD"})


def target_of_level(nodes: Sentence, reading: Reading, q: Quantity, owned: set[int]) -> Target:
    """What a number that is a level measures; a target of kind ``none`` where nothing says so."""
    bracketed = [n.tag for n in nodes[reading.index + 1 : reading.index + 4]] == ["LP", "METRIC", "RP"]
    if bracketed:
        return named(nodes, reading.index + 2)
    before = [i for i in range(reading.first, reading.index) if nodes[i].tag in THINGS]
    behind_it = reading.index + 1
    if (
        behind_it + 1 < len(nodes)
        and nodes[behind_it].tag == "METRIC"
        and "LP" in (nodes[reading.index - 1].tag, nodes[behind_it + 1].tag.replace("RP", "LP"))
    ):
        return named(nodes, behind_it)
    if reading.rule.name == "metric-is" and len(before) > 1 and nodes[before[0]].tag == "METRIC" and nodes[before[0] + 1].tag == "OF":
        return named(nodes, before[0])
    if q.unit == "fps" and not any("throughput" in nodes[i].text.casefold() for i in before):
        return Target(_physical(nodes, q.unit), "cost")
    if before and reading.rule.name in _OWN_METRIC:
        measured = [i for i in before if nodes[i].tag == "METRIC"] if q.unit in ("%", None, "points") else []
        return named(nodes, (measured or before)[-1])
    if reading.rule.name == "verb-to" and not before and (subject := subject_of_verb(nodes, reading.first)) is not None:
        return named(nodes, subject)
    if q.unit in PHYSICAL_COST:
        near = nearest(nodes, reading.index, ("COST",), owned)
        if (
            near is not None
            and q.unit not in _SPEAKS_FOR_ITSELF
            and abs(near - reading.index) < _WITHIN
            and not _foreign(named(nodes, near).name, q.unit)
        ):
            return named(nodes, near)
        return Target(_physical(nodes, q.unit), "cost")
    found = nearest(nodes, reading.index, ("METRIC",) if q.unit in ("%", None) else THINGS, owned)
    if found is None and (term := in_terms_of(nodes, reading.index)) is not None:
        return term
    own = name_behind(nodes, reading.index) if found is None or abs(found - reading.index) > _NEAR else None
    if own is not None:
        return own
    behind = noun_behind(nodes, reading) if found is None or abs(found - reading.index) > _FAR else None
    if behind is not None:
        return behind
    return Target(None, "none") if found is None else named(nodes, found)


_FAR = 5


_WITHIN = 9


def _foreign(name: str | None, unit: str) -> bool:
    """Whether a named cost cannot be what a time measures ("2.7 MB parameters within 0.8 GPU days")."""
    return name == "price" or (unit in _TIMES and name in _TIMELESS)


def _physical(nodes: Sentence, unit: str) -> str:
    """What a unit measures by itself; hours are training time only where the sentence speaks of training or of devices."""
    name = PHYSICAL_COST[unit]
    if unit not in ("h", "day", "min"):
        return name
    trains = any("train" in n.text.casefold() or "tun" in n.text.casefold() or n.tag == "HARDWARE" for n in nodes)
    gpu = any(n.tag == "Q" and re.search(r"[GT]PU|[AHV]1?00", n.text) for n in nodes)
    return "training time" if trains or gpu else "time"


_NEAR = 2
