"""The front page: a search over everything, the benchmarks with most results, how much there is, what came in last."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import database, grid, links, pages, shell, tables, text, url_state
from dashboards.controls import confidence, search
from dashboards.panels import benchmark_cards, download, last_load
from dashboards.rows import Row

ALL = "All areas"
LISTED = 500


def main() -> None:
    """Show the page."""
    st.title("What papers report, ranked", anchor=False)
    totals = database.row("totals") or {}
    place = st.container()
    figures(totals)
    area, least = choices()
    with place:
        search.box(least)
    rows = database.ask("fullest_boards", area=area, min_confidence=least, limit=LISTED)
    if rows.is_empty():
        shell.nothing(
            "No benchmarks yet", "No paper that was loaded names a benchmark with its numbers. The search finds methods and papers."
        )
    benchmark_cards.show(rows, least)
    everything(rows, area, least)
    last_load.show(totals["claims"], least)


def figures(totals: Row) -> None:
    """The totals, in one line."""
    years = f"{totals['first_year']} to {totals['last_year']}" if totals["first_year"] else "years unknown"
    counts = (
        ("papers", "paper"),
        ("claims", "reported number"),
        ("benchmarks", "benchmark"),
        ("methods", "method"),
        ("boards", "leaderboard"),
    )
    said = [f"**{number}** {thing}" for name, one in counts for number, thing in [text.count(totals[name], one).split(" ", 1)]]
    st.markdown(" · ".join([*said, years]))


def choices() -> tuple[str | None, float]:
    """The area and the least confidence; both stand in the address."""
    left, right = st.columns([3, 1], gap="medium", vertical_alignment="center")
    left.subheader("Benchmarks with most reported numbers", anchor=False)
    areas = [ALL, *database.ask("areas").filter(pl.col("area").is_not_null())["area"]]
    key = url_state.key_for("area", areas, ALL)
    area = st.pills("Area", areas, key=key, required=True, format_func=text.plain, label_visibility="collapsed")
    url_state.keep(area=area if area != ALL else None)
    return area if area != ALL else None, confidence.least(right)


def everything(rows: pl.DataFrame, area: str | None, least: float) -> None:
    """All benchmarks of the area; choosing a row opens it."""
    many = int(rows["listed"][0])
    st.subheader(f"{text.count(many, 'benchmark')}{f' in {text.plain(area)}' if area else ''}", anchor=False)
    first = f"The first {rows.height:,}, those with most reported numbers, are listed; the search finds all. " if many > rows.height else ""
    st.caption(f"{first}Choose a row to open it.")
    shown = tables.benchmarks(rows)
    chosen = grid.show(shown, f"all benchmarks {area or ''} {least:g}")
    download.table(shown.drop(tables.CURVE), "benchmarks", area or "", key="download benchmarks")
    if chosen is not None:
        row = rows.row(chosen, named=True)
        links.go(pages.BENCHMARK, benchmark=row["benchmark"], metric=row["metric"], split=row["split"], confidence=least)


main()
