"""Tab-separated values: CSV whose delimiter is always a tab."""

from __future__ import annotations

from collections.abc import Iterator

from leaderboard.model import Paper, Rejected
from leaderboard.sources import csv_table
from leaderboard.sources.stream import Stream

NAME = "tsv"


def sniff(head: bytes) -> bool:
    """Whether the first record, split by tabs, has at least two columns and one of them is a title or an abstract."""
    return csv_table.is_header(head, "\t")


def read(stream: Stream) -> Iterator[Paper | Rejected]:
    """Every record after the header, as :func:`leaderboard.sources.csv_table.read` does."""
    return csv_table.read(stream, "\t")
