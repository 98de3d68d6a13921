"""Gains and efficiency on one benchmark: tables of their own, since neither can be ranked with scores."""

from __future__ import annotations

import streamlit as st

from dashboards import database, grid, shell, tables, text
from dashboards.controls import chosen_claim
from dashboards.controls.board_filters import Filters
from dashboards.panels import download, permalink, quote

LISTED = 1_000
ALWAYS = ("Method", "Gain", "Value", "Metric", "Paper", "Year", "Quote")
MEANS = {
    "gain": "By how much papers say a metric changed, on any metric and split of the benchmark. "
    "Gains over different baselines cannot be ranked.",
    "efficiency": "What it takes (time, memory, parameters), and factors and shares such as 3x faster, on any split of the benchmark.",
}
QUERIES = {"gain": "improvements_rows", "efficiency": "efficiency_rows"}


@shell.part
def show(benchmark: str, what: str, given: Filters) -> None:
    """The table of one kind, the words behind one number, and the table to take away.

    Args:
        benchmark: as the queries want it.
        what: ``gain`` or ``efficiency``.
        given: what the reader has asked for; the setting counts for scores only.
    """
    rows = database.ask(QUERIES[what], benchmark=benchmark, **given.common, limit=LISTED)
    if rows.is_empty():
        none = "gains" if what == "gain" else "ratios or costs"
        shell.nothing(f"No {none} in this selection", "Widen the years, ask for less confidence, or show cited results too.")
    more = f" These are the first {LISTED:,}." if rows.height == LISTED else ""
    st.caption(f"{text.count(rows.height, 'number')}. {MEANS[what]}{more}")
    place = st.container()
    shown = tables.without_empty(tables.gains(rows) if what == "gain" else tables.changes(rows), keep=ALWAYS)
    row = grid.show(shown, f"{what} {benchmark} {rows['claim_id'].hash().sum()}")
    claims = rows["claim_id"].to_list()
    chosen = chosen_claim.latest("claim", claims, **{what: None if row is None else claims[row]})
    with place:
        if chosen:
            quote.panel(chosen, rows["paper_id"][claims.index(chosen)])
    with st.container(horizontal=True):
        download.table(shown, benchmark, what, key=f"download {what}", caption=f"{benchmark}: {MEANS[what]} {permalink.address()}")
        permalink.link()
