"""What came in with the last load: how much, what could not be read, and the records that it set."""

from __future__ import annotations

import streamlit as st

from dashboards import database, grid, links, pages, tables, text

SHOWN = 10


def show(claims: object, least: float) -> None:
    """The last load.

    Args:
        claims: how many the whole database has.
        least: the confidence below which results do not count; links carry it on.
    """
    run = database.row("latest_run")
    if run is None:
        return
    st.subheader("Last load", anchor=False)
    brought = f"{text.count(run['new_papers'], 'new paper')} and {text.count(run['claims'], 'reported number')}"
    st.markdown(f"{run['started_at']:%Y-%m-%d %H:%M} UTC: {brought} in {run['seconds']:,.1f} s.")
    if run["rejected"]:
        links.link(pages.DATA, f"{_entries(run['rejected'])} could not be read: see why", icon=":material/report:")
    if run["claims"] == claims:
        st.caption("All numbers came with this load, so there is no earlier record that it could have beaten.")
        return
    _records(least)


def _records(least: float) -> None:
    rows = database.ask("latest_records", min_confidence=least, limit=SHOWN)
    if rows.is_empty():
        st.caption("It beat no record that was known before it.")
        return
    found = int(rows["found"][0])
    first = f"; the first {SHOWN} are listed" if found > SHOWN else ""
    st.markdown(f"It set **{text.count(found, 'new record')}**{first}. Choose a row to open its board.")
    chosen = grid.show(tables.without_empty(tables.records(rows)), f"records {least:g}")
    if chosen is not None:
        row = rows.row(chosen, named=True)
        links.go(pages.BENCHMARK, benchmark=row["benchmark"], metric=row["metric"], split=row["split"], confidence=least)


def _entries(how_many: int) -> str:
    return "1 entry" if how_many == 1 else f"{how_many:,} entries"
