"""The numbers behind one row of a table: which of them to read, and the words it comes from."""

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
    """A choice among some claims and, below it, the words of the chosen one; both keep their place whatever is chosen.

    Args:
        claims: rows of a query, at least one, each with the columns of a value, its claim, system and paper (as ``method_rows`` has them).
        key: of the choice; another one where other claims are meant.
        first: the claim to begin with; by default the first.
    """
    shown = claims.head(SHOWN).with_columns(stated())
    rows = {row["claim_id"]: row for row in shown.iter_rows(named=True)}
    ids = list(rows)
    label = "Words behind" if len(ids) == claims.height else f"Words behind; the first {SHOWN} of {claims.height:,} numbers"
    chosen = st.selectbox(label, ids, index=ids.index(first) if first in rows else 0, format_func=lambda one: _said(rows[one]), key=key)
    quote.panel(chosen, rows[chosen]["paper_id"])


def _said(row: Row) -> str:
    year = f" ({row['year']})" if row["year"] else ""
    return f"{row['stated']}, {row['method']}, {ROLES[str(row['role'])]} in: {text.shorten(str(row['title']), 90)}{year}"
