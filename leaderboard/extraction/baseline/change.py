"""What is asked about the baseline of a change, and what the answer holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.lexicon.vocabulary import Vocabulary
from leaderboard.extraction.method.own_name import Names
from leaderboard.extraction.tokens.noun_phrase import PhrasedSentence, enumerated


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a change is measured against, and why (None: it is named beside the number)."""

    name: str
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class ChangeInSentence:
    """A gain or a ratio whose baseline is sought, with all that the finders look at.

    ``known`` holds the baselines of the changes before it in the sentence, by the places of their numbers.
    """

    nodes: PhrasedSentence
    draft: Draft
    names: Names
    vocabulary: Vocabulary
    known: Mapping[int, Baseline]

    @property
    def place(self) -> int:
        """The place of the number in its sentence."""
        return self.draft.node

    @property
    def members(self) -> int:
        """How many numbers stand in the same list as this one; 1 for a number that stands alone."""
        return len(self.nodes[self.draft.node].quantities)

    def is_own(self, name: str) -> bool:
        """Whether a name is one of the paper's own."""
        return name in self.names.own


def baseline_named(name: str | None, code: str = "", words: str = "") -> Baseline | None:
    """A baseline with the code of its reason, if any; None where no name was found."""
    return None if name is None else Baseline(name, Reason(code, words) if code else None)


#: Two alone are no list.
PAIR = 2


#: Before here, what stands after a word of comparison may run on into the subject of the sentence ("Compared to X, the new ones ...").
_OPENING = 2


def compared_with(change: ChangeInSentence, word: int) -> str | None:
    """What stands after a word of comparison; of as many systems as numbers the n-th (``than A and B by 2x and 7x``)."""
    nodes, place, members = change.nodes, change.draft.place, change.members
    phrase = nodes.phrase(word + 1)
    if members == 1:
        return phrase
    if phrase is not None and phrase.count("/") == members - 1:
        return phrase.split("/")[place].strip()
    parts = enumerated(nodes, word + 1)
    if len(parts) != members or (word < _OPENING and not {n.text for n in nodes if n.tag == "NAME"}.issuperset(parts)):
        return phrase
    coined = sum(any(c.isupper() or c.isdigit() for c in part) for part in parts)
    one_each = any(n.tag == "RESP" for n in nodes) or coined == len(parts) or (len(parts) > PAIR and coined == len(parts) - 1)
    return parts[place] if one_each else phrase
