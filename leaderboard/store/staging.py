"""The folder next to a database in which its next version is built, and the single step that publishes it.

A load never writes to the published file. It works in ``NAME.staging`` until a complete new database replaces the old one by renaming. What
a killed load leaves there is either finished batches of the same extractor, which the next load reuses, or removed by the next load.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from leaderboard.errors import NotADatabase, StoreError, first_line
from leaderboard.ids import digest

NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
INTERRUPTED = "Query interrupted"  # DuckDB turns Ctrl-C during a statement into this RuntimeError


class Staging:
    """One load's folder; the caller holds the database's lock."""

    def __init__(self, database: Path, extractor: str) -> None:
        self.database = database
        self.folder = database.with_name(f"{database.name}.staging")
        self.shards = self.folder / f"shards-{digest(extractor)}"
        self.next = self.folder / "next.duckdb"

    def open(self) -> None:
        """Create the folder, keeping only usable batches of an earlier load."""
        self._clean(keep={self.shards})
        self.shards.mkdir(parents=True, exist_ok=True)
        for unfinished in self.shards.glob("*.part"):
            unfinished.unlink(missing_ok=True)

    def close(self, *, finished: bool) -> None:
        """Remove the folder; after an unfinished load, keep its finished batches."""
        if finished or not any(self.shards.glob("*.claims.parquet")):
            shutil.rmtree(self.folder, ignore_errors=True)
        else:
            self._clean(keep={self.shards})

    def copy_published(self) -> None:
        """Start the next database as a copy of the published one, if there is one.

        Raises:
            StoreError: another program has changed the database, and its changes are not in the file yet.
        """
        if self.next.exists() or not self.database.exists():
            return
        journal = self.database.with_name(f"{self.database.name}.wal")
        if journal.exists():
            raise StoreError(f"another program is writing to {self.database} ({journal.name} is there); close it there and try again")
        part = self.next.with_suffix(".part")
        shutil.copy(self.database, part)
        part.replace(self.next)

    def publish(self) -> None:
        """Replace the published database by the next one, closed and complete; readers see the old or the new one, never a partial one."""
        journal = self.next.with_name(f"{self.next.name}.wal")
        if journal.exists():
            raise StoreError(f"the new database was not closed completely ({journal} remains); nothing was published")
        _sync(self.next)
        self.next.replace(self.database)
        _sync(self.database.parent)

    def _clean(self, keep: set[Path]) -> None:
        if not self.folder.exists():
            return
        for path in self.folder.iterdir():
            if path in keep:
                continue
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


@contextmanager
def staged(database: Path, extractor: str) -> Iterator[Staging]:
    """A staging folder for the duration of one load.

    Raises:
        StoreError: the operating system or DuckDB reported an error (no space, no permission); the message states that nothing was lost.
        KeyboardInterrupt: also during a statement, where DuckDB raises another error.
    """
    staging = Staging(database, extractor)
    finished = False
    try:
        staging.open()
        yield staging
        finished = True
    except (OSError, duckdb.Error) as error:
        raise StoreError(f"{_reason(error, database.parent)}; {_untouched(database)}") from error
    except RuntimeError as error:
        if str(error) == INTERRUPTED:
            raise KeyboardInterrupt from error
        raise
    finally:
        staging.close(finished=finished)


def check_place(database: Path) -> None:
    """Make sure that a database can be created or replaced at a path.

    Raises:
        StoreError: its folder is missing or not writable.
        NotADatabase: the path is a folder.
    """
    if database.is_dir():
        raise NotADatabase(f"{database} is a folder, not a database; name a file with --db")
    if not database.parent.is_dir():
        raise StoreError(f"there is no folder {database.parent}; create it, or choose another file with --db")
    if not os.access(database.parent, os.W_OK | os.X_OK):
        raise StoreError(f"cannot write in {database.parent}: permission denied; choose another file with --db")


def _reason(error: Exception, folder: Path) -> str:
    """What happened and what to do. Workers and DuckDB report errors of the system only as text, so the text is searched."""
    full = next((text for text in map(os.strerror, NO_SPACE) if text in str(error)), None)
    if full:
        return f"there is not enough space in {folder} ({full}); free some and rerun the command to resume"
    return f"the database could not be written: {first_line(error)}"


def _untouched(database: Path) -> str:
    return f"{database} is unchanged" if database.exists() else "no database was created"


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
