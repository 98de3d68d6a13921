"""A number in its place in the text, as the checks see it that tell results from other numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from leaderboard.extraction.tokens.node import Node, Quantity


@dataclass(frozen=True, slots=True)
class Seen:
    """A number in its place.

    The repaired text, where the number stands in it, the node before it (None at the beginning), the nodes behind it, whether it begins the
    sentence, and, once it is read, the quantity.
    """

    text: str
    start: int
    end: int
    before: Node | None
    behind: list[Node]
    first: bool = False
    quantity: Quantity | None = None

    @property
    def q(self) -> Quantity:
        """The quantity, for checks that come after it is read.

        Raises:
            ValueError: it is not read yet.
        """
        if self.quantity is None:
            raise ValueError("checks by context need the quantity")
        return self.quantity

    def touching(self) -> tuple[str, str]:
        """The characters right before and right behind."""
        return (self.text[self.start - 1] if self.start else " "), self.text[self.end : self.end + 1]

    def after(self, count: int = 60) -> str:
        """What follows."""
        return self.text[self.end : self.end + count]

    def ahead(self, count: int) -> str:
        """What stands right before it."""
        return self.text[max(0, self.start - count) : self.start]

    def itself(self) -> str:
        """The number as written."""
        return self.text[self.start : self.end]

    def plain(self) -> bool:
        """Whether it has neither unit nor sign."""
        return self.q.unit is None and not self.q.sign

    def whole(self) -> bool:
        """Whether it is a plain number without decimals."""
        return self.plain() and self.q.value == int(self.q.value) and not self.q.decimals


Checks = tuple[tuple[str, Callable[[Seen], bool]], ...]
"""Codes with the checks that give them, in the order in which they are asked."""


def code_of(seen: Seen, checks: Checks) -> str | None:
    """The code of the first check that applies, or None where the number may be a result."""
    return next((code for code, applies in checks if applies(seen)), None)
