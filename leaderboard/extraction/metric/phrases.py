"""The words by which measures are told: the classes of `phrases_metric.txt`, and what `implied.txt` says that a word or a unit measures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from leaderboard.extraction.lexicon.word_files import WordsError, lines_of, read_words
from leaderboard.resources import registry_dir

Clue = Literal["comparative", "as", "unit"]
ImpliedKind = Literal["quality", "cost"]
_LINE = re.compile(r"(?P<clue>[a-z]+) (?P<kind>[a-z]+) (?P<measure>[^=]+) = (?P<words>.+)")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one class, by where their stars stand."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    parts: tuple[str, ...]

    def match(self, text: str) -> bool:
        """Whether a text is one of these words.

        >>> errors = Phrases(frozenset({"loss"}), (), ("error",), ())
        >>> errors.match("Position Error"), errors.match("losses")
        (True, False)
        """
        folded = text.casefold()
        return (
            folded in self.whole
            or folded.startswith(self.beginnings)
            or folded.endswith(self.endings)
            or any(part in folded for part in self.parts)
        )


@dataclass(frozen=True, slots=True)
class Implied:
    """What a word or a unit measures by itself."""

    measure: str
    kind: ImpliedKind


def read_phrases(path: Path) -> dict[str, Phrases]:
    """The classes of a file of phrases.

    Raises:
        WordsError: a line is not of the form ``class: word, word*``.
    """
    words: dict[str, list[str]] = {}
    for word_class in read_words(path):
        words.setdefault(word_class.name, []).extend(word.casefold() for word in word_class.words)
    return {name: _by_stars(found) for name, found in words.items()}


def _by_stars(words: list[str]) -> Phrases:
    by_stars: dict[tuple[bool, bool], list[str]] = {}
    for word in words:
        by_stars.setdefault((word.startswith("*"), word.endswith("*")), []).append(word.strip("*"))
    whole, beginnings, endings, parts = (tuple(by_stars.get(stars, ())) for stars in _STARS)
    return Phrases(frozenset(whole), beginnings, endings, parts)


#: Whether a word has a star before and after it: whole words, beginnings, endings, parts.
_STARS = ((False, False), (False, True), (True, False), (True, True))


def read_implied(path: Path) -> Mapping[Clue, Mapping[str, Implied]]:
    """What the words of a file measure, by clue and word.

    Raises:
        WordsError: a line is not of the form ``clue kind measure = word, word``, or a word has two measures; the message names the line.
    """
    found: dict[Clue, dict[str, Implied]] = {clue: {} for clue in get_args(Clue)}
    for number, line in lines_of(path):
        match = _LINE.fullmatch(line)
        clue = next((one for one in get_args(Clue) if match and one == match["clue"]), None)
        kind = next((one for one in get_args(ImpliedKind) if match and one == match["kind"]), None)
        if match is None or clue is None or kind is None:
            raise WordsError(f"{path}:{number}: expected `clue kind measure = word, word`, found {line[:60]!r}")
        for word in (w.strip() for w in match["words"].split(",")):
            if word in found[clue]:
                raise WordsError(f"{path}:{number}: {clue} {word!r} measures {found[clue][word].measure!r} already")
            found[clue][word] = Implied(match["measure"], kind)
    return found


@lru_cache(maxsize=1)
def _phrases() -> dict[str, Phrases]:
    return read_phrases(registry_dir() / "phrases_metric.txt")


@lru_cache(maxsize=1)
def _implied() -> Mapping[Clue, Mapping[str, Implied]]:
    return read_implied(registry_dir() / "implied.txt")


@lru_cache(maxsize=8192)
def is_a(text: str, name: str) -> bool:
    """Whether a text is a word of a class of `phrases_metric.txt`.

    >>> is_a("Improved", "evaluative"), is_a("increased", "evaluative")
    (True, False)

    Raises:
        KeyError: there is no such class.
    """
    return _phrases()[name].match(text)


def implied_by(clue: Clue, word: str) -> Implied | None:
    """What a word or a unit measures by itself.

    >>> implied_by("comparative", "Smaller"), implied_by("unit", "ms")
    (Implied(measure='model size', kind='cost'), Implied(measure='latency', kind='cost'))
    """
    return _implied()[clue].get(word if clue == "unit" else word.casefold())
