"""The charts: pure functions from the rows of named queries to Altair charts, so that each can be tested without a page."""

from __future__ import annotations

from dashboards.charts.board import PICK, SHOWN_RANKED, datable, over_time, points, ranked, spread, steps
from dashboards.charts.look import axis_title, png, svg, value_scale

__all__ = ["PICK", "SHOWN_RANKED", "axis_title", "datable", "over_time", "png", "points", "ranked", "spread", "steps", "svg", "value_scale"]
