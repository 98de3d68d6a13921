"""Paper listings copied from a web page: alternating titles and abstracts, one per line or one per paragraph.

Two layouts are supported: paragraphs separated by blank lines, after a few header lines; and lines without blank lines, whose first title
follows the word "Subscribe" without a space. Header lines are skipped. A title without an abstract, or an abstract without a title, is
rejected, and reading continues with the next title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from leaderboard.model import Paper, Rejected
from leaderboard.sources import fields
from leaderboard.sources.filenames import origin
from leaderboard.sources.stream import HEAD, LONGEST_ENTRY, REASONS, TOO_LONG, Line, Stream

NAME = "listing"

_INVITATION = re.compile(r"Get trending papers in your email inbox( once a day)?!")
_HEADER = re.compile(
    rf"new|{_INVITATION.pattern}|Subscribe|by ?AK and the research community|"
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]* \d{1,2}"
)
_PAGE = re.compile(rf"(?:{_INVITATION.pattern}|Subscribe|by ?AK and the research community)$|Subscribe[A-Z\d]")
_GLUE = "Subscribe"
_LONGEST_TITLE = 250
_SURELY_ABSTRACT = 400
_SHORTEST_ABSTRACT = 40
_SHORTEST_PROSE = 150
_MARKUP = ("#", "```", "|", "<", "---", "- ", "* ", "\\", "%", "//", "/*", "..", "==", "Copyright", "$ ", ">")


class _Block(NamedTuple):
    """A line or paragraph: the line where it starts, its text, and its fault as code and reason."""

    line: int
    text: str
    bad: tuple[str, str] | None = None


def sniff(head: bytes) -> bool:
    """Whether the text has the header of such a page, or alternates titles and long paragraphs of prose from the first line on.

    The second test is strict, because a lax one would accept the paragraphs of any README; ``--format listing`` does not apply it.
    """
    lines = [stripped for line in head.decode("utf-8", "replace").split("\n") if (stripped := line.strip())]
    if any(_PAGE.match(line) for line in lines[:10]):
        return True
    if any(line.startswith(_MARKUP) for line in lines):
        return False
    pairs = list(_pairs(_blocks(_head_lines(head), by_line=_is_by_line(head))))
    if len(head) >= HEAD:
        del pairs[-1]  # cut off at the end of the head
    fitting = [title and abstract and _is_heading(title.text) and _is_prose(abstract.text) for title, abstract in pairs]
    return bool(fitting) and sum(map(bool, fitting)) >= 0.9 * len(fitting)


def read(stream: Stream) -> Iterator[Paper | Rejected]:
    """Every title with the abstract below it as a paper or a rejected entry."""
    reader = fields.Reader(stream.name, origin(stream.name))
    blocks = _blocks(stream.lines(), by_line=_is_by_line(stream.head))
    for count, (title, abstract) in enumerate(_pairs(blocks), 1):
        yield _entry(reader, title, abstract, count)


def _entry(reader: fields.Reader, title: _Block | None, abstract: _Block | None, count: int) -> Paper | Rejected:
    for block in (title, abstract):
        if block and block.bad:
            return reader.rejected(block.line, count, *block.bad, title.text if title else block.text)
    entry = {"title": title.text if title else "", "abstract": abstract.text if abstract else ""}
    first = title or abstract
    return reader.paper(entry, first.line if first else None, count)


def _pairs(blocks: Iterable[_Block]) -> Iterator[tuple[_Block | None, _Block | None]]:
    """Titles with their abstracts; a missing one is None."""
    title: _Block | None = None
    invited = False
    for block, after in _with_next(blocks):
        if _HEADER.fullmatch(block.text):
            if title:
                yield title, None
                title = None
            invited = bool(_INVITATION.fullmatch(block.text)) or (invited and block.text != _GLUE)
        elif title is None:
            title, abstract = _split(block, invited=invited)
            invited = False
            if abstract:
                yield title, abstract
                title = None
        elif _is_title(block.text) and after and _is_abstract(after.text) and not _is_abstract(block.text):
            yield title, None
            title = block
        else:
            yield title, block
            title = None
    if title:
        yield title, None


def _split(block: _Block, *, invited: bool) -> tuple[_Block | None, _Block | None]:
    """Title and abstract in a block where a title is expected: a title, a title with its abstract below, or an abstract alone."""
    text = _unglued(block.text, invited=invited)
    first, newline, rest = text.partition("\n")
    if newline:
        return _Block(block.line, first, block.bad), _Block(block.line + 1, rest)
    if len(text) > _SURELY_ABSTRACT:
        return None, block
    return block._replace(text=text), None


def _unglued(text: str, *, invited: bool) -> str:
    """A title without the button text in front of it.

    >>> _unglued("SubscribeMasked Image Modelling", invited=False), _unglued("Subscriber Churn", invited=False)
    ('Masked Image Modelling', 'Subscriber Churn')
    """
    rest = text.removeprefix(_GLUE)
    glued = rest != text and rest and not rest[0].isspace() and (invited or not rest[0].islower())
    return rest if glued else text


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not text.endswith(".")


def _is_abstract(text: str) -> bool:
    return len(text) > _LONGEST_TITLE or (len(text) >= _SHORTEST_ABSTRACT and text.endswith("."))


def _is_heading(text: str) -> bool:
    """Whether a line is clearly a title, not code, a date or the end of a sentence."""
    return _is_title(text) and len(text.split()) > 1 and _is_capital(text[0]) and text[-1] not in ":;,{}()=*/\\"


def _is_prose(text: str) -> bool:
    """Whether a paragraph is clearly an abstract: long, whole sentences (or a web address at the end), almost only words."""
    ended = text[-1:] in ".!?)" or "://" in text.rpartition(" ")[2]
    words = sum(one.isalpha() or one.isspace() for one in text)
    return len(text) >= _SHORTEST_PROSE and ended and _is_capital(text[0]) and words >= 0.85 * len(text)


def _is_capital(character: str) -> bool:
    return character.isalnum() and not character.islower()


def _is_by_line(head: bytes) -> bool:
    """Whether every line is an entry of its own: fewer than one line in twenty is blank."""
    lines = head.strip().split(b"\n")
    blank = sum(not line.strip() for line in lines)
    return blank * 20 < len(lines)


def _blocks(lines: Iterable[Line], *, by_line: bool) -> Iterator[_Block]:
    """Single lines, or paragraphs separated by blank lines; surrounding white space is dropped."""
    held: list[str] = []
    start, size = 0, 0
    bad: tuple[str, str] | None = None
    for line in lines:
        text, fault = _decoded(line)
        if held and (by_line or not text):
            yield _Block(start, "\n".join(held), bad)
            held, bad, size = [], None, 0
        if not text and not fault:
            continue
        start = start if held else line.number
        size += len(line.raw)
        bad = bad or fault or ((TOO_LONG, REASONS[TOO_LONG]) if size > LONGEST_ENTRY else None)
        if size <= LONGEST_ENTRY:
            held.append(text)
    if held:
        yield _Block(start, "\n".join(held), bad)


def _decoded(line: Line) -> tuple[str, tuple[str, str] | None]:
    """A line's text, and its fault as code and reason."""
    fault = None
    if line.fault:
        fault = line.fault, REASONS[line.fault]
    try:
        return line.raw.decode("utf-8").strip(), fault
    except UnicodeDecodeError as error:
        place = line.offset + error.start + 1
        bad = "bad-utf8", f"byte {place} of the file is not valid UTF-8; save the file as UTF-8"
        return line.raw.decode("utf-8", "backslashreplace").strip(), fault or bad


def _head_lines(head: bytes) -> Iterator[Line]:
    for number, raw in enumerate(head.split(b"\n"), 1):
        yield Line(number, 0, raw)


def _with_next(blocks: Iterable[_Block]) -> Iterator[tuple[_Block, _Block | None]]:
    before: _Block | None = None
    for block in blocks:
        if before:
            yield before, block
        before = block
    if before:
        yield before, None
