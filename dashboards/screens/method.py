"""One method: scores in its own papers and in others, gains, ratios and costs, and the quote of each result."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import charts, database, grid, links, pages, shell, tables, text, theme, url_state
from dashboards.controls import confidence
from dashboards.panels import download, method_profile, quotes_of_row
from dashboards.rows import Row

LISTED = 500
MOST = 5_000
SCORES, GAINS, COSTS = VIEWS = ("scores", "gains", "costs")
KINDS = {SCORES: ("score",), GAINS: ("gain",), COSTS: ("ratio", "cost")}
SAID = {SCORES: "Scores", GAINS: "Gains", COSTS: "Ratios and costs"}


def main() -> None:
    """Show the method named in the URL, otherwise the list."""
    name = st.query_params.get("method")
    system = database.row("system", method=name) if name else None
    if system:
        one(system)
    else:
        if name:
            st.info(f"No paper in this database names a method “{text.plain(text.shorten(name, 80))}”.", icon=":material/search:")
        search()


def search() -> None:
    """Show the list of methods, filtered by a part of the name."""
    st.title("Methods", anchor=False)
    part = st.text_input(
        "Find a method",
        key=url_state.key_for("find", default=""),
        placeholder="part of its name",
        type="search",
        live=True,
        max_chars=200,
    )
    url_state.keep(find=part)
    found = database.ask("systems", search=part.strip() or None, limit=LISTED)
    if found.is_empty():
        shell.nothing("No matching method", "Try fewer letters. Case, hyphens and spaces are ignored.")
    st.caption(f"{'The first ' if found.height == LISTED else ''}{text.count(found.height, 'method')}; select a row to open one.")
    shown = tables.without_empty(tables.systems(found))
    chosen = grid.show(shown, f"methods {part}")
    download.table(shown, "methods", part, key="download methods")
    if chosen is not None:
        links.go(pages.METHOD, method=found["method"][chosen])


def one(system: Row) -> None:
    """Show one method: its profile, then its results of one kind."""
    name = str(system["method"])
    links.link(pages.METHOD, "All methods", icon=":material/arrow_back:")
    st.title(text.plain(name), anchor=False)
    everything = database.ask("method_rows", method=name, limit=MOST)
    method_profile.about(system, everything)
    left, right = st.columns([3, 2], gap="medium", vertical_alignment="bottom")
    least = confidence.least(right)
    rows = database.ask("method_rows", method=name, limit=MOST, min_confidence=least) if least else everything
    of_kind = {view: rows.filter(pl.col("kind").is_in(KINDS[view])) for view in VIEWS}
    first = next((view for view in VIEWS if not of_kind[view].is_empty()), SCORES)
    labels = {view: f"{SAID[view]} ({of_kind[view]['claim_id'].n_unique():,})" for view in VIEWS}
    key = url_state.key_for("show", VIEWS, first)
    view = left.segmented_control("Kind of result", VIEWS, required=True, key=key, format_func=labels.__getitem__) or first
    url_state.keep(show=view, method=name)
    if of_kind[view].is_empty():
        hint = "Lower the minimum confidence, or select another kind of result." if least else "Select another kind of result."
        shell.nothing(f"No {SAID[view].lower()} for {name}", hint)
    pairs = tables.paired(of_kind[view])
    if view == SCORES:
        chart(name, of_kind[view], pairs)
    numbers(name, view, of_kind[view], pairs)


@shell.part
def numbers(name: str, view: str, rows: pl.DataFrame, pairs: pl.DataFrame) -> None:
    """Show the table of one kind of result and the quotes of the selected row."""
    if view == SCORES:
        shown = tables.without_empty(tables.sides(pairs), keep=("Own papers", "Other papers", "Difference"))
    else:
        shown = tables.without_empty(
            tables.method_gains(rows) if view == GAINS else tables.method_costs(rows), keep=("Value", "Unit", "Role")
        )
    st.caption("Select a row to see the quotes of its results.")
    chosen = grid.show(shown, f"{view} of {name} {rows['claim_id'].hash().sum()}") or 0
    if view == SCORES:
        quotes_of_row.numbers(tables.of_board(rows, pairs.row(chosen, named=True)), f"behind {view} {chosen} {name}")
    else:
        quotes_of_row.numbers(rows, f"behind {view} {chosen} {name}", rows["claim_id"][chosen])
    download.table(shown, name, view, key="download numbers")


def chart(name: str, rows: pl.DataFrame, pairs: pl.DataFrame) -> None:
    """Show the chart of own and cited scores, if any board has several different ones."""
    drawable = charts.several(rows, pairs)
    if drawable.is_empty():
        return
    drawn = charts.own_and_others(drawable, theme.INK[shell.mode()])
    shell.draw(drawn, key="chart", said=f"Scores of {name} by benchmark, own papers and other papers")
    boards = drawable.select(tables.BOARD).n_unique()
    first = f"the first {charts.SHOWN_LINES} of {boards:,} " if boards > charts.SHOWN_LINES else ""
    st.caption(f"Shown: {first}boards with several different scores, each on its own scale; ↑ higher is better, ↓ lower is better.")
    download.chart(drawn, name, "scores", key="download chart")


main()
