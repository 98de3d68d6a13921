"""The usual names of splits, and the parts of a benchmark that count as splits, as `splits.txt` lists them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from leaderboard.errors import LeaderboardError
from leaderboard.extraction.lexicon.word_files import lines_of
from leaderboard.resources import registry_dir

_LINE = re.compile(r"(?P<name>\S[^=:~]*?) (?P<how>[=:~]) (?P<phrases>\S.*)")
_BRACKETS = re.compile(r"\[[^\[\]]+\]")
_AS_WRITTEN = "as written"


class SplitsError(LeaderboardError):
    """A file of splits that cannot be read; the message names file and line."""


@dataclass(frozen=True, slots=True)
class SplitNames:
    """The usual names with what matches their spellings, in the order of the file, and what matches a part of a benchmark."""

    names: tuple[tuple[re.Pattern[str], str | None], ...]
    part: re.Pattern[str]


@lru_cache(maxsize=4)
def read_splits(path: Path | None = None) -> SplitNames:
    """The splits of a file.

    Raises:
        SplitsError: a line is of none of the forms that the head of `splits.txt` explains, or no line names a part.
    """
    path = path or registry_dir() / "splits.txt"
    names: list[tuple[re.Pattern[str], str | None]] = []
    parts: list[str] = []
    for number, line in lines_of(path):
        match = _LINE.fullmatch(line)
        if match is None or any(c in _BRACKETS.sub("", line) for c in "[]|"):
            raise SplitsError(f"{path}:{number}: expected `name = phrase, phrase`, `name ~ phrase` or `name : phrase`, found {line[:60]!r}")
        spelt = "|".join(_pattern(phrase.strip(), loose=match["how"] == "~") for phrase in match["phrases"].split(","))
        names.append((re.compile(rf"^(?:{spelt})$" if match["how"] == "=" else spelt, re.I), _name(match["name"])))
        if match["how"] == ":":
            parts.append(spelt)
    if not parts:
        raise SplitsError(f"{path}: expected at least one line `name : phrase` with the parts of benchmarks that count as splits")
    return SplitNames(tuple(names), re.compile("|".join(parts), re.I))


def _name(text: str) -> str | None:
    return None if text == _AS_WRITTEN else text


def _pattern(phrase: str, *, loose: bool) -> str:
    """A phrase as a regular expression: ``loose`` hyphens may be spaces, what stands in brackets may be missing.

    >>> _pattern("test[ing][ set| split]", loose=False)
    'test(?:ing)?(?:[ ]set|[ ]split)?'
    """
    spelt = re.escape(phrase).replace(r"\-", "[- ]" if loose else "-").replace(r"\ ", "[ ]")
    return spelt.replace(r"\[", "(?:").replace(r"\]", ")?").replace(r"\|", "|")


def usual_name(text: str) -> str | None:
    """The usual name of a split, or None where the file does not know it.

    >>> usual_name("validation set"), usual_name("COCO test dev"), usual_name("novel classes"), usual_name("week 3")
    ('val', 'test-dev', 'novel classes', None)
    """
    for pattern, name in read_splits().names:
        if pattern.search(text):
            return name or text
    return None


def is_part(text: str) -> bool:
    """Whether a text names a part of a benchmark that counts as a split wherever it stands.

    >>> is_part("hardest split"), is_part("test set")
    (True, False)
    """
    return read_splits().part.search(text) is not None
