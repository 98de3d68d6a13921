"""Reading sheets: ranked results that a person compares with their abstracts, and what the verdicts say about precision.

A sheet is a table with one result a row and two columns to fill in: ``verdict`` (right, wrong, not-comparable) and ``cause``, a word or two
of the reader's own choice, for counting. Rows without a verdict have not been read and do not count.
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from leaderboard.errors import LeaderboardError

RIGHT = "right"
VERDICTS = (RIGHT, "wrong", "not-comparable")
TO_FILL_IN = ("verdict", "cause")
#: The lower ends of the bands of confidence that precision is given for.
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8)
#: The quantile of the normal distribution for an interval of 95 %.
Z95 = 1.959964


class SheetError(LeaderboardError):
    """A sheet that cannot be read; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader said of one result: whether it is right and comparable, why not, and the confidence it had."""

    verdict: str
    cause: str
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Precision:
    """How many of some results were right, with the 95 % interval of their share."""

    right: int
    read: int

    @property
    def share(self) -> float:
        """The share that was right, 0 where none was read."""
        return self.right / self.read if self.read else 0.0

    def interval(self) -> tuple[float, float]:
        """Wilson's score interval (E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927).

        >>> tuple(round(end, 3) for end in Precision(88, 100).interval())
        (0.802, 0.93)
        """
        if not self.read:
            return 0.0, 1.0
        n, p = self.read, self.share
        middle = (p + Z95**2 / (2 * n)) / (1 + Z95**2 / n)
        reach = Z95 / (1 + Z95**2 / n) * math.sqrt(p * (1 - p) / n + Z95**2 / (4 * n**2))
        return max(0.0, middle - reach), min(1.0, middle + reach)

    def as_dict(self) -> dict[str, object]:
        """The figures by name."""
        low, high = self.interval()
        return {"right": self.right, "read": self.read, "share": round(self.share, 4), "low": round(low, 4), "high": round(high, 4)}


@dataclass(frozen=True, slots=True)
class Reading:
    """The verdicts of a sheet, and how many of its rows have none."""

    verdicts: tuple[Verdict, ...]
    unread: int

    def precision(self) -> Precision:
        """Of all results that were read."""
        return _precision(self.verdicts)

    def by_confidence(self) -> Iterator[tuple[str, Precision]]:
        """Precision for each band of confidence that occurs, and for results without one."""
        for low, high in zip(BANDS, (*BANDS[1:], math.inf), strict=True):
            inside = [v for v in self.verdicts if v.confidence is not None and low <= v.confidence < high]
            if inside:
                yield f"{low:g} to {high:g}" if high < math.inf else f"{low:g} and above", _precision(inside)
        without = [v for v in self.verdicts if v.confidence is None]
        if without:
            yield "none", _precision(without)

    def causes(self) -> list[tuple[str, str, int]]:
        """(verdict, cause, how often) of what was not right, the most frequent first."""
        counts = Counter((v.verdict, v.cause or "no cause given") for v in self.verdicts if v.verdict != RIGHT)
        return sorted(((verdict, cause, count) for (verdict, cause), count in counts.items()), key=lambda row: (-row[2], row[:2]))

    def as_dict(self) -> dict[str, object]:
        """All figures by name, for JSON."""
        return {
            **self.precision().as_dict(),
            "unread": self.unread,
            "by_confidence": [{"confidence": band, **precision.as_dict()} for band, precision in self.by_confidence()],
            "causes": [{"verdict": verdict, "cause": cause, "count": count} for verdict, cause, count in self.causes()],
        }

    def as_text(self) -> str:
        """All figures for a terminal."""
        overall = self.precision()
        lines = [f"right and comparable: {_shown(overall)}" + (f"; {self.unread} rows have no verdict" if self.unread else "")]
        lines += ["", *(f"confidence {band}: {_shown(precision)}" for band, precision in self.by_confidence())]
        causes = self.causes()
        if causes:
            lines += ["", *(f"{count:4}  {verdict}: {cause}" for verdict, cause, count in causes)]
        return "\n".join(lines)


def write(rows: Iterable[Mapping[str, object]], columns: Iterable[str]) -> str:
    """A sheet as CSV: the two columns to fill in first, then what is known of each result."""
    out = StringIO()
    names = list(columns)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*TO_FILL_IN, *names])
    writer.writerows(["", "", *(_cell(row[name]) for name in names)] for row in rows)
    return out.getvalue()


def read(path: Path) -> Reading:
    """The verdicts of a filled-in sheet.

    Raises:
        SheetError: the file is no sheet, or a row has a verdict that is none of ``VERDICTS``.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SheetError(f"{path} cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8'}") from error
    reader = csv.DictReader(StringIO(text))
    missing = [name for name in (*TO_FILL_IN, "confidence") if name not in (reader.fieldnames or ())]
    if missing:
        raise SheetError(f"{path}:1: no column {missing[0]!r}; write a sheet with: leaderboard sheet write")
    verdicts, unread = [], 0
    for row in reader:
        said = (row["verdict"] or "").strip().casefold()
        if not said:
            unread += 1
            continue
        if said not in VERDICTS:
            raise SheetError(f"{path}:{reader.line_num}: the verdict is {said!r}; use one of {', '.join(VERDICTS)}, or leave it empty")
        verdicts.append(Verdict(said, (row["cause"] or "").strip(), _confidence(path, reader.line_num, row["confidence"])))
    return Reading(tuple(verdicts), unread)


def _confidence(path: Path, line: int, text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError as error:
        raise SheetError(f"{path}:{line}: the confidence {text!r} is not a number") from error


def _precision(verdicts: Iterable[Verdict]) -> Precision:
    counts = Counter(v.verdict == RIGHT for v in verdicts)
    return Precision(counts[True], counts.total())


def _shown(precision: Precision) -> str:
    low, high = precision.interval()
    return f"{precision.right} of {precision.read}, {precision.share:.0%} (95 % interval {low:.0%} to {high:.0%})"


def _cell(value: object) -> str:
    return "" if value is None else f"{value:.10g}" if isinstance(value, float) else str(value)
