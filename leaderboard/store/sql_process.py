"""Typed SQL in a process of its own, so that no statement can hang the program that asked, or eat its memory.

DuckDB stops a query when it is told to, but not while it is inside one call of a function, which can last for hours; then only ending the
process helps. So a few processes wait for statements, each with an end to its memory, and each ends itself when a statement goes on for
longer than it was given. How many statements run at once is bounded by how many processes there are.
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
    """One statement, the database it is for, and its limits (see :func:`leaderboard.store.sql_guard.run`)."""

    db: str
    sql: str
    rows: int
    seconds: float
    size: int


class Pool:
    """A few processes that answer statements; they are started when they are first needed, and again after one had to end."""

    def __init__(self, at_once: int = AT_ONCE, patience: float = PATIENCE) -> None:
        self._free = threading.Semaphore(at_once)
        self._patience = patience
        self._idle: list[subprocess.Popen[bytes]] = []

    def run(self, question: Question) -> Answer:
        """The answer.

        Raises:
            Busy: others are being answered, and go on for longer than one waits.
            QueryTimeout: it took too long.
            QueryError: it is wrong, does more than read, or needs too much memory.
        """
        if not self._free.acquire(timeout=self._patience):
            raise Busy("other queries are running at the moment; try again in a few seconds")
        try:
            return self._ask(question)
        finally:
            self._free.release()

    def close(self) -> None:
        """End the processes that wait."""
        while self._idle:
            _end(self._idle.pop())

    def _ask(self, question: Question) -> Answer:
        begun = time.monotonic()
        process = self._idle.pop() if self._idle else _start()
        try:
            said = _exchange(process, question)
        except OSError:  # it ended while it waited, and with it the pipe
            _end(process)
            process = _start()
            said = _exchange(process, question)
        if said is None:
            _end(process)
            if time.monotonic() - begun >= question.seconds:
                raise QueryTimeout(f"the query was stopped after {question.seconds:g} s; narrow it down, or add a LIMIT")
            raise QueryError(sql_guard.TOO_LARGE)
        self._idle.append(process)
        head, rows = said
        if "error" in head:
            raise _error(str(head["error"]), str(head["message"]))
        return Answer(pl.read_ipc(rows), truncated=bool(head["limit"]), limit=str(head["limit"]))


def _start() -> subprocess.Popen[bytes]:
    # It gets nothing of this program's environment: there is nothing to find in it.
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
    """End a process, if it has not ended yet."""
    process.kill()
    process.communicate()


def _exchange(process: subprocess.Popen[bytes], question: Question) -> tuple[dict[str, object], bytes] | None:
    """What the process answers, or None where it ended instead."""
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


def _send(to: IO[bytes], said: bytes) -> None:
    to.write(_LENGTH.pack(len(said)) + said)
    to.flush()


def _receive(source: IO[bytes]) -> bytes | None:
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    said = source.read(length)
    return said if len(said) == length else None


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
    """Answer statements from standard input until it ends."""
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
