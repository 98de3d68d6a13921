"""The command line. Thin: each command parses what the user asked, calls one function and shows the result.

Exit codes: 0 all well, 1 a problem the user can act on (said on standard error), 2 wrong usage, 130 stopped with Ctrl-C, 143 with SIGTERM.
"""

from __future__ import annotations

import os
import sys

from leaderboard.cli import stopping
from leaderboard.errors import LeaderboardError

__all__ = ["main"]

STOPPED = 130  # what typer makes of a KeyboardInterrupt


def main() -> None:
    """Run the command that the arguments name."""
    stopping.listen()
    try:
        from leaderboard.cli.app import app

        app()
    except LeaderboardError as error:
        sys.stderr.write(f"leaderboard: {error}\n")
        sys.exit(error.exit_code)
    except SystemExit as end:
        if end.code == STOPPED:
            stopping.finish("leaderboard: stopped\n")
        raise
    except KeyboardInterrupt:  # before typer took over
        stopping.finish("leaderboard: stopped\n")
    except BrokenPipeError:
        # Whoever read our output has seen enough; do not complain about it while Python flushes what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    finally:
        stopping.release()
