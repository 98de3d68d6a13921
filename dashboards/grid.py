"""Tables on pages: consistent columns, and rows that can be selected by a click anywhere in them."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from dashboards.columns import COLUMNS
from dashboards.text import UNITS_TIGHT

ROW = 35
TALLEST = 560


def show(
    frame: pl.DataFrame, key: str, *, choose: bool = True, height: int | None = None, units: Mapping[str, str | None] | None = None
) -> int | None:
    """Show a table; returns the index of the selected row in the frame, regardless of sorting, or None.

    Args:
        frame: a table of ``dashboards.tables``.
        key: of the widget.
        choose: whether rows can be selected.
        height: in pixels; by default the height of all rows, up to :data:`TALLEST`.
        units: by column, the unit shared by all its values, shown with each value.
    """
    look: dict[str, ColumnConfig] = {name: column for name, column in COLUMNS.items() if name in frame.columns} | with_units(units or {})
    tall = height or min(ROW * (frame.height + 1) + 3, TALLEST)
    if not choose:
        st.dataframe(frame, hide_index=True, column_config=look, height=tall, key=key, placeholder="")
        return None
    event = st.dataframe(
        frame,
        hide_index=True,
        column_config=look,
        height=tall,
        key=key,
        placeholder="",
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
    )
    return chosen_row(event.selection, frame.height)


def chosen_row(selection: object, rows: int) -> int | None:
    """The row of a row or cell selection; None if nothing is selected or the row no longer exists."""
    places = [*getattr(selection, "rows", ()), *(cell[0] for cell in getattr(selection, "cells", ()))]
    return int(places[-1]) if places and places[-1] < rows else None


def with_units(units: Mapping[str, str | None]) -> dict[str, ColumnConfig]:
    """Column configurations that show the unit after each value."""
    found: dict[str, ColumnConfig] = {}
    for name, unit in units.items():
        if unit:
            shown = "%.10g" + ("" if unit in UNITS_TIGHT else " ") + unit.replace("%", "%%")
            look = COLUMNS[name]
            found[name] = st.column_config.NumberColumn(width=look.get("width"), help=look.get("help"), format=shown)
    return found


def chosen_column(key: str) -> str | None:
    """The column of the selected cell in the table with that key; None if no cell is selected."""
    state = st.session_state.get(key)
    cells = state["selection"]["cells"] if state else ()
    return str(cells[-1][1]) if cells else None
