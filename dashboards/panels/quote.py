"""The quote of a result: the abstract with the result outlined, its fields, and a link to the paper."""

from __future__ import annotations

import streamlit as st

from dashboards import database, links, marked, pages, tables, text
from dashboards.rows import Row

HEIGHT = 250
SHOWN = ("Value", "Metric", "Split", "Method", "Against", "Setting", "Confidence", "Note")


def panel(claim_id: str, paper_id: str, *, key: str = "words") -> None:
    """Show the quote in a box of fixed height, so that nothing below moves when another result is selected.

    Args:
        claim_id: the claim.
        paper_id: its paper.
        key: of the box.
    """
    paper = database.row("paper", paper_id=paper_id)
    claims = database.ask("paper_claims", paper_id=paper_id).to_dicts()
    claim = next((one for one in claims if one["claim_id"] == claim_id), None)
    with st.container(border=True, key=key):
        if paper is None or claim is None:
            st.caption("This result is not in the database.")
            return
        left, right = st.columns([5, 2], gap="medium")
        with left:
            _head(paper, claim_id)
            marked.show(str(paper["abstract"]), claims, key=f"{key} text", chosen=claim_id, height=HEIGHT - 50)
        with right:
            _fields(claim)


def _head(paper: Row, claim_id: str) -> None:
    where = ", ".join(str(word) for word in (paper["venue"], paper["year"]) if word)
    title = text.shorten(str(paper["title"]), 110) + (f" ({where})" if where else "")
    links.link(pages.PAPER, title, bold=True, icon=":material/article:", paper=str(paper["paper_id"]), claim=claim_id)


def _fields(claim: Row) -> None:
    said = tables.fields(claim)
    st.markdown("  \n".join(f"{label}: **{text.plain(said[label])}**" for label in SHOWN if label in said))
