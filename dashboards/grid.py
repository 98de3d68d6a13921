"""Tables on pages: one look for every column, and rows that can be chosen by a click anywhere in them."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import theme

ROW = 35
TALLEST = 560


def show(
    frame: pl.DataFrame, key: str, *, choose: bool = True, height: int | None = None, order: tuple[str, ...] | None = None
) -> int | None:
    """A table; gives the place of the chosen row in the frame, whatever the reader has sorted by.

    Args:
        frame: as ``dashboards.tables`` makes them.
        key: of the widget.
        choose: whether rows can be chosen.
        height: in pixels; by default as many rows as there are, up to :data:`TALLEST`.
        order: the columns to show at first; the others can be added from the table's menu.
    """
    event = st.dataframe(
        frame,
        hide_index=True,
        column_config={name: column for name, column in COLUMNS.items() if name in frame.columns},
        column_order=order,
        height=height or min(ROW * (frame.height + 1) + 3, TALLEST),
        key=key,
        placeholder="",
        **({"on_select": "rerun", "selection_mode": ("single-row", "single-cell")} if choose else {}),
    )
    return chosen_row(event.selection, frame.height) if choose else None


def chosen_row(selection: object, rows: int) -> int | None:
    """The chosen row of a selection by row or by cell; None for none, or one that the table no longer has."""
    places = [*getattr(selection, "rows", ()), *(cell[0] for cell in getattr(selection, "cells", ()))]
    return int(places[-1]) if places and places[-1] < rows else None


def chosen_column(key: str) -> str | None:
    """The column of the chosen cell of the table with that key; None where a whole row is chosen, or nothing."""
    state = st.session_state.get(key)
    cells = state["selection"]["cells"] if state else ()
    return str(cells[-1][1]) if cells else None


_NUMBER = st.column_config.NumberColumn
_TEXT = st.column_config.TextColumn
COLUMNS = {
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
    "Its own papers say": _TEXT(width=150, help="Numbers that papers report for this system as their own; the best first."),
    "Others say": _TEXT(width=150, help="Numbers that other papers cite for this system, for comparison; the best first."),
    "Difference": _TEXT(
        width=240, help="The best that others report against the best of its own papers, where both can be compared. Settings may differ."
    ),
    "Better": _TEXT(width=75, help="Whether higher or lower numbers are better; empty where the registry does not know the metric."),
    "Numbers": _NUMBER(width=80, format="localized"),
    "Metric": _TEXT(width=120),
    "Split": _TEXT(width=80),
    "Own claims": _NUMBER(width=90, format="localized", help="Numbers that papers report about it as their own system."),
    "Benchmarks": _NUMBER(width=95, format="localized"),
    "Also written": _TEXT(width=220, help="Spellings that differ only in case, hyphens and blanks are taken for one system."),
    "Against": _TEXT(width=150, help="What the text compares with."),
    "Venue": _TEXT(width=90),
    "Papers": _NUMBER(width=75, format="localized"),
    "Claims": _NUMBER(width=75, format="localized", help="Reported numbers of all kinds: scores, gains, ratios, costs."),
}
