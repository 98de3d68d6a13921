"""Several methods on the boards they share."""

from __future__ import annotations

import altair as alt
import polars as pl

from dashboards.charts.lines import draw, placed
from dashboards.theme import QUIET

# After Okabe and Ito, colour-blind safe; each method also has its own shape.
COLOURS = ("#0a7ec2", "#d55e00", "#00946c", "#b8639a", "#c97b00", "#7b8794")
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")


def side_by_side(rows: pl.DataFrame, systems: list[str], ink: str = QUIET) -> alt.LayerChart:
    """Each method's result on each shared board.

    Args:
        rows: of ``compare_rows``.
        systems: the methods' names, in the order of their colours.
        ink: the colour of the values.
    """
    legend = alt.Legend(title=None, orient="top", columns=3, labelLimit=220, symbolOpacity=1)
    shown = {
        "color": alt.Color("name:N", scale=alt.Scale(domain=systems, range=list(COLOURS[: len(systems)])), legend=legend),
        "shape": alt.Shape("name:N", scale=alt.Scale(domain=systems, range=list(SHAPES[: len(systems)])), legend=legend),
    }
    return draw(placed(rows), shown, ink, filled=True)
