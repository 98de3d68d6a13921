"""Reading the sources of a load: entries, rejected entries and sources are written to the staging folder, new papers to batches.

Everything streams: memory holds one batch of papers, and the ids of all papers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from leaderboard import sources
from leaderboard.engine import files, tables
from leaderboard.engine.files import Task
from leaderboard.errors import SourceError
from leaderboard.ids import digest, digest_of, file_digest, paper_id
from leaderboard.model import Paper, Rejected

STDIN = "-"
BATCH = 512

ENTRIES = pa.schema(
    [
        ("seq", pa.int64()),
        ("source_no", pa.int32()),
        ("line", pa.int32()),
        ("entry", pa.int32()),
        ("paper_id", pa.string()),
        ("is_new", pa.bool_()),
        ("title", pa.string()),
        ("abstract", pa.string()),
        ("external_id", pa.string()),
        ("year", pa.int32()),
        ("date", pa.string()),
        ("venue", pa.string()),
        ("url", pa.string()),
        ("authors", pa.string()),
    ]
)
REJECTED = pa.schema(
    [
        ("seq", pa.int64()),
        ("source_no", pa.int32()),
        ("path", pa.string()),
        ("line", pa.int32()),
        ("entry", pa.int32()),
        ("code", pa.string()),
        ("reason", pa.string()),
        ("excerpt", pa.string()),
    ]
)
SOURCES = pa.schema(
    [
        ("source_no", pa.int32()),
        ("source_id", pa.string()),
        ("path", pa.string()),
        ("bytes", pa.int64()),
        ("entries", pa.int32()),
        ("rejected", pa.int32()),
        ("product", pa.string()),
    ]
)

Row = tuple[object, ...]


class TableFile:
    """A Parquet file that is written row by row."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self.path = path
        self._schema = schema
        self._writer = pq.ParquetWriter(path, schema, compression="lz4")  # read once, then deleted: speed matters more than size
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        """Append a row."""
        self._rows.append(row)
        if len(self._rows) >= 8 * BATCH:
            self._flush()

    def close(self) -> None:
        """Write the remaining rows and close the file."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            columns = zip(*self._rows, strict=True)
            arrays = [pa.array(column, one.type) for column, one in zip(columns, self._schema, strict=True)]
            self._writer.write_table(pa.table(arrays, schema=self._schema))
            self._rows = []


@dataclass
class Counts:
    """Progress of reading: entries read, papers new to the database, rejected entries, sources that were loaded before."""

    entries: int = 0
    new_papers: int = 0
    rejected: int = 0
    known_sources: int = 0
    bytes_read: int = 0  # of the files, compressed if they are; files loaded before count as read
    faults: list[Rejected] = field(default_factory=list)  # the first few rejected entries


class Intake:
    """Reads sources once; :meth:`tasks` yields batches of the papers that the database does not have, while reading."""

    def __init__(self, folder: Path, shards: Path, known_papers: set[str], known_sources: Mapping[str, str], product: str) -> None:
        """Args:
        folder: folder for the tables of entries.
        shards: folder for batches.
        known_papers: ids of the papers in the database; ids of new papers are added.
        known_sources: for the id of each source loaded before, the version of this program that read it.
        product: the version of this program.
        """
        self.counts = Counts()
        self._shards = shards
        self._papers = known_papers
        self._sources = dict(known_sources)
        self._product = product
        self.entries = TableFile(folder / "entries.parquet", ENTRIES)
        self.rejected = TableFile(folder / "rejected.parquet", REJECTED)
        self.sources = TableFile(folder / "sources.parquet", SOURCES)
        self.sources_read = 0

    def tasks(self, found: Iterable[sources.Found], format: str | None, on_read: Callable[[Counts], None]) -> Iterator[Task]:  # noqa: A002
        """Batches of new papers, each stored as a file for a worker; ``on_read`` is called regularly with the counts so far."""
        yield from batches_of(self._new_papers(list(found), format, on_read), self._shards)

    def close(self) -> None:
        """Finish the tables; call it after the last task."""
        for table in (self.entries, self.rejected, self.sources):
            table.close()

    def _new_papers(self, found: list[sources.Found], format: str | None, on_read: Callable[[Counts], None]) -> Iterator[Row]:  # noqa: A002
        for number, one in enumerate(found):
            before = self.counts.bytes_read
            source_id = self._source_id(one.path, format)
            if source_id is not None and self._sources.get(source_id) == self._product:
                self.counts.known_sources += 1
                self.counts.bytes_read += one.path.stat().st_size
                continue
            # An unreadable file stops the load only if it is the only one.
            entries = sources.read(one.path, format, named=one.named and len(found) == 1, on_bytes=partial(self._on_bytes, before))
            reader = _OneSource(self, number, one.path)
            for entry in entries:
                row = reader.take(entry)
                if row is not None:
                    yield row
                if self.counts.entries % BATCH == 0:
                    on_read(self.counts)
            self._finish(reader, source_id)
            on_read(self.counts)

    def _on_bytes(self, before: int, read: int) -> None:
        self.counts.bytes_read = before + read

    def _source_id(self, path: Path, format: str | None) -> str | None:  # noqa: A002
        """An id from the file's bytes and the requested format; None for standard input, whose id is known only after reading."""
        if str(path) == STDIN:
            return None
        try:
            return file_digest(path, format or "")
        except OSError as error:
            raise SourceError(f"{path}: {error.strerror}") from error

    def _finish(self, reader: _OneSource, source_id: str | None) -> None:
        size = None if str(reader.path) == STDIN else reader.path.stat().st_size
        source_id = source_id or reader.digest()
        if self._sources.get(source_id) == self._product:  # standard input with the same content as before
            self.counts.known_sources += 1
            return
        self._sources[source_id] = self._product
        self.sources.add((reader.number, source_id, str(reader.path), size, reader.read, reader.rejected, self._product))
        self.sources_read += 1

    def is_new(self, paper: str) -> bool:
        """Whether a paper is new; it counts as known from then on."""
        if paper in self._papers:
            return False
        self._papers.add(paper)
        self.counts.new_papers += 1
        return True


class _OneSource:
    """The entries of one source, as rows."""

    def __init__(self, intake: Intake, number: int, path: Path) -> None:
        self.number = number
        self.path = path
        self.read = 0
        self.rejected = 0
        self._intake = intake
        self._digest = ""

    def take(self, entry: Paper | Rejected) -> Row | None:
        """Record an entry; returns (id, title, abstract) if it is a new paper."""
        self.read += 1
        self._intake.counts.entries += 1
        if isinstance(entry, Paper):
            return self._paper(entry)
        self._reject(entry)
        return None

    def digest(self) -> str:
        """An id for standard input, computed from its entries."""
        return digest(STDIN, self._digest)

    def _paper(self, paper: Paper) -> Row | None:
        key = paper_id(paper.title)
        new = self._intake.is_new(key)
        text = (paper.title, paper.abstract) if new else (None, None)
        more = (paper.external_id, paper.year, paper.date, paper.venue, paper.url, paper.authors)
        self._intake.entries.add((self._seq, self.number, paper.place.line, paper.place.entry, key, new, *text, *more))
        self._remember(key)
        return (key, paper.title, paper.abstract) if new else None

    def _reject(self, entry: Rejected) -> None:
        self.rejected += 1
        counts = self._intake.counts
        counts.rejected += 1
        if len(counts.faults) < 5:
            counts.faults.append(entry)
        place = entry.place
        self._intake.rejected.add((self._seq, self.number, place.path, place.line, place.entry, entry.code, entry.reason, entry.excerpt))
        self._remember(entry.code, entry.reason)

    @property
    def _seq(self) -> int:
        return self._intake.counts.entries

    def _remember(self, *what: str) -> None:
        if str(self.path) == STDIN:
            self._digest = digest(self._digest, *what)


def batches_of(papers: Iterable[Row], shards: Path) -> Iterator[Task]:
    """Papers, as (id, title, abstract), in batches on disk.

    The name of a batch depends only on its papers, so that batches finished by a killed run are found again.
    """
    batch: list[Row] = []
    for paper in papers:
        batch.append(paper)
        if len(batch) == BATCH:
            yield _task(batch, shards)
            batch = []
    if batch:
        yield _task(batch, shards)


def _task(batch: list[Row], shards: Path) -> Task:
    task = Task(str(shards / digest_of(str(text) for paper in batch for text in paper)))
    if not task.done():
        columns = [pa.array(column, pa.string()) for column in zip(*batch, strict=True)]
        files.write_papers(task, pa.table(columns, schema=tables.PAPERS))
    return task
