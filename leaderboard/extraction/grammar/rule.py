"""What a rule is, and what a rule makes of a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Frame = Literal["delta", "level", "baseline", "share", "none"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the grammar: a name, the pattern, the frame it gives, a condition on the number, and an example that is its test.

    ``units`` limits the rule to numbers of these kinds (see :func:`unit_kinds`); empty means all. In ``example`` the number that the rule
    must take stands between ``«`` and ``»``. The head of `rules.txt` says it all for users.
    """

    name: str
    pattern: str
    frame: Frame
    example: str
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity node with the rule that took it and the nodes (by index) that the rule's pattern covered on either side."""

    index: int
    rule: Rule
    first: int
    last: int

    @property
    def frame(self) -> Frame:
        """How the number is said: as a change, a level, a baseline's level or a share."""
        return self.rule.frame


class PatternError(ValueError):
    """A rule's pattern that cannot be compiled; the message names the rule."""
