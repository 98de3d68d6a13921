"""What the chain keeps of its steps, for `explain`."""

from __future__ import annotations

from dataclasses import dataclass

from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.method.own_name import Names
from leaderboard.extraction.text.repair import Repaired
from leaderboard.extraction.tokens.node import Node
from leaderboard.model import Extraction, Span, Verdict


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything the chain made of one sentence on its way, for ``explain``."""

    sentence: Span
    nodes: tuple[Node, ...]
    readings: tuple[Reading, ...]
    drafts: tuple[Draft, ...]
    background: bool
    refused: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """An extraction with its traces."""

    extraction: Extraction
    repaired: Repaired
    names: Names
    traces: tuple[Trace, ...]
