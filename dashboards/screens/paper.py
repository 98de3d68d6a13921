"""Papers: search, and one paper's abstract with its results highlighted and explained."""

from __future__ import annotations

import streamlit as st

from dashboards import database, grid, links, pages, shell, tables, text, url_state
from dashboards.panels import download, marked_abstract
from dashboards.rows import Row

LISTED = 500


def main() -> None:
    """Show the paper named in the URL, otherwise the list."""
    paper_id = st.query_params.get("paper")
    paper = database.row("paper", paper_id=paper_id) if paper_id else None
    if paper:
        one(paper)
    else:
        if paper_id:
            st.info("That paper is not in this database.", icon=":material/search:")
        search()


def search() -> None:
    """Show the list of papers, filtered by words in the title."""
    st.title("Papers", anchor=False)
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    words = left.text_input("Words in the title", key=url_state.key_for("title", default=""), type="search", live=True, max_chars=300)
    every = right.toggle("Include papers without results", key=url_state.flag_for("all"))
    url_state.keep(title=words, all=every)
    found = database.ask("papers_search", text=words or None, with_claims=not every, limit=LISTED)
    if found.is_empty():
        shell.nothing("No matching paper", "Try fewer words" + ("." if every else ", or include papers without results."))
    st.caption(f"{'The first ' if found.height == LISTED else ''}{text.count(found.height, 'paper')}; select a row to open one.")
    shown = tables.papers(found)
    chosen = grid.show(shown, "papers")
    download.table(shown, "papers", words, key="download papers")
    if chosen is not None:
        links.go(pages.PAPER, paper=found["paper_id"][chosen])


def one(paper: Row) -> None:
    """Show one paper: its metadata, its abstract, its results."""
    links.link(pages.PAPER, "All papers", icon=":material/arrow_back:")
    st.title(text.plain(paper["title"]), anchor=False)
    said = [paper["venue"], paper["date"] or paper["year"], text.shorten(str(paper["authors"] or ""), 200), paper["external_id"]]
    st.caption(" · ".join(text.plain(word) for word in said if word))
    if url := text.web_address(str(paper["url"] or "")):
        st.link_button("Open the publication", url, icon=":material/open_in_new:")
    rows = database.ask("paper_claims", paper_id=str(paper["paper_id"]))
    if rows.is_empty():
        st.markdown("**No results were found in this abstract.**")
    marked_abstract.show(str(paper["abstract"]), str(paper["title"]), rows, key=f"paper {paper['paper_id']}", name=str(paper["title"])[:60])
    read_from(paper)


def read_from(paper: Row) -> None:
    """Show the files the paper was read from."""
    with st.expander("Source files"):
        for place in paper["sources"]:
            st.text(place)


main()
