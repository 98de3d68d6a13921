"""One parser per kind of line. Each returns None (another kind), a :class:`Fault` (this kind, but invalid) or the value.

The syntax, which the heads of the files in ``data/registry/`` explain too:

    name = alias = alias | task | area [| needs: word, word]                                  a benchmark
    name = alias | higher or lower | unit | low..high | family | quality or cost              a metric
    @alias name = alias = alias                                                               more names for an entry
    # anything                                                                                a comment
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from leaderboard.registry.entries import Direction, Quality
from leaderboard.registry.folding import Name, fold

ALIAS_KEYWORD = "@alias"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a line is invalid: a stable code and a message."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A blank line or one that begins with ``#``."""

    text: str

    @classmethod
    def from_string(cls, line: str) -> CommentLine | None:
        """The comment, or None for another kind of line."""
        text = line.strip()
        return cls(text) if not text or text.startswith("#") else None


@dataclass(frozen=True, slots=True)
class AliasLine:
    """``@alias CIFAR-10 = CIFAR ten``: more names for an entry defined elsewhere."""

    target: str
    names: tuple[Name, ...]

    @classmethod
    def from_string(cls, line: str) -> AliasLine | Fault | None:
        """Parse the line.

        >>> AliasLine.from_string("@alias CIFAR-10 = CIFAR ten").names[0].text
        'CIFAR ten'
        >>> AliasLine.from_string("@alias CIFAR-10").code
        'columns'
        """
        text = line.strip()
        if not text.startswith("@"):
            return None
        keyword, _, rest = text.partition(" ")
        if keyword != ALIAS_KEYWORD:
            return Fault("unknown-line", f"lines that begin with @ are {ALIAS_KEYWORD} lines, not {keyword!r}")
        if "|" in rest:
            return Fault("columns", "an @alias line has only names, no '|'")
        names = read_names(rest)
        if isinstance(names, Fault):
            return names
        if len(names) < 2:
            return Fault("columns", "write: @alias NAME = ALIAS")
        return cls(names[0].text, names[1:])

    def to_string(self) -> str:
        """The line as written in a registry file."""
        return f"{ALIAS_KEYWORD} {self.target} = {join_names(self.names)}"


@dataclass(frozen=True, slots=True)
class BenchmarkLine:
    """``CIFAR-10 = CIFAR10 | image classification | vision``, with ``needs: word, word`` as an optional fourth column."""

    names: tuple[Name, ...]
    task: str
    area: str
    needs: tuple[str, ...] = ()

    @classmethod
    def from_string(cls, line: str) -> BenchmarkLine | Fault | None:
        """Parse the line.

        >>> entry = BenchmarkLine.from_string("DAVIS 2017 = ~DAVIS | video object segmentation | vision | needs: video, segment")
        >>> entry.names[1].shared, entry.needs
        (True, ('video', 'segment'))
        >>> BenchmarkLine.from_string("CIFAR-10 | image classification").code
        'columns'
        """
        columns = split_columns(line)
        if columns is None:
            return None
        if len(columns) not in (3, 4):
            return Fault("columns", f"a benchmark has 3 or 4 columns (names | task | area | needs: words), this line has {len(columns)}")
        fault = empty_column(columns, ("names", "task", "area", "needs"))
        if fault:
            return fault
        names = read_names(columns[0])
        if isinstance(names, Fault):
            return names
        needs = read_needs(columns[3]) if len(columns) == 4 else ()
        if isinstance(needs, Fault):
            return needs
        return needs_fault(names, needs) or cls(names, columns[1], columns[2], needs)

    def to_string(self) -> str:
        """The line as written in a registry file."""
        needs = [f"needs: {', '.join(self.needs)}"] if self.needs else []
        return " | ".join([join_names(self.names), self.task, self.area, *needs])


@dataclass(frozen=True, slots=True)
class MetricLine:
    """``WER = word error rate | lower | % | 0.. | error rate | quality``."""

    names: tuple[Name, ...]
    direction: Direction
    unit: str
    low: float | None
    high: float | None
    family: str
    kind: Quality

    @classmethod
    def from_string(cls, line: str) -> MetricLine | Fault | None:
        """Parse the line.

        >>> entry = MetricLine.from_string("WER = word error rate | lower | % | 0.. | error rate | quality")
        >>> entry.direction, entry.low, entry.high
        ('lower', 0.0, None)
        >>> MetricLine.from_string("WER | down | % | 0.. | error rate | quality").code
        'bad-direction'
        """
        columns = split_columns(line)
        if columns is None:
            return None
        if len(columns) != 6:
            return Fault(
                "columns", f"a metric has 6 columns (names | direction | unit | low..high | family | kind), this line has {len(columns)}"
            )
        fault = empty_column(columns, ("names", "direction", "unit", "bounds", "family", "kind"))
        if fault:
            return fault
        names, bounds = read_names(columns[0]), read_bounds(columns[3])
        for part in (names, bounds):
            if isinstance(part, Fault):
                return part
        if columns[1] not in ("higher", "lower"):
            return Fault("bad-direction", f"the direction must be 'higher' or 'lower' (whichever is better), not {columns[1]!r}")
        if columns[5] not in ("quality", "cost"):
            return Fault("bad-kind", f"the last column must be 'quality' or 'cost', not {columns[5]!r}")
        low, high = cast("tuple[float | None, float | None]", bounds)
        return cls(
            cast("tuple[Name, ...]", names), cast(Direction, columns[1]), columns[2], low, high, columns[4], cast(Quality, columns[5])
        )

    def to_string(self) -> str:
        """The line as written in a registry file."""
        bounds = f"{_bound(self.low)}..{_bound(self.high)}"
        return " | ".join([join_names(self.names), self.direction, self.unit, bounds, self.family, self.kind])


def split_columns(line: str) -> list[str] | None:
    """The columns between ``|``, trimmed; None for a comment or an ``@`` line."""
    text = line.strip()
    if not text or text[0] in "#@":
        return None
    return [column.strip() for column in text.split("|")]


def empty_column(columns: list[str], titles: Iterable[str]) -> Fault | None:
    """A fault for the first empty column, or None."""
    if all(columns):
        return None
    empty = [title for title, column in zip(titles, columns, strict=False) if not column]
    return Fault("empty-column", f"the column {empty[0]!r} is empty") if empty else None


def read_names(text: str) -> tuple[Name, ...] | Fault:
    """Names separated by `` = ``; a fault if one is empty, has no letter or digit, or is repeated."""
    names = tuple([Name.from_string(part) for part in f" {text} ".split(" = ")])
    seen: set[str] = set()
    for name in names:
        if not name.text.strip("= ") or name.text[0] == "=" or name.text[-1] == "=":
            return Fault("empty-name", "a name is empty; names are separated by ' = '")
        if not name.text[0].isalnum() and not fold(name.text):
            return Fault("empty-name", f"the name {name.text!r} has no letter or digit")
        if name.text in seen:
            return Fault("duplicate-name", f"the name {name.text!r} is repeated on this line; drop one")
        seen.add(name.text)
    return names


def join_names(names: Iterable[Name]) -> str:
    """The names with their marks, as written in a registry file."""
    return " = ".join(name.to_string() for name in names)


def read_needs(column: str) -> tuple[str, ...] | Fault:
    """The words of a ``needs: a, b`` column, in lower case."""
    if not column.startswith("needs:"):
        return Fault("columns", "the fourth column must be 'needs: word, word'")
    words = tuple(word.strip().casefold() for word in column.removeprefix("needs:").split(","))
    return words if all(words) else Fault("empty-column", "a word of 'needs:' is empty")


def needs_fault(names: Iterable[Name], needs: tuple[str, ...]) -> Fault | None:
    """A shared name without ``needs:``, or ``needs:`` without a shared name."""
    shared = [name.text for name in names if name.shared]
    if shared and not needs:
        return Fault("no-needs", f"{shared[0]!r} is marked ~ (shared), so the line must say which words tell it apart: | needs: word, word")
    if needs and not shared:
        return Fault("unused-needs", "'needs:' counts only for names marked ~, and this line has none")
    return None


def read_bounds(text: str) -> tuple[float | None, float | None] | Fault:
    """``0..100``, ``0..``, ``..1`` or ``..`` as (low, high).

    >>> read_bounds("0.."), read_bounds("-1..1")
    ((0.0, None), (-1.0, 1.0))
    """
    low, dots, high = text.partition("..")
    try:
        values = tuple(float(part) if part.strip() else None for part in (low, high))
    except ValueError:
        values = (math.nan, None)
    if not dots or any(v is not None and not math.isfinite(v) for v in values):
        return Fault("bad-bounds", f"bounds are written low..high, 0.., ..1 or .. (open), not {text!r}")
    if values[0] is not None and values[1] is not None and values[0] >= values[1]:
        return Fault("bad-bounds", f"the lower bound of {text!r} is not below the upper one")
    return values[0], values[1]


def _bound(value: float | None) -> str:
    """A bound as :func:`read_bounds` reads it back."""
    if value is None:
        return ""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
