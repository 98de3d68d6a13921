"""Downloads: exactly the table a page shows, as CSV, Parquet, JSON or LaTeX, and its chart as SVG or PNG.

Files are created on request, not whenever a page is drawn.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from typing import Literal, TypeAlias

import polars as pl
import streamlit as st

from dashboards import charts, database, latex, text
from leaderboard.store.spreadsheet import MOST_ROWS, to_csv

Look: TypeAlias = Literal["secondary", "tertiary"]


def table(frame: pl.DataFrame, *name: str, key: str, caption: str = "") -> None:
    """Show a button with a choice of file formats for a table.

    Args:
        frame: the table.
        name: the parts of the file name.
        key: of the widgets, which are ``key csv``, ``key parquet``, ...
        caption: of the LaTeX table.
    """
    with st.popover(f"Download {text.count(frame.height, 'row')}", icon=":material/download:", disabled=frame.is_empty(), key=key):
        for label, ending, mime, make in (
            ("CSV for spreadsheets", "csv", "text/csv", partial(_csv, frame)),
            ("Parquet for data tools", "parquet", "application/vnd.apache.parquet", partial(_parquet, frame)),
            ("JSON", "json", "application/json", partial(_json, frame)),
            ("LaTeX table", "tex", "application/x-tex", partial(_latex, frame, caption)),
        ):
            _button(label, text.file_name(*name, ending=ending), mime, make, f"{key} {ending}")


def chart(drawn: charts.Drawing, *name: str, key: str) -> None:
    """Show a button with a choice of image formats for a chart, drawn on white."""
    with st.popover("Download chart", icon=":material/image:", key=key):
        _button(
            "SVG, for papers and slides", text.file_name(*name, ending="svg"), "image/svg+xml", partial(charts.svg, drawn), f"{key} svg"
        )
        _button("PNG, double resolution", text.file_name(*name, ending="png"), "image/png", partial(charts.png, drawn), f"{key} png")


def whole(name: str, rows: int) -> None:
    """Show buttons for a whole table or view of the database: Parquet, and CSV if a spreadsheet can open it.

    Args:
        name: of the table or view.
        rows: its number of rows.
    """
    parquet, csv = text.file_name(name, ending="parquet"), text.file_name(name)
    _button(
        "Parquet for data tools",
        parquet,
        "application/vnd.apache.parquet",
        lambda: _parquet(database.whole(name)),
        f"{name} parquet",
        "secondary",
    )
    if rows <= MOST_ROWS:
        _button("CSV for spreadsheets", csv, "text/csv", lambda: _csv(database.whole(name)), f"{name} csv", "secondary")


def _button(label: str, file_name: str, mime: str, make: Callable[[], str | bytes], key: str, look: Look = "tertiary") -> None:
    st.download_button(label, make, file_name=file_name, mime=mime, key=key, on_click="ignore", type=look)


def _csv(frame: pl.DataFrame) -> bytes:
    return to_csv(frame).encode()


def _parquet(frame: pl.DataFrame) -> bytes:
    out = io.BytesIO()
    frame.write_parquet(out)
    return out.getvalue()


def _json(frame: pl.DataFrame) -> bytes:
    return frame.write_json().encode()


def _latex(frame: pl.DataFrame, caption: str) -> bytes:
    return latex.table(frame, caption).encode()
