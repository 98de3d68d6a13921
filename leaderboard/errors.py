"""Errors that a user can act on.

Each has a message that states what happened and what to do, and the exit code of the command line. Any other exception is a defect of the
program.
"""

from __future__ import annotations


class LeaderboardError(Exception):
    """A problem the user can act on; ``str(error)`` is the whole message."""

    exit_code: int = 1


class UsageError(LeaderboardError):
    """The request is invalid: an unknown name, or options that exclude each other."""

    exit_code = 2


class SourceError(LeaderboardError):
    """A file or folder with papers cannot be read."""


class UnknownFormat(SourceError):
    """The content of a file is in none of the known formats, or ``--format`` is not one of them."""


class RegistryError(LeaderboardError):
    """The registry's files cannot be used."""


class ExtractionError(LeaderboardError):
    """Extraction cannot continue (a single paper that fails is recorded as rejected instead)."""


class StoreError(LeaderboardError):
    """The database cannot be read, written or published."""


class StoreMissing(StoreError):
    """There is no database at the given path."""


class NotADatabase(StoreError):
    """The file is not a DuckDB database, or not one of leaderboard."""


class NewerSchema(StoreError):
    """The database was written by a newer version of leaderboard."""


class OlderSchema(StoreError):
    """The database was written by an older version of leaderboard and has not been upgraded."""


class QueryError(LeaderboardError):
    """A query is invalid: its SQL, its name or its parameters."""


class ReadOnlyViolation(QueryError):
    """A statement that is not read-only."""


class QueryTimeout(QueryError):
    """A query exceeded its time limit."""


class Busy(QueryError):
    """A query was not started because others were running."""


def first_line(error: Exception) -> str:
    """The first line of an error's message, without the lines that point into a statement.

    >>> first_line(ValueError("no such column" + chr(10) + "LINE 1: SELECT x"))
    'no such column'
    """
    return str(error).split("\n", 1)[0]
