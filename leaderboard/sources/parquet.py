"""Parquet: recognition of the format; reading, which needs pyarrow, is in ``parquet_rows.py``."""

from __future__ import annotations

from collections.abc import Iterator

from leaderboard.model import Paper, Rejected
from leaderboard.sources.stream import Stream

NAME = "parquet"
BINARY = True


def sniff(head: bytes) -> bool:
    """Whether the content starts with Parquet's magic bytes."""
    return head.startswith(b"PAR1")


def read(stream: Stream) -> Iterator[Paper | Rejected]:
    """Every row as a paper or a rejected entry.

    Raises:
        CorruptFile: not a Parquet file, or an incomplete one.
        WrongShape: no column for the title or the abstract.
    """
    # pyarrow is slow to import, and few sources are Parquet.
    from leaderboard.sources import parquet_rows  # noqa: PLC0415

    return parquet_rows.read(stream)
