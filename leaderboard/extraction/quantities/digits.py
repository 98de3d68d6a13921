"""Numbers in digits: ``95.9%``, ``4.7M parameters``, ``2% to 5%``, ``83.6±0.4``, ``1/3``, ``4.2 out of 5``."""

from __future__ import annotations

import re
from collections.abc import Callable

from leaderboard.extraction.quantities.notation import (
    AND_MORE,
    FRACTION,
    ORDINAL,
    OUT_OF,
    SECOND_FRACTION,
    UNCERTAINTY,
    number_of,
    quotient,
)
from leaderboard.extraction.quantities.walk import Walk
from leaderboard.extraction.tokens.node import Node, Quantity
from leaderboard.model import Bound


def in_digits(walk: Walk, node: Node) -> Quantity:
    """The quantity that begins with a number in digits: value, multiplier, unit, range, uncertainty, sign and bound."""
    return next(found for read in _READERS if (found := read(walk, node)) is not None)


def _fraction(walk: Walk, node: Node) -> Quantity | None:
    """``1/3``, ``1/3 to 1/2``, but not ``4/3``."""
    match = FRACTION.match(walk.text, node.start)
    if match is None or not 0 < int(match["top"]) < int(match["bottom"]) or walk.text.startswith("%", match.end()):
        return None
    value = quotient(match)
    second = SECOND_FRACTION.match(walk.text, match.end())
    if second:
        high = quotient(second)
        return Quantity(match.start(), second.end(), min(value, high), max(value, high), "x", fraction=True)
    return walk.signed(Quantity(match.start(), match.end(), value, unit="x", fraction=True))


def _ordinal(walk: Walk, node: Node) -> Quantity | None:
    """``the 95th percentile``."""
    match = ORDINAL.match(walk.text, node.end)
    return None if match is None else walk.signed(Quantity(node.start, match.end(), number_of(node.text), ordinal=True))


def _plain(walk: Walk, node: Node) -> Quantity:
    text, start, value = walk.text, node.start, number_of(node.text)
    multiplier, end = walk.units.multiplier(node.end)
    plus = text.startswith("+", end) and text[end + 1 : end + 2] in ("%", " ", "x")
    end += plus
    uncertain = UNCERTAINTY.match(text, end)
    unit, factor, stop = walk.units.unit(uncertain.end() if uncertain else end)
    second = None if uncertain else walk.pairs.second(start, stop)
    high: float | None = None
    if second is not None and (unit is None or second.unit in (unit, None)):
        if unit is None:
            unit, factor = second.unit, second.factor
            multiplier = second.multiplier if multiplier == 1 else multiplier
        high, stop = second.value * second.multiplier * second.factor, second.end
    elif unit is None:
        unit = walk.pairs.unit_of_move(stop)
    if unit == "%" and text.startswith("+", stop) and not text[stop + 1 : stop + 2].strip(" ,.;)"):
        plus, stop = True, stop + 1
    out_of = OUT_OF.match(text, stop) if unit is None and high is None and multiplier == 1 else None
    value *= multiplier * factor
    return walk.signed(
        Quantity(
            start,
            stop,
            value if high is None else min(value, high),
            None if high is None else max(value, high),
            unit,
            bound="at_least" if plus else _bound_behind(text, stop),
            uncertainty=_value_of(uncertain),
            out_of=_value_of(out_of),
            decimals=len(node.text.partition(".")[2]),
        )
    )


_READERS: tuple[Callable[[Walk, Node], Quantity | None], ...] = (_fraction, _ordinal, _plain)


def _bound_behind(text: str, end: int) -> Bound:
    """``75 and higher``, ``10 ms or less``."""
    more = AND_MORE.match(text, end)
    if more is None:
        return "exact"
    return "at_least" if more["up"] else "up_to"


def _value_of(match: re.Match[str] | None) -> float | None:
    return None if match is None else number_of(match["value"])
