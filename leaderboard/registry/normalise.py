"""Converts values as written to their metric's canonical unit, so that 0.888 AUC and 88.8% can be compared.

Problematic values are kept and flagged: ``wrong-dimension`` (accuracy in GB; value and unit are unchanged) and ``out-of-range``.
"""

from __future__ import annotations

import math

from leaderboard.registry.entries import ANY_UNIT, NO_UNIT, Metric, Normalised
from leaderboard.registry.units import FACTORS, UnitError, Units

PERCENT_UNITS = ("%", "points")
OUT_OF_RANGE = "out-of-range"
WRONG_DIMENSION = "wrong-dimension"
BASES = {"time": "s", "information": "MB", "energy": "J", "power": "W", "device time": "GPU hours", "length": "m", "frequency": "Hz"}
"""For metrics measured in any unit: the base unit of each dimension; other units are unchanged."""


def normalise(metric: Metric, value: float, unit: str | None, units: Units) -> Normalised:
    """Convert ``value`` in ``unit`` (as in claims; None for a plain number) to the metric's canonical unit.

    - percent metrics: ``%`` and points unchanged; a plain number from 0 to 1 is a fraction and is multiplied by 100;
    - metrics within -1..1 (kappa, correlation, SSIM): ``%`` is divided by 100, and so is a plain number from 1 to 100;
    - metrics with a physical unit: converted; a plain number is assumed to be in the metric's unit;
    - metrics in any unit: converted to the base unit of the dimension, so that ms and s compare, tokens and hours do not;
    - others are plain numbers: any unit but points is of the wrong dimension.
    """
    scaled: tuple[float, str | None] | None
    if metric.unit == ANY_UNIT:
        scaled = _any(value, unit, units)
    elif metric.unit in PERCENT_UNITS:
        scaled = _percent(metric, value, unit)
    elif metric.unit == NO_UNIT:
        scaled = _plain(metric, value, unit)
    else:
        scaled = _physical(metric, value, unit, units)
    if scaled is None:
        return Normalised(value, unit, (WRONG_DIMENSION,))
    number, canonical_unit = scaled
    return Normalised(number, canonical_unit, () if in_range(metric, number) else (OUT_OF_RANGE,))


def in_range(metric: Metric, value: float) -> bool:
    """Whether a value in the canonical unit is within the metric's bounds."""
    if not math.isfinite(value):
        return False
    return (metric.low is None or value >= metric.low) and (metric.high is None or value <= metric.high)


def _percent(metric: Metric, value: float, unit: str | None) -> tuple[float, str | None] | None:
    if unit is None and metric.low == 0 and 0 <= value <= 1:
        return clean(value * 100), metric.unit
    return (value, metric.unit) if unit is None or unit in PERCENT_UNITS else None


def _plain(metric: Metric, value: float, unit: str | None) -> tuple[float, str | None] | None:
    if is_correlation(metric) and (unit == "%" or (unit in (None, "points") and 1 < value <= 100)):
        return clean(value / 100), None
    return (value, None) if unit in (None, "points") else None


def _physical(metric: Metric, value: float, unit: str | None, units: Units) -> tuple[float, str | None] | None:
    if unit is None or unit == "points":
        return value, metric.unit
    try:
        return clean(units.convert(value, unit, metric.unit)), metric.unit
    except UnitError:
        return None


def _any(value: float, unit: str | None, units: Units) -> tuple[float, str | None]:
    if unit is None or unit not in FACTORS:
        return value, unit
    base = BASES.get(FACTORS[unit][0], unit)
    return clean(units.convert(value, unit, base)), base


def is_correlation(metric: Metric) -> bool:
    """Whether a metric without unit has bounds within -1..1."""
    return metric.unit == NO_UNIT and metric.high == 1 and (metric.low is None or metric.low >= -1)


def clean(value: float) -> float:
    """The value without rounding errors of a multiplication (0.07 * 100 is 7, not 7.000000000000001).

    >>> clean(0.07 * 100)
    7.0
    """
    return float(f"{value:.12g}") if math.isfinite(value) else value
