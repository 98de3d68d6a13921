"""The unit that follows a number, and the multiplier before it."""

from __future__ import annotations

import re

MULTIPLIERS = {
    "K": 1e3,
    "k": 1e3,
    "M": 1e6,
    "m": 1e6,
    "B": 1e9,
    "b": 1e9,
    "T": 1e12,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}


MULTIPLIER = re.compile(r"(?P<letter>[KMBTkmb])(?![A-Za-z0-9%])|[\s-](?P<word>thousand|million|billion|trillion)s?\b")


CHANGE_AHEAD = re.compile(
    r"\s(?:absolute |relative |average |performance |accuracy )?"
    r"(?:(?:in|on)\s|improvement|gain|increase|drop|advantage|boost|decrease|reduction|margin|lead|decline|rise|jump|difference|gap)"
)
