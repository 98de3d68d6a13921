"""Bringing a database to the newest schema, by named and recorded steps.

A step is a file ``sql/schema/NNN_name.sql``. It runs in one transaction together with the record that it ran, so that a database has a
step wholly or not at all. Views, and the tables of ``sql/listed`` that they read, hold nothing of their own and are simply made anew
whenever their files have changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from leaderboard.errors import NewerSchema, NotADatabase, OlderSchema
from leaderboard.store import sql_files
from leaderboard.store.sql_files import Script

VIEWS = "views"
RECORD_TABLE = "CREATE TABLE IF NOT EXISTS schema_migrations (name VARCHAR PRIMARY KEY, digest VARCHAR, applied_at TIMESTAMP)"
RECORD = "INSERT OR REPLACE INTO schema_migrations VALUES (?, ?, now()::TIMESTAMP)"


def migrate(con: DuckDBPyConnection, steps: Sequence[Script] | None = None) -> tuple[str, ...]:
    """Apply the steps that ``con`` lacks and refresh its views; returns the names of the steps applied.

    Args:
        con: a writable connection.
        steps: other steps than the shipped ones, for tests; views are left alone then.

    Raises:
        NewerSchema: the database has steps this version does not know.
    """
    known = sql_files.folder("schema") if steps is None else steps
    con.execute(RECORD_TABLE)
    done = applied(con)
    _refuse_newer(set(done), known)
    missing = [step for step in known if step.name not in done]
    for step in missing:
        _in_transaction(con, [step], step.name, sql_files.digest([step]))
    if steps is None:
        derived = _derived()
        if missing or done.get(VIEWS) != sql_files.digest(derived):
            _in_transaction(con, derived, VIEWS, sql_files.digest(derived))
    return tuple(step.name for step in missing)


def applied(con: DuckDBPyConnection) -> dict[str, str]:
    """The steps a database has, with the hash of the file that each came from (listed tables and views: under ``views``).

    Raises:
        NotADatabase: there is no record of steps in it, so it is not one of ours.
    """
    found = con.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'schema_migrations'").fetchone()
    if not found or not found[0]:
        raise NotADatabase("it is a DuckDB database, but not one that leaderboard made; choose another file with --db")
    return dict(con.execute("SELECT name, digest FROM schema_migrations").fetchall())


def up_to_date(con: DuckDBPyConnection) -> bool:
    """Whether a database has every step and the present views."""
    done = applied(con)
    steps = sql_files.folder("schema")
    _refuse_newer(set(done), steps)
    return all(step.name in done for step in steps) and done.get(VIEWS) == sql_files.digest(_derived())


def require_current(con: DuckDBPyConnection) -> None:
    """Make sure that the named queries can run on a database that is only read.

    Raises:
        NewerSchema: a newer version of leaderboard wrote it.
        OlderSchema: an older one did, and it has to be upgraded first.
    """
    if not up_to_date(con):
        raise OlderSchema(
            "the database was made by an older version of leaderboard; `leaderboard ingest` with any of its files upgrades it"
        )


def _derived() -> tuple[Script, ...]:
    """What follows from the tables that the steps make: first the listed tables, then the views on them."""
    return (*sql_files.folder("listed"), *sql_files.folder("views"))


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
