"""Parquet: how it is recognised; the reading, which needs pyarrow, stands in ``parquet_rows.py``."""

from __future__ import annotations

from collections.abc import Iterator

from leaderboard.model import Paper, Rejected
from leaderboard.sources.stream import Stream

NAME = "parquet"


def sniff(head: bytes) -> bool:
    """The format's own first four bytes."""
    return head.startswith(b"PAR1")


def read(stream: Stream) -> Iterator[Paper | Rejected]:
    """Every row as a paper, or why it is none.

    Raises:
        CorruptFile: it is no Parquet file, or not a whole one.
        WrongShape: no column for the title or none for the abstract.
    """
    # pyarrow takes longer to import than all else together, and few sources are Parquet.
    from leaderboard.sources import parquet_rows  # noqa: PLC0415

    return parquet_rows.read(stream)
