"""What is asked about the method of a number, and what the answer holds."""

from __future__ import annotations

from dataclasses import dataclass

from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.method.own_name import Names
from leaderboard.extraction.tokens.noun_phrase import PhrasedSentence
from leaderboard.model import Role


@dataclass(frozen=True, slots=True)
class Number:
    """A number whose method is sought, with all that the finders look at.

    ``sentence_subject`` is what the sentence, or the one that its "it" refers to, begins with.
    """

    nodes: PhrasedSentence
    draft: Draft
    names: Names
    sentence_subject: str | None

    @property
    def place(self) -> int:
        """The place of the number in its sentence."""
        return self.draft.node


@dataclass(frozen=True, slots=True)
class Attribution:
    """The method of a number (None where it has no name), the role that the number has, and why (None: the name stands beside it)."""

    method: str | None
    role: Role = "proposed"
    reason: Reason | None = None


def of_competitor(method: str | None, reason: Reason | None = None) -> Attribution | None:
    """The number of a system that is compared with; None where no such system was found."""
    return None if method is None else Attribution(method, "baseline", reason)
