"""Gains and efficiency on one benchmark, in separate tables, since neither can be ranked with scores."""

from __future__ import annotations

import streamlit as st

from dashboards import database, grid, shell, tables, text
from dashboards.controls import chosen_claim
from dashboards.controls.board_filters import Filters
from dashboards.panels import download, permalink, quote

LISTED = 1_000
ALWAYS = ("Method", "Gain", "Value", "Metric", "Paper", "Year", "Quote")
MEANS = {
    "gain": "Changes of a metric as papers state them, for all metrics and splits of the benchmark. "
    "Gains over different baselines cannot be ranked.",
    "efficiency": "Costs (time, memory, parameters) and ratios such as 3x faster, for all splits of the benchmark.",
}
KINDS = {"gain": "gain", "efficiency": "ratio|cost"}


@shell.part
def show(benchmark: str, what: str, given: Filters) -> None:
    """Show the table of one kind, the quote of the selected result, and the downloads.

    Args:
        benchmark: as the queries want it.
        what: ``gain`` or ``efficiency``.
        given: the filters; the setting applies to scores only.
    """
    rows = database.ask("gains_and_costs", kinds=KINDS[what], benchmark=benchmark, **given.common, limit=LISTED)
    if rows.is_empty():
        none = "gains" if what == "gain" else "ratios or costs"
        shell.nothing(f"No {none} in this selection", "Widen the range of years, lower the minimum confidence, or include cited results.")
    more = f" These are the first {LISTED:,}." if rows.height == LISTED else ""
    st.caption(f"{text.count(rows.height, 'result')}. {MEANS[what]}{more}")
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
