"""One pattern for every spelling of a unit that may follow a number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from leaderboard.extraction.lexicon.word_files import Measure


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
