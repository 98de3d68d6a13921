"""Several systems over the benchmarks they share: one line a benchmark, each on a scale of its own, better always to the right."""

from __future__ import annotations

import altair as alt
import polars as pl

from dashboards import text
from dashboards.charts import look
from dashboards.charts.method import ARROWS
from dashboards.theme import QUIET, ROLES, UNSPECIFIED

SHOWN_SHARED = 25
ROW_HEIGHT = 40
FRAME = 130
LABEL = 44
# By Okabe and Ito, for any colour vision; each system also has a shape of its own. All stand out from light and from dark by 3:1 or nearly.
COLOURS = ("#0a7ec2", "#d55e00", "#00946c", "#b8639a", "#c97b00", "#7b8794")
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
BOARD = ("benchmark", "metric", "split")


def side_by_side(rows: pl.DataFrame, systems: list[str], ink: str = QUIET) -> alt.LayerChart:
    """Each system's number on each shared board, placed between the worst and the best of the line, whose numbers stand at its ends.

    Args:
        rows: of ``compare_rows``; the first :data:`SHOWN_SHARED` boards are drawn.
        systems: the systems' names, in the order of their colours.
        ink: the colour of the numbers.
    """
    dots = placed(rows)
    order = dots["board"].unique(maintain_order=True).to_list()
    axis = alt.Axis(labelLimit=320, labelOverlap=False, ticks=False, domain=False, grid=True, gridOpacity=0.6)
    y = alt.Y("board:N", sort=order, title=None, axis=axis)
    flat = alt.Axis(labels=False, ticks=False, grid=False, domain=False)
    x = alt.X(
        "place:Q", title="worse  ←  on each line's own scale  →  better", scale=alt.Scale(domain=[-0.16, 1.16], nice=False), axis=flat
    )
    legend = alt.Legend(title=None, orient="top", columns=3, labelLimit=220, symbolOpacity=1)
    shown = {
        "color": alt.Color("name:N", scale=alt.Scale(domain=systems, range=list(COLOURS)), legend=legend),
        "shape": alt.Shape("name:N", scale=alt.Scale(domain=systems, range=list(SHAPES)), legend=legend),
    }
    marks = alt.Chart(dots).mark_point(size=120, filled=True, opacity=0.95).encode(x=x, y=y, tooltip=look.TOOLTIP, **shown)
    ends = [_end(dots, y, "worst", "right", -12, ink), _end(dots, y, "best", "left", 12, ink)]
    return alt.layer(*ends, marks).properties(height=len(order) * ROW_HEIGHT + FRAME)


def placed(rows: pl.DataFrame) -> pl.DataFrame:
    """The dots: where each stands on its line, from 0 (worst) to 1 (best; equals are in the middle), and the words for its tooltip."""
    boards = rows.select(BOARD).unique(maintain_order=True).head(SHOWN_SHARED).with_row_index("line")
    dots = rows.join(boards, on=BOARD, how="inner", maintain_order="right")
    good = pl.when(pl.col("direction") == "lower").then(-pl.col("rank_value")).otherwise("rank_value")
    low, high = good.min().over("line"), good.max().over("line")
    labels = [text.quantity(row["rank_value"], row["canonical_unit"], row["bound"]) for row in dots.iter_rows(named=True)]
    names = [_label(row) for row in dots.iter_rows(named=True)]
    return dots.select(
        pl.Series("board", names, dtype=pl.String),
        pl.col("method").alias("name"),
        pl.Series("label", labels, dtype=pl.String),
        pl.when(high > low).then((good - low) / (high - low)).otherwise(0.5).alias("place"),
        (good == high).alias("best"),
        ((good == low) & (high > low)).alias("worst"),
        pl.col("title").alias("paper"),
        "year",
        pl.col("role").replace(ROLES),
        "quote",
    )


def _end(dots: pl.DataFrame, y: alt.Y, which: str, side: str, away: int, ink: str) -> alt.Chart:
    """The number at one end of each line."""
    some = dots.filter(which).unique("board", keep="first", maintain_order=True)
    return alt.Chart(some).mark_text(align=side, dx=away, fontSize=12, color=ink).encode(x="place:Q", y=y, text="label:N")


def _label(row: dict[str, object]) -> str:
    parts = (row["benchmark"], row["metric"], row["split"])
    said = ", ".join(str(part) for part in parts if part != UNSPECIFIED)
    return f"{text.shorten(said, LABEL)} {ARROWS.get(str(row['direction']), '')}{look.UNSEEN * int(str(row['line']))}"
