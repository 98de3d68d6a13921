"""A claim while it is being put together: what attach and resolve fill in, before normalise makes it final."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from leaderboard.extraction.claim.reason import Field, Reason
from leaderboard.extraction.grammar.rule import Frame, Rule
from leaderboard.extraction.tokens.node import Quantity
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.model import Change, Kind, Role, TaskSource

TargetKind = Literal["quality", "cost", "perf", "open", "none"]


@dataclass(frozen=True, slots=True)
class Target:
    """What was measured: its name (None for plain "performance"), what sort of thing it is, and the node that says so (-1: implied)."""

    name: str | None
    kind: TargetKind
    node: int = -1


@dataclass(frozen=True, slots=True)
class NamedBenchmark:
    """A benchmark that a text names: the name as written, and the registry's name as its id where the registry has it."""

    name: str
    id: str | None = None


@dataclass(slots=True)
class Draft:
    """One number on its way to a claim. ``node`` is the index of its node in the sentence, ``place`` its rank within a list node."""

    quantity: Quantity
    node: int
    place: int
    frame: Frame
    rule: Rule
    target: Target
    kind: Kind
    unit: str | None
    change: Change | None
    role: Role = "proposed"
    benchmarks: tuple[NamedBenchmark, ...] = ()
    split: str | None = None
    method: str | None = None
    baseline: str | None = None
    settings: tuple[str, ...] = ()
    task: str | None = None
    task_source: TaskSource | None = None
    protocol: tuple[str, ...] = ()
    because: dict[Field, Reason] = field(default_factory=dict)


@dataclass(slots=True)
class DraftedSentence:
    """A sentence with its nodes and the drafts made from it."""

    start: int
    end: int
    nodes: Sentence
    drafts: list[Draft]
