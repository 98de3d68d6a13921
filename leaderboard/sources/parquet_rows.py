"""The rows of a Parquet file, by batches; only the columns that we use are read."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq

from leaderboard.model import Paper, Rejected
from leaderboard.sources import fields
from leaderboard.sources.faults import CorruptFile, WrongShape
from leaderboard.sources.filenames import origin
from leaderboard.sources.stream import Stream

_BATCH = 1024
_IN_MEMORY = 32 << 20


def read(stream: Stream) -> Iterator[Paper | Rejected]:
    """Every row as a paper, or why it is none.

    Raises:
        CorruptFile: it is no Parquet file, or not a whole one (the directory of a Parquet file is at its end).
        WrongShape: no column for the title or none for the abstract.
    """
    with _seekable(stream) as file:
        try:
            table = pq.ParquetFile(file)
            names = table.schema_arrow.names
        except (pa.ArrowException, OSError) as error:
            raise CorruptFile(f"{stream.name}: not a whole Parquet file ({fields.excerpt(str(error))}); fetch or copy it again") from error
        size = file.seek(0, 2) if stream.raw else 0  # what was unpacked into a copy has been counted
        yield from _rows(
            table, _columns(stream.name, names), fields.Reader(stream.name, origin(stream.name)), _by_rows(stream, table, size)
        )


def _by_rows(stream: Stream, table: pq.ParquetFile, size: int) -> Callable[[int], None]:
    """What to tell after so many rows: a Parquet file is not read from front to back, so its bytes are counted by its rows."""

    def tell(rows: int) -> None:
        if size:
            stream.on_bytes(size * rows // table.metadata.num_rows)

    return tell


def _rows(table: pq.ParquetFile, columns: list[str], reader: fields.Reader, tell: Callable[[int], None]) -> Iterator[Paper | Rejected]:
    count = 0
    batches = table.iter_batches(batch_size=_BATCH, columns=columns)
    while True:
        try:
            batch = next(batches, None)
        except (pa.ArrowException, OSError) as error:
            left = table.metadata.num_rows - count
            reason = f"the last {left} rows cannot be read ({fields.excerpt(str(error))}); fetch or copy the file again"
            yield reader.rejected(None, count + 1, "corrupt", reason)
            return
        if batch is None:
            return
        for index in range(batch.num_rows):
            count += 1
            yield _row(batch, index, columns, reader, count)
        tell(count)


def _row(batch: pa.RecordBatch, index: int, columns: list[str], reader: fields.Reader, count: int) -> Paper | Rejected:
    entry: dict[str, object] = {}
    for name in columns:
        try:
            entry[name] = _plain(batch.column(name)[index].as_py())
        except (ValueError, OverflowError) as error:
            if fields.is_entry([name]):
                reason = f"{name!r} cannot be read ({fields.excerpt(str(error))}); correct or remove the row"
                return reader.rejected(None, count, "bad-value", reason)
            entry[name] = None  # a date in nanoseconds, say, does not cost the paper
    return reader.paper(entry, None, count)


def _plain(value: object) -> object:
    """Bytes as the text that they hold."""
    return value.decode("utf-8") if isinstance(value, bytes) else value


def _columns(name: str, names: list[str]) -> list[str]:
    plan = fields.plan_of(dict.fromkeys(names))
    for role, known in (("title", plan.title), ("abstract", plan.abstract)):
        if not known:
            listed = ", ".join(repr(fields.excerpt(one)) for one in names[:30])
            raise WrongShape(f"{name}: no column holds the {role}; name one of them {role!r} (columns: {listed or 'none'})")
    return [key for keys in plan for key in keys if names.count(key) == 1]


def _seekable(stream: Stream) -> IO[bytes]:
    """The stream as a file that can be read from its end: itself, or a copy of what comes from a pipe or was packed."""
    if stream.raw is not None and stream.raw.seekable():
        stream.raw.seek(0)
        return stream.raw
    copy = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by the caller
    for chunk in stream.chunks():
        copy.write(chunk)
    copy.seek(0)
    return copy
