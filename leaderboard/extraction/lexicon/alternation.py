"""Regular expressions for any of many words, grouped by their beginnings."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of some words, grouped by their beginnings: a search tries far fewer of them at every place.

    >>> any_of(["four", "five", "fifty", "six"])
    '(?:f(?:i(?:fty|ve)|our)|six)'
    """
    groups: dict[str, set[str]] = {}
    for word in words:
        groups.setdefault(word[:1], set()).add(word[1:])
    parts = [re.escape(first) + _rest(rests) for first, rests in sorted(groups.items()) if first]
    body = parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
    return body if "" not in groups else f"(?:{body})?"


def _rest(rests: set[str]) -> str:
    return "" if rests == {""} else any_of(rests)
