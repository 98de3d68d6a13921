"""The formats that we know, in the order in which they are asked, and which one a content is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import NamedTuple

from leaderboard.model import Paper, Rejected
from leaderboard.sources import csv_table, json_document, jsonl, listing, parquet, tsv_table
from leaderboard.sources.faults import UnknownFormat
from leaderboard.sources.stream import HEAD, Stream, check_text


class Format(NamedTuple):
    """A format by its parts."""

    name: str
    sniff: Callable[[bytes], bool]
    read: Callable[[Stream], Iterator[Paper | Rejected]]


def _format(module: ModuleType) -> Format:
    return Format(module.NAME, module.sniff, module.read)


_KNOWN = tuple(map(_format, (parquet, jsonl, json_document, tsv_table, csv_table, listing)))
FORMATS: tuple[str, ...] = tuple(sorted(one.name for one in _KNOWN))
"""The names that ``--format`` takes."""


def by_name(name: str) -> Format:
    """The format of that name.

    Raises:
        UnknownFormat: there is none.
    """
    for one in _KNOWN:
        if one.name == name.strip().lower():
            return one
    raise UnknownFormat(f"{name!r} is not a format that we know; known formats: {', '.join(FORMATS)}")


def recognise(stream: Stream, chosen: Format | None = None) -> Format:
    """The format of a stream's content, which is ``chosen`` where there is anything to read at all.

    Raises:
        EmptyFile, BinaryFile: it is no text, nor a binary format that we know.
        UnknownFormat: it is text of no format that we know.
    """
    head = stream.head[:HEAD]
    parquet_format = _KNOWN[0]
    if chosen == parquet_format or (chosen is None and parquet_format.sniff(head)):
        return parquet_format
    check_text(stream)
    for one in (chosen,) if chosen else _KNOWN:
        if chosen or one.sniff(head):
            return one
    raise UnknownFormat(
        f"{stream.name}: the content is no format that we know; known formats: {', '.join(FORMATS)} (choose one with --format)"
    )
