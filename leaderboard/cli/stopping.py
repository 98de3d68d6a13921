"""Stopping on request: the first Ctrl-C or SIGTERM ends a command cleanly, the second one immediately.

The first raises ``KeyboardInterrupt``, so that cleanup runs. The second does not wait for it: the published database is complete at every
moment, and workers end with their parent.
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
    """Install the signal handlers. Call it again after importing a library that installs its own.

    Polars does: with its handler the system resumes an interrupted wait, and Ctrl-C takes effect only when a batch is finished.
    """
    for number in SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as under nohup, or in the background of a script
            signal.signal(number, _stop)


def release() -> None:
    """Restore the default handlers, unless a signal ended the command."""
    for number in SIGNALS:
        if signal.getsignal(number) is _stop and not _asked:
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)


def code() -> int:
    """The exit code after the first signal: 128 plus its number, as in shells."""
    return 128 + (_asked[0] if _asked else signal.SIGINT)


def finish(text: str) -> NoReturn:
    """Print a final message and exit; later signals are ignored.

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
        os.write(2, (_SHOW_CURSOR if os.isatty(2) else b"") + b"leaderboard: stopped immediately; the published database is intact\n")
        os._exit(code())
    _asked.append(number)
    raise KeyboardInterrupt
