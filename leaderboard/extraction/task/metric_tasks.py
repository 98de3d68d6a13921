"""What a metric says about the task: the reader of `metric_tasks.txt`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from leaderboard.errors import LeaderboardError
from leaderboard.extraction.lexicon.word_files import lines_of
from leaderboard.resources import registry_dir


class MetricTasksError(LeaderboardError):
    """A file of metrics and tasks that cannot be read; the message names file and line."""


class MetricTasks(NamedTuple):
    """The tasks that are measured with a metric, first the usual one; ``implies``: it stands for the usual one where no task is named."""

    tasks: tuple[str, ...]
    implies: bool


@lru_cache(maxsize=4)
def read_metric_tasks(path: Path | None = None) -> dict[str, MetricTasks]:
    """The tasks by the metric's first name.

    Raises:
        MetricTasksError: a line is not of the form ``metric, metric = task; task``, or a metric has two lines.
    """
    path = path or registry_dir() / "metric_tasks.txt"
    found: dict[str, MetricTasks] = {}
    for number, line in lines_of(path):
        metrics, equals, tasks = line.partition(" = ")
        names = tuple(name.strip() for name in tasks.removeprefix("?").split(";"))
        if not equals or not all(names):
            raise MetricTasksError(f"{path}:{number}: expected `metric, metric = task; task`, found {line[:60]!r}")
        for metric in (name.strip() for name in metrics.split(",")):
            if metric in found:
                raise MetricTasksError(f"{path}:{number}: the metric {metric!r} has a line already")
            found[metric] = MetricTasks(names, not tasks.startswith("?"))
    return found
