"""Signs and bounds of numbers: up to, more than, about."""

from __future__ import annotations

from leaderboard.extraction.tokens.node import Node
from leaderboard.model import Bound


def bound_of(node: Node) -> Bound | None:
    """The bound that a word puts on the number after it, or None."""
    if node.has("UPTO"):
        return "up_to"
    if node.has("ATLEAST"):
        return "at_least"
    return "about" if node.has("ABOUT") else None
