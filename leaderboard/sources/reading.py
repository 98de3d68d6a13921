"""Reads one source: opens it, recognises its format and calls its reader."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from leaderboard.model import Paper, Place, Rejected
from leaderboard.sources.faults import WholeSourceError
from leaderboard.sources.formats import by_name, recognise
from leaderboard.sources.stream import OnBytes, ignore, opened, shown


def read(
    path: Path | str,
    format: str | None = None,  # noqa: A002 - the name of the option
    *,
    named: bool = True,
    on_bytes: OnBytes = ignore,
) -> Iterator[Paper | Rejected]:
    """Every entry of a source in order, as a paper or a rejected entry.

    Args:
        path: a file, possibly gzip-compressed, or ``-`` for standard input.
        format: one of ``FORMATS``; None to recognise it from the content.
        named: whether the user named this file. If not (it was found in a directory), a fault of the whole file is one ``Rejected``.
        on_bytes: called regularly with the number of bytes of the file read so far.

    Raises:
        SourceError: the source cannot be read (only if ``named``); ``UnknownFormat`` if no format fits or ``format`` is unknown.
    """
    chosen = by_name(format) if format else None
    try:
        with opened(path, on_bytes) as stream:
            yield from recognise(stream, chosen).read(stream)
    except WholeSourceError as error:
        if named:
            raise
        yield Rejected(Place(shown(path)), error.code, str(error))


def batches(
    path: Path | str,
    format: str | None = None,  # noqa: A002 - as in read
    size: int = 4096,
    *,
    named: bool = True,
) -> Iterator[tuple[list[Paper], list[Rejected]]]:
    """The entries of :func:`read` in groups of ``size``, as papers and rejected entries."""
    entries = read(path, format, named=named)
    while group := list(islice(entries, size)):
        yield [one for one in group if isinstance(one, Paper)], [one for one in group if isinstance(one, Rejected)]
