"""Running SQL typed by users: a single read-only statement, with limits on time, rows and bytes.

The connection itself cannot write or access files (:mod:`leaderboard.store.reading`). Checking the statement first gives a clear message,
and also rejects what DuckDB allows even then: temporary tables, pragmas, and functions that reveal the machine.
A single function call that does not return cannot be interrupted: see :mod:`leaderboard.store.sql_process`.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import polars as pl
import pyarrow as pa
from duckdb import DuckDBPyConnection, DuckDBPyRelation

from leaderboard.errors import QueryError, QueryTimeout, ReadOnlyViolation, first_line
from leaderboard.store import plain_types

ROW_LIMIT = 10_000
TIME_LIMIT = 30.0
TOO_LARGE = "the query exceeds the memory limit; narrow it down or add a LIMIT"
BATCH = 1_000
# Possessive, without backtracking: many comments could otherwise be split in exponentially many ways.
_PREFIX = re.compile(r"(?>(?:--[^\n]*\n|/\*(?:[^*]|\*(?!/))*\*/|\s)*)explain\b\s*(?:analyze\b|\([^)]*\))?", re.IGNORECASE)
#: Functions and tables that reveal the machine, run SQL passed as text, or only wait.
_FORBIDDEN = re.compile(
    r"current_setting|getenv|getvariable|query|query_table|json_execute_serialized_sql|glob|which_secret|write_log|sleep_ms|pg_sleep"
    r"|pg_settings|(?:duckdb|pragma)_(?!columns|constraints|functions|keywords|tables|types|views).*|(?:read|sniff|scan|parquet)_.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a query, whether they were truncated, and the limit that truncated them (such as ``5,000 rows``)."""

    frame: pl.DataFrame
    truncated: bool
    limit: str = ""


def run(con: DuckDBPyConnection, sql: str, *, rows: int | None = ROW_LIMIT, seconds: float = TIME_LIMIT, size: int | None = None) -> Answer:
    """Run one read-only statement.

    Args:
        con: from :func:`leaderboard.store.reading.connect`.
        sql: a single SELECT (or FROM, WITH, VALUES, SHOW, DESCRIBE, SUMMARIZE, EXPLAIN).
        rows: maximum number of rows; None for all.
        seconds: time limit.
        size: maximum number of bytes; None for all.

    Raises:
        ReadOnlyViolation: another kind of statement, several statements, or access to more than the database's tables.
        QueryError: the statement is invalid or exceeds the memory limit.
        QueryTimeout: the statement exceeded the time limit.
    """
    kind = check(con, sql)
    stopped = threading.Event()

    def stop() -> None:
        stopped.set()
        con.interrupt()

    timer = threading.Timer(seconds, stop)
    timer.start()
    try:
        return _fetch(con, sql, kind, rows, size)
    except duckdb.InterruptException as error:
        if not stopped.is_set():
            raise
        raise QueryTimeout(f"the query was stopped after {seconds:g} s; narrow it down or add a LIMIT") from error
    except duckdb.OutOfMemoryException as error:
        raise QueryError(TOO_LARGE) from error
    except duckdb.PermissionException as error:
        raise ReadOnlyViolation(f"queries can access only the tables of this database: {first_line(error)}") from error
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
        raise ReadOnlyViolation(f"only one statement at a time; these are {len(statements)}")
    kind = str(statements[0].type).rsplit(".", 1)[-1]
    if kind not in ("SELECT", "EXPLAIN"):
        raise ReadOnlyViolation(f"only read-only statements such as SELECT are allowed; this is {kind}")
    _forbid(con, sql)
    return kind


def _forbid(con: DuckDBPyConnection, sql: str) -> None:
    """Reject functions and tables that reveal more than the database.

    Raises:
        ReadOnlyViolation: the statement uses one.
    """
    prefix = _PREFIX.match(sql)
    ((tree,),) = con.execute("SELECT json_serialize_sql($sql::VARCHAR)", {"sql": sql[prefix.end() :] if prefix else sql}).fetchall()
    parsed = json.loads(tree)
    if parsed["error"]:
        raise ReadOnlyViolation("only read-only statements such as SELECT are allowed")
    for name in _names(parsed):
        if _FORBIDDEN.fullmatch(name):
            raise ReadOnlyViolation(f"queries can access only the tables of this database: {name} is not allowed")


def _names(tree: object) -> Iterator[str]:
    """The functions and tables that a parsed statement names."""
    todo = [tree]
    while todo:
        one = todo.pop()
        if isinstance(one, dict):
            yield from (one[key] for key in ("function_name", "table_name") if isinstance(one.get(key), str))
            todo += one.values()
        elif isinstance(one, list):
            todo += one


def _fetch(con: DuckDBPyConnection, sql: str, kind: str, rows: int | None, size: int | None) -> Answer:
    found = con.sql(sql)
    if kind == "EXPLAIN":
        return Answer(found.pl(), truncated=False)
    batches, limit = _within(_some(plain_types.project(found), rows), rows, size)
    return Answer(plain_types.frame(batches), truncated=bool(limit), limit=limit)


def _some(found: DuckDBPyRelation, rows: int | None) -> DuckDBPyRelation:
    """One row more than the limit, to know whether there are more."""
    return found if rows is None else found.limit(rows + 1)


def _within(found: DuckDBPyRelation, rows: int | None, size: int | None) -> tuple[pa.Table, str]:
    """The rows up to the first limit that is reached, and that limit (empty if none is)."""
    reader = found.to_arrow_reader(BATCH)
    kept: list[pa.RecordBatch] = []
    height = total = 0
    for batch in reader:
        fits, used = _fitting(batch, size - total) if size is not None else (batch.num_rows, batch.nbytes)
        over = rows is not None and height + fits > rows
        kept.append(batch.slice(0, rows - height if over and rows is not None else fits))
        height, total = height + fits, total + used
        if over:
            return pa.Table.from_batches(kept, reader.schema), f"{rows:,} rows"
        if size is not None and fits < batch.num_rows:
            return pa.Table.from_batches(kept, reader.schema), f"{size / 1e6:g} MB"
    return pa.Table.from_batches(kept, reader.schema), ""


def _fitting(batch: pa.RecordBatch, size: int) -> tuple[int, int]:
    """How many rows of a batch fit into ``size`` bytes, and their bytes; by binary search, since rows differ in length."""
    low, high = 0, batch.num_rows
    if batch.nbytes <= size:
        return high, batch.nbytes
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if batch.slice(0, middle).nbytes <= size else (low, middle - 1)
    return low, batch.slice(0, low).nbytes
