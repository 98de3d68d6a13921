from __future__ import annotations

import duckdb
import pytest

from leaderboard.errors import NewerSchema, NotADatabase, OlderSchema
from leaderboard.store import migrate, reading, sql_files
from leaderboard.store.sql_files import Script

STEPS = sql_files.folder("schema")


@pytest.fixture
def con():
    with duckdb.connect() as con:
        yield con


def described(con):
    return con.execute("SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal ORDER BY ALL").fetchall()


@pytest.mark.parametrize("done", range(len(STEPS) + 1))
def test_a_store_of_any_age_is_brought_to_the_newest_schema(con, done):
    migrate.migrate(con, STEPS[:done])
    assert migrate.migrate(con) == tuple(step.name for step in STEPS[done:])
    assert migrate.up_to_date(con)
    with duckdb.connect() as fresh:
        migrate.migrate(fresh)
        assert described(con) == described(fresh)


def test_what_an_old_store_holds_is_still_there_afterwards(con):
    migrate.migrate(con, STEPS[:1])
    con.execute("INSERT INTO papers (paper_id, title, abstract, run_id) VALUES ('p', 'An old paper', 'Its text.', 1)")
    migrate.migrate(con)
    assert con.execute("SELECT title, abstract FROM papers").fetchall() == [("An old paper", "Its text.")]


def test_running_it_again_does_nothing(con):
    migrate.migrate(con)
    before = con.execute("SELECT * FROM schema_migrations").fetchall()
    assert migrate.migrate(con) == ()
    assert con.execute("SELECT * FROM schema_migrations").fetchall() == before


def test_a_step_that_fails_leaves_nothing_behind(con):
    broken = Script("999_broken", "CREATE TABLE half (x INTEGER); SELECT * FROM no_such_table;")
    with pytest.raises(duckdb.CatalogException):
        migrate.migrate(con, [*STEPS, broken])
    assert "999_broken" not in migrate.applied(con)
    assert ("half",) not in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    assert {step.name for step in STEPS} <= set(migrate.applied(con))


def test_a_store_from_the_future_is_refused_with_what_to_do(con):
    migrate.migrate(con)
    con.execute("INSERT INTO schema_migrations VALUES ('900_from_the_future', 'x', now()::TIMESTAMP)")
    with pytest.raises(NewerSchema, match=r"900_from_the_future.*upgrade leaderboard"):
        migrate.migrate(con)


def test_changed_views_are_made_anew(con):
    migrate.migrate(con)
    con.execute("CREATE OR REPLACE VIEW coverage AS SELECT 1 AS outdated")
    con.execute("UPDATE schema_migrations SET digest = 'of older files' WHERE name = 'views'")
    assert not migrate.up_to_date(con)
    migrate.migrate(con)
    assert "outdated" not in [row[0] for row in con.execute("DESCRIBE coverage").fetchall()]


def test_changed_comments_are_refreshed(con):
    migrate.migrate(con)
    con.execute("COMMENT ON TABLE papers IS 'outdated'; UPDATE schema_migrations SET digest = 'of older files' WHERE name = 'views'")
    migrate.migrate(con)
    assert con.execute("SELECT comment FROM duckdb_tables() WHERE table_name = 'papers'").fetchall() != [("outdated",)]


def test_a_database_with_the_earlier_name_of_the_derived_tables_loses_them_and_gets_new_ones(con):
    migrate.migrate(con, STEPS[:5])
    con.execute("CREATE TABLE listed.scores AS SELECT 1 AS board; CREATE VIEW leaderboard AS FROM listed.scores")
    migrate.migrate(con)
    schemas = [row[0] for row in con.execute("SELECT schema_name FROM duckdb_schemas() WHERE NOT internal").fetchall()]
    assert "derived" in schemas
    assert "listed" not in schemas
    assert con.execute("SELECT count(*) FROM leaderboard").fetchall() == [(0,)]


def test_steps_are_numbered_without_gaps_and_never_twice():
    assert [int(step.name[:3]) for step in STEPS] == list(range(1, len(STEPS) + 1))


def test_readers_say_what_to_do_with_an_old_store(tmp_path):
    path = tmp_path / "old.duckdb"
    with duckdb.connect(str(path)) as con:
        migrate.migrate(con, STEPS[:1])
    with pytest.raises(OlderSchema, match=r"old\.duckdb.*leaderboard ingest"):
        reading.connect(path)


def test_a_load_brings_an_old_store_up_to_date_and_keeps_what_it_has(store):
    with duckdb.connect(str(store.db)) as con:
        migrate.migrate(con, STEPS[:1])
        con.execute("INSERT INTO papers (paper_id, title, abstract, run_id) VALUES ('p', 'An old paper', '[]', 1)")
    store.papers(new=[])
    assert sorted(store.sql("SELECT title FROM papers")) == [("An old paper",), ("new",)]


def test_somebody_elses_database_is_refused(tmp_path):
    path = tmp_path / "theirs.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE t (x INTEGER)")
    with pytest.raises(NotADatabase, match="not one that leaderboard made"):
        reading.connect(path)
