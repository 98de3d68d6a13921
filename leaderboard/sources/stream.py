"""The bytes of a source, in chunks and in lines: decompressed, without byte order mark, with damage recorded.

A ``Stream`` never raises in the middle of its content: a truncated or damaged gzip file gives everything before the fault, ends, and
records the fault in ``damage``, so that readers keep what was read and report the rest.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from leaderboard.sources.faults import BinaryFile, EmptyFile, MissingFile, Unreadable

STDIN = "-"
CHUNK = 1 << 18
HEAD = 1 << 16
"""Number of bytes by which formats are recognised."""
LONGEST_ENTRY = 64 << 20
"""Maximum bytes of an entry; longer ones are rejected, so that a broken file cannot fill the memory."""

TRUNCATED = "truncated"
CORRUPT = "corrupt"
TOO_LONG = "too-long"
DAMAGES = (TRUNCATED, CORRUPT)
REASONS = {
    TRUNCATED: "the compressed file ends too early; everything before was read - fetch or copy the file again",
    CORRUPT: "the compressed file is damaged from here on; everything before was read - fetch or copy the file again",
    TOO_LONG: f"longer than {LONGEST_ENTRY >> 20} MB; a line end or a quote may be missing - correct or remove the entry",
}

_GZIP = b"\x1f\x8b"
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive or an office document - unpack it, or export it as CSV"),
    (b"%PDF-", "a PDF document"),
    (b"SQLite format 3\x00", "an SQLite database - export its table as CSV"),
    (b"\x28\xb5\x2f\xfd", "Zstandard-compressed - unpack it first"),
    (b"BZh", "bzip2-compressed - unpack it first"),
    (b"\xfd7zXZ\x00", "xz-compressed - unpack it first"),
)


OnBytes = Callable[[int], None]


def ignore(_: int) -> None:
    """An ``on_bytes`` that does nothing."""


class Line(NamedTuple):
    """One line without its line end: its number (from 1), its offset in bytes and, if it is incomplete, the fault.

    ``fault`` is None, ``too-long`` (``raw`` is only its beginning), or the stream's damage (``raw`` is the rest of the last line);
    ``ended`` is False for a last line without a line end. A damaged stream always ends with a line with that fault, which may be empty.
    """

    number: int
    offset: int
    raw: bytes
    fault: str | None = None
    ended: bool = True


def shown(path: Path | str) -> str:
    """A path for messages and places: always encodable, ``<stdin>`` for standard input."""
    text = str(path)
    return "<stdin>" if text == STDIN else text.encode("utf-8", "backslashreplace").decode("utf-8")


class Stream:
    """The decompressed content of one source, read once from front to back.

    Attributes:
        name: the source's name for messages and places.
        head: the first bytes, at least ``HEAD`` if there are as many, without the byte order mark; they remain part of the content.
        start: length of the byte order mark in bytes.
        damage: None, ``truncated`` or ``corrupt``; final only after the content has been read.
        raw: the file itself, for formats that need to seek; None if the content is compressed.
        on_bytes: see :func:`opened`; for formats that take ``raw``.
    """

    def __init__(self, file: IO[bytes], name: str, on_bytes: OnBytes = ignore) -> None:
        self.name = name
        self.damage: str | None = None
        self.on_bytes = on_bytes
        self._file = file
        self._taken = 0
        first = self._load(CHUNK)
        packed = first.startswith(_GZIP)
        self.raw: IO[bytes] | None = None if packed else file
        self._blocks = self._inflate(first) if packed else self._plain(first)
        head = self._peek()
        self.head = head.removeprefix(_BOM)
        self.start = len(head) - len(self.head)

    def chunks(self) -> Iterator[bytes]:
        """The content in chunks of any size; can be read only once."""
        if self.head:
            yield self.head
        yield from self._blocks

    def lines(self) -> Iterator[Line]:
        """The content in lines; they end at a line feed, and keep a carriage return before it."""
        number, offset, parts, held = 1, self.start, list[bytes](), 0
        for chunk in self.chunks():
            pieces = chunk.split(b"\n")
            for piece in pieces[:-1]:
                yield _line(number, offset, parts, held, piece)
                offset += held + len(piece) + 1
                number += 1
                if held:
                    parts, held = [], 0
            last = pieces[-1]
            held += len(last)
            if last and held <= LONGEST_ENTRY:
                parts.append(last)
        if held or self.damage:
            line = _line(number, offset, parts, held, b"")
            yield line._replace(fault=self.damage or line.fault, ended=False)

    def _peek(self) -> bytes:
        start = b""
        for block in self._blocks:
            start += block
            if len(start) >= HEAD:
                break
        return start

    def _load(self, size: int) -> bytes:
        try:
            data = self._file.read(size)
        except OSError as error:
            raise Unreadable(f"{self.name}: cannot be read ({error.strerror or error}); check the path and its permissions") from error
        self._taken += len(data)
        self.on_bytes(self._taken)
        return data

    def _plain(self, block: bytes) -> Iterator[bytes]:
        while block:
            yield block
            block = self._load(CHUNK)

    def _inflate(self, block: bytes) -> Iterator[bytes]:
        """Decompress consecutive gzip members; zeros between or after them are padding."""
        member, inside = zlib.decompressobj(wbits=31), True
        while block:
            if not inside:
                block = block.lstrip(b"\0")
                if block:
                    member, inside = zlib.decompressobj(wbits=31), True
            if inside:
                try:
                    data = member.decompress(block, CHUNK)
                except zlib.error:
                    self.damage = CORRUPT
                    return
                if data:
                    yield data
                inside = not member.eof
                block = member.unconsumed_tail or member.unused_data
            block = block or self._load(CHUNK)
        if inside:
            if rest := member.flush():
                yield rest
            self.damage = TRUNCATED


def _line(number: int, offset: int, parts: list[bytes], held: int, end: bytes) -> Line:
    if held + len(end) > LONGEST_ENTRY:
        # Only its beginning was kept.
        return Line(number, offset, (parts[0] if parts else end)[:200], TOO_LONG)
    return Line(number, offset, b"".join((*parts, end)) if held else end)


@contextmanager
def opened(path: Path | str, on_bytes: OnBytes = ignore) -> Iterator[Stream]:
    """Open a file, or standard input for ``-``, and close it afterwards.

    Args:
        path: the file.
        on_bytes: called a few times per megabyte with the number of bytes of the file, compressed as it is, have been read.

    Raises:
        MissingFile, Unreadable: there is no file at the path, or it cannot be opened.
    """
    name = shown(path)
    if str(path) == STDIN:
        yield Stream(sys.stdin.buffer, name, on_bytes)
        return
    try:
        file = Path(path).open("rb")  # noqa: SIM115 - closed below, opened separately so that only its own errors are translated
    except FileNotFoundError as error:
        raise MissingFile(f"{name}: no such file; check the spelling of the path") from error
    except IsADirectoryError as error:
        raise Unreadable(f"{name}: is a directory; a directory's files are read one by one") from error
    except (OSError, ValueError) as error:
        raise Unreadable(f"{name}: cannot be opened ({getattr(error, 'strerror', None) or error}); check its permissions") from error
    with file:
        yield Stream(file, name, on_bytes)


def check_text(stream: Stream) -> None:
    """Check that a stream's head can be text.

    Raises:
        EmptyFile: it has only white space.
        BinaryFile: it is UTF-16, begins like a known binary format, or has many control characters.
    """
    head = stream.head
    if not head.strip():
        if stream.damage:
            raise BinaryFile(f"{stream.name}: {REASONS[stream.damage]}")
        raise EmptyFile(f"{stream.name}: the file is empty; nothing can be read from it")
    if head.startswith(_UTF16):
        raise BinaryFile(f"{stream.name}: UTF-16 text; save the file as UTF-8 and try again")
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise BinaryFile(f"{stream.name}: not a list of papers but {what}")
    if len(_CONTROLS.findall(head)) > max(3, len(head) // 20):
        raise BinaryFile(f"{stream.name}: binary content of no known format; export the papers as JSON Lines or CSV")
