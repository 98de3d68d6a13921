"""Numbers in words and letters that multiply a number, with their values, from `numbers.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from leaderboard.extraction.lexicon.word_files import WordsError, lines_of, verb_forms
from leaderboard.resources import registry_dir

KINDS = ("number", "fraction", "factor", "times", "multiplier", "letter", "prefix")
"""What a line of `numbers.txt` may speak of."""

_LINE = re.compile(rf"(?P<kind>{'|'.join(KINDS)}) (?P<value>\d+/[1-9]\d*|\d+(?:\.\d+)?(?:e\d+)?) (?P<verbs>=|~) (?P<words>\S.*)")


@dataclass(frozen=True, slots=True)
class NumberWord:
    """One word of `numbers.txt`: its kind, the word as written in the file, and its value."""

    kind: str
    word: str
    value: float


def read_numbers(path: Path) -> list[NumberWord]:
    """The words of a file of numbers, in the order of the file.

    Raises:
        WordsError: a line is not of the form ``kind value = word, word``, or a kind has a word twice.
    """
    found: dict[tuple[str, str], NumberWord] = {}
    for number, line in lines_of(path):
        match = _LINE.fullmatch(line)
        if match is None:
            raise WordsError(f"{path}:{number}: expected `kind value = word, word` with a kind of {', '.join(KINDS)}, found {line[:60]!r}")
        for word in _words(match):
            if (match["kind"], word) in found:
                raise WordsError(f"{path}:{number}: the {match['kind']} {word!r} has a value already")
            found[match["kind"], word] = NumberWord(match["kind"], word, float(Fraction(match["value"])))
    return list(found.values())


def _words(match: re.Match[str]) -> Iterator[str]:
    for word in (piece.strip() for piece in match["words"].split(",")):
        if word:
            yield from verb_forms(word) if match["verbs"] == "~" else (word,)


_SHIPPED = read_numbers(registry_dir() / "numbers.txt")


def _of(*kinds: str) -> dict[str, float]:
    return {one.word: one.value for one in _SHIPPED if one.kind in kinds}


#: ``three`` -> 3.
NUMBER_WORDS = _of("number")

#: ``third``, ``thirds`` -> 1/3.
FRACTION_WORDS = _of("fraction")

#: ``doubles`` -> 2, ``halved`` -> 0.5.
FACTOR_VERBS = _of("factor")

#: ``twice`` -> 2.
TIMES_WORDS = _of("times")

#: Words that multiply the number before them: ``million`` -> 1e6.
MULTIPLIER_WORDS = _of("multiplier")

#: Letters that touch the number they multiply: ``M`` -> 1e6.
MULTIPLIER_LETTERS = _of("letter")

#: Letters that name the factor of a unit in `measures.txt`: ``M`` -> 1e6, ``G`` -> 1e9.
PREFIXES = _of("letter", "prefix")
