"""The words of a task's name, so that spellings of the same name are equal: used for looking names up and for finding them in texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from leaderboard.resources import registry_dir

_WORD = re.compile(r"[bd-loqt-z0-9][a-z0-9]*|(?:(?:multi|super|semi|self|non|pre|re|co|cross|auto)[- ])?[a-z0-9]+")
#: What stands for every number.
NUMBER = "n"
_BRITISH = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("iser", "izer"),
    ("elling", "eling"),
    ("colour", "color"),
    ("behaviour", "behavior"),
    ("neighbour", "neighbor"),
    ("dialogue", "dialog"),
)
_NO_PLURAL = ("ss", "us", "is")


class Words:
    """The words of a text in the form in which they are compared (``texts``), and where they stand."""

    __slots__ = ("_matches", "texts")

    def __init__(self, text: str) -> None:
        self._matches = list(_WORD.finditer(text.lower()))
        self.texts: tuple[str, ...] = tuple([plain(match[0]) for match in self._matches])

    def start(self, word: int) -> int:
        """Where a word begins."""
        return self._matches[word].start()

    def end(self, word: int) -> int:
        """Where a word ends."""
        return self._matches[word].end()


def words_of(text: str) -> Words:
    """The words of a text: small letters, singular, American spelling; prefixes such as "multi-" are part of their word, numbers are ``n``.

    >>> words_of("Multi-object tracking: labelling 12 Images").texts
    ('multiobject', 'tracking', 'labeling', 'n', 'image')
    """
    return Words(text)


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """One word of small letters in the form in which it is compared."""
    if word.isdigit():
        return NUMBER
    word = word.replace("-", "").replace(" ", "")
    for british, american in _BRITISH:
        if british in word:
            word = word.replace(british, american)
    if len(word) > 3 and word[-1] == "s" and not word.endswith(_NO_PLURAL):
        word = word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    return word


def key_of(name: str) -> tuple[str, ...]:
    """What a name is compared by.

    >>> key_of("Person Re-identification") == key_of("person reidentification")
    True
    """
    return words_of(name).texts


class Forms(NamedTuple):
    """The forms of one head word: who does it (``detector``) and to do it (``detecting``)."""

    agents: tuple[str, ...]
    verbs: tuple[str, ...]


@lru_cache(maxsize=1)
def head_forms() -> dict[str, Forms]:
    """The head words of tasks' names and their forms, from `task_words.txt`.

    Raises:
        ValueError: a line is not of the form ``head | who | to do``; the message names file and line.
    """
    path = registry_dir() / "task_words.txt"
    forms: dict[str, Forms] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = [tuple(plain(word.strip()) for word in column.split(",") if word.strip() not in ("", "-")) for column in line.split("|")]
        if len(columns) != 3 or len(columns[0]) != 1:
            raise ValueError(f"{path}:{number}: expected `head | who does it | to do it`, found {line[:60]!r}")
        forms[columns[0][0]] = Forms(columns[1], columns[2])
    return forms


def variants(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Other ways to say a name: its last word in other forms, before or behind the rest.

    >>> ("detecting", "object") in set(variants(("object", "detection")))
    True
    """
    *rest, head = key
    forms = head_forms().get(head)
    if forms is None or not rest:
        return
    for agent in forms.agents:
        yield (*rest, agent)
    yield (head, "of", *rest)
    for verb in forms.verbs:
        yield (verb, *rest)
