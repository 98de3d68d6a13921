"""Downloads of whole tables and views, created on request."""

from __future__ import annotations

import streamlit as st

from dashboards import database, grid, tables, text, url_state
from dashboards.panels import download
from leaderboard.store.spreadsheet import MOST_ROWS

LONG = 200_000


def show() -> None:
    """Show the list of tables and views, and the downloads of the selected one."""
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
    """Advice about a file with that many rows."""
    if rows > MOST_ROWS:
        return f"Parquet only: spreadsheets open at most {MOST_ROWS:,} rows. A table of this size takes a while to write."
    safe = "In the CSV, text that a spreadsheet would run as a formula is prefixed with an apostrophe; Parquet keeps it unchanged."
    return f"{safe} A table of this size takes a while to write." if rows > LONG else safe
