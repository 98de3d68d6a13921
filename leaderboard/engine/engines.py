"""The engines by name. An engine takes batches laid out as files, leaves their results beside them, and gives a summary of each."""

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
    """What a load needs: results in the order of the tasks, which are taken only as they can be used; finished ones are not done again."""

    def __call__(self, tasks: Iterator[Task], recipe: Recipe, extractor: Extractor) -> Iterator[Done]:
        """Work on the tasks.

        Args:
            tasks: batches of papers, as files of this machine.
            recipe: how to make the extractor elsewhere.
            extractor: the same extractor, made in this process.
        """


@dataclass(frozen=True, slots=True)
class OnThisMachine:
    """In this process for what fits into one batch, else in worker processes; ``workers`` says how many, 0 for none."""

    workers: int | None = None

    def __call__(self, tasks: Iterator[Task], recipe: Recipe, extractor: Extractor) -> Iterator[Done]:
        """Work on the tasks."""
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
        ray_address: the Ray cluster to use; by default what ``RAY_ADDRESS`` says, else one that is started on this machine for the load.

    Raises:
        UsageError: there is no such engine, it has no use for an address, or what it needs is not installed.
    """
    if name not in NAMES:
        raise UsageError(f"there is no engine {name!r}; known are {' and '.join(NAMES)}")
    if name == RAY:
        return _on_ray(ray_address)
    if ray_address is not None:
        raise UsageError("an address of a Ray cluster is of use to --engine ray only; add that or leave the address out")
    return OnThisMachine()


def _on_ray(address: str | None) -> Engine:
    try:
        from leaderboard.engine.ray_data import OnRay  # noqa: PLC0415 - Ray is an extra, and takes seconds to import
    except ImportError as error:
        raise UsageError(f"--engine ray needs Ray Data, which is not installed ({error}): pip install 'leaderboard[ray]'") from error
    return OnRay(address)
