"""The scores of one board: chart, quote of the selected result, table, and downloads."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import charts, database, grid, shell, tables, text, theme, url_state
from dashboards.controls import chosen_claim, confidence
from dashboards.controls.board_filters import Filters
from dashboards.controls.board_picker import Board, said_metric, said_protocol, said_split
from dashboards.panels import download, permalink, quote

LISTED = 1_000
MARKS = ("Check this", "Folded", "Task", "Protocol")
ONE_EACH = "A paper holds one rank, with its best result. Its other results are listed below without a rank."
ALWAYS = ("Rank", "Method", "Value", "Paper", "Year", "Quote")


def show(board: Board, given: Filters) -> None:
    """Show the chart and the table of the filtered scores."""
    rows = database.ask("leaderboard_rows", **board.key, **given.common, setting=given.setting, limit=LISTED)
    confidence.hidden(below(board, given.least), given.least or 0.0, "of this leaderboard")
    if rows.is_empty():
        shell.nothing(
            "No results match these filters",
            f"This board has {board.scores:,} results. Widen the range of years, lower the minimum confidence, select another setting, "
            "or include cited results.",
        )
    progress = database.ask("progress_rows", **board.key, min_confidence=given.least, setting=given.setting)
    if given.first_year is not None:
        progress = progress.filter(pl.col("year").is_between(given.first_year, given.last_year))
    narrowed = given.first_year is not None
    years = given.common | {"first_year": None, "last_year": None, "own": True}
    every = database.ask("leaderboard_rows", **board.key, **years, setting=given.setting, limit=LISTED) if narrowed else rows
    selection(rows, every, progress, board, narrowed=narrowed)


def below(board: Board, least: float | None) -> int:
    """The number of the board's results with a confidence below ``least``."""
    choices = database.ask("benchmark_choices", benchmark=board.benchmark, min_confidence=least)
    return int(
        choices.filter(pl.all_horizontal(pl.col(name) == said for name, said in board.key.items() if name != "benchmark"))["hidden"][0]
    )


@shell.part
def selection(rows: pl.DataFrame, every: pl.DataFrame, progress: pl.DataFrame, board: Board, *, narrowed: bool) -> None:
    """The fragment that reruns when a dot or a row is selected.

    Args:
        rows: of ``leaderboard_rows``, filtered.
        every: the same of all years.
        progress: of ``progress_rows``.
        board: the leaderboard.
        narrowed: whether results of some years are hidden.
    """
    label = charts.axis_title(said_metric(board.metric), board.unit, board.direction)
    ranked = rows.filter(pl.col("rank_all").is_not_null())
    comparable = rows if ranked.is_empty() else ranked
    timed = board.direction is not None and charts.datable(comparable)
    focus = charts.focus(comparable, board.direction) if timed else None
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        headline(rows, every, board, narrowed=narrowed)
        near = drawn_values(focus)
        whole, rows = rows, one_each(rows)
    drawn = charts.over_time(comparable, progress, label, theme.INK[shell.mode()], near) if timed else charts.ranked(comparable, label)
    name = (board.benchmark, board.metric, board.split, *other_parts(board))
    version = f"{name} {rows['claim_id'].hash().sum()}"
    picked = shell.draw(drawn, key=f"chart {name}", said=alternative(rows, label, timed=timed), choose=True)
    st.caption(text.plain(" ".join(remarks(rows, comparable, near, timed=timed, narrowed=narrowed))))
    place = st.container()
    shown = tables.without_empty(tables.board(rows, progress), keep=ALWAYS)
    row = grid.show(shown, f"board {version}", units={"Value": tables.one_unit(rows)})
    claims = rows["claim_id"].to_list()
    sound = rows.filter(pl.col("rank").is_not_null() & pl.col("doubt").is_null())["claim_id"].to_list()
    chosen = chosen_claim.latest("claim", [*sound[:1], *claims], chart=charts.picked(picked), table=None if row is None else claims[row])
    with place:
        if chosen:
            quote.panel(chosen, rows["paper_id"][claims.index(chosen)])
    with st.container(horizontal=True):
        taken = tables.without_empty(tables.board(whole, progress), keep=(*ALWAYS, *MARKS))
        download.table(taken, *name, key="download board", caption=caption(board, taken.height))
        download.chart(drawn, *name, key="download chart")
        permalink.link()


def drawn_values(focus: charts.Focus | None) -> charts.Focus | None:
    """The range of values to draw, None for all. A toggle to draw outliers is shown only if there are any."""
    if focus is None:
        return None
    everything = st.toggle(f"Show {text.count(focus.hidden, 'outlier')}", key=url_state.flag_for("far"))
    url_state.keep(far=everything)
    return None if everything else focus


def one_each(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows without the other results of ranked papers, unless a toggle shows them; there is one only where there are such results."""
    others = int(rows["folded"].sum())
    if not others:
        return rows
    shown = st.toggle(f"Other results of the same papers ({others:,})", key=url_state.flag_for("others"), help=ONE_EACH)
    url_state.keep(others=shown)
    return rows if shown else rows.filter(~pl.col("folded"))


def other_parts(board: Board) -> list[str]:
    """The task and the protocol of a board, for names of files; only a protocol that is not the usual one, and then the task too."""
    return [] if board.protocol == theme.ORDINARY else [board.task, board.protocol]


def headline(rows: pl.DataFrame, every: pl.DataFrame, board: Board, *, narrowed: bool) -> None:
    """The best result that is shown and that nothing speaks against, in one line; or why there is none.

    Args:
        rows: of ``leaderboard_rows``; their ranks are those among the results of all years.
        every: the same of all years.
        board: the leaderboard.
        narrowed: whether results of some years are hidden, so that the best may be among them.
    """
    ranked = rows.filter(pl.col("rank").is_not_null())
    if ranked.is_empty():
        own = f"no comparable result of a paper's own {'in these years' if narrowed else 'on this board'}"
        reason = "the registry does not know this metric" if board.direction is None else f"there is {own}"
        st.info(f"These results are listed but not ranked: {reason}.", icon=":material/info:")
        return
    papers = every.filter(pl.col("rank").is_not_null())
    sound = ranked.filter(pl.col("doubt").is_null())
    few = papers["paper_id"].n_unique() < theme.PAPERS_FOR_BEST
    if few or sound.is_empty():
        st.markdown(
            "No best result: fewer than three papers have a comparable one of their own here."
            if few
            else "No best result yet: all have to be checked first."
        )
        return
    best = sound.filter(pl.col("rank") == pl.col("rank").min()).sort("published", nulls_last=True)
    first = best.row(0, named=True)
    value = text.quantity(first["rank_value"], first["canonical_unit"], first["bound"])
    year = f" ({first['year']})" if first["year"] else ""
    shared = f", and {best.height - 1} more with the same value" if best.height > 1 else ""
    holder = text.holder(first["method"], str(first["title"]), 90)
    record = papers.filter(pl.col("doubt").is_null())["rank"].min()
    which = "Best" if first["rank"] == record else f"Best in these years (rank {first['rank']:,} of all years)"
    above = ranked.filter(pl.col("rank") < first["rank"]).height
    check = f" {text.count(above, 'better result')} {'has' if above == 1 else 'have'} to be checked first." if above else ""
    st.markdown(f"{which}: **{text.plain(value)}** by **{text.plain(holder)}**{year}{shared}.{check}")


def remarks(rows: pl.DataFrame, drawn: pl.DataFrame, focus: charts.Focus | None, *, timed: bool, narrowed: bool) -> list[str]:
    """The number of results, and what the chart leaves out."""
    said = [f"{text.count(rows.height, 'result')} from {text.count(rows['paper_id'].n_unique(), 'paper')}."]
    if narrowed:
        said.append("Ranks count all years; results from other years are hidden.")
    if rows.height == LISTED:
        said.append(f"These are the first {LISTED:,}; narrow the filters to see others.")
    others = int(rows["folded"].sum())
    said += only_in_the_table(others, "other of the same papers" if others == 1 else "others of the same papers")
    said += only_in_the_table(rows.height - drawn.height - others, "that cannot be ranked")
    doubted = drawn["doubt"].count()
    said += [f"{doubted:,} to check {'is' if doubted == 1 else 'are'} left out of the line of records."] if doubted and timed else []
    if timed:
        said += only_in_the_table(drawn["published"].null_count(), "without a date")
        said += [f"{focus.hidden:,} {'outlier is' if focus.hidden == 1 else 'outliers are'} not drawn."] if focus else []
        said += ["Papers dated only by year are spread over that year."] if charts.year_only(drawn) else []
    elif drawn.height > charts.SHOWN_RANKED:
        said.append(f"The chart shows the first {charts.SHOWN_RANKED}.")
    return [*said, "Select a dot or a row to see the quote."]


def only_in_the_table(how_many: int, which: str) -> list[str]:
    """A sentence about results missing from the chart, if any."""
    return [f"{how_many:,} {which} {'is' if how_many == 1 else 'are'} only in the table."] if how_many else []


def alternative(rows: pl.DataFrame, label: str, *, timed: bool) -> str:
    """The text alternative of the chart."""
    drawn = "over time with the running best" if timed else "best first"
    return f"{label}: {text.count(rows.height, 'result')}, {drawn}; the table lists the same results."


def caption(board: Board, rows: int) -> str:
    """The caption of the LaTeX table."""
    split = "" if board.split == theme.UNSPECIFIED else f", {said_split(board.split)}"
    protocol = "" if board.protocol == theme.ORDINARY else f", {said_protocol(board.protocol)}"
    which = f"{board.benchmark}{split}{protocol}: {said_metric(board.metric)}"
    return f"{text.count(rows, 'result')} on {which}. Extracted from abstracts; {permalink.address()}"
