"""The last load: how much it added, what was rejected, and the records it set."""

from __future__ import annotations

import streamlit as st

from dashboards import database, grid, links, pages, tables, text
from dashboards.controls import confidence

SHOWN = 10


def show(claims: object, least: float) -> None:
    """Show the last load.

    Args:
        claims: the number of claims in the database.
        least: the minimum confidence of results; links pass it on.
    """
    run = database.row("latest_run")
    if run is None:
        return
    st.subheader("Last load", anchor=False)
    brought = f"{text.count(run['new_papers'], 'new paper')} and {text.count(run['claims'], 'result')}"
    st.markdown(f"{run['started_at']:%Y-%m-%d %H:%M} UTC: {brought} in {run['seconds']:,.1f} s.")
    if run["rejected"]:
        links.link(pages.DATA, f"{_entries(run['rejected'])} rejected: see the reasons", icon=":material/report:")
    if run["claims"] == claims:
        st.caption("All results came with this load, so there are no earlier records to compare with.")
        return
    _records(least)


def _records(least: float) -> None:
    rows = database.ask("latest_records", min_confidence=least, limit=SHOWN)
    if rows.is_empty():
        st.caption("No new records in this load.")
        return
    found = int(rows["found"][0])
    first = f", the first {SHOWN} of which are listed" if found > SHOWN else ""
    st.markdown(f"It set **{text.count(found, 'new record')}**{first}. Select a row to open its board.")
    chosen = grid.show(tables.without_empty(tables.records(rows)), f"records {least:g}")
    if chosen is not None:
        row = rows.row(chosen, named=True)
        board = {name: row[name] for name in ("benchmark", "metric", "split", "protocol")}
        links.go(pages.BENCHMARK, **board, task=row["task"], confidence=confidence.param(least))


def _entries(how_many: int) -> str:
    return "1 entry" if how_many == 1 else f"{how_many:,} entries"
