"""Which kinds of numbers, by unit and notation, a rule may take."""

from __future__ import annotations

import re
from collections.abc import Callable

from leaderboard.extraction.tokens.node import Node, Quantity

#: Units in which costs are stated.
RESOURCE_UNITS = frozenset(
    [*"s min h day ms us fps FLOPs FLOP/s tokens/s QPS params tokens B KB MB GB TB W mW kW J mJ kWh USD".split(), "GPU years"]
)


_SCORE = re.compile("M[^.;]{0,12}Q|Q[^.;]{0,6}M")


def reports_score(string: str) -> bool:
    """Whether a sentence holds a number next to a quality metric, so that a model size beside it is the price of that score."""
    return _SCORE.search(string) is not None


def unit_kinds(node: Node) -> set[str]:
    """What a rule may ask of a quantity: its unit and its notation.

    >>> from leaderboard.extraction.tokens.node import Node, Quantity
    >>> sorted(unit_kinds(Node("Q", 0, 5, "+2.1%", None, (Quantity(0, 5, 2.1, unit="%", sign="+", decimals=1),))))
    ['%', 'decimal', 'signed']
    """
    if node.tag == "TIMES":
        return {"verb"}
    q = node.quantities[0]
    return _of_unit(q.unit).union(kind for kind, has in _NOTATIONS if has(q))


def _is_decimal(q: Quantity) -> bool:
    """``93.1``, ``93.1%``, ``90-95%``, ``93 ± 1``."""
    ranged = q.high is not None and q.unit == "%"
    return q.unit in (None, "%") and bool(q.decimals or ranged or q.uncertainty is not None)


def _is_rating(q: Quantity) -> bool:
    """``4.4 out of 5``."""
    return q.out_of is not None and bool(q.decimals) and q.value < q.out_of and q.out_of == int(q.out_of)


#: "Up to" or "over" so many percent after a verb of change is a level beyond this, a change below it.
_MOST_CHANGE = 50


def _is_bounded(q: Quantity) -> bool:
    """``up to 2.5%``, ``over 3 points``, ``up to 2.5``: a bound that may be one of a change."""
    small = q.value <= _MOST_CHANGE
    if q.unit is None:
        return q.bound == "up_to" and bool(q.decimals) and q.value >= 1 and small
    return q.bound in ("up_to", "at_least") and (q.unit in ("points", "dB") or (q.unit == "%" and small))


_SHARE = frozenset({"%", None, "x", "points"})

#: Kinds of numbers that show in how they are written.
_NOTATIONS: tuple[tuple[str, Callable[[Quantity], bool]], ...] = (
    ("signed", lambda q: bool(q.sign)),
    ("fraction", lambda q: q.fraction),
    ("decimal", _is_decimal),
    ("ordinal", lambda q: q.ordinal),
    ("rating", _is_rating),
    ("only", lambda q: q.only and q.unit not in _SHARE),
    ("little", lambda q: q.only and (q.unit == "%" or q.fraction)),
    ("bounded", _is_bounded),
)


def _of_unit(unit: str | None) -> set[str]:
    """``ms``: its name, resource and time; ``km``: its name and measure; no unit: plain."""
    kinds = {"plain" if unit is None else unit}
    if unit in RESOURCE_UNITS:
        kinds.add("resource")
    elif unit not in _SHARE:
        kinds.add("measure")
    if unit in ("s", "min", "h", "day", "ms"):
        kinds.add("time")
    return kinds
