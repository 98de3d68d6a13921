"""How units are written after a number: the lines of `measures.txt`, and one pattern for all their spellings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from leaderboard.extraction.lexicon.number_words import PREFIXES
from leaderboard.extraction.lexicon.word_files import WordsError, lines_of
from leaderboard.resources import registry_dir

_LINE = re.compile(
    rf"(?P<unit>\S+(?: \S+)?)(?: \* (?:(?P<factor>\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?P<prefix>{'|'.join(PREFIXES)})))? = (?P<spellings>.+)"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of `measures.txt`: a number written before one of ``spellings`` is ``factor`` times as many ``unit``."""

    unit: str
    factor: float
    spellings: tuple[str, ...]


def read_measures(path: Path) -> list[Measure]:
    """The unit spellings of a file.

    Raises:
        WordsError: a line is not of the form ``unit * factor = spelling, spelling``.
    """
    measures = []
    for number, line in lines_of(path):
        match = _LINE.fullmatch(line)
        if match is None:
            raise WordsError(f"{path}:{number}: expected `unit [* factor] = spelling, spelling`, found {line[:60]!r}")
        spellings = tuple(s.strip() for s in match["spellings"].split(",") if s.strip())
        if not spellings:
            raise WordsError(f"{path}:{number}: the unit {match['unit']!r} has no spellings")
        factor = PREFIXES[match["prefix"]] if match["prefix"] else float(match["factor"] or 1)
        measures.append(Measure(match["unit"], factor, spellings))
    return measures


@lru_cache(maxsize=1)
def shipped_measures() -> tuple[Measure, ...]:
    """The lines of the shipped `measures.txt`."""
    return tuple(read_measures(registry_dir() / "measures.txt"))


def unit_pattern(measures: Iterable[Measure]) -> tuple[re.Pattern[str], dict[str, tuple[str, float]]]:
    """One pattern for all spellings (longest first; short ones exactly as written, long ones in any case) and what each spelling means."""
    meaning: dict[str, tuple[str, float]] = {}
    for measure in measures:
        for spelling in measure.spellings:
            meaning.setdefault(unit_key(spelling), (measure.unit, measure.factor))
    spellings = sorted({s for m in measures for s in m.spellings}, key=lambda s: (-len(s), s))
    parts = [_unit_part(s) for s in spellings]
    return re.compile(r"(?P<gap>[\s-]?)(?P<unit>" + "|".join(parts) + ")"), meaning


def unit_key(spelling: str) -> str:
    """Short unit spellings keep their capitals (``MB``, ``ms``, ``M params``), long ones do not; blanks and hyphens never count."""
    squeezed = re.sub(r"[\s-]+", "", spelling)
    return squeezed if len(squeezed) <= 3 or re.match(r"[KMBTGm]{1,2}(?=[A-Zpt])", squeezed) else squeezed.casefold()


def _unit_part(spelling: str) -> str:
    body = re.escape(spelling).replace(r"\ ", r"[\s-]").replace(r"\-", r"[\s-]")
    end = r"(?![A-Za-z0-9])" if spelling[-1].isalnum() else ""
    sensitive = len(spelling) <= 3 or re.match(r"[KMBTGm]{1,2}(?=[ A-Zpt])", spelling)
    return body + end if sensitive else f"(?i:{body}){end}"
