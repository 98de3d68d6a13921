"""The engine for several machines: batches go through Ray Data, and results come back to the machine that runs the load.

A Ray data set is finite, so the stream of batches is cut into waves of a few batches per processor of the cluster; while one wave is
processed, the next is read. Neither this process nor Ray's object store ever holds more than that. Each batch is one block, processed by
plain Ray tasks: Ray keeps their processes, and with them the extractor, between waves, which it would not do with actors.

Ray does the scheduling and retries blocks when a worker or a node is lost; a retried block gives the same result. A paper that kills its
process is isolated inside the worker (see ``ray_worker``), so it never looks like a lost worker.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, cast

import pyarrow as pa
import ray
import ray.data
import ray.exceptions

from leaderboard.engine import files, ray_cluster, ray_worker
from leaderboard.engine.batch import Extractor
from leaderboard.engine.files import Done, Task
from leaderboard.engine.local import Recipe
from leaderboard.engine.ray_worker import Kit
from leaderboard.errors import ExtractionError, first_line

WAVE = 8  # batches per processor


@dataclass(frozen=True, slots=True)
class OnRay:
    """Runs batches on a Ray cluster; ``address`` as for :func:`leaderboard.engine.ray_cluster.connected`."""

    address: str | None = None

    def __call__(self, tasks: Iterator[Task], recipe: Recipe, extractor: Extractor) -> Iterator[Done]:
        """Run the tasks; Ray is started or connected to on the first one.

        Raises:
            ExtractionError: there is no cluster, or the cluster fails.
        """
        first = list(islice(tasks, 1))
        if first:
            with ray_cluster.connected(self.address):
                yield from _in_waves(chain(first, tasks), Kit.pack(recipe, extractor.version))


def _in_waves(tasks: Iterator[Task], kit: Kit) -> Iterator[Done]:
    following = list(islice(tasks, WAVE * ray_cluster.size()))
    while following:
        wave, following = following, []
        for done in _solve(wave, kit):
            yield done
            following += islice(tasks, 1)  # keep reading while the cluster works
        following += islice(tasks, max(0, WAVE * ray_cluster.size() - len(following)))


def _solve(wave: Sequence[Task], kit: Kit) -> Iterator[Done]:
    """The results of a wave in order, each as soon as it and all before it are available."""
    pending = deque(wave)
    to_do = [task for task in wave if not task.done()]
    for number, claims, failures in _results(to_do, kit):
        task = to_do[number]
        _keep(failures, task.failures)
        _keep(claims, task.claims)  # last: its existence marks the batch as done
        while pending and pending[0].done():
            yield files.summary(pending.popleft())
    yield from map(files.summary, pending)


def _results(tasks: Sequence[Task], kit: Kit) -> Iterator[tuple[int, bytes, bytes]]:
    """Index, file of claims and file of failures of each task, in order of completion.

    Raises:
        ExtractionError: a worker failed, for another reason than being lost.
    """
    if not tasks:
        return
    blocks: list[Any] = [ray.put(_block(number, task)) for number, task in enumerate(tasks)]
    dataset = ray.data.from_arrow_refs(blocks)
    dataset.context.enable_progress_bars = False
    dataset.context.raise_original_map_exception = True  # our own exception instead of Ray's wrapper
    answers = dataset.map_batches(partial(ray_worker.work, kit=kit), batch_size=None, batch_format="pyarrow", num_cpus=1)
    try:
        for answer in answers.iter_batches(batch_size=None, batch_format="pyarrow"):
            for row in cast(pa.Table, answer).to_pylist():
                yield row["batch"], row["claims"], row["failures"]
    except ray.exceptions.RayError as error:
        raise ExtractionError(
            f"extraction failed on the Ray cluster: {_reason(error)}; finished batches are kept for the next run"
        ) from error


def _block(number: int, task: Task) -> pa.Table:
    return pa.table([[number], [task.papers.read_bytes()]], schema=ray_worker.PAPERS)


def _keep(content: bytes, path: Path) -> None:
    with files.placed(path) as part:
        part.write_bytes(content)


def _reason(error: Exception) -> str:
    """The exception raised on the worker; Ray's own message is the whole remote traceback."""
    cause = getattr(error, "cause", None)
    return _reason(cause) if isinstance(cause, Exception) else f"{type(error).__name__}: {first_line(error)}"
