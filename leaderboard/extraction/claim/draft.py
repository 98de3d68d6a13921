"""A claim while it is being put together: what attach and resolve fill in, before normalise makes it final."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from leaderboard.extraction.claim.reason import Field, Reason
from leaderboard.extraction.grammar.rule import Frame
from leaderboard.extraction.tokens.node import Quantity
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.model import Change, Kind, Role

TargetKind = Literal["quality", "cost", "perf", "open", "none"]


@dataclass(frozen=True, slots=True)
class Target:
    """What was measured: its name (None for plain "performance"), what sort of thing it is, and the node that says so (-1: implied)."""

    name: str | None
    kind: TargetKind
    node: int = -1


@dataclass(frozen=True, slots=True)
class Board:
    """A benchmark as a draft has it: the name in the text, and the registry's name where it has one."""

    name: str
    id: str | None = None


@dataclass(slots=True)
class Draft:
    """One number on its way to a claim. ``node`` is the index of its node in the sentence, ``place`` its rank within a list node."""

    quantity: Quantity
    node: int
    place: int
    frame: Frame
    rule: str
    target: Target
    kind: Kind
    unit: str | None
    change: Change | None
    role: Role = "proposed"
    benchmarks: tuple[Board, ...] = ()
    split: str | None = None
    method: str | None = None
    baseline: str | None = None
    settings: tuple[str, ...] = ()
    because: dict[Field, Reason] = field(default_factory=dict)


@dataclass(slots=True)
class DraftedSentence:
    """A sentence with its nodes and the drafts made from it."""

    start: int
    end: int
    nodes: Sentence
    drafts: list[Draft]
