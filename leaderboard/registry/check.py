"""All problems in a registry: faults found while reading it, and faults that only show in the whole."""

from __future__ import annotations

import math
from collections.abc import Iterator

from leaderboard.registry.boards import board_problems
from leaderboard.registry.entries import ANY_UNIT, NO_UNIT, EntryKind, Metric, RegistryProblem
from leaderboard.registry.registry import Registry
from leaderboard.registry.units import FACTORS, UnitError, build_pint
from leaderboard.resources import registry_dir


def check(registry: Registry) -> tuple[RegistryProblem, ...]:
    """All problems of a registry, sorted by file and line; empty if there are none.

    Invalid lines, duplicates, alias clashes, unknown units, bounds that do not fit the unit, names of both a metric and a benchmark, tasks
    whose parent is unknown or that are their own ancestors, benchmarks whose tasks no file defines, unknown names in boards.txt.
    """
    found = [*registry.problems, *unit_problems(registry), *kind_clashes(registry), *task_problems(registry)]
    if registry_dir() in registry.sources:  # boards.txt speaks of the shipped registry
        found += board_problems(registry)
    return tuple(sorted(set(found), key=lambda p: (p.path, p.line or 0, p.code, p.message)))


def unit_problems(registry: Registry) -> Iterator[RegistryProblem]:
    """Unreadable unit files, undefined units, and bounds that do not fit the unit."""
    for path in registry.units.files:
        try:
            build_pint([path])
        except UnitError as error:
            yield RegistryProblem(str(path), None, "bad-units", str(error))
            return
    if registry.units.files:
        yield from factor_problems(registry)
    for metric in registry.metrics.values():
        if metric.unit not in (NO_UNIT, ANY_UNIT) and not registry.units.known(metric.unit):
            yield problem_at(
                registry, "metric", metric.name, "unknown-unit", f"the unit {metric.unit!r} is not defined; add it to units.txt"
            )
        elif fault := bounds_fault(metric):
            yield problem_at(registry, "metric", metric.name, "bad-bounds", fault)


def factor_problems(registry: Registry) -> Iterator[RegistryProblem]:
    """Units whose factor in the table of :mod:`leaderboard.registry.units` differs from the definition files."""
    bases = {dimension: unit for unit, (dimension, factor) in FACTORS.items() if factor == 1}
    path = str(registry.units.files[-1])
    for unit, (dimension, factor) in FACTORS.items():
        try:
            defined = registry.units.pint_factor(unit, bases[dimension]) if dimension in bases else factor
        except UnitError as error:
            yield RegistryProblem(path, None, "unit-redefined", f"the unit {unit!r} of claims is not defined as expected: {error}")
            continue
        if not math.isclose(defined, factor, rel_tol=1e-9):
            base = bases[dimension]
            yield RegistryProblem(
                path, None, "unit-redefined", f"1 {unit} is {factor:g} {base} in claims, but {defined:g} here; drop that line"
            )


def bounds_fault(metric: Metric) -> str | None:
    """The fault of a metric's bounds for its unit, or None."""
    if metric.unit == "%" and metric.high is not None and metric.high <= 1:
        return f"{metric.name!r} is in percent, so its upper bound is 100 rather than {metric.high:g}"
    if metric.kind == "cost" and metric.low is None:
        return f"{metric.name!r} is a cost and cannot be negative: give a lower bound (0..)"
    return None


def kind_clashes(registry: Registry) -> Iterator[RegistryProblem]:
    """Names of both a metric and a benchmark that are not marked as shared."""
    metrics = {e.key: e for e in registry.entries if e.kind == "metric"}
    for entry in registry.entries:
        other = metrics.get(entry.key)
        if entry.kind == "benchmark" and other is not None and not entry.shared:
            where = registry.places["metric", other.canonical]
            claim = f"the name {entry.surface!r} of {entry.canonical!r} is also the metric {other.canonical!r} at {where}"
            yield problem_at(registry, "benchmark", entry.canonical, "alias-clash", f"{claim}; mark it ~ or drop one")


def task_problems(registry: Registry) -> Iterator[RegistryProblem]:
    """Faults of the tree of tasks, and benchmarks whose tasks are not in it; a registry without tasks has none."""
    tasks = registry.tasks.by_name
    for task in tasks.values():
        if task.parent is not None and task.parent not in tasks:
            near = registry.task(task.parent)
            advice = f"write {near.name!r}, its first name" if near else "add a line for it, or write - for none"
            yield problem_at(registry, "task", task.name, "unknown-parent", f"the parent {task.parent!r} is no task; {advice}")
        elif registry.tasks.in_circle(task):
            yield problem_at(registry, "task", task.name, "circle", f"{task.name!r} is among its own parents; change one of them")
    if not tasks:
        return
    for benchmark in registry.benchmarks.values():
        for name in benchmark.tasks:
            if registry.task(name) is None:
                message = f"the task {name!r} of {benchmark.name!r} is not defined; add it to tasks.txt or write one that is"
                yield problem_at(registry, "benchmark", benchmark.name, "unknown-task", message)


def problem_at(registry: Registry, kind: EntryKind, name: str, code: str, message: str) -> RegistryProblem:
    """A problem at an entry's place."""
    place = registry.places[kind, name]
    return RegistryProblem(place.path, place.line, code, message)
