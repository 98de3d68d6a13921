"""Reading one source: opened, recognised, handed to its format."""

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
    """Every entry of a source, one after the other, as a paper or as a ``Rejected``.

    Args:
        path: a file, gzip-compressed or not, or ``-`` for standard input.
        format: one of ``FORMATS``; None means that the content decides.
        named: the user named this very file. For one that was found in a directory, False makes a fault of the whole file one ``Rejected``.
        on_bytes: called now and then with how many bytes of the file have been read.

    Raises:
        SourceError: the source as a whole cannot be read (only where ``named``); ``UnknownFormat`` where no format fits or
            ``format`` is none of ours.
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
    """The entries of :func:`read` in groups of ``size``, papers and rejected apart."""
    entries = read(path, format, named=named)
    while group := list(islice(entries, size)):
        yield [one for one in group if isinstance(one, Paper)], [one for one in group if isinstance(one, Rejected)]
