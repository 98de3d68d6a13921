"""Results on several boards in one chart: a line per board, each with its own scale, better to the right.

No two lines share a scale, so incomparable metrics are never compared and small differences stay visible.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import altair as alt
import polars as pl

from dashboards import text
from dashboards.charts import look
from dashboards.rows import Row
from dashboards.tables.common import BOARD, goodness, stated
from dashboards.theme import ORDINARY, QUIET, ROLES, UNSPECIFIED

SHOWN_LINES = 15
ROW_HEIGHT = 38
FRAME = 120
LABEL = 44
WIDE = (-0.36, 1.36)
ARROWS = {"higher": "↑", "lower": "↓"}


def placed(rows: pl.DataFrame) -> pl.DataFrame:
    """The dots: the position on the line, 0 (worst) to 1 (best; 0.5 if all are equal), and the fields of the tooltip.

    Args:
        rows: comparable rows of ``method_rows`` or ``compare_rows``; those of the first :data:`SHOWN_LINES` boards are drawn.
    """
    boards = rows.select(BOARD).unique(maintain_order=True).head(SHOWN_LINES).with_row_index("line")
    dots = rows.join(boards, on=BOARD, how="inner", maintain_order="right")
    good = goodness()
    low, high = good.min().over("line"), good.max().over("line")
    return dots.select(
        pl.Series("board", [_label(row) for row in dots.iter_rows(named=True)], dtype=pl.String),
        pl.col("method").alias("name"),
        stated().alias("label"),
        pl.when(high > low).then((good - low) / (high - low)).otherwise(0.5).alias("place"),
        (good == high).alias("best"),
        ((good == low) & (high > low)).alias("worst"),
        pl.col("title").alias("paper"),
        "year",
        pl.col("role").replace(ROLES),
        "quote",
    )


def draw(dots: pl.DataFrame, shown: Mapping[str, Any], ink: str, *, filled: bool) -> alt.LayerChart:
    """The chart of some dots, with the best and the worst value of each line at its ends.

    Args:
        dots: dots of :func:`placed`.
        shown: the encodings that distinguish the dots.
        ink: the colour of the values.
        filled: whether the dots are filled.
    """
    order = dots["board"].unique(maintain_order=True).to_list()
    axis = alt.Axis(labelLimit=320, labelOverlap=False, ticks=False, domain=False, grid=True, gridOpacity=0.6)
    y = alt.Y("board:N", sort=order, title=None, axis=axis)
    flat = alt.Axis(labels=False, ticks=False, grid=False, domain=False)
    x = alt.X("place:Q", title="worse  ←  →  better", scale=alt.Scale(domain=list(WIDE), nice=False), axis=flat)
    ends = dots.group_by("board", maintain_order=True).agg(pl.col("place").min().alias("low"), pl.col("place").max().alias("high"))
    span = alt.Chart(ends).mark_rule(color=QUIET, strokeWidth=2, opacity=0.5).encode(x=alt.X("low:Q"), x2="high:Q", y=y)
    marks = (
        alt.Chart(dots).mark_point(size=110, filled=filled, opacity=0.95, strokeWidth=1.8).encode(x=x, y=y, tooltip=look.TOOLTIP, **shown)
    )
    written = [_end(dots, y, "worst", "right", -12, ink), _end(dots, y, "best", "left", 12, ink)]
    return alt.LayerChart(layer=[span, *written, marks], height=len(order) * ROW_HEIGHT + FRAME)


def _end(dots: pl.DataFrame, y: alt.Y, which: str, side: Literal["left", "right"], away: int, ink: str) -> alt.Chart:
    """The value at one end of each line."""
    some = dots.filter(which).unique("board", keep="first", maintain_order=True)
    written: alt.Chart = alt.Chart(some).mark_text(align=side, dx=away, fontSize=12, color=ink).encode(x="place:Q", y=y, text="label:N")
    return written


def _label(row: Row) -> str:
    """A short label of a board with an arrow for the direction; invisible characters keep equal labels apart."""
    said = ", ".join(str(row[part]) for part in BOARD if part != "task" and row[part] not in (UNSPECIFIED, ORDINARY))
    return f"{text.shorten(said, LABEL)} {ARROWS.get(str(row['direction']), '')}{look.UNSEEN * int(str(row['line']))}"
