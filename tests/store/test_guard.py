from __future__ import annotations

import pytest

from leaderboard.errors import QueryError, QueryTimeout, ReadOnlyViolation
from leaderboard.store import guard, reading


@pytest.fixture
def con(fixed):
    with reading.connect(fixed.db) as con:
        yield con


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM claims",
        "select 1;",
        "FROM leaderboard",
        "WITH x AS (SELECT 1 AS a) SELECT * FROM x",
        "VALUES (1)",
        "DESCRIBE claims",
        "SUMMARIZE claims",
        "SHOW TABLES",
        "EXPLAIN SELECT * FROM claims",
        "-- a remark\nSELECT 1 /* and another; */",
        "SELECT ';' AS semicolon",
        "SELECT 1 AS a, 2 AS a",
    ],
)
def test_reading_statements_are_answered(con, sql):
    assert guard.run(con, sql).frame.height > 0


@pytest.mark.parametrize(
    "sql",
    [
        "COPY claims TO 'out.csv'",
        "ATTACH 'x.duckdb'",
        "DETACH leaderboard_db",
        "INSTALL httpfs",
        "LOAD httpfs",
        "PRAGMA database_list",
        "PRAGMA show_tables",
        "SET threads = 1",
        "RESET threads",
        "USE memory",
        "CREATE TEMP TABLE t (x INTEGER)",
        "CREATE MACRO f(x) AS x",
        "DELETE FROM claims",
        "UPDATE claims SET value = 1",
        "INSERT INTO claims SELECT * FROM claims",
        "DROP VIEW leaderboard",
        "CALL pragma_version()",
        "EXPORT DATABASE 'out'",
        "PREPARE p AS SELECT 1",
        "BEGIN",
        "VACUUM",
        "CHECKPOINT",
        "SELECT 1; DROP TABLE claims",
        "SELECT 1; SELECT 2",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_parquet('/etc/*')",
        "SELECT * FROM 'https://example.org/x.csv'",
    ],
)
def test_everything_else_is_refused(con, sql):
    with pytest.raises(ReadOnlyViolation):
        guard.run(con, sql)


@pytest.mark.parametrize(
    ("sql", "says"),
    [("SELEC 1", "syntax error"), ("SELECT x FROM claims", '"x" not found'), ("", "no statement"), ("-- x", "no statement")],
)
def test_mistakes_are_explained(con, sql, says):
    with pytest.raises(QueryError, match=says) as caught:
        guard.run(con, sql)
    assert not isinstance(caught.value, ReadOnlyViolation)


@pytest.mark.parametrize(("rows", "height", "truncated"), [(1, 1, True), (3, 3, True), (4, 4, False), (5, 4, False), (None, 4, False)])
def test_more_rows_than_asked_for_are_left_out_and_said_so(con, rows, height, truncated):
    answer = guard.run(con, "SELECT value FROM claims ORDER BY value", rows=rows)
    assert (answer.frame.height, answer.truncated) == (height, truncated)
    assert answer.frame["value"].to_list() == [2, 3, 90, 95][:height]


def test_endless_answers_end_at_the_row_limit(con):
    assert guard.run(con, "SELECT * FROM range(1000000000000)", rows=3).frame.height == 3


def test_a_query_that_takes_too_long_is_stopped_and_the_connection_goes_on(con):
    with pytest.raises(QueryTimeout, match=r"stopped after 0\.2 s"):
        guard.run(con, "SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000000) c", seconds=0.2)
    assert guard.run(con, "SELECT 1 AS one").frame["one"].to_list() == [1]


def test_a_query_that_needs_too_much_memory_is_an_error(con):
    with pytest.raises(QueryError, match=r"more memory|too large|Out of Range"):
        guard.run(con, "SELECT list(repeat('x', 100000) || range::VARCHAR) FROM range(1000000)")
