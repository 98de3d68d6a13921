from __future__ import annotations

import datetime as dt

import pytest

from leaderboard.errors import QueryError, QueryTimeout, ReadOnlyViolation
from leaderboard.store import plain_types, reading, sql_guard


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
    assert sql_guard.run(con, sql).frame.height > 0


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
        "SELECT current_setting('secret_directory')",
        "SELECT \"current_setting\"('home_directory')",
        "EXPLAIN ANALYZE SELECT current_setting('secret_directory')",
        "-- a remark\nEXPLAIN SELECT current_setting('secret_directory')",
        "FROM (SUMMARIZE SELECT current_setting('secret_directory'))",
        "SELECT list_transform([1], lambda x: current_setting('secret_directory'))",
        "SELECT * FROM duckdb_settings()",
        "SELECT * FROM duckdb_settings",
        "SELECT * FROM duckdb_secrets()",
        "SELECT * FROM duckdb_databases()",
        "SELECT * FROM pragma_database_list",
        "SELECT * FROM query('SELECT 1')",
        "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM glob('/*')",
        "SELECT getenv('HOME')",
        "SELECT sleep_ms(10)",
        "SELECT pg_sleep(1)",
    ],
)
def test_everything_else_is_refused(con, sql):
    with pytest.raises(ReadOnlyViolation):
        sql_guard.run(con, sql)


@pytest.mark.parametrize("before", ["/**/" * 5_000, " " * 20_000, "/* a */ -- b\n" * 1_000])
def test_however_many_comments_stand_before_a_statement_it_is_read_at_once(con, before):
    assert sql_guard.check(con, f"{before}SELECT 1") == "SELECT"
    assert sql_guard.check(con, f"{before}EXPLAIN SELECT 1") == "EXPLAIN"
    with pytest.raises(ReadOnlyViolation):
        sql_guard.check(con, f"{before}EXPLAIN SELECT * FROM duckdb_settings()")


@pytest.mark.parametrize(
    ("sql", "says"),
    [("SELEC 1", "syntax error"), ("SELECT x FROM claims", '"x" not found'), ("", "no statement"), ("-- x", "no statement")],
)
def test_mistakes_are_explained(con, sql, says):
    with pytest.raises(QueryError, match=says) as caught:
        sql_guard.run(con, sql)
    assert not isinstance(caught.value, ReadOnlyViolation)


@pytest.mark.parametrize(("rows", "height", "truncated"), [(1, 1, True), (3, 3, True), (4, 4, False), (5, 4, False), (None, 4, False)])
def test_more_rows_than_asked_for_are_left_out_and_said_so(con, rows, height, truncated):
    answer = sql_guard.run(con, "SELECT value FROM claims ORDER BY value", rows=rows)
    assert (answer.frame.height, answer.truncated) == (height, truncated)
    assert answer.frame["value"].to_list() == [2, 3, 90, 95][:height]


def test_endless_answers_end_at_the_row_limit(con):
    assert sql_guard.run(con, "SELECT * FROM range(1000000000000)", rows=3).frame.height == 3


def test_a_query_that_takes_too_long_is_stopped_and_the_connection_goes_on(con):
    with pytest.raises(QueryTimeout, match=r"stopped after 0\.2 s"):
        sql_guard.run(con, "SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000000) c", seconds=0.2)
    assert sql_guard.run(con, "SELECT 1 AS one").frame["one"].to_list() == [1]


def test_a_query_that_needs_too_much_memory_is_an_error(con):
    with pytest.raises(QueryError, match=r"exceeds the memory limit|too large|Out of Range"):
        sql_guard.run(con, "SELECT list(repeat('x', 100000) || range::VARCHAR) FROM range(1000000)")


@pytest.mark.parametrize(("size", "height"), [(41_000, 4), (39_000, 3), (11_000, 1), (9_000, 0)])
def test_more_bytes_than_asked_for_are_left_out_and_said_so(con, size, height):
    answer = sql_guard.run(con, "SELECT repeat('x', 9996) AS long FROM range(4)", size=size)
    assert (answer.frame.height, answer.truncated, bool(answer.limit)) == (height, height < 4, height < 4)
    if height < 4:
        assert answer.limit == f"{size / 1e6:g} MB"


def test_the_limit_of_rows_is_said_where_it_is_reached_first(con):
    answer = sql_guard.run(con, "SELECT range FROM range(10000)", rows=5_000, size=1_000_000)
    assert (answer.frame.height, answer.frame["range"].to_list()[-1], answer.limit) == (5_000, 4_999, "5,000 rows")


def test_huge_rows_stop_at_the_limit_of_bytes_without_all_being_made(con):
    answer = sql_guard.run(con, "SELECT repeat('x', 100000) AS long FROM range(1000000000)", size=2_000_000)
    assert 15 <= answer.frame.height <= 20
    assert answer.limit == "2 MB"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("sum(1::HUGEINT)", 1.0),
        ("12.5::DECIMAL(38,2)", 12.5),
        ("3::UBIGINT", 3),
        ("'x'::BLOB", "x"),
        ("INTERVAL 3 DAY", "3 days"),
        ("'12:00:00+01'::TIMETZ", "12:00:00+01"),
        ("MAP {'k': 1}", "{k=1}"),
        ("'101'::BIT", "101"),
        ("[1, 2]::INTEGER[2]", "[1, 2]"),
        ("union_value(num := 2)", "2"),
        ("{'a': 1, 'b': [INTERVAL 1 DAY]}", "{'a': 1, 'b': [1 day]}"),
        ("[{'a': 1}]", "[{'a': 1}]"),
        ("['a', NULL]", ["a", None]),
        ("NULL", None),
        ("'a'::ENUM('a', 'b')", "a"),
        ("123456789012345678901234567890::BIGNUM", "123456789012345678901234567890"),
        ("DATE '2024-02-29'", dt.date(2024, 2, 29)),
        ("DATE 'infinity'", plain_types.BEYOND),
        ("DATE '0001-01-01' - 400", plain_types.BEYOND),
        ("TIMESTAMP '290000-01-01'", plain_types.BEYOND),
        ("TIMESTAMPTZ '-infinity'", plain_types.BEYOND),
        ("TIMESTAMP_S '9999-12-31 23:59:59'", dt.datetime(9999, 12, 31, 23, 59, 59)),  # noqa: DTZ001 - it has no zone
    ],
)
def test_every_type_has_a_plain_form(con, value, shown):
    assert sql_guard.run(con, f"SELECT {value} AS v").frame["v"].to_list() == [shown]


def test_dates_beside_one_that_python_does_not_know_stay_readable(con):
    frame = sql_guard.run(con, "SELECT unnest([DATE '2020-01-01', NULL, DATE 'infinity']) AS day").frame
    assert frame["day"].to_list() == ["2020-01-01", None, plain_types.BEYOND]


def test_columns_of_one_name_are_told_apart(con):
    assert sql_guard.run(con, 'SELECT 1 AS a, 2 AS "A", 3 AS a_1, 4 AS "q""q"').frame.columns == ["a", "A_2", "a_1", 'q"q']
