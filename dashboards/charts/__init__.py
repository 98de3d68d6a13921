"""The charts: pure functions from the rows of named queries to Altair charts, so that each can be tested without a page."""

from __future__ import annotations

from dashboards.charts.board import PICK, SHOWN_RANKED, Focus, datable, focus, over_time, picked, points, ranked, spread, steps, year_only
from dashboards.charts.look import axis_title, png, svg, value_scale

__all__ = [
    "PICK",
    "SHOWN_RANKED",
    "Focus",
    "axis_title",
    "datable",
    "focus",
    "over_time",
    "picked",
    "png",
    "points",
    "ranked",
    "spread",
    "steps",
    "svg",
    "value_scale",
    "year_only",
]
