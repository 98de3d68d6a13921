"""The engine for one machine: batches in this process, or in worker processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa

from leaderboard.engine import batch, files
from leaderboard.engine.files import Done, Task
from leaderboard.engine.worker import DONE, READY, load_extractor
from leaderboard.errors import ExtractionError

CHAIN = "leaderboard.engine.extractor:build"
STARTS = 5  # attempts to start a worker that is killed while starting


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to build the extractor, in this or another process: a factory and its registry folders."""

    factory: str = CHAIN
    folders: tuple[Path, ...] = ()

    def make(self) -> batch.Extractor:
        """The extractor."""
        return load_extractor(self.factory, list(self.folders))


def cores() -> int:
    """The number of processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_here(tasks: Iterable[Task], extractor: batch.Extractor) -> Iterator[Done]:
    """Run the tasks one after the other in this process."""
    for task in tasks:
        if not task.done():
            files.work(task, extractor)
        yield files.summary(task)


def run_workers(tasks: Iterable[Task], recipe: Recipe, workers: int) -> Iterator[Done]:
    """Run the tasks in worker processes; results come in the order of the tasks.

    Tasks are consumed only as workers become free. A worker that dies is replaced, and its batch is halved until the paper that kills it is
    alone, which is then recorded as failed.

    Raises:
        ExtractionError: workers do not start.
    """
    with Crew(recipe, workers) as crew:
        pending: deque[Future[Done]] = deque()
        for task in tasks:
            pending.append(crew.submit(task))
            if len(pending) > 2 * workers:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


class Crew:
    """Threads that each own one worker process; leaving the context ends the processes."""

    def __init__(self, recipe: Recipe, size: int) -> None:
        self._recipe = recipe
        # Ctrl-C and SIGTERM may reach the whole process group: workers ignore both, and the main thread decides.
        blocked = (signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
        self._threads = ThreadPoolExecutor(size, "leaderboard-worker", signal.pthread_sigmask, blocked)
        self._mine = threading.local()
        self._all: list[_Worker] = []
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stopped = error is not None
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._end_workers()
        self._threads.shutdown()
        self._end_workers()  # a worker that was still starting the first time

    def _end_workers(self) -> None:
        for worker in tuple(self._all):
            worker.end(now=self._stopped)

    def submit(self, task: Task) -> Future[Done]:
        """Queue a task; the future gives its counts."""
        return self._threads.submit(self._solve, task)

    def _solve(self, task: Task) -> Done:
        if not task.done():
            self._attempt(task)
        return files.summary(task)

    def _attempt(self, task: Task) -> None:
        if not self._stopped and self._worker().ask(task):
            return
        if self._stopped:
            raise ExtractionError("the run was stopped")
        papers = files.read_papers(task)
        if papers.num_rows == 1:
            why = f"the extraction ended its process ({self._mine.worker.how()})"
            files.write_result(task, batch.failure(papers.column("paper_id").to_pylist(), why))
        else:
            self._attempt_halves(task, papers)

    def _attempt_halves(self, task: Task, papers: pa.Table) -> None:
        half = papers.num_rows // 2
        parts = [Task(f"{task.stem}-{n}") for n in (0, 1)]
        for part, rows in zip(parts, (papers.slice(0, half), papers.slice(half)), strict=True):
            files.write_papers(part, rows)
            self._attempt(part)
        files.write_result(task, batch.joined([files.read_result(part) for part in parts]))

    def _worker(self) -> _Worker:
        """This thread's worker; a new one if there is none or it has ended."""
        worker: _Worker | None = getattr(self._mine, "worker", None)
        if worker is None or worker.process.poll() is not None:
            worker = self._started()
            self._mine.worker = worker
        return worker

    def _started(self) -> _Worker:
        """A new worker that is ready; retried up to ``STARTS`` times if it is killed while starting."""
        for _ in range(STARTS):
            worker = _Worker.start(self._recipe)
            self._all.append(worker)
            if self._stopped:  # the others were ended before this one was listed
                worker.end(now=True)
            if worker.answer() == READY:
                return worker
            if worker.process.wait() >= 0 or self._stopped:
                break
        raise ExtractionError(f"worker processes do not start ({worker.how()})")


@dataclass(frozen=True, slots=True)
class _Worker:
    process: subprocess.Popen[str]

    @classmethod
    def start(cls, recipe: Recipe) -> _Worker:
        # -P: a file of the user's in the current directory must not stand in for a module
        command = [sys.executable, "-P", "-m", "leaderboard.engine.worker", recipe.factory, *map(str, recipe.folders)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p or str(Path.cwd()) for p in sys.path)}
        try:
            return cls(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment))  # noqa: S603
        except OSError as error:
            raise ExtractionError(f"worker processes do not start: {error}") from error

    def ask(self, task: Task) -> bool:
        """Run a batch in the worker; False if the process ended instead.

        Raises:
            OSError: the batch's files could not be read or written.
        """
        with suppress(BrokenPipeError):  # it has ended, so there will be no answer
            self._write(f"{task.stem}\n")
        answer = self.answer()
        if not answer:
            self.end(now=False)  # wait until it has ended, so that the next task does not go to it
        elif answer != DONE:
            raise OSError(answer)
        return answer == DONE

    def answer(self) -> str:
        """The next line it writes; empty if it has ended."""
        return self.process.stdout.readline().rstrip("\n") if self.process.stdout else ""

    def how(self) -> str:
        """How the process ended: its signal or exit code."""
        code = self.process.wait()
        return f"signal {-code}" if code < 0 else f"exit code {code}"

    def end(self, *, now: bool) -> None:
        """Let it finish, or kill it (``now``)."""
        if now:
            self.process.kill()
        if self.process.stdin:
            with suppress(BrokenPipeError):  # it did not read its last task completely
                self.process.stdin.close()
        self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()

    def _write(self, text: str) -> None:
        if self.process.stdin:
            self.process.stdin.write(text)
            self.process.stdin.flush()
