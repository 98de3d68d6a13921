"""The walk over the nodes of a sentence: what is read so far, what comes next, and how numbers leave it."""

from __future__ import annotations

from leaderboard.extraction.lexicon.vocabulary import Vocabulary
from leaderboard.extraction.quantities.bounds import signed
from leaderboard.extraction.quantities.ranges import PairReader
from leaderboard.extraction.quantities.units import UnitReader
from leaderboard.extraction.tokens.node import Node, Quantity
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.model import Span, Verdict

#: Codes of refused numbers that belong to the name right before them ("Llama 7B").
_PARTS_OF_NAMES = frozenset({"version", "model-size", "year", "name"})


class Walk:
    """One pass over a sentence: ``nodes`` of the lexer, ``out`` what they became up to place ``i``, ``verdicts`` of numbers refused.

    Readers take words that belong to their number out of ``out`` again: its sign, its bound, ``two`` of ``two orders of magnitude``.
    """

    __slots__ = ("i", "nodes", "out", "pairs", "text", "units", "verdicts")

    def __init__(self, text: str, nodes: Sentence, vocabulary: Vocabulary) -> None:
        self.text, self.nodes, self.i = text, nodes, 0
        self.units = UnitReader(text, vocabulary)
        self.pairs = PairReader(text, self.units)
        self.out = Sentence()
        self.verdicts: list[Verdict] = []

    def back(self, count: int = 1) -> Node:
        """The node ``count`` places before this one, as it was read."""
        return self.out.at(len(self.out) - count)

    def ahead(self, count: int = 1) -> Node:
        """The node ``count`` places behind this one, not read yet."""
        return self.nodes.at(self.i + count)

    def signed(self, quantity: Quantity) -> Quantity:
        """A quantity with the sign and bound that stand before it, taken out of ``out``."""
        return signed(quantity, self.out, self.text)

    def keep(self) -> None:
        """Leave this node as it is."""
        self.out.append(self.nodes[self.i])
        self.i += 1

    def emit(self, quantity: Quantity, tag: str = "Q") -> None:
        """Put a quantity in the place of the nodes that it covers."""
        self._skip_to(quantity.end)
        self.out.append(Node(tag, quantity.start, quantity.end, self.text[quantity.start : quantity.end], None, (quantity,)))

    def refuse(self, start: int, end: int, code: str) -> None:
        """Put a number that is no result in the place of the nodes that it covers, with a verdict that says why."""
        self._skip_to(end)
        self.verdicts.append(Verdict(Span(start, end), self.text[start:end], code))
        last = self.back()
        if last.tag == "NAME" and start - last.end <= 1 and code in _PARTS_OF_NAMES:
            self.out[-1] = Node("NAME", last.start, end, self.text[last.start : end])
        elif code == "name":
            self.out.append(Node("NAME", start, end, self.text[start:end]))
        else:
            self.out.append(Node("NUM", start, end, self.text[start:end], code))

    def _skip_to(self, end: int) -> None:
        self.i += 1
        while self.i < len(self.nodes) and self.nodes[self.i].start < end:
            self.i += 1
