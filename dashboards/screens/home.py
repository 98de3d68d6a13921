"""The front page: search, totals, the benchmarks with the most results, and the last load."""

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
    st.title("Leaderboards from abstracts", anchor=False)
    totals = database.row("totals") or {}
    place = st.container()
    figures(totals)
    area, least = choices()
    with place:
        search.box(least)
    rows = database.ask("fullest_boards", area=area, min_confidence=least, limit=LISTED)
    if rows.is_empty():
        shell.nothing(
            "No benchmarks yet",
            "None of the loaded papers reports results on a named benchmark. The search still finds methods and papers.",
        )
    confidence.hidden(below(least), least)
    benchmark_cards.show(rows, least)
    everything(rows, area, least)
    last_load.show(totals["claims"], least)


def figures(totals: Row) -> None:
    """Show the totals in one line."""
    years = f"{totals['first_year']} to {totals['last_year']}" if totals["first_year"] else "years unknown"
    counts = (
        ("papers", "paper"),
        ("claims", "result"),
        ("benchmarks", "benchmark"),
        ("methods", "method"),
        ("boards", "leaderboard"),
    )
    said = [f"**{number}** {thing}" for name, one in counts for number, thing in [text.count(totals[name], one).split(" ", 1)]]
    st.markdown(" · ".join([*said, years]))


def choices() -> tuple[str | None, float]:
    """The selected area (None for all) and the minimum confidence."""
    left, right = st.columns([3, 1], gap="medium", vertical_alignment="center")
    left.subheader("Benchmarks with the most results", anchor=False)
    areas = [ALL, *database.ask("areas").filter(pl.col("area").is_not_null())["area"]]
    key = url_state.key_for("area", areas, ALL)
    area = st.pills("Area", areas, key=key, required=True, format_func=text.plain, label_visibility="collapsed")
    url_state.keep(area=area if area != ALL else None)
    return area if area != ALL else None, confidence.least(right, confidence.DEFAULT)


def below(least: float) -> int:
    """The number of results with a confidence below ``least``."""
    counts = database.ask("confidence_counts")
    return int(counts.filter(pl.col("confidence") < least)["claims"].sum())


def everything(rows: pl.DataFrame, area: str | None, least: float) -> None:
    """Show all benchmarks of the area; selecting a row opens it."""
    many = int(rows["listed"][0])
    st.subheader(f"{text.count(many, 'benchmark')}{f' in {text.plain(area)}' if area else ''}", anchor=False)
    first = f"The first {rows.height:,}, with the most results, are listed; the search finds all. " if many > rows.height else ""
    st.caption(f"{first}Select a row to open it.")
    shown = tables.benchmarks(rows)
    chosen = grid.show(shown, f"all benchmarks {area or ''} {least:g}")
    download.table(shown.drop(tables.CURVE), "benchmarks", area or "", key="download benchmarks")
    if chosen is not None:
        row = rows.row(chosen, named=True)
        board = {name: row[name] for name in ("benchmark", "metric", "split", "protocol")}
        links.go(pages.BENCHMARK, **board, task=row["board_task"], confidence=confidence.param(least))


main()
