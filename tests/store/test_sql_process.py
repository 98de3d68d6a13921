"""Typed SQL in processes of their own: what is stuck or too large ends there, and not more run at once than may."""

from __future__ import annotations

import contextlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from leaderboard.errors import Busy, QueryError, QueryTimeout, ReadOnlyViolation, StoreMissing
from leaderboard.store.sql_process import Pool, Question

# One call of a function that takes minutes and does not hear that it should stop.
STUCK = "SELECT levenshtein(repeat('a', 300000) || random()::VARCHAR, repeat('b', 300000))"


@pytest.fixture(scope="module")
def pool():
    pool = Pool()
    yield pool
    pool.close()


def ask(pool, store, sql, *, rows=10, seconds=20.0, size=1_000_000):
    return pool.run(Question(str(store.db), sql, rows, seconds, size))


def test_answers_come_back_with_their_limits(pool, fixed):
    answer = ask(pool, fixed, "SELECT value, quote FROM claims ORDER BY value", rows=3)
    assert (answer.frame["value"].to_list(), answer.truncated, answer.limit) == ([2, 3, 90], True, "3 rows")
    assert ask(pool, fixed, "SELECT repeat('x', 600000) FROM range(5)").limit == "1 MB"
    assert ask(pool, fixed, "SELECT 1 AS one").truncated is False


@pytest.mark.parametrize(
    ("sql", "kind", "says"),
    [
        ("SELEC", QueryError, "syntax error"),
        ("DELETE FROM claims", ReadOnlyViolation, "only read-only statements"),
        ("SELECT * FROM read_text('/etc/passwd')", ReadOnlyViolation, "only the tables"),
        ("SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000000) c", QueryTimeout, r"after 0\.3 s"),
        ("SELECT list_sum(range(1000000000))", QueryError, "exceeds the memory limit"),
    ],
)
def test_faults_come_back_as_they_were(pool, fixed, sql, kind, says):
    with pytest.raises(kind, match=says):
        ask(pool, fixed, sql, seconds=0.3 if kind is QueryTimeout else 20.0)
    assert ask(pool, fixed, "SELECT 1 AS one").frame["one"].to_list() == [1]


def test_a_missing_database_is_what_it_is(pool, tmp_path):
    with pytest.raises(StoreMissing):
        pool.run(Question(str(tmp_path / "none.duckdb"), "SELECT 1", 1, 5.0, 100))


def test_what_does_not_stop_is_ended_and_the_next_query_is_answered(pool, fixed):
    with pytest.raises(QueryTimeout, match=r"stopped after 0\.2 s"):
        ask(pool, fixed, STUCK, seconds=0.2)
    assert ask(pool, fixed, "SELECT 1 AS one").frame["one"].to_list() == [1]


def test_a_process_that_was_ended_from_outside_is_replaced(fixed):
    pool = Pool()
    ask(pool, fixed, "SELECT 1")
    (process,) = pool._idle
    process.kill()
    process.wait()
    assert ask(pool, fixed, "SELECT 2 AS two").frame["two"].to_list() == [2]
    pool.close()
    assert pool._idle == []


def test_no_more_run_at_once_than_may_and_the_others_are_told(fixed):
    pool = Pool(at_once=1, patience=0.05)
    with pool._free, pytest.raises(Busy, match="other queries are running"):
        ask(pool, fixed, "SELECT 1")
    assert ask(pool, fixed, "SELECT 1 AS one").frame["one"].to_list() == [1]
    pool.close()


def test_a_query_leaves_its_place_to_the_next_however_it_ended(fixed):
    pool = Pool(at_once=1, patience=0.05)
    for sql in ("SELEC", STUCK, "SELECT 1"):
        with contextlib.suppress(QueryError):
            ask(pool, fixed, sql, seconds=0.2)
    assert ask(pool, fixed, "SELECT 1 AS one").frame["one"].to_list() == [1]
    pool.close()


def test_queries_of_several_threads_get_their_own_answers(pool, fixed):
    with ThreadPoolExecutor(6) as threads:
        found = threads.map(lambda n: ask(pool, fixed, f"SELECT {n} AS n").frame["n"].to_list(), range(20))
        assert list(found) == [[n] for n in range(20)]


def test_the_process_knows_nothing_of_our_environment(pool, fixed, monkeypatch):
    monkeypatch.setenv("SOME_SECRET", "x")
    own = Pool()
    ask(own, fixed, "SELECT 1")
    (process,) = own._idle
    assert b"SOME_SECRET" not in Path(f"/proc/{process.pid}/environ").read_bytes()
    own.close()
