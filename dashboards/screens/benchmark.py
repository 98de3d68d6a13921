"""One benchmark: its scores over time and as a table, its gains, its efficiency, and the words behind each number."""

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
        shell.nothing("No scores yet", "No paper that was loaded reports a score on a benchmark it names.")
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
    """What runs again when the selection is narrowed: the filters and what they leave."""
    given = board_filters.pick(board)
    what = kind(entry, board.scores)
    if what == "scores":
        scores.show(board, given)
    else:
        gains_and_costs.show(board.benchmark, what, given)


def title(entry: Row) -> None:
    """The benchmark's name, what the registry says about it, and how much there is."""
    st.title(text.plain(entry["benchmark"]), anchor=False)
    about = [entry["task"], entry["area"]] if entry["registered"] else ["not in the registry; listed under the name that papers use"]
    about.append(f"{text.count(entry['claims'], 'reported number')} in {text.count(entry['papers'], 'paper')}")
    st.caption(" · ".join(text.plain(word) for word in about if word))


def kind(entry: Row, on_board: int) -> str:
    """Scores of the chosen board, or the benchmark's gains or efficiency: they are never on one table."""
    counts = {"scores": on_board, "gain": entry["gains"], "efficiency": entry["efficiency"]}
    there = [name for name in SHOWS if counts[name]]
    what = st.segmented_control(
        "Kind of number",
        there,
        key=url_state.key_for("show", there, "scores"),
        format_func=lambda name: f"{SHOWS[name]} ({counts[name]:,})",
        label_visibility="collapsed",
        required=True,
    )
    url_state.keep(show=what if what != "scores" else None)
    return str(what or "scores")


main()
