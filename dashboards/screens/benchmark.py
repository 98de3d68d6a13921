"""One benchmark: scores over time or ranked, the table of the same rows, and the words behind each number."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import charts, data, grid, pickers, shell, tables, takeaway, text, theme, words
from dashboards.pickers import Board, said_metric

ALWAYS = ("Rank", "Method", "Value", "Unit", "Paper", "Year", "Role", "Quote")


def main() -> None:
    """Show the page."""
    shell.require_papers(data.row("totals") or {})
    known = data.ask("benchmarks", limit=20_000).filter(pl.col("scores") > 0)
    if known.is_empty():
        shell.nothing("No scores yet", "No paper that was loaded reports a score on a benchmark it names.")
    names = known["benchmark"].to_list()
    pickers.unknown_name(names)
    head = st.container()
    board = pickers.board(names)
    title(head, known.row(names.index(board.benchmark), named=True))
    rows, progress = pickers.rows_of(board)
    if rows.is_empty():
        shell.nothing(
            "Nothing in this selection",
            f"This board has {board.scores:,} results: widen the years, ask for less confidence, or show cited baselines too.",
        )
    headline(rows, board)
    chart(rows, progress, board)
    shown = tables.without_empty(tables.board(rows, progress), keep=ALWAYS)
    st.caption("Choose a row to see the words its number comes from.")
    chosen = grid.show(shown, f"board {sorted(board.key.items())} {rows['claim_id'].hash().sum()}")
    row = rows.row(chosen or 0, named=True)
    words.panel(row["claim_id"], row["paper_id"])
    takeaway.table(shown, board.benchmark, board.metric, board.split, key="download board")


def title(place: st.delta_generator.DeltaGenerator, entry: dict[str, object]) -> None:
    """The benchmark's name, and what the registry says about it."""
    place.title(text.plain(entry["benchmark"]), anchor=False)
    about = [entry["task"], entry["area"]] if entry["registered"] else ["not in the registry; listed under the name that papers use"]
    place.caption(" · ".join(text.plain(word) for word in about if word))


def headline(rows: pl.DataFrame, board: Board) -> None:
    """Who is best, in one line; or why nobody is."""
    best = rows.filter(pl.col("rank") == 1).sort("published", nulls_last=True)
    if best.is_empty():
        reason = "the registry does not know this metric" if board.direction is None else "there is no comparable result of a paper's own"
        st.info(f"These numbers are listed but not ranked: {reason}.", icon=":material/info:")
        return
    first = best.row(0, named=True)
    by = text.plain(text.shorten(first["method"] or first["title"], 90))
    value = text.quantity(first["rank_value"], first["canonical_unit"], first["bound"])
    year = f" ({first['year']})" if first["year"] else ""
    shared = f", and {best.height - 1} more with the same" if best.height > 1 else ""
    st.markdown(f"Best: **{text.plain(value)}** by **{by}**{year}{shared}.")


def chart(rows: pl.DataFrame, progress: pl.DataFrame, board: Board) -> None:
    """Scores over time where dates are known, else ranked; says what it leaves out."""
    label = charts.axis_title(said_metric(board.metric), board.unit, board.direction)
    if board.direction is not None and charts.datable(rows):
        st.altair_chart(charts.over_time(rows, progress, label, theme.INK[shell.mode()]), key="chart", alt=f"{label} over time")
        missing = rows["published"].null_count()
        has = "result has" if missing == 1 else "results have"
        hidden = f"{missing:,} {has} no date and only a row in the table." if missing else ""
    else:
        st.altair_chart(charts.ranked(rows, label), key="chart", alt=f"{label}, ranked")
        hidden = f"The chart shows the first {charts.SHOWN_RANKED} of {rows.height:,} rows." if rows.height > charts.SHOWN_RANKED else ""
    if hidden:
        st.caption(hidden)


main()
