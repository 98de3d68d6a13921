"""What the tables, views and columns of the database hold: their comments (``sql/comments``), as the named query ``schema`` lists them."""

from __future__ import annotations

import polars as pl


def table(schema: pl.DataFrame, name: str) -> str:
    """What a table or view holds, in one sentence; empty where it has no comment.

    Args:
        schema: rows of the query ``schema``.
        name: the table or view.
    """
    return _first(schema.filter(pl.col("name") == name)["about"])


def column(schema: pl.DataFrame, of: str, name: str) -> str:
    """What a column of a table or view holds; empty where it has no comment.

    Args:
        schema: rows of the query ``schema``.
        of: the table or view.
        name: the column.
    """
    return _first(schema.filter((pl.col("name") == of) & (pl.col("column_name") == name))["note"])


def _first(comments: pl.Series) -> str:
    return str(comments[0] or "") if len(comments) else ""
