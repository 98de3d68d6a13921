"""What narrows a leaderboard down: whose results, in which setting, from which years, how sure. All of it stands in the address."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboards import database, url_state
from dashboards.controls import confidence, years
from dashboards.controls.board_picker import Board
from dashboards.theme import UNSPECIFIED


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader has asked for; None where nothing is left out."""

    own: bool
    least: float | None
    setting: str | None
    first_year: int | None
    last_year: int | None

    @property
    def common(self) -> dict[str, bool | float | int | None]:
        """As the queries for scores, gains and efficiency take them."""
        return {"own": self.own, "min_confidence": self.least, "first_year": self.first_year, "last_year": self.last_year}


def pick(board: Board) -> Filters:
    """The controls, in one row where there is room."""
    one, two, three, four = st.columns([2, 2, 2, 2], gap="medium", vertical_alignment="bottom")
    own = one.toggle(
        "Only papers' own results", key=url_state.flag_for("own"), help="Leaves out numbers that a paper cites from others to compare with."
    )
    url_state.keep(own=own)
    with two:
        chosen = setting(board)
    ends = year_range(three, board)
    return Filters(own, confidence.least(four) or None, chosen, *ends)


def setting(board: Board) -> str | None:
    """One of the settings that results of the board were made in."""
    rows = database.ask("board_settings", **board.key)
    counts = dict(rows.select("setting", "scores").iter_rows())
    key = url_state.key_for("setting", list(counts))
    chosen = st.selectbox(
        "Setting",
        list(counts),
        index=None,
        key=key,
        format_func=lambda one: f"{'none named' if one == UNSPECIFIED else one} ({counts[one]:,})",
        placeholder="all settings" if len(counts) > 1 else "none is named",
        disabled=len(counts) < 2 and st.session_state[key] is None,
        help="Conditions that the text names, such as zero-shot or an ensemble. With one chosen, only its results are ranked.",
    )
    url_state.keep(setting=chosen)
    return chosen


def year_range(place: DeltaGenerator, board: Board) -> tuple[int | None, int | None]:
    """First and last year; None for each end that leaves nothing out."""
    if board.first_year is None or board.last_year is None or board.first_year == board.last_year:
        known = "not known" if board.first_year is None else str(board.first_year)
        place.select_slider("Years", [known], disabled=True)
        return None, None
    return years.pick(place, board.first_year, board.last_year) or (None, None)
