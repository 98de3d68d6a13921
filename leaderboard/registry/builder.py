"""Builds entries and name tables from the layers of registry files.

Later layers (the user's) extend earlier ones: an entry with the canonical name of an earlier entry replaces its columns and adds its names.
Within one layer, a duplicate entry is an error, and so is a name of two entries that is not marked as shared.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from leaderboard.model import Place
from leaderboard.registry.entries import Benchmark, EntryKind, Metric, RegistryProblem
from leaderboard.registry.folding import Name, fold
from leaderboard.registry.lines import AliasLine, BenchmarkLine, MetricLine
from leaderboard.registry.reader import Layer
from leaderboard.registry.units import claim_spelling

Table = dict[str, tuple[tuple[str, bool], ...]]
"""Key of a name -> the entries that have it, as (canonical name, whether the name is shared)."""


class _Given(NamedTuple):
    """A name of an entry, its place, and its position among all names: of two that clash, the earlier one is kept."""

    name: Name
    place: Place
    order: int


@dataclass(slots=True)
class _Draft:
    """An entry under construction: its columns, its names (the first is canonical) and their places."""

    columns: MetricLine | BenchmarkLine
    layer: int
    place: Place
    names: dict[str, _Given]
    name: str


@dataclass(slots=True)
class Builder:
    """Builds the entries of one kind from all layers."""

    kind: EntryKind
    drafts: dict[str, _Draft] = field(default_factory=dict)
    problems: list[RegistryProblem] = field(default_factory=list)
    given: int = 0

    def add_layers(self, layers: Iterable[Layer]) -> None:
        """Add the entries of this kind, then the @alias lines, whose targets may be in any layer."""
        aliases: list[tuple[AliasLine, Place]] = []
        for number, layer in enumerate(layers):
            for placed in layer.entries:
                if placed.kind != self.kind:
                    continue
                if isinstance(placed.line, AliasLine):
                    aliases.append((placed.line, placed.place))
                else:
                    self._add(placed.line, number, placed.place)
        for line, place in aliases:
            self._extend(line, place)

    def _add(self, line: MetricLine | BenchmarkLine, layer: int, place: Place) -> None:
        key = identity(line.names[0].text)
        names = {name.text: self._given(name, place) for name in line.names}
        known = self.drafts.get(key)
        if known is None:
            self.drafts[key] = _Draft(line, layer, place, names, key)
        elif known.layer == layer:
            self._problem(place, "duplicate", f"the {self.kind} {known.name!r} is already defined at {known.place}; merge the two lines")
        else:
            self.drafts[key] = _Draft(line, layer, place, {**known.names, **names}, key)

    def _extend(self, line: AliasLine, place: Place) -> None:
        draft = self.drafts.get(identity(line.target))
        if draft is None:
            near = [d.name for d in self.drafts.values() if any(fold(name) == fold(line.target) for name in d.names)]
            advice = f"write {near[0]!r}, its canonical name" if near else "add an entry for it"
            self._problem(place, "unknown-entry", f"there is no {self.kind} with the canonical name {line.target!r} to extend; {advice}")
            return
        needs = draft.columns.needs if isinstance(draft.columns, BenchmarkLine) else ()
        for name in line.names:
            if name.shared and self.kind == "benchmark" and not needs:
                self._problem(place, "no-needs", f"{name.text!r} is marked ~, but {draft.name!r} at {draft.place} has no 'needs:' words")
            else:
                draft.names.setdefault(name.text, self._given(name, place))

    def _given(self, name: Name, place: Place) -> _Given:
        self.given += 1
        return _Given(name, place, self.given)

    def table(self) -> Table:
        """All names by key; an unshared name of two entries stays with the first, and is a problem."""
        claims: dict[str, list[tuple[_Draft, _Given]]] = {}
        for draft in self.drafts.values():
            for given in draft.names.values():
                claimants = claims.setdefault(given.name.key, [])
                if not claimants or claimants[-1][0] is not draft:  # another spelling of the same name does not clash
                    claimants.append((draft, given))
        return {key: self._settle(claimants) for key, claimants in claims.items()}

    def _settle(self, claimants: list[tuple[_Draft, _Given]]) -> tuple[tuple[str, bool], ...]:
        """The entries that have a name: the first that has it unshared, then all that share it. Metrics cannot share names."""
        can_share = self.kind == "benchmark"
        if len(claimants) == 1:
            draft, given = claimants[0]
            return ((draft.name, given.name.shared and can_share),)
        plain = sorted((c for c in claimants if not (c[1].name.shared and can_share)), key=lambda c: c[1].order)
        for draft, given in plain[1:]:
            self._clash(plain[0], draft, given)
        shared = [draft.name for draft, given in claimants if given.name.shared and can_share]
        return (*((draft.name, False) for draft, _ in plain[:1]), *((name, True) for name in shared))

    def _clash(self, first: tuple[_Draft, _Given], draft: _Draft, given: _Given) -> None:
        owner, owned = first
        advice = "mark it ~ in both (with 'needs:') or drop one" if self.kind == "benchmark" else "drop one"
        taken = f"{owner.name!r} has it as {owned.name.text!r} at {owned.place}"
        self._problem(given.place, "alias-clash", f"the name {given.name.text!r} of {draft.name!r} is taken: {taken}; {advice}")

    def _problem(self, place: Place, code: str, message: str) -> None:
        self.problems.append(RegistryProblem(place.path, place.line, code, message))


def identity(name: str) -> str:
    """The identity of an entry: its canonical name, case-sensitive (``MAP`` and ``mAP`` are two entries)."""
    return " ".join(name.split())


def metric_of(draft: _Draft) -> Metric:
    """The finished metric."""
    line = draft.columns
    if not isinstance(line, MetricLine):
        raise TypeError(f"{draft.name!r} is not a metric")
    return Metric(draft.name, _aliases(draft), line.direction, claim_spelling(line.unit), line.low, line.high, line.family, line.kind)


def benchmark_of(draft: _Draft) -> Benchmark:
    """The finished benchmark."""
    line = draft.columns
    if not isinstance(line, BenchmarkLine):
        raise TypeError(f"{draft.name!r} is not a benchmark")
    return Benchmark(draft.name, _aliases(draft), line.task, line.area, line.needs)


def _aliases(draft: _Draft) -> tuple[str, ...]:
    return tuple([text for text in draft.names if text != draft.name])
