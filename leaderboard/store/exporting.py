"""Whole tables and views of the database, for exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duckdb import DuckDBPyConnection, DuckDBPyRelation

from leaderboard.errors import QueryError
from leaderboard.store import queries

if TYPE_CHECKING:
    import polars as pl  # slow to import; a command that prints a few rows does without it


def names(con: DuckDBPyConnection) -> tuple[str, ...]:
    """The public tables and views, in the order of the query ``schema``."""
    return tuple(dict.fromkeys(row["name"] for row in queries.rows(con, "schema")))


def read(con: DuckDBPyConnection, name: str) -> pl.DataFrame:
    """A whole table or view, sorted by its columns, so that equal content gives equal files.

    Raises:
        QueryError: there is no public table or view of that name.
    """
    frame: pl.DataFrame = _table(con, name).order("ALL").pl()
    return frame


def _table(con: DuckDBPyConnection, name: str) -> DuckDBPyRelation:
    known = names(con)
    if name not in known:
        raise QueryError(f"there is no table or view named {name!r}; available: {', '.join(known)}")
    return con.table(name)
