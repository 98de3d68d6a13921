"""Canonical benchmarks, metrics and units, read from ``data/registry/`` and from the user's own directories.

    registry = load()
    registry.metric("Top-1 Accuracy").direction      # 'higher'
    registry.benchmark("MS-COCO").name               # 'COCO'
    registry.normalise(registry.metric("AUC"), 0.888, None)

The files explain their own syntax, and ``data/registry/README.md`` all of them. Metrics and benchmarks are immutable.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from leaderboard.errors import RegistryError
from leaderboard.model import Place
from leaderboard.registry.builder import Builder, benchmark_of, metric_of
from leaderboard.registry.check import check
from leaderboard.registry.entries import Benchmark, EntryKind, Metric, Normalised, RegistryProblem
from leaderboard.registry.folding import fold
from leaderboard.registry.reader import Layer, read_layer
from leaderboard.registry.registry import NameEntry, Registry
from leaderboard.registry.units import Units
from leaderboard.resources import registry_dir

__all__ = ["Benchmark", "Metric", "NameEntry", "Normalised", "Registry", "RegistryProblem", "build", "check", "fold", "load"]


def load(extra: Sequence[Path] = ()) -> Registry:
    """The shipped registry, extended by additional directories in order; the shipped one alone is cached.

    Faults in the files raise no error: they are in ``Registry.problems`` (and :func:`check` finds more).

    Raises:
        RegistryError: a directory of ``extra`` does not exist or is not a directory.
    """
    paths = tuple(Path(path) for path in extra)
    for path in paths:
        if not path.is_dir():
            raise RegistryError(f"{path}: no such registry directory; give one that contains metrics.txt, benchmarks/*.txt or units.txt")
    return build((registry_dir(), *paths)) if paths else _shipped()


@lru_cache(maxsize=1)
def _shipped() -> Registry:
    return build((registry_dir(),))


def _reopen(sources: Sequence[Path]) -> Registry:
    """The same registry, rebuilt in another process."""
    return _shipped() if tuple(sources) == (registry_dir(),) else build(sources)


def build(directories: Sequence[Path]) -> Registry:
    """A registry from these directories only; later ones extend and override earlier ones."""
    layers = [read_layer(directory) for directory in directories]
    metrics, benchmarks = Builder("metric"), Builder("benchmark")
    for builder in (metrics, benchmarks):
        builder.add_layers(layers)
    metric_table, benchmark_table = metrics.table(), benchmarks.table()
    return Registry(
        metrics=MappingProxyType({draft.name: metric_of(draft) for draft in metrics.drafts.values()}),
        benchmarks=MappingProxyType({draft.name: benchmark_of(draft) for draft in benchmarks.drafts.values()}),
        units=Units(tuple(layer.units_file for layer in layers if layer.units_file)),
        problems=_problems(layers, metrics, benchmarks),
        places=MappingProxyType(_places(metrics, benchmarks)),
        entries=_names(metrics, benchmarks),
        metric_table=MappingProxyType(metric_table),
        benchmark_table=MappingProxyType(benchmark_table),
        sources=tuple(directories),
        reload=_reopen,
    )


def _problems(layers: Sequence[Layer], *builders: Builder) -> tuple[RegistryProblem, ...]:
    found = [*(p for layer in layers for p in layer.problems), *(p for builder in builders for p in builder.problems)]
    return tuple(sorted(found, key=lambda p: (p.path, p.line or 0, p.code)))


def _places(*builders: Builder) -> dict[tuple[EntryKind, str], Place]:
    return {(builder.kind, draft.name): draft.place for builder in builders for draft in builder.drafts.values()}


def _names(*builders: Builder) -> tuple[NameEntry, ...]:
    return tuple(
        NameEntry(given.name.text, builder.kind, draft.name, given.name.exact, given.name.shared)
        for builder in builders
        for draft in builder.drafts.values()
        for given in draft.names.values()
    )
