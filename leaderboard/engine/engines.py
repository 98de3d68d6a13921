"""The engines by name. An engine takes batches stored as files, writes their results next to them and yields a summary of each batch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol

from leaderboard.engine import local
from leaderboard.engine.batch import Extractor
from leaderboard.engine.files import Done, Task
from leaderboard.engine.local import Recipe
from leaderboard.errors import UsageError

LOCAL = "local"
RAY = "ray"
NAMES = (LOCAL, RAY)


class Engine(Protocol):
    """Runs extraction on batches: results in the order of the tasks, which are consumed lazily; finished batches are not run again."""

    def __call__(self, tasks: Iterator[Task], recipe: Recipe, extractor: Extractor) -> Iterator[Done]:
        """Run the tasks.

        Args:
            tasks: batches of papers, as files on this machine.
            recipe: how to build the extractor in another process.
            extractor: the same extractor, built in this process.
        """


@dataclass(frozen=True, slots=True)
class OnThisMachine:
    """Runs a single batch in this process and more batches in ``workers`` processes (None: one per core; 0: always in this process)."""

    workers: int | None = None

    def __call__(self, tasks: Iterator[Task], recipe: Recipe, extractor: Extractor) -> Iterator[Done]:
        """Run the tasks."""
        first = list(islice(tasks, 2))
        workers = self.workers
        if workers is None:
            workers = local.cores() if len(first) > 1 else 0
        if workers == 0:
            return local.run_here(chain(first, tasks), extractor)
        return local.run_workers(chain(first, tasks), recipe, workers)


def choose(name: str, ray_address: str | None = None) -> Engine:
    """The engine of a name.

    Args:
        name: one of ``NAMES``.
        ray_address: address of the Ray cluster; by default ``RAY_ADDRESS``, else a cluster started on this machine for the load.

    Raises:
        UsageError: unknown engine, an address without ``ray``, or Ray is not installed.
    """
    if name not in NAMES:
        raise UsageError(f"there is no engine {name!r}; available engines: {', '.join(NAMES)}")
    if name == RAY:
        return _on_ray(ray_address)
    if ray_address is not None:
        raise UsageError("--ray-address requires --engine ray")
    return OnThisMachine()


def _on_ray(address: str | None) -> Engine:
    try:
        from leaderboard.engine.ray_data import OnRay  # noqa: PLC0415 - Ray is an extra, and takes seconds to import
    except ImportError as error:
        raise UsageError(
            f"--engine ray needs Ray Data, which is not installed ({error}); install this package with its ray extra: "
            "pip install '.[ray]' in the checkout, or pip install 'WHEEL[ray]' with the path of the wheel"
        ) from error
    return OnRay(address)
