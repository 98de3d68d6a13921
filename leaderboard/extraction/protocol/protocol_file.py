"""The reader of `protocols.txt`: the closed list of protocols, the words that say them, and where each is ordinary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import get_args

from leaderboard.errors import LeaderboardError
from leaderboard.extraction.lexicon.word_files import lines_of
from leaderboard.model import Protocol
from leaderboard.registry.task_names import Word, key_of
from leaderboard.resources import registry_dir

_LINE = re.compile(r"(?:(?P<protocol>[a-z-]+) (?P<key>says|title|not|ordinary|excludes)|(?P<general>negation|comparison)): (?P<words>\S.*)")
_KINDS = ("benchmark", "task", "metric")
_NUMBER = "n"

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

    def found(self, words: list[Word]) -> list[tuple[str, int, int]]:
        """What some words say, as (meaning, first word, word after the last), the longest phrase from the left first."""
        plain = tuple(_NUMBER if word.text.isdigit() else word.text for word in words)
        hits: list[tuple[str, int, int]] = []
        at = 0
        while at < len(plain):
            step = 1
            for length in self.lengths.get(plain[at], ()):
                key = plain[at : at + length]
                if len(key) == length and key in self.meanings:
                    meaning = self.meanings[key]
                    if meaning is not None:
                        hits.append((meaning, at, at + length))
                    step = length
                    break
            at += step
        return hits


@dataclass(frozen=True, slots=True)
class Protocols:
    """What `protocols.txt` says: the words in sentences and in titles, where a protocol is ordinary, what excludes what."""

    says: Phrases
    title: Phrases
    turns: Phrases
    ordinary: Mapping[tuple[str, str], frozenset[str]]
    excludes: Mapping[str, frozenset[str]]


@lru_cache(maxsize=4)
def read_protocols(path: Path | None = None) -> Protocols:
    """The protocols of a file; the shipped one where left out.

    Raises:
        ProtocolsError: a line is not of the form that the head of the file explains, or names a protocol that is not in the closed list.
    """
    path = path or registry_dir() / "protocols.txt"
    says: dict[Key, str | None] = {}
    title: dict[Key, str | None] = {}
    turns: dict[Key, str | None] = {}
    ordinary: dict[tuple[str, str], set[str]] = {}
    excludes: dict[str, set[str]] = {}
    known = frozenset(get_args(Protocol))
    for number, line in lines_of(path):
        match = _LINE.fullmatch(line)
        if match is None or (match["protocol"] is not None and match["protocol"] not in known):
            raise ProtocolsError(
                f"{path}:{number}: expected `protocol says|title|not|ordinary|excludes: words, words` with one of "
                f"{', '.join(sorted(known))}, or `negation:` or `comparison:`; found {line[:60]!r}"
            )
        name, key = match["protocol"], match["key"]
        for phrase in (part.strip() for part in match["words"].split(",")):
            if not phrase:
                raise ProtocolsError(f"{path}:{number}: a phrase is empty; phrases are separated by commas")
            if match["general"]:
                turns[phrase_key(phrase)] = match["general"]
            elif key == "says":
                says.setdefault(phrase_key(phrase), name)
            elif key == "title":
                title.setdefault(phrase_key(phrase), name)
            elif key == "not":
                says[phrase_key(phrase)] = None
                title[phrase_key(phrase)] = None
            elif key == "excludes":
                if phrase not in known:
                    raise ProtocolsError(f"{path}:{number}: {phrase!r} is no protocol")
                excludes.setdefault(name, set()).add(phrase)
            else:
                kind, _, what = phrase.partition(" ")
                if kind not in _KINDS or not what:
                    raise ProtocolsError(f"{path}:{number}: write `benchmark NAME`, `task NAME` or `metric NAME`, not {phrase!r}")
                ordinary.setdefault((kind, what), set()).add(name)
    return Protocols(
        Phrases.of(says),
        Phrases.of(title),
        Phrases.of(turns),
        {where: frozenset(names) for where, names in ordinary.items()},
        {name: frozenset(others) for name, others in excludes.items()},
    )


def phrase_key(phrase: str) -> Key:
    """The words of a phrase as they are compared; numbers are all the same.

    >>> phrase_key("N-shot") == phrase_key("5-shot")
    True
    """
    return tuple(_NUMBER if word.isdigit() else word for word in key_of(phrase))
