"""What all pages share: style, drawing charts, empty states, and messages about the database."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, NoReturn, ParamSpec, TypeVar, cast

import streamlit as st

from dashboards import charts, database, text, theme
from dashboards.rows import Row
from leaderboard.errors import LeaderboardError, NewerSchema, NotADatabase, OlderSchema, StoreMissing

P = ParamSpec("P")
R = TypeVar("R")
_HEADS: dict[type[LeaderboardError], str] = {
    StoreMissing: "No database found",
    NotADatabase: "This file is not a leaderboard database",
    NewerSchema: "This database is from a newer version of leaderboard",
    OlderSchema: "This database is from an older version of leaderboard",
}


def style() -> None:
    """Add the CSS rules that the theme has no setting for."""
    st.html(theme.STYLE + (theme.DARK_STYLE if mode() == "dark" else ""))


def mode() -> str:
    """The current colour scheme, ``light`` or ``dark``."""
    return "dark" if st.context.theme.type == "dark" else "light"


def draw(chart: charts.Drawing, *, key: str, said: str, choose: bool = False) -> Mapping[str, Any]:
    """Show a chart with labels legible in light and dark mode; returns its selection state.

    Args:
        chart: a chart of ``dashboards.charts``.
        key: of the widget.
        said: the text alternative of the chart.
        choose: whether a click on a dot reruns the page and is returned.
    """
    shown = charts.inked(chart, theme.INK[mode()])
    if choose:
        return cast("Mapping[str, Any]", st.altair_chart(shown, key=key, on_select="rerun", alt=said))
    st.altair_chart(shown, key=key, alt=said)
    return {}


def explain(error: LeaderboardError) -> None:
    """Show what is wrong with the database and how to fix it, with a button to retry."""
    st.header(_HEADS.get(type(error), "The database cannot be opened"))
    st.warning(text.plain(error), icon=":material/info:")
    if isinstance(error, StoreMissing):
        st.markdown("Create one from the sample papers or from your own files:")
        st.code("leaderboard demo --no-serve\nleaderboard ingest PATH...", language="bash")
    st.button("Retry", type="primary", key="look again")


def part(draw_it: Callable[P, R]) -> Callable[P, R | None]:
    """Make a function a fragment of a page: using a widget in it reruns only that function.

    If another database has been published in the meantime, the whole page reruns. Errors about the database are shown in the fragment's
    place, because the page's own handler does not see a fragment's rerun.
    """

    @st.fragment
    @wraps(draw_it)
    def guarded(*args: P.args, **named: P.kwargs) -> R | None:
        if database.moved():
            st.rerun()
        try:
            return draw_it(*args, **named)
        except LeaderboardError as error:
            explain(error)
            return None

    return cast("Callable[P, R | None]", guarded)


def nothing(head: str, what: str) -> NoReturn:
    """Show an empty state, what is missing and what to do, and stop the page.

    Args:
        head: the heading, plain text.
        what: Markdown; text from papers must be escaped with :func:`dashboards.text.plain`.
    """
    st.subheader(text.plain(head))
    st.markdown(what)
    st.stop()


def require_papers(totals: Row) -> None:
    """Stop the page with a hint if no papers have been loaded, or if none of them has results."""
    if not totals["papers"]:
        st.subheader("No papers loaded yet")
        st.markdown("The database has no papers. Load files with titles and abstracts:")
        st.code("leaderboard ingest PATH...", language="bash")
        st.stop()
    if not totals["claims"]:
        nothing("No results yet", f"{totals['papers']:,} papers are loaded, but no results were found in their abstracts.")
