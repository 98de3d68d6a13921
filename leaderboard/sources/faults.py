"""What can be wrong with a source as a whole, each with a stable ``code``; one bad entry is a ``Rejected`` instead."""

from __future__ import annotations

from leaderboard import errors


class WholeSourceError(errors.SourceError):
    """Base of the errors below; ``code`` is the code of the ``Rejected`` they become for a file found in a directory."""

    code = "unreadable"


class Unreadable(WholeSourceError):
    """The operating system refuses: no permission, an I/O error, not a file."""


class MissingFile(WholeSourceError):
    """There is nothing at the path."""

    code = "missing-file"


class NothingFound(WholeSourceError):
    """A directory without a single file in it that could be read."""

    code = "empty-directory"


class EmptyFile(WholeSourceError):
    """The file holds no characters other than white space."""

    code = "empty-file"


class BinaryFile(WholeSourceError):
    """The content is not text and no format that we read."""

    code = "binary-file"


class CorruptFile(WholeSourceError):
    """The format is recognised and nothing of it can be read."""

    code = "corrupt-file"


class WrongShape(WholeSourceError):
    """The file can be read and holds no papers where they should be."""

    code = "wrong-shape"


class UnknownFormat(WholeSourceError, errors.UnknownFormat):
    """The content is none of the formats that we know."""

    code = "unknown-format"
