"""Batches as files: a worker reads a file of papers and leaves files of claims and failures.

The file of claims appears last, under its final name in one step, so that a batch is done exactly if that file exists: a run that was
killed goes on where it was, and no result travels through pipes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from leaderboard.engine import tables
from leaderboard.engine.batch import Extractor, Result, extract_batch


@dataclass(frozen=True, slots=True)
class Task:
    """One batch on disk; ``stem`` is the path that its files' names begin with."""

    stem: str

    @property
    def papers(self) -> Path:
        """What to work on."""
        return Path(f"{self.stem}.papers.parquet")

    @property
    def claims(self) -> Path:
        """What was found; its existence means that the batch is done."""
        return Path(f"{self.stem}.claims.parquet")

    @property
    def failures(self) -> Path:
        """What could not be worked on."""
        return Path(f"{self.stem}.failures.parquet")

    def done(self) -> bool:
        """Whether its result is there."""
        return self.claims.exists()


@dataclass(frozen=True, slots=True)
class Done:
    """A finished batch: how many papers it had, how many claims were found, and how many failures."""

    task: Task
    papers: int
    claims: int
    failures: int


def write_papers(task: Task, papers: pa.Table) -> None:
    """Lay out a batch for a worker."""
    _write(papers.cast(tables.PAPERS), task.papers)


def read_papers(task: Task) -> pa.Table:
    """The papers of a batch."""
    return pq.read_table(task.papers)


def work(task: Task, extractor: Extractor) -> None:
    """Run one batch from file to file."""
    write_result(task, extract_batch(read_papers(task), extractor))


def write_result(task: Task, result: Result) -> None:
    """Leave the result of a batch, the claims last."""
    _write(result.failures, task.failures)
    _write(result.claims, task.claims)


def read_result(task: Task) -> Result:
    """The result of a finished batch."""
    return Result(pq.read_table(task.claims), pq.read_table(task.failures))


def summary(task: Task) -> Done:
    """What a finished batch has, from its files' footers."""
    papers, claims, failures = (pq.read_metadata(path).num_rows for path in (task.papers, task.claims, task.failures))
    return Done(task, papers, claims, failures)


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """Where to write what shall stand at ``path``; it gets there whole, in one step, when the context is left without an error."""
    part = path.with_suffix(f".{os.getpid()}.part")  # a worker of a killed run may still be writing the same batch
    yield part
    part.replace(path)


def _write(table: pa.Table, path: Path) -> None:
    with placed(path) as part:
        pq.write_table(table, part, compression="lz4")
