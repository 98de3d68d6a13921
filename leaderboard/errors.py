"""Everything that can go wrong in a way a user can act on.

Each error carries a message that says what happened and what to do, and the exit code that the command line ends with. Anything else that
is raised is a defect of the program.
"""

from __future__ import annotations


class LeaderboardError(Exception):
    """A problem the user can act on; ``str(error)`` is the whole message."""

    exit_code: int = 1


class UsageError(LeaderboardError):
    """The request itself makes no sense: an unknown name, options that exclude each other."""

    exit_code = 2


class SourceError(LeaderboardError):
    """A file or folder with papers cannot be read at all."""


class UnknownFormat(SourceError):
    """The content of a file is in none of the known formats, or ``--format`` names none."""


class RegistryError(LeaderboardError):
    """The registry's files cannot be used."""


class ExtractionError(LeaderboardError):
    """Extraction cannot go on at all (a single paper that fails is listed as rejected instead)."""


class StoreError(LeaderboardError):
    """The database cannot be read, written or published."""


class StoreMissing(StoreError):
    """There is no database at the given place."""


class NotADatabase(StoreError):
    """The file is no DuckDB database, or not one of ours."""


class NewerSchema(StoreError):
    """The database was written by a newer version of leaderboard."""


class OlderSchema(StoreError):
    """The database was written by an older version of leaderboard and has not been brought up to date."""


class QueryError(LeaderboardError):
    """A query is wrong: its SQL, its name or its parameters."""


class ReadOnlyViolation(QueryError):
    """A statement that does more than read."""


class QueryTimeout(QueryError):
    """A query took longer than it may."""


class Busy(QueryError):
    """A query was not begun, because others were running."""


def first_line(error: Exception) -> str:
    """What an error says, without the lines below that point into a statement.

    >>> first_line(ValueError("no such column" + chr(10) + "LINE 1: SELECT x"))
    'no such column'
    """
    return str(error).split("\n", 1)[0]
