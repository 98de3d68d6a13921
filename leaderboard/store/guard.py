"""Running SQL that a person typed: one statement that only reads, with an end to its time and its rows.

The connection itself cannot write or reach files (:mod:`leaderboard.store.reading`); looking at the statement first gives a clear
message and also keeps out what DuckDB allows even then, such as temporary tables and pragmas.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

import duckdb
import polars as pl
from duckdb import DuckDBPyConnection

from leaderboard.errors import QueryError, QueryTimeout, ReadOnlyViolation, first_line

ROW_LIMIT = 10_000
TIME_LIMIT = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a query, and whether there were more than the limit allowed."""

    frame: pl.DataFrame
    truncated: bool


def run(con: DuckDBPyConnection, sql: str, *, rows: int | None = ROW_LIMIT, seconds: float = TIME_LIMIT) -> Answer:
    """Run one reading statement.

    Args:
        con: from :func:`leaderboard.store.reading.connect`.
        sql: a single SELECT (or FROM, WITH, VALUES, SHOW, DESCRIBE, SUMMARIZE, EXPLAIN).
        rows: give at most this many rows; None for all.
        seconds: stop it after this time.

    Raises:
        ReadOnlyViolation: it is another kind of statement, or more than one.
        QueryError: it is wrong, or needs more memory than there is.
        QueryTimeout: it took too long.
    """
    kind = check(con, sql)
    stopped = threading.Event()

    def stop() -> None:
        stopped.set()
        con.interrupt()

    timer = threading.Timer(seconds, stop)
    timer.start()
    try:
        return _fetch(con, sql, kind, rows)
    except duckdb.InterruptException as error:
        if not stopped.is_set():
            raise
        raise QueryTimeout(f"the query was stopped after {seconds:g} s; narrow it down, or add a LIMIT") from error
    except duckdb.OutOfMemoryException as error:
        raise QueryError("the query needs more memory than a reader may use; narrow it down, or add a LIMIT") from error
    except duckdb.PermissionException as error:
        raise ReadOnlyViolation(f"queries see only the tables of this database: {first_line(error)}") from error
    except duckdb.Error as error:
        raise QueryError(str(error).strip()) from error
    finally:
        timer.cancel()


def check(con: DuckDBPyConnection, sql: str) -> str:
    """The kind of statement that ``sql`` is: ``SELECT`` or ``EXPLAIN``.

    Raises:
        ReadOnlyViolation, QueryError: as for :func:`run`.
    """
    try:
        statements = con.extract_statements(sql)
    except duckdb.Error as error:
        raise QueryError(str(error).strip()) from error
    if not statements:
        raise QueryError("there is no statement to run; write a SELECT")
    if len(statements) > 1:
        raise ReadOnlyViolation(f"one statement at a time, please; these are {len(statements)}")
    kind = str(statements[0].type).rsplit(".", 1)[-1]
    if kind not in ("SELECT", "EXPLAIN"):
        raise ReadOnlyViolation(f"only statements that read are allowed, such as SELECT; this is {kind}")
    return kind


def _fetch(con: DuckDBPyConnection, sql: str, kind: str, rows: int | None) -> Answer:
    if kind == "EXPLAIN" or rows is None:
        return Answer(con.sql(sql).pl(), truncated=False)
    frame = con.sql(sql).limit(rows + 1).pl()
    return Answer(frame.head(rows), truncated=frame.height > rows)
