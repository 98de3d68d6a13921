"""A number whose measure is asked for, as every finder of a measure gets it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice, takewhile

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.tokens.node import Node, Quantity
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.registry import Registry

#: Tags of nodes that name what was measured.
THINGS = ("METRIC", "COST")

NOTHING = Target(None, "none")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its sentence: how the grammar reads it, the word of change that governs it, and what other rules have taken.

    ``change`` is the index of the word of change, None for a level. ``owned`` are the metrics and costs inside the match of another
    number's rule.
    """

    nodes: Sentence
    reading: Reading
    change: int | None
    owned: frozenset[int]
    registry: Registry

    @property
    def index(self) -> int:
        """The index of the number's node."""
        return self.reading.index

    @property
    def quantity(self) -> Quantity:
        """The first quantity of the node."""
        return self.nodes[self.reading.index].quantities[0]

    @property
    def word(self) -> Node | None:
        """The word of change."""
        return None if self.change is None else self.nodes[self.change]

    @property
    def follows_change(self) -> bool:
        """Whether the word of change stands before the number."""
        return self.change is not None and self.change < self.reading.index

    def things_before(self) -> list[int]:
        """The metrics and costs inside the rule's match, before the number."""
        return [i for i in range(self.reading.first, self.index) if self.nodes[i].tag in THINGS]

    def things_after(self) -> list[int]:
        """The metrics and costs inside the rule's match, after the number."""
        return [i for i in range(self.index + 1, min(self.reading.last, len(self.nodes))) if self.nodes[i].tag in THINGS]


#: Looks for the measure of a number at one kind of place; None where nothing stands there.
Finder = Callable[[Number], Target | None]


def first_found(finders: Iterable[Finder], number: Number) -> Target | None:
    """What the first finder that answers has found."""
    for find in finders:
        target = find(number)
        if target is not None:
            return target
    return None


def run_of(nodes: Iterable[Node], tags: Iterable[str], most: int) -> list[Node]:
    """The leading nodes with one of these tags, ``most`` of them at most."""
    return list(islice(takewhile(lambda node: node.tag in tags, nodes), most))


def words_of(nodes: Iterable[Node]) -> str:
    """The text of nodes, with single spaces."""
    return " ".join(node.text for node in nodes)
