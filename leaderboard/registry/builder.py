"""Layers of registry files -> entries and name tables.

Later layers (the user's) go on top of earlier ones: an entry whose first name an earlier layer has replaces that entry's columns and adds
its names. Inside one layer the same entry twice is an error, and so is a name that two entries claim without marking it shared.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from leaderboard.model import Place
from leaderboard.registry.entries import Benchmark, EntryKind, Metric, RegistryProblem
from leaderboard.registry.folding import Name, fold
from leaderboard.registry.lines import AliasLine, BenchmarkLine, MetricLine
from leaderboard.registry.reader import Layer
from leaderboard.registry.units import claim_spelling

Table = dict[str, tuple[tuple[str, bool], ...]]
"""Key of a name -> the entries that claim it, as (canonical name, whether they share it)."""


@dataclass(slots=True)
class _Draft:
    """An entry while it is put together: its columns, its names (the first is canonical) and where each name was given."""

    columns: MetricLine | BenchmarkLine
    layer: int
    place: Place
    names: dict[str, tuple[Name, Place]]
    name: str


@dataclass(slots=True)
class Builder:
    """Puts one kind of entries together from all layers."""

    kind: EntryKind
    drafts: dict[str, _Draft] = field(default_factory=dict)
    problems: list[RegistryProblem] = field(default_factory=list)

    def add_layers(self, layers: Iterable[Layer]) -> None:
        """Take the entries of this kind, then the @alias lines, whose targets may stand in any layer."""
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
        names = {name.text: (name, place) for name in line.names}
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
            advice = f"write {near[0]!r}, its first name" if near else "add a line of its own for it"
            self._problem(place, "unknown-entry", f"there is no {self.kind} with the first name {line.target!r} to extend; {advice}")
            return
        needs = draft.columns.needs if isinstance(draft.columns, BenchmarkLine) else ()
        for name in line.names:
            if name.shared and self.kind == "benchmark" and not needs:
                self._problem(place, "no-needs", f"{name.text!r} is marked ~, but {draft.name!r} at {draft.place} has no 'needs:' words")
            else:
                draft.names.setdefault(name.text, (name, place))

    def table(self) -> Table:
        """All names by key; a name that two entries claim stays with the first and is a problem."""
        claims: dict[str, list[tuple[_Draft, Name, Place]]] = {}
        for draft in self.drafts.values():
            for name, place in draft.names.values():
                claimants = claims.setdefault(name.key, [])
                if not claimants or claimants[-1][0] is not draft:  # another spelling of the same name is no clash
                    claimants.append((draft, name, place))
        return {key: self._settle(claimants) for key, claimants in claims.items()}

    def _settle(self, claimants: list[tuple[_Draft, Name, Place]]) -> tuple[tuple[str, bool], ...]:
        if len(claimants) == 1:
            draft, name, _ = claimants[0]
            return ((draft.name, name.shared and self.kind == "benchmark"),)
        plain = [c for c in claimants if not c[1].shared or self.kind == "metric"]
        for draft, name, place in plain[1:]:
            first, first_name, first_place = plain[0]
            self._problem(
                place,
                "alias-clash",
                f"the name {name.text!r} of {draft.name!r} is taken: {first.name!r} has it as {first_name.text!r} at {first_place}; "
                + ("mark it ~ in both (with 'needs:') or drop one" if self.kind == "benchmark" else "drop one"),
            )
        shared = [c for c in claimants if c[1].shared and self.kind == "benchmark"]
        return tuple((draft.name, name.shared and self.kind == "benchmark") for draft, name, _ in (*plain[:1], *shared))

    def _problem(self, place: Place, code: str, message: str) -> None:
        self.problems.append(RegistryProblem(place.path, place.line, code, message))


def identity(name: str) -> str:
    """What makes two lines the same entry: their first names, to the letter (``MAP`` and ``mAP`` are two)."""
    return " ".join(name.split())


def metric_of(draft: _Draft) -> Metric:
    """The finished metric."""
    line = draft.columns
    if not isinstance(line, MetricLine):
        raise TypeError(f"{draft.name!r} is no metric")
    return Metric(draft.name, _aliases(draft), line.direction, claim_spelling(line.unit), line.low, line.high, line.family, line.kind)


def benchmark_of(draft: _Draft) -> Benchmark:
    """The finished benchmark."""
    line = draft.columns
    if not isinstance(line, BenchmarkLine):
        raise TypeError(f"{draft.name!r} is no benchmark")
    return Benchmark(draft.name, _aliases(draft), line.task, line.area, line.needs)


def _aliases(draft: _Draft) -> tuple[str, ...]:
    return tuple(name.text for name, _ in draft.names.values() if name.text != draft.name)
