"""Faults of a whole source, each with a stable ``code``; a single bad entry is a ``Rejected`` instead."""

from __future__ import annotations

from leaderboard import errors


class WholeSourceError(errors.SourceError):
    """Base of these errors; for a file found in a directory they become a ``Rejected`` with this ``code``."""

    code = "unreadable"


class Unreadable(WholeSourceError):
    """The operating system refuses access: no permission, an I/O error, not a file."""


class MissingFile(WholeSourceError):
    """There is no file at the path."""

    code = "missing-file"


class NothingFound(WholeSourceError):
    """The directory has no files."""

    code = "empty-directory"


class EmptyFile(WholeSourceError):
    """The file has only white space."""

    code = "empty-file"


class BinaryFile(WholeSourceError):
    """The content is binary and of no supported format."""

    code = "binary-file"


class CorruptFile(WholeSourceError):
    """The format is recognised, but nothing can be read."""

    code = "corrupt-file"


class WrongShape(WholeSourceError):
    """The file can be read, but has no papers where they are expected."""

    code = "wrong-shape"


class UnknownFormat(WholeSourceError, errors.UnknownFormat):
    """The content is of no supported format."""

    code = "unknown-format"
