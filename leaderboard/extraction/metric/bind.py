"""What a number measures: the order in which a metric, a cost or an implied measure is looked for."""

from __future__ import annotations

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.metric.change_word import change_node
from leaderboard.extraction.metric.implied import by_word, compression, of_comparative, speed
from leaderboard.extraction.metric.nearest import named, nearest, nearest_thing
from leaderboard.extraction.metric.number import NOTHING, THINGS, Finder, Number, first_found
from leaderboard.extraction.metric.of_change import OF_CHANGE
from leaderboard.extraction.metric.of_level import OF_LEVEL
from leaderboard.extraction.metric.phrases import is_a
from leaderboard.extraction.metric.variant import variant_of
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.registry import Registry


def _of_peak(number: Number) -> Target | None:
    """``reaches 40% of the theoretical peak throughput``: a share of the nearest cost's peak, or of performance."""
    reading = number.reading
    of_metric = reading.frame == "share" and reading.rule.has("of-metric")
    if not of_metric or not any(is_a(n.text, "peak") for n in number.nodes[number.index + 1 : reading.last]):
        return None
    cost = nearest(number.nodes, number.index, ("COST",), number.owned)
    return Target(None, "perf") if cost is None else named(number.nodes, cost)


def _of_those(number: Number) -> Target | None:
    """``few parameters, 0.35% of those of BERT``: what was named before."""
    if not number.reading.rule.has("those"):
        return None
    those = nearest_thing(number.nodes, number.index, number.owned)
    return NOTHING if those is None else named(number.nodes, those)


def _in_match(number: Number) -> Target | None:
    """``95.9% top-1 accuracy``: the metric inside the rule's match, after the number; the last one, but of a share the first."""
    inside = number.things_after()
    if not inside or number.reading.rule.has("place-after"):
        return None
    return named(number.nodes, inside[0] if number.reading.frame == "share" else inside[-1])


def _of_performance(number: Number) -> Target | None:
    """``performance gains of 2.7%``: performance, unless a measure follows soon ("of 2.7% nDCG")."""
    if number.change is None or not is_a(number.nodes[number.change].text, "performance"):
        return None
    followed = any(n.tag in THINGS for n in number.nodes.after(max(number.index, number.change), 4))
    return None if followed else Target(None, "perf", number.change)


#: Where the measure of any number is looked for first, in order.
OF_ANY: tuple[Finder, ...] = (speed, compression, _of_peak, _of_those, _in_match, _of_performance, of_comparative, by_word)


def target_of(nodes: Sentence, reading: Reading, owned: frozenset[int], registry: Registry) -> Target:
    """What the number of a reading measures; a target of kind ``none`` where nothing says so.

    Args:
        nodes: the sentence.
        reading: the number, and the rule that took it.
        owned: metrics and costs inside the match of another number's rule; they belong to that number first.
        registry: for the units of metrics.
    """
    number = Number(nodes, reading, change_node(nodes, reading), owned, registry)
    level = reading.frame in ("level", "baseline")
    found = first_found((*OF_ANY, *(OF_LEVEL if level else OF_CHANGE)), number) or NOTHING
    return variant_of(nodes, reading.index, found, registry)


def reason_of(nodes: Sentence, target: Target) -> Reason | None:
    """Why a number measures this: the node that names it; None where a word or a unit implies it."""
    return Reason("nearest", nodes[target.node].text) if target.node >= 0 else None
