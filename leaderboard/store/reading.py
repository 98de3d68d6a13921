"""Read-only connections: they cannot write, access other files or load extensions, and always see the newest published database.

A load publishes by replacing the file. DuckDB would keep showing the old file to a process that has it open under the same path, so a file
is opened once per *identity* (device, inode, time, size), attached to an in-memory database of its own, and every reader gets a cursor on
it. Cursors on an earlier file keep working until they are closed.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from leaderboard.errors import LeaderboardError, NotADatabase, StoreError, StoreMissing
from leaderboard.store import migrate

DEFAULT_DATABASE = "leaderboard.duckdb"
MEMORY_LIMIT = "2GB"
CATALOG = "leaderboard_db"


@dataclass(frozen=True, slots=True)
class Identity:
    """Identifies one published file: a cache key for anything read from the database."""

    device: int
    inode: int
    modified_ns: int
    size: int


def database_path(db: Path | str | None = None) -> Path:
    """The path of the database: ``db``, else ``$LEADERBOARD_DB``, else ``leaderboard.duckdb`` in the current directory."""
    return Path(db if db is not None else os.environ.get("LEADERBOARD_DB") or DEFAULT_DATABASE)


def identity(db: Path | str | None = None) -> Identity:
    """The identity of the currently published file.

    Raises:
        StoreMissing: there is no database.
        StoreError: the path cannot be accessed.
    """
    path = database_path(db)
    try:
        found = path.stat()
    except FileNotFoundError:
        raise StoreMissing(
            f"there is no database at {path}; create one with `leaderboard ingest PATH`, or choose another with --db or LEADERBOARD_DB"
        ) from None
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}") from error
    if path.is_dir():
        raise NotADatabase(f"{path} is a folder, not a database; name a file with --db")
    return Identity(found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size)


def published(db: Path | str | None = None) -> Identity | None:
    """The identity of the currently published file, or None if there is no database.

    Raises:
        StoreError: the path cannot be accessed.
    """
    try:
        return identity(db)
    except StoreMissing:
        return None


def connect(db: Path | str | None = None) -> DuckDBPyConnection:
    """A read-only connection to the currently published database.

    Cheap after the first call; close it when done. Until then it shows the same data, even if another database is published.

    Args:
        db: the file; see :func:`database_path`.

    Raises:
        StoreMissing, NotADatabase, NewerSchema, OlderSchema, StoreError: the message states what to do.
    """
    return _cursor(_pool.get(database_path(db)))


@contextmanager
def opened(path: Path) -> Iterator[DuckDBPyConnection]:
    """Like :func:`connect`, but the file is closed on exit; for loads, which replace it."""
    base = _open(path)
    try:
        with _cursor(base) as con:
            yield con
    finally:
        base.close()


def _cursor(base: DuckDBPyConnection) -> DuckDBPyConnection:
    con = base.cursor()
    con.execute(f"USE {CATALOG}")
    return con


def _open(path: Path) -> DuckDBPyConnection:
    """The attached database, checked to have the current schema."""
    base = _attach(path)
    try:
        with _cursor(base) as con:
            migrate.require_current(con)
    except LeaderboardError as error:
        base.close()
        raise type(error)(f"{path}: {error}") from None
    except duckdb.Error as error:
        base.close()
        raise explain_open_error(path, error) from error
    return base


class _Pool:
    """One open database per path, replaced when another file is published there."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: dict[Path, tuple[Identity, DuckDBPyConnection]] = {}

    def get(self, path: Path) -> DuckDBPyConnection:
        key = path.resolve()
        with self._lock:
            while True:
                now = identity(path)
                held = self._open.get(key)
                if held is not None and held[0] == now:
                    return held[1]
                base = _open(path)
                if identity(path) == now:  # otherwise it was replaced meanwhile
                    self._open[key] = (now, base)
                    return base
                base.close()


def _attach(path: Path) -> DuckDBPyConnection:
    settings: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "python_enable_replacements": False,  # SQL must not see this program's variables
        "memory_limit": MEMORY_LIMIT,
        "temp_directory": "",
    }
    base = duckdb.connect(":memory:", config=settings)
    try:
        quoted = str(path).replace("'", "''")
        base.execute(f"ATTACH '{quoted}' AS {CATALOG} (READ_ONLY)")
        base.execute("SET enable_external_access = false")
        base.execute("SET lock_configuration = true")
    except duckdb.Error as error:
        base.close()
        raise explain_open_error(path, error) from error
    return base


def explain_open_error(path: Path, error: Exception) -> StoreError:
    """The error to raise for DuckDB's error on opening ``path``."""
    text = str(error)
    if "lock" in text:
        return StoreError(f"{path} is open for writing in another program; close it there and try again")
    if "version number" in text or "storage version" in text:
        return StoreError(f"{path} was written by a version of DuckDB that the installed one cannot read; upgrade leaderboard and duckdb")
    if "Permission denied" in text:
        return StoreError(f"{path} cannot be read: permission denied")
    return NotADatabase(f"{path} is not a DuckDB database, or it is damaged; choose another file with --db")


_pool = _Pool()
