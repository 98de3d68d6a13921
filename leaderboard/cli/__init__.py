"""The command line. Thin: each command parses its arguments, calls one function and prints the result.

Exit codes: 0 success, 1 a problem the user can act on (described on standard error), 2 wrong usage, 130 stopped by Ctrl-C, 143 by SIGTERM.
"""

from __future__ import annotations

import os
import sys

from leaderboard.cli import stopping
from leaderboard.errors import LeaderboardError

__all__ = ["main"]

STOPPED = 130  # typer's exit code for a KeyboardInterrupt


def main() -> None:
    """Run the command given by the arguments."""
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
    except KeyboardInterrupt:  # before typer handles it
        stopping.finish("leaderboard: stopped\n")
    except BrokenPipeError:
        # The reader of our output has closed it; keep Python from complaining when it flushes the rest.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    finally:
        stopping.release()
