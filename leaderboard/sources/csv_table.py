"""CSV and TSV with a header line: exports of reference managers and spreadsheets. The delimiter is detected from the header."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from leaderboard.model import Paper, Rejected
from leaderboard.sources import fields
from leaderboard.sources.faults import WrongShape
from leaderboard.sources.filenames import origin
from leaderboard.sources.stream import DAMAGES, LONGEST_ENTRY, REASONS, TOO_LONG, Line, Stream

NAME = "csv"
DELIMITERS = ",;\t|"

# The limit applies to the whole process; Python's default of 128 KiB per field is too small for a long abstract.
csv.field_size_limit(max(LONGEST_ENTRY, csv.field_size_limit()))


def sniff(head: bytes) -> bool:
    """Whether the first record, split by one of the delimiters, has at least two columns and one of them is a title or an abstract."""
    return any(is_header(head, delimiter) for delimiter in DELIMITERS)


def is_header(head: bytes, delimiter: str) -> bool:
    """Whether the first record, split by ``delimiter``, names a title or an abstract among other columns."""
    return fields.is_entry(_header(head, delimiter))


def read(stream: Stream, delimiter: str | None = None) -> Iterator[Paper | Rejected]:
    """Every record after the header as a paper or a rejected entry; empty lines are skipped.

    Raises:
        WrongShape: the header has no column for the title or the abstract.
    """
    delimiter = delimiter or max(DELIMITERS, key=lambda one: _known(_header(stream.head, one)))
    reader = fields.Reader(stream.name, origin(stream.name))
    source = _Lines(stream)
    rows = csv.reader(source, delimiter=delimiter, strict=True)
    try:
        header = next(filter(any, rows), [])
    except csv.Error as error:
        raise WrongShape(f"{stream.name}:1: the header cannot be read ({error}); its quotes are unbalanced") from error
    columns = _columns(stream.name, header)
    count = 0
    while True:
        line = source.number + 1
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            if not source.cut:
                count += 1
                yield reader.rejected(line, count, *(source.take_bad() or _why(error, source)), source.last)
            continue
        if not any(row):
            continue
        count += 1
        if bad := source.take_bad():
            yield reader.rejected(line, count, *bad, delimiter.join(row))
        elif len(row) < len(header) or any(row[len(header) :]):
            reason = f"{len(row)} fields where the header has {len(header)}; quote fields that contain a delimiter or a line break"
            yield reader.rejected(line, count, "bad-row", reason, delimiter.join(row))
        else:
            yield reader.paper({name: row[index] for name, index in columns}, line, count)
    if source.cut and source.cut.fault:
        yield reader.rejected(source.cut.number, count + 1, source.cut.fault, REASONS[source.cut.fault], source.cut.raw)


class _Lines:
    """The lines of a stream as text for ``csv``, with the fault of the current record.

    ``bad`` is the code and reason of a fault in the record being read; ``cut`` is the last line of a damaged stream (not passed on).
    """

    def __init__(self, stream: Stream) -> None:
        self.number = 0
        self.last = b""
        self.bad: tuple[str, str] | None = None
        self.cut: Line | None = None
        self.ended = False
        self._lines = stream.lines()

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            if line.fault in DAMAGES:
                self.cut = line
                break
            self.number, self.last = line.number, line.raw
            if line.fault:
                self.bad = line.fault, REASONS[line.fault]
            try:
                text = line.raw.decode("utf-8")
            except UnicodeDecodeError as error:
                place = line.offset + error.start + 1
                self.bad = "bad-utf8", f"byte {place} of the file is not valid UTF-8; save the file as UTF-8"
                text = line.raw.decode("utf-8", "replace")
            yield text + "\n" if line.ended else text
        self.ended = True

    def take_bad(self) -> tuple[str, str] | None:
        """The fault of the record just read, as code and reason; it is reset for the next record."""
        bad, self.bad = self.bad, None
        return bad


def _why(error: csv.Error, source: _Lines) -> tuple[str, str]:
    if source.ended:
        return "truncated", "a quote is opened here and never closed, so this entry extends to the end of the file"
    if "field limit" in str(error):
        return TOO_LONG, REASONS[TOO_LONG]
    return "bad-csv", f"not valid CSV ({error}); quote the field, and double the quotes inside it"


def _columns(name: str, header: list[str]) -> list[tuple[str, int]]:
    """Name and index of the columns in use; of several with the same name, the first."""
    plan = fields.plan_of(dict.fromkeys(header))
    for role, known in (("title", plan.title), ("abstract", plan.abstract)):
        if not known:
            names = ", ".join(repr(fields.excerpt(one)) for one in header[:30])
            raise WrongShape(f"{name}:1: no column for the {role}; rename one to {role!r} (columns: {names or 'none'})")
    used = {key for keys in plan for key in keys}
    return [(key, header.index(key)) for key in dict.fromkeys(header) if key in used]


def _header(head: bytes, delimiter: str) -> list[str]:
    """The fields of the first record; empty if it has only one or cannot be read."""
    lines = (line + "\n" for line in head.decode("utf-8", "replace").split("\n"))
    try:
        row = next(filter(any, csv.reader(lines, delimiter=delimiter, strict=True)), [])
    except csv.Error:
        return []
    return row if len(row) > 1 else []


def _known(header: list[str]) -> tuple[int, int]:
    plan = fields.plan_of(dict.fromkeys(header))
    return sum(map(bool, plan)), len(header)
