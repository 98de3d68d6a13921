"""The quick chart of the SQL page, with selectable columns."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import charts, shell, url_state
from dashboards.panels import download

NONE = "none"


def show(frame: pl.DataFrame) -> None:
    """Show column selectors and the chart, or why nothing can be drawn."""
    if reason := charts.cannot(frame):
        st.info(reason, icon=":material/show_chart:")
        return
    can = charts.choices(frame)
    first, second, third = st.columns(3)
    y = first.selectbox("Y axis", can.y, key=url_state.key_for("y", can.y, can.y[0]))
    over = [name for name in can.x if name != y] or can.x
    x = second.selectbox("X axis", over, key=url_state.key_for("x", over, over[0]))
    groups = [NONE, *can.colour]
    colour = third.selectbox("Colour", groups, key=url_state.key_for("colour", groups, NONE))
    url_state.keep(x=x, y=y, colour=colour if colour != NONE else None)
    drawn = charts.quick(frame, x, y, colour if colour != NONE else None)
    shell.draw(drawn, key="drawn", said=f"{y} over {x}")
    if frame.schema[x] in (pl.String, pl.Boolean) and frame.height > charts.NAMED:
        st.caption(f"The chart shows the first {charts.NAMED} of {frame.height:,} rows.")
    download.chart(drawn, "query", key="download drawn")
