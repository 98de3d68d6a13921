"""Numbers written as words: half, twice, three times, an order of magnitude."""

from __future__ import annotations

import re

#: ``half an hour``, ``a fifth of a second``.
OF_A_TIME = re.compile(r"\s(?:of\s)?an?\s(?P<unit>hour|minute|second|day|degree)\b")


CLOCK = {"hour": "h", "minute": "min", "second": "s", "day": "day", "degree": "deg"}


OF_IT = re.compile(r"\s(?:of|the|as|its|that|their)\b")
