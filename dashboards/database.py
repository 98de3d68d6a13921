"""The pages' access to the database: named queries, cached until another database is published.

Every query opens and closes its own connection, so that a load can publish a new database at any time. The next interaction sees it,
because the file's identity is part of the cache key.
"""

from __future__ import annotations

from contextlib import closing

import polars as pl
import streamlit as st

from dashboards.rows import Row
from leaderboard.errors import Busy, LeaderboardError, QueryError
from leaderboard.store import exporting, queries, reading, sql_process
from leaderboard.store.queries import Query, Value
from leaderboard.store.reading import Identity
from leaderboard.store.sql_guard import Answer
from leaderboard.store.sql_process import Question

SQL_ROWS = 5_000
SQL_SECONDS = 15.0
SQL_BYTES = 8_000_000
_SHOWN = "database shown"
_pool = sql_process.Pool()


def ask(name: str, /, **params: Value) -> pl.DataFrame:
    """The answer of the query ``name`` of ``sql/queries``.

    Raises:
        LeaderboardError: the database is missing, damaged, too new or too old; the message says what to do.
    """
    return _answer(reading.identity(), name, tuple(sorted(params.items())))


# The frames are shared between sessions, not copied: polars never changes a frame in place.
@st.cache_resource(max_entries=400, show_spinner=False)
def _answer(version: Identity, name: str, params: tuple[tuple[str, Value], ...]) -> pl.DataFrame:  # noqa: ARG001 - the version is part of the key
    with closing(reading.connect()) as con:
        return queries.run(con, name, **dict(params))


def look() -> None:
    """Remember which database this run of the page shows."""
    st.session_state[_SHOWN] = _published()


def moved() -> bool:
    """Whether another database has been published since, or the one shown no longer exists."""
    return st.session_state.get(_SHOWN) != _published()


def _published() -> Identity | str:
    try:
        return reading.identity()
    except LeaderboardError as error:
        return str(error)


def row(name: str, /, **params: Value) -> Row | None:
    """The first row of a query's result, or None if it is empty."""
    frame = ask(name, **params)
    return frame.row(0, named=True) if frame.height else None


def run_sql(sql: str) -> Answer:
    """The result of SQL typed by a user: one read-only statement, limited in rows, size and time.

    Raises:
        Busy: too many queries are running.
        QueryError: the statement is invalid, not read-only, or takes too long.
    """
    found = _typed(reading.identity(), sql)
    if isinstance(found, QueryError):
        raise type(found)(str(found))
    return found


# Errors are cached too: a page drawn again must not wait for the same limit again.
@st.cache_resource(max_entries=20, show_spinner=False)
def _typed(version: Identity, sql: str) -> Answer | QueryError:  # noqa: ARG001 - the version is part of the key
    try:
        return _pool.run(Question(str(reading.database_path().resolve()), sql, SQL_ROWS, SQL_SECONDS, SQL_BYTES))
    except Busy:
        raise
    except QueryError as error:
        return error


def examples() -> dict[str, Query]:
    """All named queries, by name."""
    return {name: queries.get(name) for name in queries.names()}


def whole(name: str) -> pl.DataFrame:
    """A whole table or view; not cached, since it may be most of the database."""
    with closing(reading.connect()) as con:
        return exporting.read(con, name)
