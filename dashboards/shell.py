"""What is the same on every page: the style, charts, empty states, and messages for a database that cannot be shown."""

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
    StoreMissing: "There is no database yet",
    NotADatabase: "This file is not a leaderboard database",
    NewerSchema: "This database is from a newer version of leaderboard",
    OlderSchema: "This database is from an older version of leaderboard",
}


def style() -> None:
    """The few rules of style that the theme has no setting for."""
    st.html(theme.STYLE + (theme.DARK_STYLE if mode() == "dark" else ""))


def mode() -> str:
    """``light`` or ``dark``, as the reader has it."""
    return "dark" if st.context.theme.type == "dark" else "light"


def draw(chart: charts.Drawing, *, key: str, said: str, choose: bool = False) -> Mapping[str, Any]:
    """A chart, with words that can be read in light and dark; gives what is chosen in it.

    Args:
        chart: of ``dashboards.charts``.
        key: of the widget.
        said: the chart in words, for those who cannot see it.
        choose: whether a click on a dot is looked at.
    """
    shown = charts.inked(chart, theme.INK[mode()])
    if choose:
        return cast("Mapping[str, Any]", st.altair_chart(shown, key=key, on_select="rerun", alt=said))
    st.altair_chart(shown, key=key, alt=said)
    return {}


def explain(error: LeaderboardError) -> None:
    """Say what is wrong with the database and what to do; the page is used again as soon as that is done."""
    st.header(_HEADS.get(type(error), "The database cannot be shown"))
    st.warning(text.plain(error), icon=":material/info:")
    if isinstance(error, StoreMissing):
        st.markdown("Make one from the sample papers, or from files of your own:")
        st.code("leaderboard demo --no-serve\nleaderboard ingest PATH...", language="bash")
    st.button("Look again", type="primary", key="look again")


def part(draw_it: Callable[P, R]) -> Callable[P, R | None]:
    """Makes a part of a page run again by itself when something in it is used, while the rest stands still.

    Where another database has been published meanwhile, the whole page runs. Should it go in that very moment, that is explained in the
    part's place: the page's own handler does not see the run of a part.
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
    """An empty state: what is missing and what there is instead. Ends the page.

    Args:
        head: plain text.
        what: Markdown written by us; words of papers in it have been through :func:`dashboards.text.plain`.
    """
    st.subheader(text.plain(head))
    st.markdown(what)
    st.stop()


def require_papers(totals: Row) -> None:
    """End the page with a hint where nothing has been loaded, or where what was loaded makes no claims."""
    if not totals["papers"]:
        st.subheader("Nothing has been loaded yet")
        st.markdown("The database is there, but it has no papers. Load files with papers' titles and abstracts:")
        st.code("leaderboard ingest PATH...", language="bash")
        st.stop()
    if not totals["claims"]:
        nothing("No reported numbers yet", f"{totals['papers']:,} papers were loaded, and none of their abstracts reports a result.")
