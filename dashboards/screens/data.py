"""Loads, rejected entries, coverage, accuracy, and downloads of whole tables."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import charts, database, grid, shell, tables, text, url_state
from dashboards.panels import accuracy, download, whole_tables
from dashboards.rows import Row

LISTED = 1_000


def main() -> None:
    """Show the page; only the open section is computed."""
    st.title("Data", anchor=False)
    totals = database.row("totals") or {}
    if not totals.get("papers") and not totals.get("rejected"):
        shell.require_papers(totals)
    sections = {
        "Loads": loads,
        "Rejected": rejected,
        "Coverage": lambda: coverage(totals),
        "Accuracy": accuracy.show,
        "Downloads": whole_tables.show,
    }
    names = list(sections)
    tabs = st.tabs(names, key=url_state.key_for("section", names, names[0]), on_change="rerun")
    for name, tab in zip(names, tabs, strict=True):
        if tab.open:
            url_state.keep(section=None if name == names[0] else name)
            with tab:
                sections[name]()


def loads() -> None:
    """Show the loads that added something, and the input files."""
    runs = tables.runs(database.ask("runs", limit=LISTED))
    st.subheader(text.count(runs.height, "load"), anchor=False)
    st.caption(f"Loads that added something, most recent first{first(runs)}.")
    grid.show(runs, "runs", choose=False)
    download.table(runs, "loads", key="download runs")
    files = tables.sources(database.ask("sources", limit=LISTED))
    st.subheader(text.count(files.height, "file"), anchor=False)
    st.caption(f"Each file is read once; identical content under another name counts as the same file{first(files)}.")
    grid.show(files, "sources", choose=False)
    download.table(files, "files", key="download sources")


def first(frame: pl.DataFrame) -> str:
    """A remark if only the first rows are listed, else empty."""
    return f"; only the first {LISTED:,} are listed" if frame.height == LISTED else ""


def rejected() -> None:
    """Show how many entries were rejected for each reason, and the entries of a selected reason."""
    counts = database.ask("rejected_counts")
    if counts.is_empty():
        st.markdown("No entries were rejected.")
        return
    st.caption(
        "Entries that could not be read or processed. Correct them in the file and load it again; its other entries are already loaded."
    )
    grid.show(tables.reasons(counts), "reasons", choose=False)
    how_many = dict(counts.select("code", "entries").iter_rows())
    code = st.selectbox(
        "Reason",
        list(how_many),
        index=None,
        key=url_state.key_for("reason", list(how_many)),
        format_func=lambda one: f"{one.replace('-', ' ')} ({how_many[one]:,})",
        placeholder="all reasons",
    )
    url_state.keep(reason=code)
    entries = tables.without_empty(
        tables.rejected(database.ask("rejected", code=code, limit=LISTED)), keep=("File", "Line", "Reason", "Excerpt")
    )
    st.caption(f"Most recent load first{first(entries)}.")
    grid.show(entries, f"rejected {code}", choose=False)
    download.table(entries, "rejected", code or "", key="download rejected")


def coverage(totals: Row) -> None:
    """Show how many papers report results, of which kinds, and in which areas."""
    years = database.ask("coverage_by_year")
    share = f"{totals['papers_with_claims']:,} of {text.count(int(str(totals['papers'])), 'paper')}"
    st.markdown(f"**{share}** report results in their abstracts, {totals['claims']:,} in total.")
    if years["year"].is_not_null().any():
        shell.draw(charts.by_year(years), key="years", said="Papers by year, with and without results")
    undated = int(years.filter(pl.col("year").is_null())["papers"].sum())
    if undated:
        st.caption(f"{text.count(undated, 'paper')} without a year {'is' if undated == 1 else 'are'} not in the chart.")
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("By kind", anchor=False)
        grid.show(tables.kinds(totals), "kinds", choose=False)
        st.markdown(
            f"{totals['registered_benchmarks']:,} of {text.count(int(str(totals['benchmarks'])), 'benchmark')} are in the registry, "
            "which lists their aliases. The others appear under the name used in papers."
        )
    with right:
        st.subheader("By area", anchor=False)
        grid.show(tables.areas(database.ask("areas")), "areas", choose=False)


main()
