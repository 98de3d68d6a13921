"""The registry: lookup of names, and conversion to canonical units. Immutable; built by :func:`leaderboard.registry.load`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from leaderboard.model import Place
from leaderboard.registry.entries import Benchmark, EntryKind, Metric, Normalised, RegistryProblem
from leaderboard.registry.folding import Name, exact_key, fold
from leaderboard.registry.normalise import normalise
from leaderboard.registry.units import Units


class NameEntry(NamedTuple):
    """One name: the entry that it names and its marks (see :class:`leaderboard.registry.folding.Name`)."""

    surface: str
    kind: EntryKind
    canonical: str
    exact: bool
    shared: bool

    @property
    def key(self) -> str:
        """The key of the name."""
        return Name(self.surface, self.exact).key


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """Canonical metrics and benchmarks by name, with all their spellings.

    ``metrics`` and ``benchmarks`` map canonical names to entries; ``places`` has the file and line of each entry; ``problems`` are faults
    found while reading. A registry is immutable, and pickled as its source directories.
    """

    metrics: Mapping[str, Metric]
    benchmarks: Mapping[str, Benchmark]
    units: Units
    problems: tuple[RegistryProblem, ...]
    places: Mapping[tuple[EntryKind, str], Place]
    entries: tuple[NameEntry, ...]
    metric_table: Mapping[str, tuple[tuple[str, bool], ...]]
    benchmark_table: Mapping[str, tuple[tuple[str, bool], ...]]
    sources: tuple[Path, ...]
    reload: Callable[[tuple[Path, ...]], Registry]

    def metric(self, name: str) -> Metric | None:
        """The metric of a name or alias, or None.

        Case, hyphens and spaces do not matter, except for names marked as exact (``IS``, ``MAP``).

        >>> from leaderboard.registry import load
        >>> load().metric("Top 1 Accuracy").name
        'top-1 accuracy'
        """
        found = _claimants(self.metric_table, name)
        return self.metrics[found[0][0]] if found else None

    def benchmark(self, name: str, context: str = "") -> Benchmark | None:
        """The benchmark of a name or alias, or None.

        A shared name counts only if one of the benchmark's ``needs`` words begins a word of ``context`` (title and abstract); if several
        benchmarks fit, the result is None.

        >>> from leaderboard.registry import load
        >>> load().benchmark("ImageNet").name
        'ImageNet-1k'
        """
        found = _claimants(self.benchmark_table, name)
        if not found:
            return None
        fitting = [canonical for canonical, shared in found if shared and self._fits(canonical, context)]
        if fitting:
            return self.benchmarks[fitting[0]] if len(fitting) == 1 else None
        plain = [canonical for canonical, shared in found if not shared]
        return self.benchmarks[plain[0]] if plain else None

    def candidates(self, name: str) -> tuple[Benchmark, ...]:
        """All benchmarks with a name, shared or not; for names that :meth:`benchmark` cannot resolve."""
        return tuple(self.benchmarks[canonical] for canonical, _ in _claimants(self.benchmark_table, name))

    def _fits(self, canonical: str, context: str) -> bool:
        return any(_mentions(context, word) for word in self.benchmarks[canonical].needs)

    def names(self) -> Iterator[tuple[str, EntryKind, str]]:
        """Every name as (name, ``metric`` or ``benchmark``, canonical name); shared names once per benchmark."""
        for entry in self.entries:
            yield entry.surface, entry.kind, entry.canonical

    def normalise(self, metric: Metric, value: float, unit: str | None) -> Normalised:
        """The value in the metric's canonical unit; see :func:`leaderboard.registry.normalise.normalise`."""
        return normalise(metric, value, unit, self.units)

    def __reduce__(self) -> tuple[Callable[[tuple[Path, ...]], Registry], tuple[tuple[Path, ...]]]:
        return self.reload, (self.sources,)


def _claimants(table: Mapping[str, tuple[tuple[str, bool], ...]], name: str) -> tuple[tuple[str, bool], ...]:
    """The entries that have a name: in its exact spelling, else in any."""
    return table.get(exact_key(name)) or table.get(fold(name)) or ()


@lru_cache(maxsize=16)
def _lowered(context: str) -> str:
    return context.casefold()


@lru_cache(maxsize=1024)
def _mentions(context: str, word: str) -> bool:
    """Whether a word of the context begins with ``word``, ignoring case."""
    text = _lowered(context)
    at = text.find(word)
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            return True
        at = text.find(word, at + 1)
    return False
