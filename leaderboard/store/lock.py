"""One load at a time per database; a second one waits."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from leaderboard.errors import StoreError


@contextmanager
def hold(database: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of a database; ``on_wait`` is called once if another process holds it.

    The lock is released when the process ends, however it ends. Its file is removed by the holder.

    Raises:
        StoreError: the folder is not writable.
    """
    path = database.with_name(f"{database.name}.lock")
    handle = _acquire(path, on_wait)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)


def _acquire(path: Path, on_wait: Callable[[], None]) -> int:
    """A handle of the locked lock file. If its holder removed the file while we waited, it no longer locks anything: try again."""
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise StoreError(f"cannot write in {path.parent}: {error.strerror}; choose another file with --db") from error
        try:
            _lock(handle, on_wait)
            if _still_there(path, handle):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _lock(handle: int, on_wait: Callable[[], None]) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        on_wait()
        fcntl.flock(handle, fcntl.LOCK_EX)


def _still_there(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
