"""Batches as files: a worker reads a file of papers and writes files of claims and failures.

The file of claims is written last and appears in one step, so that a batch is done exactly if that file exists: a killed run can be
resumed, and no results pass through pipes.
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
    """One batch on disk; ``stem`` is the common start of its files' paths."""

    stem: str

    @property
    def papers(self) -> Path:
        """The file of papers."""
        return Path(f"{self.stem}.papers.parquet")

    @property
    def claims(self) -> Path:
        """The file of claims; it exists exactly if the batch is done."""
        return Path(f"{self.stem}.claims.parquet")

    @property
    def failures(self) -> Path:
        """The file of failures."""
        return Path(f"{self.stem}.failures.parquet")

    def done(self) -> bool:
        """Whether the result exists."""
        return self.claims.exists()


@dataclass(frozen=True, slots=True)
class Done:
    """A finished batch with its numbers of papers, claims and failures."""

    task: Task
    papers: int
    claims: int
    failures: int


def write_papers(task: Task, papers: pa.Table) -> None:
    """Write a batch for a worker."""
    _write(papers.cast(tables.PAPERS), task.papers)


def read_papers(task: Task) -> pa.Table:
    """The papers of a batch."""
    return pq.read_table(task.papers)


def work(task: Task, extractor: Extractor) -> None:
    """Run one batch, from its file of papers to its files of claims and failures."""
    write_result(task, extract_batch(read_papers(task), extractor))


def write_result(task: Task, result: Result) -> None:
    """Write the result of a batch, claims last."""
    _write(result.failures, task.failures)
    _write(result.claims, task.claims)


def read_result(task: Task) -> Result:
    """The result of a finished batch."""
    return Result(pq.read_table(task.claims), pq.read_table(task.failures))


def summary(task: Task) -> Done:
    """The counts of a finished batch, from its files' footers."""
    papers, claims, failures = (pq.read_metadata(path).num_rows for path in (task.papers, task.claims, task.failures))
    return Done(task, papers, claims, failures)


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """A temporary path to write to; on exit without an error it is renamed to ``path``, so that ``path`` is always complete."""
    part = path.with_suffix(f".{os.getpid()}.part")  # a worker of a killed run may still be writing this batch
    yield part
    part.replace(path)


def _write(table: pa.Table, path: Path) -> None:
    with placed(path) as part:
        pq.write_table(table, part, compression="lz4")
