"""What is the same on every page: the style, links between pages, downloads, and messages for a database that cannot be shown."""

from __future__ import annotations

from typing import NoReturn

import polars as pl
import streamlit as st

from dashboards import text, theme
from leaderboard.errors import LeaderboardError, NewerSchema, NotADatabase, OlderSchema, StoreMissing
from leaderboard.store.spreadsheet import to_csv

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


def explain(error: LeaderboardError) -> None:
    """Say what is wrong with the database and what to do; the page is used again as soon as that is done."""
    st.header(_HEADS.get(type(error), "The database cannot be shown"))
    st.warning(text.plain(error), icon=":material/info:")
    if isinstance(error, StoreMissing):
        st.markdown("Make one from the sample papers, or from files of your own:")
        st.code("leaderboard demo --no-serve\nleaderboard ingest PATH...", language="bash")
    st.button("Look again", type="primary", key="look again")


def nothing(head: str, what: str) -> NoReturn:
    """An empty state: what is missing and what there is instead. Ends the page.

    Args:
        head: plain text.
        what: Markdown written by us; words of papers in it have been through :func:`dashboards.text.plain`.
    """
    st.subheader(text.plain(head))
    st.markdown(what)
    st.stop()


def require_papers(totals: dict[str, object]) -> None:
    """End the page with a hint where nothing has been loaded, or where what was loaded makes no claims."""
    if not totals["papers"]:
        st.subheader("Nothing has been loaded yet")
        st.markdown("The database is there, but it has no papers. Load files with papers' titles and abstracts:")
        st.code("leaderboard ingest PATH...", language="bash")
        st.stop()
    if not totals["claims"]:
        nothing("No reported numbers yet", f"{totals['papers']:,} papers were loaded, and none of their abstracts reports a result.")


def to_benchmark(benchmark: str, metric: str | None = None, split: str | None = None) -> NoReturn:
    """Go to a benchmark's page."""
    params = {"benchmark": benchmark, "metric": metric, "split": split}
    st.switch_page("screens/benchmark.py", query_params={k: v for k, v in params.items() if v})


def to_paper(paper_id: str, claim_id: str | None = None) -> NoReturn:
    """Go to a paper's page, with one of its claims chosen."""
    st.switch_page("screens/paper.py", query_params={"paper": paper_id} | ({"claim": claim_id} if claim_id else {}))


def table(frame: pl.DataFrame, key: str, *, height: int | None = None, lookup: bool = True) -> int | None:
    """A table of which a row can be chosen; gives the place of the chosen row.

    Args:
        frame: as ``dashboards.tables`` makes them.
        key: of the widget.
        height: in pixels; by default as many rows as fit.
        lookup: whether rows can be chosen.
    """
    config = {name: column for name, column in _COLUMNS.items() if name in frame.columns}
    shown = height or min(35 * (frame.height + 1) + 3, 560)
    if not lookup:
        st.dataframe(frame, hide_index=True, column_config=config, height=shown, key=key, placeholder="")
        return None
    event = st.dataframe(
        frame, hide_index=True, column_config=config, height=shown, key=key, on_select="rerun", selection_mode="single-row", placeholder=""
    )
    rows = event.selection.rows
    return int(rows[0]) if rows and rows[0] < frame.height else None


def download(frame: pl.DataFrame, *name: str, key: str) -> None:
    """A button that downloads exactly the given table as CSV."""
    st.download_button(
        f"CSV ({text.count(frame.height, 'row')})",
        to_csv(frame),
        file_name=text.file_name(*name),
        mime="text/csv",
        icon=":material/download:",
        key=key,
        on_click="ignore",
        disabled=frame.is_empty(),
    )


_NUMBER = st.column_config.NumberColumn
_TEXT = st.column_config.TextColumn
_COLUMNS = {
    "Rank": _NUMBER(width=60, help="Among the papers' own results that can be compared; empty where a number cannot be ranked."),
    "Method": _TEXT(width=170, help="The system, by the name the abstract uses for it."),
    "Value": _NUMBER(width=85, format="%.10g", help="On the metric's own scale; the quote has it as the paper states it."),
    "Best": _NUMBER(width=85, format="%.10g"),
    "Unit": _TEXT(width=70),
    "±": _NUMBER(width=60, format="%.10g"),
    "Bound": _TEXT(width=75, help="Where the paper says 'up to', 'more than' or 'about'."),
    "vs. best before": _NUMBER(width=105, format="%+.4g", help="For record holders: the change against the best result before."),
    "Paper": _TEXT(width=240),
    "Year": _NUMBER(width=65, format="%d"),
    "Since": _NUMBER(width=65, format="%d"),
    "Role": _TEXT(width=115, help="Whether the paper reports it as its own result, or cites it for comparison."),
    "Quote": _TEXT(width=90, help="The number as it stands in the abstract."),
    "Confidence": _NUMBER(width=90, format="%.2f", help=theme.CONFIDENCE),
    "Benchmark": _TEXT(width=190),
    "Setting": _TEXT(width=150, help="Conditions that the text names."),
    "Venue": _TEXT(width=90),
    "Papers": _NUMBER(width=75, format="localized"),
    "Claims": _NUMBER(width=75, format="localized", help="Reported numbers of all kinds: scores, gains, ratios, costs."),
}
