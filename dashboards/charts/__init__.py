"""The charts: pure functions from the rows of named queries to Altair charts, so that each can be tested without a page."""

from __future__ import annotations

from dashboards.charts.board import PICK, SHOWN_RANKED, datable, over_time, points, ranked, spread, steps
from dashboards.charts.compare import side_by_side
from dashboards.charts.lines import SHOWN_LINES, placed
from dashboards.charts.look import axis_title, png, svg, value_scale
from dashboards.charts.method import own_and_others, several

__all__ = [
    "PICK",
    "SHOWN_LINES",
    "SHOWN_RANKED",
    "axis_title",
    "datable",
    "over_time",
    "own_and_others",
    "placed",
    "png",
    "points",
    "ranked",
    "several",
    "side_by_side",
    "spread",
    "steps",
    "svg",
    "value_scale",
]
