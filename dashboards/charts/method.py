"""One method's scores in its own papers and in other papers."""

from __future__ import annotations

import altair as alt
import polars as pl

from dashboards.charts import look
from dashboards.charts.lines import draw, placed
from dashboards.tables.common import BOARD
from dashboards.theme import QUIET


def several(rows: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """The rows to draw: those of boards with several different comparable scores, in table order.

    Args:
        rows: of ``method_rows``, scores only.
        pairs: ``tables.paired`` of these rows.
    """
    comparable = rows.filter("comparable")
    apart = comparable.filter(pl.col("rank_value").n_unique().over(BOARD) > 1)
    return apart.join(pairs.select(BOARD), on=BOARD, how="inner", maintain_order="right")


def own_and_others(drawable: pl.DataFrame, ink: str = QUIET) -> alt.LayerChart:
    """All comparable scores of these boards: own results filled, cited ones as empty squares.

    Args:
        drawable: of :func:`several`, at least one row.
        ink: the colour of the values.
    """
    dots = placed(drawable)
    return draw(dots, look.roles(dots), ink, filled=False)
