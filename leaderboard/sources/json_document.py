"""JSON documents: an array of papers, or an object with one; read entry by entry, never as a whole."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import NamedTuple, TypeGuard

import orjson

from leaderboard.model import Paper, Rejected
from leaderboard.sources import fields
from leaderboard.sources.faults import WrongShape
from leaderboard.sources.filenames import origin
from leaderboard.sources.stream import LONGEST_ENTRY, REASONS, TOO_LONG, Stream

NAME = "json"

_SPACE = re.compile(r"[ \t\n\r]*")
_ARRAY = re.compile(rb'\[\s*(?:[\[{"\]\d-]|true|false|null|$)')
_FIRST_KEY = re.compile(r'\{\s*("(?:[^"\\]|\\.)*")\s*:')
_WORD_AT_END = re.compile(r"[\w+.\\-]*")
_LONGEST_START = 1000
"""Maximum characters of an entry's brace and first key, when searching for the next entry after a broken one."""
_decode = json.JSONDecoder().raw_decode


def sniff(head: bytes) -> bool:
    """Whether an array or object begins, or the whole is one JSON value (so that a number is reported as the wrong shape)."""
    start = head.lstrip()
    if start.startswith(b"{") or _ARRAY.match(start):
        return True
    try:
        orjson.loads(start)
    except orjson.JSONDecodeError:
        return False
    return True


def read(stream: Stream) -> Iterator[Paper | Rejected]:
    """Every entry as a paper or a rejected entry.

    A broken entry costs only itself if the next one can be found. Concatenated documents are read too.

    Raises:
        WrongShape: the document is a single string or number, or an object without papers.
    """
    yield from _Document(stream).entries()


class _BrokenError(Exception):
    """A value that cannot be read: code, reason, and the index of the fault in the buffered text."""

    def __init__(self, code: str, reason: str, at: int) -> None:
        super().__init__(code, reason, at)
        self.code, self.reason, self.at = code, reason, at


class _Value(NamedTuple):
    """A value, the line where it starts, and the offset of its first byte that is not valid UTF-8."""

    value: object
    line: int
    bad: int | None = None


class _Text:
    """The buffered part of a stream's text; extended at its end, discarded at its start.

    Invalid bytes are kept as lone surrogates, so that only the entry that contains them is lost.
    """

    def __init__(self, stream: Stream) -> None:
        self.text = ""
        self.at = 0
        self.line = 1
        self.offset = stream.start
        self.ended = False
        self._stream = stream
        self._chunks = stream.chunks()
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")

    def more(self) -> None:
        """Read at least as much as is buffered, so that an entry of any length takes linear time."""
        parts, size = [self.text[self.at :]], 0
        self.at = 0
        while size <= len(parts[0]) and not self.ended:
            chunk = next(self._chunks, b"")
            self.ended = not chunk
            parts.append(self._decoder.decode(chunk, self.ended))
            size += len(parts[-1])
        self.text = "".join(parts)

    def peek(self) -> str:
        """The next character that is not white space; empty at the end."""
        while True:
            self.skip(_SPACE.match(self.text, self.at).end())  # type: ignore[union-attr]  # matches everywhere
            if self.at < len(self.text):
                return self.text[self.at]
            if self.ended:
                return ""
            self.more()

    def skip(self, end: int) -> None:
        """Advance to ``end``, an index into the buffered text."""
        if end > self.at:
            self.line += self.text.count("\n", self.at, end)
            self.offset += len(self.text[self.at : end].encode("utf-8", "surrogateescape"))
            self.at = end

    def expect(self, character: str) -> None:
        """Skip the next character that is not white space, which must be ``character``.

        Raises:
            _BrokenError: it is another character, or the file has ended.
        """
        found = self.peek()
        if not found:
            raise _BrokenError(*self.cut(), self.at)
        if found != character:
            raise _BrokenError("bad-json", f"not valid JSON: {character!r} expected; correct the file", self.at)
        self.skip(self.at + 1)

    def value(self) -> _Value:
        """The value that starts here.

        Raises:
            _BrokenError: it is not valid, too long, or cut off by the end of the file.
        """
        while True:
            try:
                value, end = _decode(self.text, self.at)
            except json.JSONDecodeError as error:
                self._more_or_broken(error)
                continue
            except RecursionError:
                raise _BrokenError("bad-json", "nested too deeply", self.at + 1) from None
            except ValueError as error:
                raise _BrokenError("bad-json", f"not valid JSON: {error}", self.at + 1) from None
            if end < len(self.text) or self.ended:
                break
            self.more()
        result = _Value(value, self.line, self._first_bad_byte(end))
        self.skip(end)
        return result

    def _first_bad_byte(self, end: int) -> int | None:
        piece = self.text[self.at : end]
        if piece.isascii():
            return None
        try:
            piece.encode("utf-8")
        except UnicodeEncodeError as error:
            return self.offset + len(piece[: error.start].encode("utf-8", "surrogateescape"))
        return None

    def _more_or_broken(self, error: json.JSONDecodeError) -> None:
        """Read on if the value may only be cut off by the end of the buffer.

        Raises:
            _BrokenError: the value is not valid.
        """
        unclosed = error.msg.startswith("Unterminated string")
        if self.ended:
            if unclosed or _WORD_AT_END.fullmatch(self.text[error.pos :].strip()):
                raise _BrokenError(*self.cut(), len(self.text))
        elif unclosed or error.pos >= len(self.text) - 16:
            if len(self.text) - self.at > LONGEST_ENTRY:
                raise _BrokenError(TOO_LONG, REASONS[TOO_LONG], error.pos)
            self.more()
            return
        raise _BrokenError("bad-json", f"not valid JSON: {error.msg}; correct or remove the entry", error.pos)

    @property
    def damaged(self) -> bool:
        """Whether the stream is known to have ended too early."""
        return self._stream.damage is not None

    def cut(self) -> tuple[str, str]:
        """Code and reason for a document that is cut off."""
        damage = self._stream.damage
        return (damage, REASONS[damage]) if damage else ("truncated", "the file ends in the middle of the document; fetch or copy it again")

    def find_next(self, keys: set[str], at: int) -> bool:
        """Advance to the next object after ``at`` whose first key is one of ``keys`` (any key if there are none).

        Returns:
            False, at the end of the text, if there is none.
        """
        first_key = rf"\s*(?:{'|'.join(map(re.escape, keys))})\s*:" if keys else ""
        pattern = re.compile(rf"[,\s](\{{{first_key})")
        self.skip(min(at, len(self.text)))
        while not (found := pattern.search(self.text, self.at)):
            if self.ended:
                self.skip(len(self.text))
                return False
            self.skip(max(self.at, len(self.text) - _LONGEST_START))
            self.more()
        self.skip(found.start(1))
        return True


class _Document:
    """The documents of one stream, and the count of their entries."""

    def __init__(self, stream: Stream) -> None:
        self.name = stream.name
        self.text = _Text(stream)
        self.reader = fields.Reader(stream.name, origin(stream.name))
        self.count = 0
        self.stopped = False
        self._usual: str | None = None

    def entries(self) -> Iterator[Paper | Rejected]:
        """The entries of all documents of the stream."""
        while not self.stopped and (opening := self.text.peek()):
            if opening == "[":
                yield from self._array()
            elif opening == "{":
                yield from self._object()
            elif self.count:
                self.stopped = True
                yield self._reject("bad-json", "unexpected text after the end of the document; remove it")
            else:
                raise WrongShape(f"{self.name}: a single JSON value; expected an array of objects with title and abstract")
        if not self.stopped and self.text.damaged:
            yield self._cut()

    def _array(self) -> Iterator[Paper | Rejected]:
        text = self.text
        text.skip(text.at + 1)
        while not self.stopped:
            opening = text.peek()
            if opening == ",":
                text.skip(text.at + 1)
            elif opening == "]":
                text.skip(text.at + 1)
                return
            else:
                yield self._element() if opening else self._cut()

    def _element(self) -> Paper | Rejected:
        """The value that starts here; after a broken one, advance to what looks like the start of the next."""
        text = self.text
        key = found[1] if (found := _FIRST_KEY.match(text.text, text.at)) else None
        try:
            value = text.value()
        except _BrokenError as broken:
            result = self._reject(broken.code, broken.reason)
            self.stopped = not text.find_next({one for one in (key, self._usual) if one}, broken.at)
            return result
        self._usual = key
        return self._paper(value)

    def _object(self) -> Iterator[Paper | Rejected]:
        """One object: a paper, an object with an array of papers, or papers by their ids."""
        line, before, arrays = self.text.line, self.count, 0
        held: dict[str, object] = {}
        try:
            for key in self._keys():
                if self._holds_papers(key) and not fields.is_entry(held):
                    arrays += 1
                    yield from self._array()
                    continue
                value = self.text.value()
                if _is_paper(value.value) and not fields.is_entry(held):
                    yield self._paper(value._replace(value={"id": key, **value.value}))
                else:
                    held[key] = value.value
        except _BrokenError as broken:
            self.stopped = True
            yield self._reject(broken.code, broken.reason)
        if self.stopped or not (fields.is_entry(held) or (self.count == before and not arrays)):
            return
        if self.count == 0 and not fields.is_entry(held):
            keys = ", ".join(repr(fields.excerpt(key)) for key in list(held)[:20])
            raise WrongShape(
                f"{self.name}: an object without an array of papers; expected one under a key such as 'papers' (keys: {keys or 'none'})"
            )
        yield self._paper(_Value(held, line))

    def _keys(self) -> Iterator[str]:
        """The keys of the object that starts here; at each key, the text is positioned at its value."""
        text = self.text
        text.skip(text.at + 1)
        while not self.stopped:
            opening = text.peek()
            if opening == '"':
                key = str(text.value().value)
                text.expect(":")
                text.peek()
                yield key
            elif opening == ",":
                text.expect(",")
            else:
                text.expect("}")
                return

    def _holds_papers(self, key: str) -> bool:
        """Whether the value that starts here is an array of papers, by its key or its first element."""
        text = self.text
        if text.peek() != "[":
            return False
        if fields.fold(key) in fields.CONTAINERS:
            return True
        while True:
            start = _SPACE.match(text.text, text.at + 1).end()  # type: ignore[union-attr]  # matches everywhere
            try:
                first, _ = _decode(text.text, start)
            except (ValueError, RecursionError):
                if text.ended or len(text.text) - text.at > LONGEST_ENTRY:
                    return False
                text.more()
            else:
                return isinstance(first, dict) and fields.is_entry(first)

    def _paper(self, found: _Value) -> Paper | Rejected:
        self.count += 1
        line = found.line if found.line > 1 else None
        if found.bad is not None:
            reason = f"byte {found.bad + 1} of the file is not valid UTF-8; save the file as UTF-8"
            return self.reader.rejected(line, self.count, "bad-utf8", reason, str(found.value))
        if not isinstance(found.value, dict):
            reason = "the entry is not an object; expected {...} with a title and an abstract"
            return self.reader.rejected(line, self.count, "not-an-object", reason, str(found.value))
        return self.reader.paper(found.value, line, self.count)

    def _reject(self, code: str, reason: str) -> Rejected:
        """A rejected entry for the text that starts here."""
        self.count += 1
        text = self.text
        return self.reader.rejected(text.line if text.line > 1 else None, self.count, code, reason, text.text[text.at : text.at + 1000])

    def _cut(self) -> Rejected:
        self.stopped = True
        return self._reject(*self.text.cut())


def _is_paper(value: object) -> TypeGuard[dict[str, object]]:
    """Whether a value inside an object is a paper itself: it has a title and an abstract."""
    plan = fields.plan_of(value) if isinstance(value, dict) else fields.Plan()
    return bool(plan.title and plan.abstract)
