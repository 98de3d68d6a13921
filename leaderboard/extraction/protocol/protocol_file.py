"""The reader of `protocols.txt`: the closed list of protocols, the words that say them, and where each is ordinary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import get_args

from leaderboard.errors import LeaderboardError
from leaderboard.extraction.lexicon.word_files import lines_of
from leaderboard.model import Protocol
from leaderboard.registry.task_names import key_of
from leaderboard.resources import registry_dir

_LINE = re.compile(
    r"(?:(?P<protocol>[a-z-]+) (?P<key>says|title|not|unless|ordinary|excludes)|(?P<general>negation|comparison)): (?P<words>\S.*)"
)
_KINDS = ("benchmark", "task", "metric")
_KNOWN = frozenset(get_args(Protocol))

Key = tuple[str, ...]


class ProtocolsError(LeaderboardError):
    """A file of protocols that cannot be read; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their words, each with what it stands for (None: it takes back what a part of it would say)."""

    meanings: Mapping[Key, str | None]
    lengths: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, meanings: Mapping[Key, str | None]) -> Phrases:
        """Phrases made ready for the search."""
        lengths: dict[str, set[int]] = {}
        for key in meanings:
            lengths.setdefault(key[0], set()).add(len(key))
        return cls(meanings, {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()})

    def found(self, words: Key) -> list[tuple[str, int, int]]:
        """What some words say, as (meaning, first word, word after the last), the longest phrase from the left first."""
        hits: list[tuple[str, int, int]] = []
        free = 0
        for at in [place for place, word in enumerate(words) if word in self.lengths]:
            if at < free:
                continue
            for length in self.lengths[words[at]]:
                key = words[at : at + length]
                if len(key) == length and key in self.meanings:
                    free = at + length
                    if (meaning := self.meanings[key]) is not None:
                        hits.append((meaning, at, free))
                    break
        return hits


@dataclass(frozen=True, slots=True)
class Protocols:
    """What `protocols.txt` says: the words in sentences and in titles, where a protocol is ordinary, what excludes what.

    The meanings of ``unless`` are protocols with blanks between them.
    """

    says: Phrases
    title: Phrases
    turns: Phrases
    unless: Phrases
    ordinary: Mapping[tuple[str, str], frozenset[str]]
    excludes: Mapping[str, frozenset[str]]


@dataclass(slots=True)
class _Draft:
    """What the lines read so far say."""

    says: dict[Key, str | None] = field(default_factory=dict)
    title: dict[Key, str | None] = field(default_factory=dict)
    turns: dict[Key, str | None] = field(default_factory=dict)
    unless: dict[Key, str | None] = field(default_factory=dict)
    ordinary: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    excludes: dict[str, frozenset[str]] = field(default_factory=dict)

    def add(self, name: str, key: str, phrase: str) -> str | None:
        """Take one phrase of a line; the fault where it says nothing that can be used."""
        words = phrase_key(phrase)
        if key == "excludes":
            self.excludes[name] = self.excludes.get(name, frozenset()) | {phrase}
            return None if phrase in _KNOWN else f"{phrase!r} is no protocol"
        if key == "ordinary":
            kind, _, what = phrase.partition(" ")
            self.ordinary[kind, what] = self.ordinary.get((kind, what), frozenset()) | {name}
            return None if kind in _KINDS and what else f"write `benchmark NAME`, `task NAME` or `metric NAME`, not {phrase!r}"
        if not words:
            return "a phrase is empty; phrases are separated by commas"
        if key == "not":
            self.says[words] = self.title[words] = None
        elif key == "unless":
            self.unless[words] = " ".join(filter(None, (self.unless.get(words), name)))
        elif key == "turns":
            self.turns[words] = name
        else:
            (self.says if key == "says" else self.title).setdefault(words, name)
        return None


@lru_cache(maxsize=4)
def read_protocols(path: Path | None = None) -> Protocols:
    """The protocols of a file; the shipped one where left out.

    Raises:
        ProtocolsError: a line is not of the form that the head of the file explains, or names a protocol that is not in the closed list.
    """
    path = path or registry_dir() / "protocols.txt"
    draft = _Draft()
    for number, line in lines_of(path):
        match = _LINE.fullmatch(line)
        if match is None or (match["protocol"] is not None and match["protocol"] not in _KNOWN):
            raise ProtocolsError(
                f"{path}:{number}: expected `protocol says|title|not|unless|ordinary|excludes: words, words` with one of "
                f"{', '.join(sorted(_KNOWN))}, or `negation:` or `comparison:`; found {line[:60]!r}"
            )
        for phrase in match["words"].split(","):
            fault = draft.add(match["protocol"] or match["general"], match["key"] or "turns", phrase.strip())
            if fault is not None:
                raise ProtocolsError(f"{path}:{number}: {fault}")
    says, title, turns, unless = (Phrases.of(meanings) for meanings in (draft.says, draft.title, draft.turns, draft.unless))
    return Protocols(says, title, turns, unless, draft.ordinary, draft.excludes)


def phrase_key(phrase: str) -> Key:
    """The words of a phrase as they are compared; numbers are all the same.

    >>> phrase_key("N-shot") == phrase_key("5-shot")
    True
    """
    return key_of(phrase)
