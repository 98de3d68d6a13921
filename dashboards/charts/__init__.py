"""The charts: pure functions from the rows of named queries to Altair charts, so that each can be tested without a page."""

from __future__ import annotations

from dashboards.charts.board import PICK, SHOWN_RANKED, datable, over_time, points, ranked, spread, steps
from dashboards.charts.compare import SHOWN_SHARED, placed, side_by_side
from dashboards.charts.look import axis_title, png, svg, value_scale
from dashboards.charts.method import SHOWN_BOARDS, of_unit, own_and_others, units

__all__ = [
    "PICK",
    "SHOWN_BOARDS",
    "SHOWN_RANKED",
    "SHOWN_SHARED",
    "axis_title",
    "datable",
    "of_unit",
    "over_time",
    "own_and_others",
    "placed",
    "png",
    "points",
    "ranked",
    "side_by_side",
    "spread",
    "steps",
    "svg",
    "units",
    "value_scale",
]
