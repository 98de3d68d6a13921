"""Converts dates as sources write them to ISO text of the same precision."""

from __future__ import annotations

import datetime as dt
import re

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_ISO = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?:[T ]\s*\d{1,2}:.*)?", re.ASCII)
_NUMERIC = re.compile(r"(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_TIME = re.compile(r"\b\d{1,2}:\d{2}.*", re.ASCII)
_YEAR = re.compile(r"(?<!\d)(1[6-9]\d\d|20\d\d)(?!\d)", re.ASCII)
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)", re.ASCII)
_WORD = re.compile(r"[A-Za-z]{3,}")
_FIRST_YEAR, _LAST_YEAR = 1600, 2099


def iso(value: object) -> str | None:
    """The date in ``value`` as ISO text, or None if it cannot be parsed.

    Supports text (ISO, RFC 2822, ``March 2024``, ``14 Mar 2024``, ``03/2024``), dates, years as numbers, seconds and milliseconds since
    1970, and the ``date-parts`` of CSL. An impossible day or month is dropped;
    ``03/04/2024`` is ambiguous and keeps only the year.

    >>> iso("Mon, 2 Apr 2007 19:18:42 GMT"), iso("2024-3"), iso("2024-00-00"), iso(1710374400000)
    ('2007-04-02', '2024-03', '2024', '2024-03-14')
    """
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _from_number(value)
    if isinstance(value, dict):
        parts = value.get("date-parts")
        return _from_parts(parts[0]) if isinstance(parts, list) and parts else iso(value.get("raw"))
    return _from_text(value.strip()) if isinstance(value, str) else None


def year(value: object) -> int | None:
    """The year in ``value`` (a number, or text that may be a whole date), or None.

    >>> year("2022.0"), year("12 May 2019"), year("n.d.")
    (2022, 2019, None)
    """
    if isinstance(value, int) and _FIRST_YEAR <= value <= _LAST_YEAR:
        return int(value)
    if isinstance(value, str) and re.fullmatch(r"\d{4}\.0+", value.strip(), re.ASCII):
        value = value.strip()[:4]
    text = iso(value)
    return int(text[:4]) if text else None


def _from_number(value: float) -> str | None:
    if not 0 < value < 1e14:
        return None
    if _FIRST_YEAR <= value <= _LAST_YEAR:
        return f"{int(value)}"
    if value == int(value) and (compact := _COMPACT.fullmatch(str(int(value)))):
        return _checked(*compact.groups())
    seconds = value / 1000 if value > 1e11 else value
    if not 1e8 < seconds < 4.1e9:
        return None
    return dt.datetime.fromtimestamp(seconds, dt.UTC).date().isoformat()


def _from_parts(parts: object) -> str | None:
    if not isinstance(parts, list) or not 1 <= len(parts) <= 3:
        return None
    return _checked(*(str(part) for part in parts))


def _from_text(text: str) -> str | None:
    if found := _ISO.fullmatch(text):
        return _checked(found[1], found[3], found[4])
    if found := _COMPACT.fullmatch(text):
        return _checked(*found.groups())
    if found := _NUMERIC.fullmatch(text):
        return _from_numeric(found[1], found[2], found[3])
    return _from_words(_TIME.sub("", text[:100]))


def _from_numeric(first: str | None, second: str, year_text: str) -> str | None:
    """``3/2024``, ``14/3/2024`` or ``3/14/2024``."""
    if first is None:
        return _checked(year_text, second)
    low, high = sorted((int(first), int(second)))
    if low == high or high > 12:
        return _checked(year_text, str(low), str(high))
    return _checked(year_text)


def _from_words(text: str) -> str | None:
    years = _YEAR.findall(text)
    if len(years) != 1:
        return None
    months = [_MONTHS[word[:3].lower()] for word in _WORD.findall(text) if word[:3].lower() in _MONTHS]
    days = _DAY.findall(text)
    month = str(months[0]) if len(months) == 1 else None
    return _checked(years[0], month, days[0] if month and len(days) == 1 else None)


def _checked(year_text: str, month: str | None = None, day: str | None = None) -> str | None:
    try:
        number = int(year_text)
        if not _FIRST_YEAR <= number <= _LAST_YEAR:
            return None
        if month is None or not 1 <= int(month) <= 12:
            return f"{number}"
        if day is None or int(day) == 0:
            return f"{number}-{int(month):02}"
    except ValueError:
        return None
    try:
        return dt.date(number, int(month), int(day)).isoformat()
    except ValueError:
        return f"{number}-{int(month):02}"
