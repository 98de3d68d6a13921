"""The charts: pure functions from the rows of named queries to Altair charts, so that each can be tested without a page."""

from __future__ import annotations

from dashboards.charts.board import PICK, SHOWN_RANKED, datable, over_time, points, ranked, spread, steps
from dashboards.charts.look import axis_title, png, svg, value_scale
from dashboards.charts.quick import NAMED, cannot, choices, quick

__all__ = [
    "NAMED",
    "PICK",
    "SHOWN_RANKED",
    "axis_title",
    "cannot",
    "choices",
    "datable",
    "over_time",
    "png",
    "points",
    "quick",
    "ranked",
    "spread",
    "steps",
    "svg",
    "value_scale",
]
