"""Connections for readers: they cannot write, read other files or load extensions, and always see the newest published database.

A load publishes by putting a new file in the old one's place. DuckDB would go on showing the old file to a process that still has it open
under the same path, so a file is opened once for each *identity* (device, inode, time, size), attached to a database in memory of its own,
and every reader gets a cursor on it. Cursors on an earlier file keep working until they are closed.
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
    """What tells one published file from the next: use it as a cache key for whatever was read from the database."""

    device: int
    inode: int
    modified_ns: int
    size: int


def database_path(db: Path | str | None = None) -> Path:
    """The database meant: ``db``, else the variable ``LEADERBOARD_DB``, else ``leaderboard.duckdb`` in the current directory."""
    return Path(db if db is not None else os.environ.get("LEADERBOARD_DB") or DEFAULT_DATABASE)


def identity(db: Path | str | None = None) -> Identity:
    """The identity of the file that is published now.

    Raises:
        StoreMissing: there is none.
        StoreError: the place cannot be looked at.
    """
    path = database_path(db)
    try:
        found = path.stat()
    except FileNotFoundError:
        raise StoreMissing(
            f"there is no database at {path}; `leaderboard ingest PATH` makes one, --db or LEADERBOARD_DB name another"
        ) from None
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}") from error
    if path.is_dir():
        raise NotADatabase(f"{path} is a folder, not a database; name a file with --db")
    return Identity(found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size)


def published(db: Path | str | None = None) -> Identity | None:
    """The same, or None where there is no database (yet).

    Raises:
        StoreError: the place cannot be looked at.
    """
    try:
        return identity(db)
    except StoreMissing:
        return None


def connect(db: Path | str | None = None) -> DuckDBPyConnection:
    """A connection that can only read, on the database as it is published at this moment.

    Cheap after the first call; close it when done. It stays on the same data until it is closed, whatever is published meanwhile.

    Args:
        db: the file; see :func:`database_path`.

    Raises:
        StoreMissing, NotADatabase, NewerSchema, OlderSchema, StoreError: with what to do.
    """
    return _cursor(_pool.get(database_path(db)))


@contextmanager
def opened(path: Path) -> Iterator[DuckDBPyConnection]:
    """The same, but nothing of the file stays open afterwards; for loads, which are about to write to it or to replace it."""
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
    """The database, attached and found to be one that the named queries can run on."""
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
    """One open database for each path, replaced when the file at the path is another one."""

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
                if identity(path) == now:  # else it was replaced between the two looks
                    self._open[key] = (now, base)
                    return base
                base.close()


def _attach(path: Path) -> DuckDBPyConnection:
    settings: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "python_enable_replacements": False,  # SQL sees tables, never this program's variables
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
    """The error to show for one that DuckDB gave when it opened ``path``."""
    text = str(error)
    if "lock" in text:
        return StoreError(f"{path} is open for writing in another program; close it there and try again")
    if "version number" in text or "storage version" in text:
        return StoreError(f"{path} was written by a version of DuckDB that the installed one cannot read; upgrade leaderboard and duckdb")
    if "Permission denied" in text:
        return StoreError(f"{path} cannot be read: permission denied")
    return NotADatabase(f"{path} is not a DuckDB database, or it is damaged; choose another file with --db")


_pool = _Pool()
