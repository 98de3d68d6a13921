"""Charts: pure functions from the rows of named queries to Altair charts, testable without a page."""

from __future__ import annotations

from dashboards.charts.board import SHOWN_RANKED, Focus, datable, focus, over_time, points, ranked, spread, steps, year_only
from dashboards.charts.compare import side_by_side
from dashboards.charts.coverage import by_year
from dashboards.charts.lines import SHOWN_LINES, placed
from dashboards.charts.look import PICK, Drawing, axis_title, inked, picked, png, svg, value_scale
from dashboards.charts.method import own_and_others, several
from dashboards.charts.quick import NAMED, cannot, choices, quick
from dashboards.charts.spark import spark
from dashboards.charts.tradeoff import cost_scale, front, tradeoff, tradeoff_points

__all__ = [
    "NAMED",
    "PICK",
    "SHOWN_LINES",
    "SHOWN_RANKED",
    "Drawing",
    "Focus",
    "axis_title",
    "by_year",
    "cannot",
    "choices",
    "cost_scale",
    "datable",
    "focus",
    "front",
    "inked",
    "over_time",
    "own_and_others",
    "picked",
    "placed",
    "png",
    "points",
    "quick",
    "ranked",
    "several",
    "side_by_side",
    "spark",
    "spread",
    "steps",
    "svg",
    "tradeoff",
    "tradeoff_points",
    "value_scale",
    "year_only",
]
