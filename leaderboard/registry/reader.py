"""Reads registry files into entries with their places. Every fault of every file is reported; invalid lines are skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from leaderboard.model import Place
from leaderboard.registry.entries import EntryKind, RegistryProblem
from leaderboard.registry.lines import AliasLine, BenchmarkLine, CommentLine, Fault, MetricLine

METRICS_FILE = "metrics.txt"
UNITS_FILE = "units.txt"
BENCHMARKS_FILE = "benchmarks.txt"
BENCHMARKS_DIR = "benchmarks"


class Placed(NamedTuple):
    """An entry or an @alias line with its place."""

    line: MetricLine | BenchmarkLine | AliasLine
    kind: EntryKind
    place: Place


@dataclass(frozen=True, slots=True)
class Layer:
    """The content of one registry directory."""

    entries: tuple[Placed, ...]
    units_file: Path | None
    problems: tuple[RegistryProblem, ...]


@dataclass(slots=True)
class _Collector:
    """Collects entries and problems while the files of one directory are read."""

    entries: list[Placed] = field(default_factory=list)
    problems: list[RegistryProblem] = field(default_factory=list)

    def read(self, path: Path, kind: EntryKind) -> None:
        """Read one file of metrics or benchmarks."""
        reader: Callable[[str], MetricLine | BenchmarkLine | Fault | None]
        reader = MetricLine.from_string if kind == "metric" else BenchmarkLine.from_string
        where = str(path)
        for number, text in self._lines(path):
            value = read_line(text, reader)
            if isinstance(value, Fault):
                self.problems.append(RegistryProblem(where, number, value.code, value.message))
            elif value is not None:
                self.entries.append(Placed(value, kind, Place(where, number)))

    def _lines(self, path: Path) -> Iterator[tuple[int, str]]:
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self.problems.append(RegistryProblem(str(path), line, "encoding", "this line is not valid UTF-8; save the file as UTF-8"))
            return
        except OSError as error:
            self.problems.append(RegistryProblem(str(path), None, "unreadable", f"cannot be read: {error.strerror or error}"))
            return
        yield from enumerate(text.split("\n"), 1)


def read_line(
    text: str, reader: Callable[[str], MetricLine | BenchmarkLine | Fault | None]
) -> MetricLine | BenchmarkLine | AliasLine | Fault | None:
    """Parse one line; None for a comment."""
    if CommentLine.from_string(text) is not None:
        return None
    value = AliasLine.from_string(text)
    return value if value is not None else reader(text)


def read_layer(directory: Path) -> Layer:
    """Everything in a registry directory: ``metrics.txt``, ``benchmarks.txt``, ``benchmarks/*.txt``, ``units.txt``; all are optional."""
    collector = _Collector()
    found = False
    if (path := directory / METRICS_FILE).exists():
        collector.read(path, "metric")
        found = True
    for path in benchmark_files(directory):
        collector.read(path, "benchmark")
        found = True
    units: Path | None = directory / UNITS_FILE
    if units is not None and not units.exists():
        units = None
    if not found and units is None:
        collector.problems.append(
            RegistryProblem(
                str(directory), None, "empty", f"contains none of {METRICS_FILE}, {BENCHMARKS_FILE}, {BENCHMARKS_DIR}/*.txt, {UNITS_FILE}"
            )
        )
    return Layer(tuple(collector.entries), units, tuple(collector.problems))


def benchmark_files(directory: Path) -> list[Path]:
    """The existing ``benchmarks.txt`` and ``benchmarks/*.txt`` of a directory, sorted by name."""
    single = directory / BENCHMARKS_FILE
    return [*([single] if single.exists() else []), *sorted((directory / BENCHMARKS_DIR).glob("*.txt"))]
