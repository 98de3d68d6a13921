"""One benchmark: its scores over time and as a table, gains, efficiency, and the quote of each result."""

from __future__ import annotations

import streamlit as st

from dashboards import shell, text, url_state
from dashboards.controls import board_filters, board_picker
from dashboards.controls.board_picker import Board
from dashboards.panels import gains_and_costs, scores
from dashboards.rows import Row

SHOWS = {"scores": "Scores", "gain": "Gains", "efficiency": "Efficiency"}


def main() -> None:
    """Show the page."""
    names = board_picker.offered()
    if not names:
        shell.nothing("No scores yet", "None of the loaded papers reports a score on a named benchmark.")
    head = st.container()
    left, right = st.columns([2, 5])
    with left:
        entry = board_picker.benchmark(names)
    with right:
        board = board_picker.board(str(entry["benchmark"]))
    with head:
        title(entry)
    numbers(entry, board)


@shell.part
def numbers(entry: Row, board: Board) -> None:
    """The fragment that reruns when a filter changes: the filters and the filtered results."""
    given = board_filters.pick(board)
    what = kind(entry, board.scores)
    if what == "scores":
        scores.show(board, given)
    else:
        gains_and_costs.show(board.benchmark, what, given)


def title(entry: Row) -> None:
    """Show the benchmark's name, its registry entry, and counts."""
    st.title(text.plain(entry["benchmark"]), anchor=False)
    about = [entry["task"], entry["area"]] if entry["registered"] else ["not in the registry; listed under the name used in papers"]
    about.append(f"{text.count(entry['claims'], 'result')} in {text.count(entry['papers'], 'paper')}")
    st.caption(" · ".join(text.plain(word) for word in about if word))


def kind(entry: Row, on_board: int) -> str:
    """Select the board's scores, or the benchmark's gains or efficiency, which are never in one table."""
    counts = {"scores": on_board, "gain": entry["gains"], "efficiency": entry["efficiency"]}
    there = [name for name in SHOWS if counts[name]]
    what = st.segmented_control(
        "Kind of result",
        there,
        key=url_state.key_for("show", there, "scores"),
        format_func=lambda name: f"{SHOWS[name]} ({counts[name]:,})",
        label_visibility="collapsed",
        required=True,
    )
    url_state.keep(show=what if what != "scores" else None)
    return str(what or "scores")


main()
