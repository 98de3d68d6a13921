"""JSON Lines: one object per line, such as the arXiv metadata snapshot."""

from __future__ import annotations

import re
from collections.abc import Iterator

import orjson

from leaderboard.model import Paper, Rejected
from leaderboard.sources import fields
from leaderboard.sources.filenames import origin
from leaderboard.sources.stream import REASONS, Line, Stream

NAME = "jsonl"
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"(\s*:)?|[\[{]|[\]}]')


def sniff(head: bytes) -> bool:
    """Whether the first line is an object that describes a paper, or any (possibly broken) object followed by another.

    The beginning of an object that spans several lines (``{"papers": [``) is not JSON Lines.
    """
    first, _, rest = head.lstrip().partition(b"\n")
    if not first.startswith(b"{"):
        return False
    following = rest.lstrip()
    try:
        value = orjson.loads(first)
    except orjson.JSONDecodeError:
        keys = _outer_keys(first.decode("utf-8", "replace"))
        return (not keys or fields.is_entry(keys)) and (not following or following.startswith(b"{")) and first.rstrip() != b"{"
    return fields.is_entry(value) or following.startswith(b"{")


def read(stream: Stream) -> Iterator[Paper | Rejected]:
    """Every line as a paper or a rejected entry; blank lines are skipped."""
    reader = fields.Reader(stream.name, origin(stream.name))
    loads, to_paper = orjson.loads, reader.paper
    count = 0
    for line in stream.lines():
        raw, fault = line.raw, line.fault
        if raw and not raw.isspace():
            count += 1
            try:
                value = loads(raw)
            except orjson.JSONDecodeError as error:
                yield reader.rejected(line.number, count, *_why(line, error), raw)
                continue
            if isinstance(value, dict):
                yield to_paper(value, line.number, count)
            else:
                yield reader.rejected(
                    line.number, count, "not-an-object", "the line is JSON but not an object; write one {...} per line", raw
                )
        if fault:
            yield reader.rejected(line.number, count + 1, fault, REASONS[fault])


def _why(line: Line, error: orjson.JSONDecodeError) -> tuple[str, str]:
    """Code and reason for a line that is not valid JSON."""
    if line.fault:
        return line.fault, REASONS[line.fault]
    try:
        line.raw.decode("utf-8")
    except UnicodeDecodeError as bad:
        return "bad-utf8", f"byte {line.offset + bad.start + 1} of the file is not valid UTF-8; save the file as UTF-8"
    if not line.ended and error.pos >= len(line.raw.decode("utf-8")) - 1:
        return "truncated", "the file ends in the middle of this line; fetch or copy the file again"
    return "bad-json", f"not valid JSON: {error.msg} (column {error.pos + 1}); correct or remove the line"


def _outer_keys(text: str) -> list[str]:
    """The keys of the outermost object in the beginning of a JSON text.

    >>> _outer_keys('{"title": "a", "authors": [{"name": "b"}], "abstract": "c')
    ['title', 'authors', 'abstract']
    """
    # An unclosed string at the end is not a token, but everything before it has been read.
    keys, depth = [], 0
    for token in _TOKEN.finditer(text):
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
        elif depth == 1 and token[2]:
            keys.append(token[1])
    return keys
