"""Papers: find one; its abstract with every claim marked in place, what was read into each and why."""

from __future__ import annotations

import streamlit as st

from dashboards import database, grid, links, pages, shell, tables, text, url_state
from dashboards.panels import download, marked_abstract
from dashboards.rows import Row

LISTED = 500


def main() -> None:
    """Show the page: one paper where the address names one, else the list."""
    paper_id = st.query_params.get("paper")
    paper = database.row("paper", paper_id=paper_id) if paper_id else None
    if paper:
        one(paper)
    else:
        if paper_id:
            st.info("That paper is not in this database.", icon=":material/search:")
        search()


def search() -> None:
    """Find a paper by words of its title."""
    st.title("Papers", anchor=False)
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    words = left.text_input("Words of the title", key=url_state.key_for("title", default=""), type="search", live=True, max_chars=300)
    every = right.toggle("Also papers without claims", key=url_state.flag_for("all"))
    url_state.keep(title=words, all=every)
    found = database.ask("papers_search", text=words or None, with_claims=not every, limit=LISTED)
    if found.is_empty():
        shell.nothing(
            "No paper has all these words in its title", "Try fewer words" + ("." if every else ", or show papers without claims too.")
        )
    st.caption(f"{'The first ' if found.height == LISTED else ''}{text.count(found.height, 'paper')}; choose a row to open one.")
    shown = tables.papers(found)
    chosen = grid.show(shown, "papers")
    download.table(shown, "papers", words, key="download papers")
    if chosen is not None:
        links.go(pages.PAPER, paper=found["paper_id"][chosen])


def one(paper: Row) -> None:
    """One paper: what it is, its abstract, its claims."""
    links.link(pages.PAPER, "All papers", icon=":material/arrow_back:")
    st.title(text.plain(paper["title"]), anchor=False)
    said = [paper["venue"], paper["date"] or paper["year"], text.shorten(str(paper["authors"] or ""), 200), paper["external_id"]]
    st.caption(" · ".join(text.plain(word) for word in said if word))
    if url := text.web_address(str(paper["url"] or "")):
        st.link_button("Read it where it was published", url, icon=":material/open_in_new:")
    rows = database.ask("paper_claims", paper_id=str(paper["paper_id"]))
    if rows.is_empty():
        st.markdown("**Its abstract reports no result in numbers.**")
    marked_abstract.show(str(paper["abstract"]), str(paper["title"]), rows, key=f"paper {paper['paper_id']}", name=str(paper["title"])[:60])
    read_from(paper)


def read_from(paper: Row) -> None:
    """The files the paper was read from."""
    with st.expander("Where it was read"):
        for place in paper["sources"]:
            st.text(place)


main()
