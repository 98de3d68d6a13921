"""The supported formats, and recognition of a file's format.

To add a format, write its module (``NAME``, ``sniff``, ``read``; ``BINARY = True`` if it is not text) and add it to ``_KNOWN``. Nothing
else knows the formats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import NamedTuple

from leaderboard.model import Paper, Rejected
from leaderboard.sources import csv_table, json_document, jsonl, listing, parquet, tsv_table
from leaderboard.sources.faults import UnknownFormat
from leaderboard.sources.stream import HEAD, Stream, check_text


class Format(NamedTuple):
    """A format: its name, its test of a file's first bytes, its reader, and whether it is binary."""

    name: str
    sniff: Callable[[bytes], bool]
    read: Callable[[Stream], Iterator[Paper | Rejected]]
    binary: bool


def _format(module: ModuleType) -> Format:
    return Format(module.NAME, module.sniff, module.read, getattr(module, "BINARY", False))


_KNOWN = tuple(map(_format, (parquet, jsonl, json_document, tsv_table, csv_table, listing)))
FORMATS: tuple[str, ...] = tuple(sorted(one.name for one in _KNOWN))
"""The names that ``--format`` accepts."""


def by_name(name: str) -> Format:
    """The format of that name.

    Raises:
        UnknownFormat: there is no such format.
    """
    for one in _KNOWN:
        if one.name == name.strip().lower():
            return one
    raise UnknownFormat(f"{name!r} is not a known format; known formats: {', '.join(FORMATS)}")


def recognise(stream: Stream, chosen: Format | None = None) -> Format:
    """The format of a stream's content: ``chosen``, or the first format whose test it passes.

    Raises:
        EmptyFile, BinaryFile: the content is neither text nor a supported binary format.
        UnknownFormat: the content is text of no supported format.
    """
    head = stream.head[:HEAD]
    if chosen is None:
        chosen = next((one for one in _KNOWN if one.binary and one.sniff(head)), None)
    if chosen is None or not chosen.binary:
        check_text(stream)
    chosen = chosen or next((one for one in _KNOWN if not one.binary and one.sniff(head)), None)
    if chosen is not None:
        return chosen
    raise UnknownFormat(
        f"{stream.name}: the format of the content is not known; known formats: {', '.join(FORMATS)} (choose one with --format)"
    )
