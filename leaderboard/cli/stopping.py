"""Ending on request: Ctrl-C and SIGTERM end a command in good order, a second one at once.

The first raises ``KeyboardInterrupt``, so that everything is put away on the way out. The second does not wait for that: whatever a load
was doing, the published database is complete at every moment and workers end with their parent.
"""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import NoReturn

SIGNALS = (signal.SIGINT, signal.SIGTERM)
_SHOW_CURSOR = b"\x1b[?25h"
_asked: list[int] = []


def listen() -> None:
    """Take the signals, from now on. Call it again after importing what takes them for itself.

    Polars does: its handler has the system go on with an interrupted wait, and Ctrl-C is only seen when a batch is finished.
    """
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup, or in the background of a script
            signal.signal(number, _stop)


def release() -> None:
    """Leave the signals to whoever comes after the command, unless it was one of them that ended it."""
    for number in SIGNALS:
        if signal.getsignal(number) is _stop and not _asked:
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)


def code() -> int:
    """The exit code after the first signal: 128 and its number, as shells have it."""
    return 128 + (_asked[0] if _asked else signal.SIGINT)


def finish(text: str) -> NoReturn:
    """Say a last word and exit; nothing is left to be interrupted.

    Raises:
        SystemExit: with :func:`code`.
    """
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    sys.stderr.write(text)
    sys.exit(code())


def _stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - what Python calls a handler with
    if _asked:
        # Not through sys.stderr, which may be in the middle of a line.
        os.write(2, (_SHOW_CURSOR if os.isatty(2) else b"") + b"leaderboard: stopped at once; nothing that was published is lost\n")
        os._exit(code())
    _asked.append(number)
    raise KeyboardInterrupt
