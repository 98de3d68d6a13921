"""Readers: locked down, and never in the way of a load nor behind it."""

from __future__ import annotations

import duckdb
import pytest
from fake_extractors import claim

from leaderboard.errors import NotADatabase, StoreError, StoreMissing
from leaderboard.store import queries, reading


def papers(con):
    return con.execute("SELECT count(*) FROM papers").fetchone()[0]


def test_a_reader_keeps_its_data_while_new_data_is_published_and_the_next_one_sees_it(store):
    store.papers(a=[claim()])
    before = reading.identity(store.db)
    old = reading.connect(store.db)
    assert papers(old) == 1
    store.papers(b=[claim()])
    assert reading.identity(store.db) != before
    with reading.connect(store.db) as new:
        assert (papers(old), papers(new)) == (1, 2)
    old.close()


def test_closing_one_connection_leaves_the_others_alone(store):
    store.papers(a=[claim()])
    one, other = reading.connect(store.db), reading.connect(store.db)
    one.close()
    assert papers(other) == 1
    other.close()


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_blob('/etc/*')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM 'http://127.0.0.1/x.parquet'",
        "COPY papers TO 'out.csv'",
        "COPY (SELECT 1) TO '/tmp/out.csv'",
        "COPY papers FROM '/etc/passwd'",
        "EXPORT DATABASE 'out'",
        "ATTACH 'other.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "RESET memory_limit",
        "PRAGMA enable_external_access = true",
        "CREATE TABLE t (x INTEGER)",
        "CREATE VIEW v AS SELECT 1",
        "DELETE FROM papers",
        "UPDATE papers SET title = 'x'",
        "INSERT INTO papers (paper_id, title, abstract, run_id) VALUES ('x', 'x', 'x', 1)",
        "DROP TABLE papers",
    ],
)
def test_even_without_the_guard_a_connection_cannot_write_or_leave_the_database(fixed, statement, monkeypatch):
    monkeypatch.chdir(fixed.folder)
    before = sorted(fixed.folder.rglob("*"))
    with reading.connect(fixed.db) as con, pytest.raises(duckdb.Error):
        con.execute(statement).fetchall()
    assert sorted(fixed.folder.rglob("*")) == before


def test_variables_of_the_program_are_no_tables(store):
    store.papers(a=[claim()])
    import polars as pl

    secret = pl.DataFrame({"x": [1]})
    with reading.connect(store.db) as con, pytest.raises(duckdb.CatalogException):
        con.sql("SELECT * FROM secret")
    assert secret.height == 1


@pytest.mark.parametrize(
    ("content", "fault"),
    [(b"title,abstract\n", NotADatabase), (b"", NotADatabase), (b"\0" * 20_000, NotADatabase), (b"PK\x03\x04" * 4096, NotADatabase)],
    ids=["csv", "empty", "nul", "zip"],
)
def test_a_file_that_is_no_database_is_called_that(tmp_path, content, fault):
    path = tmp_path / "x.duckdb"
    path.write_bytes(content)
    with pytest.raises(fault, match=r"x\.duckdb is not a DuckDB database.*--db"):
        reading.connect(path)
    assert path.read_bytes() == content


def test_a_damaged_database_is_an_error_and_no_crash(store):
    store.papers(a=[claim()])
    data = bytearray(store.db.read_bytes())
    store.db.write_bytes(data[: len(data) // 2])
    with reading.connect(store.db) as con, pytest.raises(StoreError, match="damaged"):
        [queries.run(con, name) for name in ("totals", "papers_search", "runs")]


def test_a_missing_database_says_how_to_make_one(tmp_path):
    with pytest.raises(StoreMissing, match=r"no database at .*leaderboard ingest"):
        reading.connect(tmp_path / "none.duckdb")


def test_a_folder_is_no_database(tmp_path):
    with pytest.raises(NotADatabase, match="is a folder"):
        reading.connect(tmp_path)


def test_a_database_that_somebody_writes_to_is_called_busy(store, tmp_path):
    import subprocess
    import sys

    store.papers(a=[claim()])
    holder = "import duckdb, sys; con = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(store.db)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "open\n"
        try:
            with pytest.raises(StoreError, match="open for writing in another program"):
                reading.connect(store.db)
        finally:
            process.communicate("")


def test_the_database_meant_is_the_given_one_then_the_variable_then_the_default(monkeypatch):
    monkeypatch.setenv("LEADERBOARD_DB", "from-env.duckdb")
    assert str(reading.database_path("given.duckdb")) == "given.duckdb"
    assert str(reading.database_path()) == "from-env.duckdb"
    monkeypatch.delenv("LEADERBOARD_DB")
    assert str(reading.database_path()) == "leaderboard.duckdb"


def test_a_path_with_a_quote_in_it(tmp_path):
    from leaderboard.store.loading import ingest

    folder = tmp_path / "it's; here"
    folder.mkdir()
    (folder / "p.jsonl").write_text('{"title": "T", "abstract": "[]"}\n')
    report = ingest([folder / "p.jsonl"], folder / "x'y.duckdb", factory="fake_extractors:build", workers=0)
    assert report.papers_total == 1
