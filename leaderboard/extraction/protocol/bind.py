"""The protocol of each number: what stands with it in its sentence, and what the title says of the whole paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.protocol.protocol_file import Protocols, read_protocols
from leaderboard.model import Span
from leaderboard.registry import Registry
from leaderboard.registry.task_names import Words, words_of


class Bound(NamedTuple):
    """The protocols of a number in the order of the alphabet, and why (None where there is none)."""

    protocols: tuple[str, ...]
    reason: Reason | None


class Said(NamedTuple):
    """A protocol that a text names, with its place and how it is said: of the thing itself, as not done, or of what it is compared with."""

    protocol: str
    start: int
    end: int
    turn: str | None


#: How many words before a protocol a word that turns it may stand.
_TURN = 3
#: In how many characters before a setting such a word is looked for.
_TURN_CHARACTERS = 40
#: How many characters between two numbers of one list.
_LIST = 16
#: How many characters after a number a protocol begins that is said of no other number ("61.3% zero-shot accuracy").
_TOUCHING = 2
#: How far behind a number, in characters, a protocol may stand that is said of it.
_BEHIND = 70
#: How often the abstract must name a protocol for it to be that of the whole paper, where the title does not.
_OFTEN = 3
#: What the numbers beside it say nothing about: these hold only for the number they stand with.
_OWN = frozenset({"human", "oracle", "ensemble", "extra-data", "fine-tuned", "linear-probing"})


class PaperProtocols:
    """What a paper says about its protocols, for all of its numbers.

    Args:
        title: the paper's title.
        text: its abstract, repaired.
        words: the words of the text.
        registry: for the tasks above a task.
    """

    def __init__(self, title: str, text: str, words: Words, registry: Registry) -> None:
        self.title, self.text, self.words, self.registry = title, text, words, registry
        self.known: Protocols = read_protocols()

    @cached_property
    def in_text(self) -> list[Said]:
        """What the abstract says."""
        return list(self._said(self.words))

    @cached_property
    def of_title(self) -> dict[str, str]:
        """The protocols of the whole paper by its title, each with the words that say so."""
        words = words_of(self.title)
        found: dict[str, str] = {}
        for protocol, first, last in self.known.title.found(words.texts):
            found.setdefault(protocol, self.title[words.start(first) : words.end(last - 1)])
        return found

    @cached_property
    def taken_back(self) -> list[Said]:
        """Where the text says that a number is not under a protocol of the title."""
        words = self.words
        return [
            Said(protocol, words.start(first), words.end(last - 1), None)
            for protocols, first, last in self.known.unless.found(words.texts)
            for protocol in protocols.split()
        ]

    def _said(self, words: Words) -> Iterator[Said]:
        for protocol, first, last in self.known.says.found(words.texts):
            turns = self.known.turns.found(words.texts[max(0, first - _TURN) : first])
            yield Said(protocol, words.start(first), words.end(last - 1), turns[-1][0] if turns else None)

    def bind(self, draft: Draft, sentence: Span, numbers: Sequence[Span], task: str | None) -> Bound:
        """The protocols of one number.

        Args:
            draft: the number, with its benchmarks, metric and role.
            sentence: its sentence.
            numbers: the places of all results of the sentence, in order.
            task: its task.
        """
        found: dict[str, Reason] = {}
        here = [s for s in self.in_text if sentence.start <= s.start < sentence.end and self._of_number(s, draft, numbers)]
        for said in sorted(here, key=lambda s: max(s.start - draft.quantity.end, draft.quantity.start - s.end)):
            if not any(other in found for other in self.known.excludes.get(said.protocol, ())):
                found.setdefault(said.protocol, Reason("beside", self.text[said.start : said.end]))
        back = {
            said.protocol
            for said in (self.taken_back if self.of_title else ())
            if sentence.start <= said.start < sentence.end and self._of_number(said, draft, numbers)
        }
        for protocol, words in self.of_title.items():
            if protocol not in found and protocol not in back and not any(o in found for o in self.known.excludes.get(protocol, ())):
                found[protocol] = Reason("title", words)
        for name in self._ordinary(draft, task):
            found.pop(name, None)
        protocols = tuple(sorted(found))
        return Bound(protocols, found[protocols[0]] if protocols else None)

    def own_settings(self, draft: Draft, sentence: Span, numbers: Sequence[Span]) -> tuple[str, ...]:
        """The settings of a number without those that the sentence says of another number, of what it is compared with, or as not done."""
        return tuple(setting for setting in draft.settings if self._is_own(setting, draft, sentence, numbers))

    def _is_own(self, setting: str, draft: Draft, sentence: Span, numbers: Sequence[Span]) -> bool:
        text = self.text[sentence.start : sentence.end].lower()
        places = [match.start() + sentence.start for match in re.finditer(re.escape(setting.lower()), text)]
        if not places:
            return True
        for start in places:
            turns = self.known.turns.found(words_of(self.text[max(sentence.start, start - _TURN_CHARACTERS) : start]).texts[-_TURN:])
            said = Said("other", start, start + len(setting), turns[-1][0] if turns else None)
            if self._of_number(said, draft, numbers):
                return True
        return False

    def _of_number(self, said: Said, draft: Draft, numbers: Sequence[Span]) -> bool:
        """Whether a protocol that the sentence names is said of this number."""
        if said.turn == "negation" or (said.turn == "comparison" and draft.role == "proposed"):
            return False
        at = Span(draft.quantity.start, draft.quantity.end)
        if any(0 <= said.start - n.end <= _TOUCHING for n in numbers if n != at):
            return False
        if said.end <= at.start:
            between = [n for n in numbers if said.end <= n.start < at.start]
            return not between or (said.protocol not in _OWN and said.end <= numbers[0].start) or _one_list((*between, at))
        if said.start >= at.end:
            between = [n for n in numbers if at.end <= n.start < said.start]
            after = next((n for n in numbers if n.start >= said.end), None)
            if after is not None and after.start - said.end < said.start - at.end and "," not in self.text[said.end : after.start]:
                return False
            return (not between or _one_list((at, *between))) and said.start - (between[-1] if between else at).end < _BEHIND
        return True

    def _ordinary(self, draft: Draft, task: str | None) -> Iterator[str]:
        """The protocols that are ordinary for the number's benchmark, metric or task, and so not noted."""
        names = [("benchmark", board.id) for board in draft.benchmarks if board.id is not None]
        names += [("metric", draft.target.name)] if draft.target.name else []
        known = self.registry.task(task) if task else None
        names += [("task", one.name) for one in ((known, *self.registry.parents(known)) if known is not None else ())]
        for where in names:
            yield from self.known.ordinary.get(where, ())


def _one_list(numbers: Sequence[Span]) -> bool:
    """Whether numbers follow each other as in a list ("2.0, 1.8 and 2.0 points")."""
    return all(right.start - left.end <= _LIST for left, right in pairwise(numbers))
