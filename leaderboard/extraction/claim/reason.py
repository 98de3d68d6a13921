"""Why a field of a claim has its value: codes that the extraction notes, and the sentences of `reasons.txt` that say what they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from leaderboard.errors import LeaderboardError
from leaderboard.extraction.lexicon.word_files import lines_of
from leaderboard.resources import registry_dir

Field = Literal["metric", "benchmark", "method", "baseline"]
_LINE = re.compile(r"(?P<field>[a-z]+) (?P<code>[a-z-]+(?:/[a-z-]+)?) = (?P<sentence>[^|]+?)(?: \| (?P<general>[^|]+))?")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field has its value: a code of `reasons.txt`, the words of the text it rests on, and how many words away they stand."""

    code: str
    words: str = ""
    distance: int = 0

    @property
    def counted(self) -> str:
        """The code under which confidence.txt counts this reason: variants, after a slash, are counted together."""
        return self.code.partition("/")[0]


class ReasonsError(LeaderboardError):
    """A file of reasons that cannot be read; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a code means: of one claim (``sentence``, with the words filled in) and in general."""

    sentence: str
    general: str


@lru_cache(maxsize=4)
def read_wordings(path: Path | None = None) -> Mapping[tuple[str, str], Wording]:
    """The wordings of `reasons.txt` by field and code.

    Raises:
        ReasonsError: a line is not of the form ``field code = sentence | general``, or says a second time what a code means.
    """
    path = path or registry_dir() / "reasons.txt"
    wordings: dict[tuple[str, str], Wording] = {}
    for number, line in lines_of(path):
        match = _LINE.fullmatch(line)
        if match is None or match["field"] not in get_args(Field):
            raise ReasonsError(f"{path}:{number}: expected `field code = sentence [| in general]`, found {line[:60]!r}")
        if (match["field"], match["code"]) in wordings:
            raise ReasonsError(f"{path}:{number}: {match['field']} {match['code']} has a line already")
        wordings[match["field"], match["code"]] = Wording(match["sentence"], match["general"] or match["sentence"])
    return wordings


def in_words(field: Field, reason: Reason) -> str:
    """The reason for a field as it is shown.

    >>> in_words("benchmark", Reason("after", "CIFAR-10", 3)), in_words("method", Reason("title/before-colon"))
    ('“CIFAR-10”, 3 words after the number', 'the title, before its colon')
    """
    distance = f"{reason.distance} word{'' if reason.distance == 1 else 's'}"
    return read_wordings()[field, reason.code].sentence.format(words=reason.words, distance=distance)


def in_general(field: str, counted: str) -> str:
    """What a code that confidence.txt counts means; a text that is no code is returned as it is.

    >>> in_general("baseline", "after-comparison"), in_general("metric", "quality")
    ('after a word of comparison', 'quality')
    """
    for (of, code), wording in read_wordings().items():
        if of == field and code.partition("/")[0] == counted:
            return wording.general
    return counted
