"""The rows of a Parquet file, in batches; only the columns in use are read."""

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
    """Every row as a paper or a rejected entry.

    Raises:
        CorruptFile: not a Parquet file, or an incomplete one (its metadata are at the end).
        WrongShape: no column for the title or the abstract.
    """
    with _seekable(stream) as file:
        try:
            table = pq.ParquetFile(file)
            names = table.schema_arrow.names
        except (pa.ArrowException, OSError) as error:
            raise CorruptFile(
                f"{stream.name}: not a complete Parquet file ({fields.excerpt(str(error))}); fetch or copy it again"
            ) from error
        size = file.seek(0, 2) if stream.raw else 0  # bytes of a decompressed copy have been counted
        yield from _rows(
            table, _columns(stream.name, names), fields.Reader(stream.name, origin(stream.name)), _by_rows(stream, table, size)
        )


def _by_rows(stream: Stream, table: pq.ParquetFile, size: int) -> Callable[[int], None]:
    """A callback for the number of rows read, which reports bytes in proportion: Parquet is not read from front to back."""

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
            entry[name] = None  # an unsupported date, say, must not cost the paper
    return reader.paper(entry, None, count)


def _plain(value: object) -> object:
    """Bytes decoded as text; other values unchanged."""
    return value.decode("utf-8") if isinstance(value, bytes) else value


def _columns(name: str, names: list[str]) -> list[str]:
    plan = fields.plan_of(dict.fromkeys(names))
    for role, known in (("title", plan.title), ("abstract", plan.abstract)):
        if not known:
            found = ", ".join(repr(fields.excerpt(one)) for one in names[:30])
            raise WrongShape(f"{name}: no column for the {role}; rename one to {role!r} (columns: {found or 'none'})")
    return [key for keys in plan for key in keys if names.count(key) == 1]


def _seekable(stream: Stream) -> IO[bytes]:
    """The stream as a seekable file: itself, or a copy if it is a pipe or compressed."""
    if stream.raw is not None and stream.raw.seekable():
        stream.raw.seek(0)
        return stream.raw
    copy = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed by the caller
    for chunk in stream.chunks():
        copy.write(chunk)
    copy.seek(0)
    return copy
