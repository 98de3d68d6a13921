"""One system's scores: what its own papers report beside what others do."""

from __future__ import annotations

import altair as alt
import polars as pl

from dashboards.charts import look
from dashboards.charts.lines import draw, placed
from dashboards.tables.common import BOARD
from dashboards.theme import QUIET


def several(rows: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """The rows that can be drawn: of the boards with different comparable numbers, in the order of the table.

    Args:
        rows: of ``method_rows``, scores only.
        pairs: as ``tables.paired`` makes them of these rows.
    """
    comparable = rows.filter("comparable")
    apart = comparable.filter(pl.col("rank_value").n_unique().over(BOARD) > 1)
    return apart.join(pairs.select(BOARD), on=BOARD, how="inner", maintain_order="right")


def own_and_others(drawable: pl.DataFrame, ink: str = QUIET) -> alt.LayerChart:
    """Every comparable score where there are several: own results filled, cited ones as empty squares.

    Args:
        drawable: of :func:`several`, at least one row.
        ink: the colour of the numbers.
    """
    dots = placed(drawable)
    return draw(dots, look.roles(dots), ink, filled=False)
