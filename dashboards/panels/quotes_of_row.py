"""The results summarised in one table row: a selector, and the quote of the selected one."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import text
from dashboards.panels import quote
from dashboards.rows import Row
from dashboards.tables.common import stated
from dashboards.theme import ROLES

SHOWN = 200


def numbers(claims: pl.DataFrame, key: str, first: str | None = None) -> None:
    """Show a selector of claims and the quote of the selected one.

    Args:
        claims: rows of a query, at least one, each with the columns of a value, its claim, system and paper (as ``method_rows`` has them).
        key: of the selector, unique per set of claims.
        first: the claim selected initially; by default the first row.
    """
    shown = claims.head(SHOWN).with_columns(stated())
    rows = {row["claim_id"]: row for row in shown.iter_rows(named=True)}
    ids = list(rows)
    label = "Result to show" if len(ids) == claims.height else f"Result to show; the first {SHOWN} of {claims.height:,}"
    chosen = st.selectbox(label, ids, index=ids.index(first) if first in rows else 0, format_func=lambda one: _said(rows[one]), key=key)
    quote.panel(chosen, rows[chosen]["paper_id"])


def _said(row: Row) -> str:
    year = f" ({row['year']})" if row["year"] else ""
    return f"{row['stated']}, {row['method']}, {ROLES[str(row['role'])]} in: {text.shorten(str(row['title']), 90)}{year}"
