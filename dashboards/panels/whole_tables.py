"""Every table and view as a file, made when somebody asks for it."""

from __future__ import annotations

import streamlit as st

from dashboards import database, grid, tables, text, url_state
from dashboards.panels import download
from leaderboard.store.spreadsheet import MOST_ROWS

LONG = 200_000


def show() -> None:
    """The list, and the files of the one that is chosen."""
    shown = tables.files(database.ask("schema"), database.ask("row_counts"))
    rows = dict(shown.select("Name", "Rows").iter_rows())
    names = list(rows)
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    name = left.selectbox(
        "Table or view",
        names,
        key=url_state.key_for("table", names, "leaderboard"),
        format_func=lambda one: f"{one} ({text.count(rows[one], 'row')})",
    )
    url_state.keep(table=name)
    with right.container(horizontal=True):
        download.whole(name, rows[name])
    st.caption(remark(rows[name]))
    grid.show(shown, "files", choose=False)


def remark(rows: int) -> str:
    """What to know about a file of so many rows."""
    if rows > MOST_ROWS:
        return f"Only as Parquet: a spreadsheet opens no more than {MOST_ROWS:,} rows. A table of this size takes a while to make."
    safe = "In the CSV, text that a spreadsheet would run as a formula has an apostrophe in front; Parquet holds it as it is."
    return f"{safe} A table of this size takes a while to make." if rows > LONG else safe
