"""Filters of a leaderboard: own results only, setting, years and minimum confidence. All are query parameters of the URL."""

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
    """The chosen filters; None where a filter excludes nothing."""

    own: bool
    least: float | None
    setting: str | None
    first_year: int | None
    last_year: int | None

    @property
    def common(self) -> dict[str, bool | float | int | None]:
        """The parameters shared by the queries for scores, gains and efficiency."""
        return {"own": self.own, "min_confidence": self.least, "first_year": self.first_year, "last_year": self.last_year}


def pick(board: Board) -> Filters:
    """Show the controls in one row; returns the chosen filters."""
    one, two, three, four = st.columns([2, 2, 2, 2], gap="medium", vertical_alignment="bottom")
    own = one.toggle(
        "Own results only", key=url_state.flag_for("own"), help="Hides results that a paper cites from other work for comparison."
    )
    url_state.keep(own=own)
    with two:
        chosen = setting(board)
    ends = year_range(three, board)
    return Filters(own, confidence.least(four, confidence.DEFAULT) or None, chosen, *ends)


def setting(board: Board) -> str | None:
    """Select one of the settings of the board's results; None for all."""
    rows = database.ask("board_settings", **board.key)
    counts = dict(rows.select("setting", "scores").iter_rows())
    key = url_state.key_for("setting", list(counts))
    chosen = st.selectbox(
        "Setting",
        list(counts),
        index=None,
        key=key,
        format_func=lambda one: f"{'unspecified' if one == UNSPECIFIED else one} ({counts[one]:,})",
        placeholder="all settings" if len(counts) > 1 else "no settings",
        disabled=len(counts) < 2 and st.session_state[key] is None,
        help="Evaluation conditions stated in the text, such as zero-shot or ensemble. If one is selected, only its results are ranked.",
    )
    url_state.keep(setting=chosen)
    return chosen


def year_range(place: DeltaGenerator, board: Board) -> tuple[int | None, int | None]:
    """First and last year, both None if all years are shown."""
    if board.first_year is None or board.last_year is None or board.first_year == board.last_year:
        known = "unknown" if board.first_year is None else str(board.first_year)
        place.select_slider("Years", [known], disabled=True)
        return None, None
    return years.pick(place, board.first_year, board.last_year) or (None, None)
