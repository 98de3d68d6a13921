"""Reader of `boards.txt`: which metrics are listed on one leaderboard, and the metric of a score that names none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from leaderboard.errors import LeaderboardError
from leaderboard.registry.entries import RegistryProblem
from leaderboard.registry.registry import Registry
from leaderboard.resources import registry_dir

_LINE = re.compile(r"(?P<word>same|complement|default) (?P<first>[^=|]+?) = (?P<second>[^=|]+?)(?: \| (?P<scope>[^=|]+))?")


class BoardsError(LeaderboardError):
    """A line of boards.txt that cannot be read; the message names file and line."""


@dataclass(frozen=True, slots=True)
class SharedBoard:
    """A metric that is listed with another: as the same, or as what is missing to 100 % of it.

    ``scope`` is the one benchmark or task for which that holds, None for all.
    """

    metric: str
    board_metric: str
    complement: bool
    scope: str | None
    line: int


@dataclass(frozen=True, slots=True)
class DefaultMetric:
    """The metric of a score in percent that names none, on a benchmark or for a task (``scope``)."""

    scope: str
    metric: str
    line: int


@dataclass(frozen=True, slots=True)
class BoardRules:
    """What `boards.txt` says."""

    shared: tuple[SharedBoard, ...]
    defaults: tuple[DefaultMetric, ...]
    path: Path


@lru_cache(maxsize=4)
def read_boards(path: Path | None = None) -> BoardRules:
    """The rules of a file, by default the shipped one.

    >>> [rule.board_metric for rule in read_boards().shared if rule.metric == "error rate"]
    ['accuracy']

    Raises:
        BoardsError: a line has another form, or decides a second time what an earlier one has decided.
    """
    path = path or registry_dir() / "boards.txt"
    shared: dict[tuple[str, str | None], SharedBoard] = {}
    defaults: dict[str, DefaultMetric] = {}
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = text.strip()
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None or (match["word"] == "default" and match["scope"]):
            raise BoardsError(
                f"{path}:{number}: expected `same|complement METRIC = METRIC [| NAME]` or `default NAME = METRIC`, found {line[:50]!r}"
            )
        first, second, scope = match["first"], match["second"], match["scope"]
        if first in defaults if match["word"] == "default" else (first, scope) in shared:
            raise BoardsError(f"{path}:{number}: {first!r} has a line already; keep one of the two")
        if match["word"] == "default":
            defaults[first] = DefaultMetric(first, second, number)
        else:
            shared[first, scope] = SharedBoard(first, second, match["word"] == "complement", scope, number)
    return BoardRules(tuple(shared.values()), tuple(defaults.values()), path)


def board_problems(registry: Registry, rules: BoardRules | None = None) -> Iterator[RegistryProblem]:
    """Names in `boards.txt` that the registry does not have as first names, and metrics that cannot share a leaderboard."""
    rules = rules or read_boards()
    where = str(rules.path)
    for rule in rules.shared:
        pair = [registry.metrics.get(rule.metric), registry.metrics.get(rule.board_metric)]
        for name, metric in zip((rule.metric, rule.board_metric), pair, strict=True):
            if metric is None:
                yield RegistryProblem(where, rule.line, "unknown-metric", f"there is no metric with the first name {name!r}")
        one, other = pair
        if one is None or other is None:
            continue
        if rule.complement and not (one.unit == other.unit == "%" and one.direction != other.direction):
            yield RegistryProblem(where, rule.line, "bad-complement", "complements are both in % and differ in direction")
        elif not rule.complement and (one.unit, one.direction) != (other.unit, other.direction):
            yield RegistryProblem(where, rule.line, "bad-pair", f"{rule.metric!r} and {rule.board_metric!r} differ in unit or direction")
    for default in rules.defaults:
        if default.metric not in registry.metrics:
            yield RegistryProblem(where, default.line, "unknown-metric", f"there is no metric with the first name {default.metric!r}")
