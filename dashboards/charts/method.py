"""One system's scores: what its own papers report beside what others do, one line a benchmark, metric and split."""

from __future__ import annotations

import altair as alt
import polars as pl

from dashboards import text
from dashboards.charts import look
from dashboards.tables.common import stated
from dashboards.theme import QUIET, ROLES, UNSPECIFIED

SHOWN_BOARDS = 30
ROW_HEIGHT = 32
FRAME = 110
LABEL = 46
ARROWS = {"higher": "↑", "lower": "↓"}
BOARD = ("benchmark", "metric", "split")


def units(pairs: pl.DataFrame) -> list[str]:
    """The units in which scores can be drawn together, those of most benchmarks with both sides first.

    Args:
        pairs: as ``tables.paired`` makes them.
    """
    drawn = pairs.filter(pl.col("own_best").is_not_null() | pl.col("others_best").is_not_null()).with_columns(pl.col("unit").fill_null(""))
    both = pl.col("difference").is_not_null().sum()
    return (
        drawn.group_by("unit")
        .agg(both.alias("both"), pl.len().alias("boards"))
        .sort("both", "boards", "unit", descending=[True, True, False])["unit"]
        .to_list()
    )


def own_and_others(rows: pl.DataFrame, pairs: pl.DataFrame, unit: str) -> alt.LayerChart:
    """Every comparable score in one unit, a line from the lowest to the highest of each board.

    Args:
        rows: of ``method_rows``, scores only.
        pairs: as ``tables.paired`` makes them of these rows; their order is the chart's.
        unit: one of :func:`units`.
    """
    boards = of_unit(pairs, unit).head(SHOWN_BOARDS)
    labels = pl.Series("board", [_label(row, place) for place, row in enumerate(boards.iter_rows(named=True))], dtype=pl.String)
    dots = (
        rows.filter("comparable")
        .join(boards.select(*BOARD, labels), on=BOARD, how="inner", maintain_order="right")
        .select(
            "board",
            pl.col("rank_value").alias("value"),
            pl.col("method").alias("name"),
            stated().alias("label"),
            pl.col("title").alias("paper"),
            "year",
            pl.col("role").replace(ROLES),
            "quote",
        )
    )
    ends = dots.group_by("board", maintain_order=True).agg(pl.col("value").min().alias("low"), pl.col("value").max().alias("high"))
    axis = alt.Axis(labelLimit=330, labelOverlap=False, ticks=False, domain=False, grid=True, gridOpacity=0.6)
    y = alt.Y("board:N", sort=labels.to_list(), title=None, axis=axis)
    x = alt.X("value:Q", title=unit or "value", scale=look.value_scale(dots["value"]), axis=alt.Axis(grid=False, tickCount=8))
    span = alt.Chart(ends).mark_rule(color=QUIET, strokeWidth=2, opacity=0.6).encode(x=alt.X("low:Q"), x2="high:Q", y=y)
    marks = alt.Chart(dots).mark_point(size=85, opacity=0.9, strokeWidth=1.6).encode(x=x, y=y, tooltip=look.TOOLTIP, **look.roles(dots))
    return alt.layer(span, marks).properties(height=boards.height * ROW_HEIGHT + FRAME)


def of_unit(pairs: pl.DataFrame, unit: str) -> pl.DataFrame:
    """The pairs that are measured in a unit and have something to draw."""
    drawn = pl.col("own_best").is_not_null() | pl.col("others_best").is_not_null()
    return pairs.filter(drawn & (pl.col("unit").fill_null("") == unit))


def _label(row: dict[str, object], place: int) -> str:
    """A board in a few words, with an arrow that says which way is better; unseen characters keep two boards apart."""
    parts = (row["benchmark"], row["metric"], row["split"])
    said = ", ".join(str(part) for part in parts if part != UNSPECIFIED)
    return f"{text.shorten(said, LABEL)} {ARROWS.get(str(row['direction']), '')}{look.UNSEEN * place}"
