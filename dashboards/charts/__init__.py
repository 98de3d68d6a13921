"""The charts: pure functions from the rows of named queries to Altair charts, so that each can be tested without a page."""

from __future__ import annotations

from dashboards.charts.board import PICK, SHOWN_RANKED, datable, over_time, points, ranked, spread, steps
from dashboards.charts.coverage import by_year
from dashboards.charts.look import axis_title, png, svg, value_scale
from dashboards.charts.tradeoff import cost_scale, front, picked_point, tradeoff, tradeoff_points

__all__ = [
    "PICK",
    "SHOWN_RANKED",
    "axis_title",
    "by_year",
    "cost_scale",
    "datable",
    "front",
    "over_time",
    "picked_point",
    "png",
    "points",
    "ranked",
    "spread",
    "steps",
    "svg",
    "tradeoff",
    "tradeoff_points",
    "value_scale",
]
