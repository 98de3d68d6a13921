"""Several systems over the benchmarks they share."""

from __future__ import annotations

import altair as alt
import polars as pl

from dashboards.charts.lines import draw, placed
from dashboards.theme import QUIET

# After Okabe and Ito, for any colour vision; each system also has a shape of its own.
COLOURS = ("#0a7ec2", "#d55e00", "#00946c", "#b8639a", "#c97b00", "#7b8794")
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")


def side_by_side(rows: pl.DataFrame, systems: list[str], ink: str = QUIET) -> alt.LayerChart:
    """Each system's number on each shared board.

    Args:
        rows: of ``compare_rows``.
        systems: the systems' names, in the order of their colours.
        ink: the colour of the numbers.
    """
    legend = alt.Legend(title=None, orient="top", columns=3, labelLimit=220, symbolOpacity=1)
    shown = {
        "color": alt.Color("name:N", scale=alt.Scale(domain=systems, range=list(COLOURS[: len(systems)])), legend=legend),
        "shape": alt.Shape("name:N", scale=alt.Scale(domain=systems, range=list(SHAPES[: len(systems)])), legend=legend),
    }
    return draw(placed(rows), shown, ink, filled=True)
