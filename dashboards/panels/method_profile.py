"""The head of a system's page: how much is known, who presents it, how it is written, where to go from here."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import database, links, pages, text, url_state
from dashboards.rows import Row

LINKED = 4


def about(system: Row, rows: pl.DataFrame) -> None:
    """How much is known, who presents the system, which spellings were joined, what is called alike."""
    name, spellings = str(system["method"]), system["spellings"]
    counts = (text.count(int(str(system[f"{thing}s"])), thing) for thing in ("claim", "paper", "benchmark"))
    joined = (
        f" · written {', '.join(text.plain(one) for one in spellings[:6])}" if isinstance(spellings, list) and len(spellings) > 1 else ""
    )
    st.caption(" · ".join(counts) + joined)
    own = rows.filter(pl.col("role") == "proposed").group_by("paper_id", "title", maintain_order=True).len().sort("len", descending=True)
    if own.is_empty():
        st.caption("No paper here presents it as its own method: other papers cite all of these numbers.")
    elif own.height > 1:
        most = f", of which the {LINKED} with most numbers are" if own.height > LINKED else ""
        st.caption(f"{own.height:,} papers report numbers for this name as their own, perhaps for different methods that share it{most}:")
    for row in own.head(LINKED).iter_rows(named=True):
        links.link(pages.PAPER, text.shorten(row["title"], 110), icon=":material/article:", paper=row["paper_id"])
    with st.container(horizontal=True, vertical_alignment="center"):
        if system["boards"]:
            links.link(pages.COMPARE, "Compare with other methods", icon=":material/compare_arrows:", methods=url_state.listed([name]))
        alike = database.ask("systems_like", method=name, limit=5)["method"].to_list()
        if alike:
            st.caption("Also:", width="content")
        for other in alike:
            links.link(pages.METHOD, text.shorten(other, 40), method=other)
