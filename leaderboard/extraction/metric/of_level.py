"""What was measured by a number that is a level ("an accuracy of 95.9%")."""

from __future__ import annotations

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.metric.implied import by_unit
from leaderboard.extraction.metric.nearest import named, nearest
from leaderboard.extraction.metric.number import THINGS, Finder, Number
from leaderboard.extraction.metric.phrases import is_a
from leaderboard.extraction.metric.subject import subject_of_verb
from leaderboard.extraction.metric.unregistered import in_terms_of, name_after, noun_after

#: Units in which qualities are stated.
_QUALITY_UNITS = ("%", None, "points")


def _in_brackets_after(number: Number) -> Target | None:
    """``95.9% (accuracy)``, ``(95.9% accuracy)``: the metric that shares brackets with the number."""
    nodes, index = number.nodes, number.index
    if [n.tag for n in nodes.after(index, 3)] == ["LP", "METRIC", "RP"]:
        return named(nodes, index + 2)
    after = nodes.at(index + 2).tag
    enclosed = after in ("LP", "RP") or (nodes.at(index - 1).tag == "LP" and after != "")
    return named(nodes, index + 1) if nodes.at(index + 1).tag == "METRIC" and enclosed else None


def _first_metric(number: Number) -> Target | None:
    """``the recall of the top-1 accuracy model is 84%``: the first of two metrics, where "of" follows it."""
    nodes, before = number.nodes, number.things_before()
    if not number.reading.rule.has("first-metric") or len(before) <= 1:
        return None
    first = before[0]
    return named(nodes, first) if nodes[first].tag == "METRIC" and nodes[first + 1].tag == "OF" else None


def _frame_rate(number: Number) -> Target | None:
    """``runs at 82 FPS``: frames per second are a speed, unless they are called a throughput."""
    if number.quantity.unit != "fps" or any(is_a(number.nodes[i].text, "throughput") for i in number.things_before()):
        return None
    return Target(by_unit(number.nodes, "fps"), "cost")


def _own_metric(number: Number) -> Target | None:
    """``an accuracy of 78.7%``: the last metric inside the rule's match, before the number."""
    before = number.things_before()
    if not before or not number.reading.rule.has("own-metric"):
        return None
    metrics = [i for i in before if number.nodes[i].tag == "METRIC"] if number.quantity.unit in _QUALITY_UNITS else []
    return named(number.nodes, (metrics or before)[-1])


def _moved(number: Number) -> Target | None:
    """``the error rate is reduced to 5%``: what the verb is said of."""
    if not number.reading.rule.has("moved-to") or number.things_before():
        return None
    subject = subject_of_verb(number.nodes, number.reading.first)
    return None if subject is None else named(number.nodes, subject)


_COST_REACH = 8
_TIMES = frozenset({"s", "ms", "min", "h", "day", "GPU hours", "GPU days"})
_TIMELESS = frozenset({"parameters", "memory", "model size", "FLOPs", "energy", "power"})
#: Units that say what they measure whatever cost stands near.
_PLAIN_UNITS = frozenset({"fps", "params", "FLOPs", "tokens", "USD"})


def _physical(number: Number) -> Target | None:
    """``5.3 ms``: a cost of that sort that stands near, else what the unit measures by itself."""
    nodes, unit = number.nodes, number.quantity.unit
    measure = by_unit(nodes, unit) if unit is not None else None
    if measure is None or unit is None:
        return None
    near = nearest(nodes, number.index, ("COST",), number.owned)
    if near is not None and unit not in _PLAIN_UNITS and abs(near - number.index) <= _COST_REACH:
        cost = named(nodes, near)
        if not _foreign(cost.name, unit):
            return cost
    return Target(measure, "cost")


def _foreign(cost: str | None, unit: str) -> bool:
    """Whether a cost cannot be what a unit measures ("2.7 MB parameters within 0.8 GPU days")."""
    return cost == "price" or (unit in _TIMES and cost in _TIMELESS)


_BESIDE, _NEAR = 2, 5


def _nearest(number: Number) -> Target | None:
    """``with an accuracy that is, on the test set, 84%``: the nearest metric; one farther off gives way to the number's own noun.

    ``88.2% MODA``: an unknown name right after it, if no metric stands within two words; ``40% strain``: a plain noun, if none stands
    within five; ``17% in terms of integrability``: the text's own word, if none stands anywhere near.
    """
    found = nearest(number.nodes, number.index, ("METRIC",) if number.quantity.unit in ("%", None) else THINGS, number.owned)
    distance = None if found is None else abs(found - number.index)
    own = in_terms_of(number) if distance is None else None
    if own is None and (distance is None or distance > _BESIDE):
        own = name_after(number)
    if own is None and (distance is None or distance > _NEAR):
        own = noun_after(number)
    return own if own is not None or found is None else named(number.nodes, found)


#: Where the measure of a level is looked for, in order.
OF_LEVEL: tuple[Finder, ...] = (_in_brackets_after, _first_metric, _frame_rate, _own_metric, _moved, _physical, _nearest)
