"""SQL typed by users, run in processes of its own, so that no statement can block the calling program or exhaust its memory.

DuckDB can interrupt a query, but not inside a single function call, which can take hours; then only ending the process helps. So a few
processes with limited memory wait for statements, and each ends itself when a statement exceeds its time limit. The number of processes
limits how many statements run at once.
"""

from __future__ import annotations

import faulthandler
import io
import json
import os
import resource
import struct
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

import polars as pl

from leaderboard import errors
from leaderboard.errors import Busy, LeaderboardError, QueryError, QueryTimeout
from leaderboard.store import reading, sql_guard
from leaderboard.store.sql_guard import Answer

AT_ONCE = 2
PATIENCE = 4.0
GRACE = 2.0
MEMORY = 4 << 30
_LENGTH = struct.Struct("<Q")


@dataclass(frozen=True, slots=True)
class Question:
    """One statement, the database to run it on, and its limits (see :func:`leaderboard.store.sql_guard.run`)."""

    db: str
    sql: str
    rows: int
    seconds: float
    size: int


class Pool:
    """Processes that run statements; started on first use, and again after one has ended.

    Args:
        at_once: how many statements may run at once.
        patience: seconds that a statement waits for its turn.
    """

    def __init__(self, at_once: int = AT_ONCE, patience: float = PATIENCE) -> None:
        self._free = threading.Semaphore(at_once)
        self._patience = patience
        self._idle: list[subprocess.Popen[bytes]] = []

    def run(self, question: Question) -> Answer:
        """The rows of a statement.

        Raises:
            Busy: other statements kept running for longer than ``patience``.
            QueryTimeout: the statement exceeded its time limit.
            QueryError: the statement is invalid, not read-only, or needs too much memory.
        """
        if not self._free.acquire(timeout=self._patience):
            raise Busy("other queries are running at the moment; try again in a few seconds")
        try:
            return self._ask(question)
        finally:
            self._free.release()

    def close(self) -> None:
        """End the idle processes."""
        while self._idle:
            _end(self._idle.pop())

    def _ask(self, question: Question) -> Answer:
        begun = time.monotonic()
        process = self._idle.pop() if self._idle else _start()
        try:
            answered = _exchange(process, question)
        except OSError:  # it ended while idle, which closed the pipe
            _end(process)
            process = _start()
            answered = _exchange(process, question)
        if answered is None:
            _end(process)
            if time.monotonic() - begun >= question.seconds:
                raise QueryTimeout(f"the query was stopped after {question.seconds:g} s; narrow it down or add a LIMIT")
            raise QueryError(sql_guard.TOO_LARGE)
        self._idle.append(process)
        head, rows = answered
        if "error" in head:
            raise _error(str(head["error"]), str(head["message"]))
        return Answer(pl.read_ipc(rows), truncated=bool(head["limit"]), limit=str(head["limit"]))


def _start() -> subprocess.Popen[bytes]:
    # It does not inherit the environment, which may hold secrets.
    package = str(Path(__file__).resolve().parents[2])
    environment = {"PYTHONPATH": package, "PATH": os.defpath, "HOME": "/", "LANG": "C.UTF-8", "TZ": "UTC"}
    return subprocess.Popen(
        [sys.executable, "-m", "leaderboard.store.sql_process"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process if it is still running."""
    process.kill()
    process.communicate()


def _exchange(process: subprocess.Popen[bytes], question: Question) -> tuple[dict[str, object], bytes] | None:
    """Head and rows of the answer; None if the process ended instead."""
    if process.stdin is None or process.stdout is None:
        raise ValueError("the process has no pipes")
    _send(process.stdin, json.dumps(asdict(question)).encode())
    head = _receive(process.stdout)
    rows = _receive(process.stdout)
    return None if head is None or rows is None else (json.loads(head), rows)


def _error(name: str, message: str) -> LeaderboardError:
    kind = getattr(errors, name)
    found: LeaderboardError = kind(message)
    return found


def _send(to: IO[bytes], message: bytes) -> None:
    to.write(_LENGTH.pack(len(message)) + message)
    to.flush()


def _receive(source: IO[bytes]) -> bytes | None:
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = source.read(length)
    return message if len(message) == length else None


def _answer(question: Question) -> tuple[dict[str, object], bytes]:
    try:
        with closing(reading.connect(question.db)) as con:
            found = sql_guard.run(con, question.sql, rows=question.rows, seconds=question.seconds, size=question.size)
        out = io.BytesIO()
        found.frame.write_ipc(out)
    except LeaderboardError as error:
        return {"error": type(error).__name__, "message": str(error)}, b""
    except MemoryError:
        return {"error": QueryError.__name__, "message": sql_guard.TOO_LARGE}, b""
    return {"limit": found.limit}, out.getvalue()


def main() -> None:
    """Run the statements on standard input until it is closed."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.nice(5)
    while (asked := _receive(sys.stdin.buffer)) is not None:
        question = Question(**json.loads(asked))
        faulthandler.dump_traceback_later(question.seconds + GRACE, exit=True)
        head, rows = _answer(question)
        faulthandler.cancel_dump_traceback_later()
        _send(sys.stdout.buffer, json.dumps(head).encode())
        _send(sys.stdout.buffer, rows)


if __name__ == "__main__":
    main()
