"""Progress of a load on standard error: a bar in a terminal, otherwise a line every few seconds."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console
    from rich.progress import Progress as Bar

    from leaderboard.store.loading import Progress

LINE_EVERY = 5.0  # seconds between lines without a terminal
WINDOW = 20.0  # seconds over which speed is averaged: long enough to be stable, short enough to follow changes
WRITING = "writing the database"


@dataclass(frozen=True, slots=True)
class Speed:
    """Speed of a load.

    Attributes:
        rate: papers per second.
        left: seconds until everything is read and extracted; None if unknown.
    """

    rate: float
    left: float | None


class Pace:
    """The speed over the last ``WINDOW`` seconds, from progress reports."""

    def __init__(self, start: float) -> None:
        """Args:
        start: start time of the load, in seconds on the same clock as :meth:`at`.
        """
        self._seen: deque[tuple[float, int, float]] = deque([(start, 0, 0.0)])

    def at(self, now: float, papers: int, share: float | None) -> Speed:
        """The speed at a point in time.

        Args:
            now: time in seconds, later than in earlier calls.
            papers: finished so far.
            share: finished share of the work, 0 to 1; None if unknown.

        >>> pace = Pace(100.0)
        >>> pace.at(102.0, 1000, 0.25)
        Speed(rate=500.0, left=6.0)
        >>> pace.at(104.0, 1000, None)
        Speed(rate=250.0, left=None)
        """
        self._seen.append((now, papers, share or 0.0))
        while len(self._seen) > 2 and self._seen[1][0] <= now - WINDOW:
            self._seen.popleft()
        then, papers_then, share_then = self._seen[0]
        seconds = max(now - then, 0.001)
        gained = (share or 0.0) - share_then
        left = None if share is None or gained <= 0 else (1 - share) * seconds / gained
        return Speed((papers - papers_then) / seconds, left)


def figures(now: Progress, speed: Speed) -> str:
    """Papers, claims, rate and time left as one line."""
    parts = [f"{now.papers:,} papers", f"{now.claims:,} claims"]
    if now.rejected:
        parts.append(f"{now.rejected:,} rejected")
    if now.writing:
        return ", ".join([*parts, WRITING])
    parts.append(f"{speed.rate:,.0f} papers/s")
    if speed.left is not None:
        parts.append(f"{clock(speed.left)} left")
    return ", ".join(parts)


def clock(seconds: float) -> str:
    """A duration as minutes:seconds or hours:minutes:seconds.

    >>> clock(7.2), clock(83), clock(3600 * 2 + 61)
    ('0:07', '1:23', '2:01:01')
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@contextmanager
def progress(out: TextIO | None = None) -> Iterator[Callable[[Progress], None]]:
    """A function that a load calls with its progress; a bar is removed from the terminal afterwards.

    Args:
        out: where to write; None for standard error.
    """
    out = out or sys.stderr
    if not out.isatty():
        yield _lines(out)
        return
    from rich.console import Console

    console = Console(file=out)
    if console.is_dumb_terminal:  # it cannot overwrite a line
        yield _lines(out)
        return
    with _bar(console) as bar:
        yield _bars(bar)


def _bar(console: Console) -> Bar:
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    return Bar(BarColumn(bar_width=24), TextColumn("{task.description}"), console=console, transient=True)


def _bars(bar: Bar) -> Callable[[Progress], None]:
    task = bar.add_task("reading", total=None)
    pace = Pace(time.monotonic())

    def show(now: Progress) -> None:
        text = figures(now, pace.at(time.monotonic(), now.papers, now.share))
        known = now.share is not None and not now.writing
        bar.update(task, description=text, total=1.0 if known else None, completed=now.share if known else 0.0)

    return show


def _lines(out: TextIO) -> Callable[[Progress], None]:
    last = time.monotonic()
    pace = Pace(last)
    written = False

    def show(now: Progress) -> None:
        nonlocal last, written
        time_now = time.monotonic()
        speed = pace.at(time_now, now.papers, now.share)
        if time_now - last >= LINE_EVERY or (now.writing and written):
            last, written = time_now, True
            out.write(f"{figures(now, speed)}\n")
            out.flush()

    return show
