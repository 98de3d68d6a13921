"""The header of a method's page: counts, spellings, its papers, and links."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import database, links, pages, text, url_state
from dashboards.rows import Row

LINKED = 4


def about(system: Row, rows: pl.DataFrame) -> None:
    """Show counts, merged spellings, the papers that present the method, and similarly named methods."""
    name, spellings = str(system["method"]), system["spellings"]
    counts = (
        text.count(system[f"{column}s"], thing) for column, thing in (("claim", "result"), ("paper", "paper"), ("benchmark", "benchmark"))
    )
    joined = (
        f" · also spelled {', '.join(text.plain(one) for one in spellings[:6])}"
        if isinstance(spellings, list) and len(spellings) > 1
        else ""
    )
    st.caption(" · ".join(counts) + joined)
    own = rows.filter(pl.col("role") == "proposed").group_by("paper_id", "title", maintain_order=True).len().sort("len", descending=True)
    if own.is_empty():
        st.caption("No paper in this database presents it as its own method; all of these results are citations.")
    elif own.height > 1:
        most = f"; the {LINKED} with the most results are" if own.height > LINKED else ""
        st.caption(
            f"{own.height:,} papers report results under this name as their own, possibly for different methods with the same name{most}:"
        )
    for row in own.head(LINKED).iter_rows(named=True):
        links.link(pages.PAPER, text.shorten(row["title"], 110), icon=":material/article:", paper=row["paper_id"])
    with st.container(horizontal=True, vertical_alignment="center"):
        if system["boards"]:
            links.link(pages.COMPARE, "Compare with other methods", icon=":material/compare_arrows:", methods=url_state.listed([name]))
        alike = database.ask("systems_like", method=name, limit=5)["method"].to_list()
        if alike:
            st.caption("Similar names:", width="content")
        for other in alike:
            links.link(pages.METHOD, text.shorten(other, 40), method=other)
