"""Which kinds of numbers, by unit and notation, a rule may take."""

from __future__ import annotations

import re

from leaderboard.extraction.tokens.node import Node

#: Units in which costs are stated.
RESOURCE_UNITS = frozenset(
    [*"s min h day ms us fps FLOPs FLOP/s tokens/s QPS params tokens B KB MB GB TB W mW kW J mJ kWh USD".split(), "GPU years"]
)


_SCORE = re.compile("M[^.;]{0,12}Q|Q[^.;]{0,6}M")


def reports_score(string: str) -> bool:
    """Whether a sentence holds a number next to a quality metric, so that a model size beside it is the price of that score."""
    return _SCORE.search(string) is not None


#: "Up to" or "over" so many percent behind a verb of change is a level beyond this, a change below it.
_MOST_CHANGE = 50


def unit_kinds(node: Node) -> set[str]:
    """What a rule may ask of a quantity.

    >>> from leaderboard.extraction.tokens.node import Node, Quantity
    >>> sorted(unit_kinds(Node("Q", 0, 5, "+2.1%", None, (Quantity(0, 5, 2.1, unit="%", sign="+", decimals=1),))))
    ['%', 'decimal', 'signed']
    """
    if node.tag == "TIMES":
        return {"verb"}
    q = node.quantities[0]
    kinds = _of_unit(q.unit)
    if q.sign:
        kinds.add("signed")
    if q.fraction:
        kinds.add("fraction")
    ranged = q.high is not None and q.unit == "%"
    if q.unit in (None, "%") and (q.decimals or ranged or q.uncertainty is not None):
        kinds.add("decimal")
    if q.ordinal:
        kinds.add("ordinal")
    if q.out_of is not None and q.decimals and q.value < q.out_of and q.out_of == int(q.out_of):
        kinds.add("rating")
    if q.only and kinds & {"resource", "measure"}:
        kinds.add("only")
    if q.only and kinds & {"%", "fraction"}:
        kinds.add("little")
    small = q.value <= _MOST_CHANGE
    if q.bound in ("up_to", "at_least") and (q.unit in ("points", "dB") or (q.unit == "%" and small)):
        kinds.add("bounded")
    if q.bound == "up_to" and q.unit is None and q.decimals and q.value >= 1 and small:
        kinds.add("bounded")
    return kinds


def _of_unit(unit: str | None) -> set[str]:
    kinds = {"plain" if unit is None else unit}
    if unit in RESOURCE_UNITS:
        kinds.add("resource")
    elif unit not in (None, "%", "x", "points"):
        kinds.add("measure")
    if unit in ("s", "min", "h", "day", "ms"):
        kinds.add("time")
    return kinds
