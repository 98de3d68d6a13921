"""Upgrading a database to the newest schema by named, recorded migrations.

A step is a file ``sql/schema/NNN_name.sql``. It runs in one transaction together with its record, so that a database has a step completely
or not at all. Macros, derived tables, views and comments hold nothing that cannot be computed again, and are rebuilt whenever
one of their files has changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from leaderboard.errors import NewerSchema, NotADatabase, OlderSchema
from leaderboard.store import sql_files
from leaderboard.store.sql_files import Script

VIEWS = "views"
#: The folders of ``sql/`` that are rebuilt, in this order: each uses what the ones before it define.
REBUILT = ("macros", "derived", "views", "comments")
RECORD_TABLE = "CREATE TABLE IF NOT EXISTS schema_migrations (name VARCHAR PRIMARY KEY, digest VARCHAR, applied_at TIMESTAMP)"
RECORD = "INSERT OR REPLACE INTO schema_migrations VALUES (?, ?, now()::TIMESTAMP)"


def migrate(con: DuckDBPyConnection, steps: Sequence[Script] | None = None) -> tuple[str, ...]:
    """Apply the missing steps and rebuild what depends on them; returns the names of the applied steps.

    Args:
        con: a writable connection.
        steps: steps to use instead of the shipped ones, for tests; nothing is rebuilt then.

    Raises:
        NewerSchema: the database has steps that this version does not know.
    """
    known = sql_files.folder("schema") if steps is None else steps
    con.execute(RECORD_TABLE)
    done = applied(con)
    _refuse_newer(set(done), known)
    missing = [step for step in known if step.name not in done]
    for step in missing:
        _in_transaction(con, [step], step.name, sql_files.digest([step]))
    if steps is None:
        rebuilt = _rebuilt()
        if missing or done.get(VIEWS) != sql_files.digest(rebuilt):
            _in_transaction(con, rebuilt, VIEWS, sql_files.digest(rebuilt))
    return tuple(step.name for step in missing)


def applied(con: DuckDBPyConnection) -> dict[str, str]:
    """The steps that a database has, each with the hash of its file; under ``views`` the hash of everything that is rebuilt.

    Raises:
        NotADatabase: it has no record of steps, so leaderboard did not create it.
    """
    found = con.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'schema_migrations'").fetchone()
    if not found or not found[0]:
        raise NotADatabase("it is a DuckDB database, but not one that leaderboard made; choose another file with --db")
    return dict(con.execute("SELECT name, digest FROM schema_migrations").fetchall())


def up_to_date(con: DuckDBPyConnection) -> bool:
    """Whether a database has every step, and the current macros, derived tables, views and comments."""
    done = applied(con)
    steps = sql_files.folder("schema")
    _refuse_newer(set(done), steps)
    return all(step.name in done for step in steps) and done.get(VIEWS) == sql_files.digest(_rebuilt())


def require_current(con: DuckDBPyConnection) -> None:
    """Make sure that the named queries can run on a database.

    Raises:
        NewerSchema: it was written by a newer version of leaderboard.
        OlderSchema: it was written by an older version and must be upgraded first.
    """
    if not up_to_date(con):
        raise OlderSchema(
            "the database was made by an older version of leaderboard; upgrade it with `leaderboard ingest` and any of its files"
        )


def _rebuilt() -> tuple[Script, ...]:
    return tuple(script for name in REBUILT for script in sql_files.folder(name))


def _refuse_newer(done: set[str], known: Sequence[Script]) -> None:
    unknown = sorted(done - {step.name for step in known} - {VIEWS})
    if unknown:
        raise NewerSchema(
            f"the database was written by a newer version of leaderboard (it has {', '.join(unknown)}); "
            "upgrade leaderboard, or choose another file with --db"
        )


def _in_transaction(con: DuckDBPyConnection, steps: Sequence[Script], name: str, digest: str) -> None:
    con.begin()
    try:
        sql_files.run_all(con, steps)
        con.execute(RECORD, [name, digest])
    except BaseException:
        con.rollback()
        raise
    con.commit()
