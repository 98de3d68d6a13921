"""Numbers that are no results by what touches them, before their unit is read: formulas, citations, enumerations, resolutions, ranks.

The first check of the table that applies gives the code; to add one, add a line here and a case to the tests.
"""

from __future__ import annotations

import re

from leaderboard.extraction.quantities.notation import RESOLUTION
from leaderboard.extraction.quantities.number_in_place import Checks, Seen

#: Longer runs of digits are identifiers, not measurements.
_LONGEST_NUMBER = 20

_RELATION = re.compile(r"\$?\s?[<>=]\s?\$?\\?[A-Za-z]")

_MINUS = re.compile(r"\s?-\s?\\?(?:alpha|beta|gamma|delta|epsilon|lambda)\b")

_VARIABLE = re.compile(
    r"(?<![A-Za-z])(?:(?!a\s?<)[a-z\U0001d400-\U0001d7ff]|epsilon|alpha|beta|gamma|delta|lambda|sigma|tau|theta|mu|eta|rho|\\[a-z]+|[ε-ω])\s?[=<>]\s?$"
)

_CORRELATION = re.compile(r"\b(?:r|rho|tau|ρ|τ)\s?=\s?$")

_CITATION = re.compile(r"\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,12}\]")

#: How long a bracket of citations may be.
_LONGEST_CITATION = 60

#: Items of an enumeration within a sentence are numbered below this.
_LAST_OF_ENUMERATION = 20

_AFTER_TIMES = re.compile(r"(?:\dx|[\d\s]x\s)$")

_ORDINAL = re.compile(r"-?(?:st|nd|rd|th)\b(?! percentile)")


def _formula(seen: Seen) -> bool:
    """``10^-4``, ``n = 5``, ``5 < k``; but ``r = 0.93`` is a result."""
    before, after = seen.touching()
    if _CORRELATION.search(seen.ahead(8)) and "." in seen.itself():
        return False
    return (
        _VARIABLE.search(seen.ahead(14)) is not None
        or _MINUS.match(seen.text, seen.end) is not None
        or before in "^_{"
        or seen.ahead(2) == "^-"
        or after in ("^", "}")
        or _RELATION.match(seen.text, seen.end) is not None
    )


def _citation(seen: Seen) -> bool:
    """``[11]``, ``[11, 27, 34]``."""
    opening = seen.text.rfind("[", max(0, seen.start - _LONGEST_CITATION), seen.start)
    match = _CITATION.match(seen.text, opening) if opening >= 0 else None
    return match is not None and match.end() > seen.start


def _enumeration(seen: Seen) -> bool:
    """``(1)``, ``2)``: but ``FID (3)`` is none."""
    before, after = seen.touching()
    itself = seen.itself()
    if after != ")" or not itself.isdigit() or int(itself) >= _LAST_OF_ENUMERATION:
        return False
    after_name = before == "(" and seen.before is not None and seen.before.tag in ("METRIC", "BENCH", "NAME")
    return (before in "( " or seen.first) and not after_name


def _resolution(seen: Seen) -> bool:
    """``224x224``, either side."""
    return RESOLUTION.match(seen.text, seen.end) is not None or _AFTER_TIMES.search(seen.ahead(3)) is not None


BY_FORM: Checks = (
    ("name", lambda seen: seen.end - seen.start > _LONGEST_NUMBER),
    ("formula", _formula),
    ("citation", _citation),
    ("enumeration", _enumeration),
    ("resolution", _resolution),
    ("rank", lambda seen: _ORDINAL.match(seen.text, seen.end) is not None),
)
