"""What a rule is, and what a rule makes of a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Frame = Literal["delta", "level", "baseline", "share", "none"]

#: What a rule may state beside its frame, so that no other step has to know it by name; the head of `rules.txt` says what each means.
Trait = Literal[
    "list",
    "from",
    "to",
    "beside",
    "own-metric",
    "first-metric",
    "of-metric",
    "moved-to",
    "noun-after",
    "place-after",
    "condition",
    "signed",
    "above",
    "multiple",
    "as",
    "saving",
    "left",
    "those",
    "no-of",
    "of-whole",
    "of-system",
    "versus-name",
]


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
    traits: frozenset[Trait] = frozenset()

    def has(self, trait: Trait) -> bool:
        """Whether the rule has a trait.

        >>> Rule("saved", "Q OF", "delta", "saves «5%» of it", traits=frozenset({"of-whole"})).has("of-whole")
        True
        """
        return trait in self.traits


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity node with the rule that took it and the nodes (by index) that the rule's pattern covered on either side."""

    index: int
    rule: Rule
    first: int
    last: int

    @property
    def frame(self) -> Frame:
        """How the number is reported: as a change, a level, a baseline's level or a share."""
        return self.rule.frame


class PatternError(ValueError):
    """A rule's pattern that cannot be compiled; the message names the rule."""
