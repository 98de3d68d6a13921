"""A sentence as a list of nodes that can be asked for what stands around a place."""

from __future__ import annotations

from leaderboard.extraction.tokens.node import Node

#: What stands before the first node and after the last one: it has no tag, no text and no length.
OUTSIDE = Node("", 0, 0, "")


class Sentence(list[Node]):
    """The nodes of one sentence, in order.

    A plain index is for a place that is known to exist. For a neighbour that may lie outside, ask ``at``, ``before`` or ``after``: an index
    below zero would silently count from the end of the sentence.

    >>> words = Sentence([Node("WORD", 0, 1, "a"), Node("Q", 2, 4, "5%"), Node("METRIC", 5, 8, "mAP")])
    >>> [node.text for node in words.before(1, 4)], [node.text for node in words.after(0, 2)], words.at(-1).text, words.at(9).tag
    (['a'], ['5%', 'mAP'], '', '')
    """

    __slots__ = ()

    def at(self, place: int) -> Node:
        """The node at ``place``, or ``OUTSIDE`` where the sentence has none."""
        return self[place] if 0 <= place < len(self) else OUTSIDE

    def before(self, place: int, count: int) -> list[Node]:
        """Up to ``count`` nodes right before ``place``, in the order of the sentence."""
        return self[max(0, place - count) : max(0, place)]

    def after(self, place: int, count: int) -> list[Node]:
        """Up to ``count`` nodes right after ``place``."""
        return self[place + 1 : place + 1 + count]

    def between(self, first: int, last: int) -> list[Node]:
        """The nodes after ``first`` and before ``last``."""
        return self[first + 1 : last]
