"""Two to six methods on the benchmarks they share, as a chart and a table, with the quote of each result."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import charts, database, grid, links, pages, shell, tables, text, theme, url_state
from dashboards.controls import confidence, methods
from dashboards.panels import download, quotes_of_row

OFFERED = 6


def main() -> None:
    """Show the page."""
    st.title("Compare", anchor=False)
    left, right = st.columns([3, 1], gap="medium", vertical_alignment="bottom")
    names = methods.systems(left)
    least = confidence.least(right)
    methods.suggestions(names)
    if len(names) < 2:
        offer("Choose at least two methods" if not names else "Choose at least one more method")
    rows = database.ask("compare_rows", methods=url_state.listed(names), min_confidence=least)
    if rows.is_empty():
        sure = " at this confidence. Lower the minimum confidence, or pick a pair." if least else "."
        offer("These methods share no benchmark", f"No board has comparable results of two of them{sure}")
    alone = [name for name in names if name not in rows["method"].to_list()]
    if alone:
        st.caption(f"No shared results for {', '.join(text.plain(name) for name in alone)}.")
    boards = tables.boards(rows)
    chart(names, rows, boards.height)
    numbers(names, rows, boards)


def offer(head: str, why: str = "") -> None:
    """Show an empty state with pairs of methods that can be compared, and stop the page."""
    st.subheader(head, anchor=False)
    pairs = database.ask("compare_pairs", limit=OFFERED)
    if pairs.is_empty():
        shell.nothing("No comparable methods yet", "No two methods have results on the same board.")
    st.markdown(f"{why} These pairs share the most leaderboards:" if why else "Pairs that share the most leaderboards:")
    for one, other, boards in pairs.iter_rows():
        links.link(pages.COMPARE, f"{one} and {other} ({text.count(boards, 'shared leaderboard')})", methods=url_state.listed([one, other]))
    st.stop()


def chart(names: list[str], rows: pl.DataFrame, boards: int) -> None:
    """Show the chart: one line per shared board."""
    drawn = charts.side_by_side(rows, names, theme.INK[shell.mode()])
    shell.draw(drawn, key="chart", said=f"{', '.join(names)} on the benchmarks they share")
    cut = f" The chart shows the first {charts.SHOWN_LINES} of {boards:,}." if boards > charts.SHOWN_LINES else ""
    st.caption(f"Each line has its own scale; ↑ higher is better, ↓ lower is better. Evaluation conditions may differ between papers.{cut}")
    download.chart(drawn, "comparison", *names, key="download chart")


@shell.part
def numbers(names: list[str], rows: pl.DataFrame, boards: pl.DataFrame) -> None:
    """Show the table and the quote of the selected cell; for a selected row, that of its best result."""
    st.caption(
        f"{tables.BEST} is the best of a row. “own” is from the method's own paper, “cited” from another. Select a cell to see its quote."
    )
    shown = tables.compared(rows, names)
    key = f"compared {rows['claim_id'].hash().sum()} {names}"
    chosen = grid.show(shown, key) or 0
    here = tables.of_board(rows, boards.row(chosen, named=True)).sort("best", descending=True, maintain_order=True)
    column = grid.chosen_column(key)
    cell = here.filter(pl.col("method").is_in([name for name in names if tables.head(name) == column]))
    quotes_of_row.numbers(here, f"behind {key} {chosen} {column}", cell["claim_id"][0] if cell.height else None)
    download.table(shown, "comparison", *names, key="download comparison")


main()
