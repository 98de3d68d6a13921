"""Readers of `words.txt` and `measures.txt`: the word classes of the grammar and the spellings of units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from leaderboard.resources import registry_dir

_LINE = re.compile(r"(?P<name>[a-z]+)(?P<verbs>~|:)\s+(?P<words>\S.*)")


_MEASURE = re.compile(r"(?P<unit>\S+(?: \S+)?)(?: \* (?P<factor>\d+(?:\.\d+)?(?:e[+-]?\d+)?))? = (?P<spellings>.+)")


@dataclass(frozen=True, slots=True)
class WordClass:
    """One line of `words.txt`: a class and the words in it."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of `measures.txt`: a number written before one of ``spellings`` is ``factor`` times as many ``unit``."""

    unit: str
    factor: float
    spellings: tuple[str, ...]


class WordsError(ValueError):
    """A line of a word file that cannot be read; the message names file and line."""


def verb_forms(verb: str) -> tuple[str, ...]:
    """The four regular forms of an English verb (which may have a particle behind it).

    >>> verb_forms("improve"), verb_forms("cut down")[1]
    (('improve', 'improves', 'improved', 'improving'), 'cuts down')
    """
    head, _, rest = verb.partition(" ")
    rest = f" {rest}" if rest else ""
    if head.endswith("e"):
        forms = (head, head + "s", head + "d", head[:-1] + "ing")
    elif re.search(r"(?:s|x|ch|sh)$", head):
        forms = (head, head + "es", head + "ed", head + "ing")
    elif re.search(r"[^aeiou]y$", head):
        forms = (head, head[:-1] + "ies", head[:-1] + "ied", head + "ing")
    elif re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", head):
        forms = (head, head + "s", head + head[-1] + "ed", head + head[-1] + "ing")
    else:
        forms = (head, head + "s", head + "ed", head + "ing")
    return tuple(form + rest for form in forms)


def lines_of(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a text file that are neither empty nor a comment, with their numbers."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line.strip()


def read_words(path: Path) -> list[WordClass]:
    """The word classes of a file.

    Raises:
        WordsError: a line is not of the form ``class: word, word`` or ``class~ verb, verb``.
    """
    classes = []
    for number, line in lines_of(path):
        match = _LINE.fullmatch(line)
        if match is None:
            raise WordsError(f"{path}:{number}: expected `class: word, word` or `class~ verb, verb`, found {line[:60]!r}")
        words = [w.strip() for w in match["words"].split(",") if w.strip()]
        if not words:
            raise WordsError(f"{path}:{number}: the class {match['name']!r} has no words")
        if match["verbs"] == "~":
            words = [form for word in words for form in verb_forms(word)]
        classes.append(WordClass(match["name"], tuple(words)))
    return classes


@lru_cache(maxsize=1)
def _name_classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word_class in read_words(registry_dir() / "names.txt"):
        found.setdefault(word_class.name, set()).update(word_class.words)
    return {name: frozenset(words) for name, words in found.items()}


#: How the names of tasks and of doings end; they are what something is done on rather than a measure or a system.
TASK_ENDS = tuple(
    "detection recognition segmentation classification generation translation estimation prediction retrieval captioning modeling learning "
    "tracking understanding parsing answering tasks reconstruction".split()
)


def name_class(name: str) -> frozenset[str]:
    """A class of `names.txt`, as its words stand there.

    >>> "LLMs" in name_class("everybody")
    True

    Raises:
        KeyError: there is no such class.
    """
    return _name_classes()[name]


def read_measures(path: Path) -> list[Measure]:
    """The unit spellings of a file.

    Raises:
        WordsError: a line is not of the form ``unit * factor = spelling, spelling``.
    """
    measures = []
    for number, line in lines_of(path):
        match = _MEASURE.fullmatch(line)
        if match is None:
            raise WordsError(f"{path}:{number}: expected `unit [* factor] = spelling, spelling`, found {line[:60]!r}")
        spellings = tuple(s.strip() for s in match["spellings"].split(",") if s.strip())
        if not spellings:
            raise WordsError(f"{path}:{number}: the unit {match['unit']!r} has no spellings")
        measures.append(Measure(match["unit"], float(match["factor"] or 1), spellings))
    return measures
