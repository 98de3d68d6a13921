"""What the lexer, the quantities and the grammar hand to each other: nodes with a tag, a place and a meaning.

A sentence is a list of nodes. Every node has one tag; the grammar sees the sentence as a string with one character a node, so that its
rules are regular expressions over tags.
"""

from __future__ import annotations

from dataclasses import dataclass

from leaderboard.extraction.lexicon.tags import TAGS
from leaderboard.model import Bound


@dataclass(slots=True)
class Quantity:
    """A number with everything that touches it. ``start`` and ``end`` are offsets in the repaired text, ``value`` is unsigned."""

    start: int
    end: int
    value: float
    high: float | None = None
    unit: str | None = None
    sign: str = ""
    bound: Bound = "exact"
    uncertainty: float | None = None
    only: bool = False
    fraction: bool = False
    worded: bool = False
    ordinal: bool = False
    out_of: float | None = None
    decimals: int = 0


@dataclass(slots=True)
class Node:
    """A piece of a sentence: its tag, its place, its text, the registry's name for it and, for numbers, the quantities it holds.

    Nodes and quantities are never changed once they are made; Python is not asked to watch over that, because it would take longer to make
    them than all else that the lexer does.
    """

    tag: str
    start: int
    end: int
    text: str
    name: str | None = None
    quantities: tuple[Quantity, ...] = ()
    tags: frozenset[str] = frozenset()

    def has(self, tag: str) -> bool:
        """Whether the node can be read as ``tag``."""
        return self.tag == tag or tag in self.tags


def tag_string(nodes: list[Node]) -> str:
    """One character a node, as the rules of the grammar see the sentence."""
    return "".join(TAGS[node.tag] for node in nodes)
