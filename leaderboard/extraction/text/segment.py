"""Step 2, segment: the sentences of a repaired text."""

from __future__ import annotations

import re

from leaderboard.model import Span, Verdict

_END = re.compile(
    r"""[.!?]["')\]]*(?:\s+(?=["'(\[]?[A-Z0-9~])|(?<=[a-z)%\]]\.)(?=[A-Z][a-z]+[ ,])|(?<=[a-z)]\.)(?=[A-Z]\w*[A-Z]\w* ))|\s;\s"""
)


_ABBREVIATIONS = r"e\.g|i\.e|et al|vs|v\.s|approx|Fig|Figs|Eq|Sec|Tab|cf|resp|ca|Dr|Prof|St|No|etc|w\.r\.t|a\.k\.a|Inc|Ltd|incl|max|min|avg"


_NO_END = re.compile(rf"(?:\b(?:{_ABBREVIATIONS})|(?<![A-Za-z-])[A-Z](?:\.[A-Z])*)\.$")


_BEFORE = 12


#: No sentence is longer: text without full stops is cut at a blank, which keeps every later step linear in the length of the abstract.
LONGEST = 2400


def segment(text: str) -> list[Span]:
    """The sentences of a text, in order, without the blanks between them.

    Abbreviations, decimals and initials do not end a sentence; a full stop that lost its blank ("datasets.Our") does.

    >>> text = "We test on E.T. Bench, e.g. 3.5 vs. 4.1. It works."
    >>> [s.of(text) for s in segment(text)]
    ['We test on E.T. Bench, e.g. 3.5 vs. 4.1.', 'It works.']
    """
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        stop = match.start() + 1
        abbreviated = text[match.start()] == "." and _NO_END.search(text, max(0, stop - _BEFORE), stop)
        if abbreviated and not text.startswith("etc", max(0, stop - 4)):
            continue
        _add(spans, text, start, match.end())
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        blank = text.rfind(" ", start + 1, start + LONGEST)
        cut = blank if blank > start else start + LONGEST
        spans.append(Span(start, cut))
        start = cut + (blank > start)
    if end > start:
        spans.append(Span(start, end))


#: A sentence with more numbers than this is no sentence.
_MOST_NUMBERS = 60


_DIGITS = re.compile(r"\d+(?:\.\d+)?")


def listing(text: str, span: Span) -> list[Verdict]:
    """Verdicts for the numbers of a "sentence" that is a listing of numbers, such as a table that lost its layout; else nothing."""
    if span.end - span.start <= 2 * _MOST_NUMBERS:
        return []
    found = list(_DIGITS.finditer(text, span.start, span.end))
    if len(found) <= _MOST_NUMBERS:
        return []
    return [Verdict(Span(m.start(), m.end()), m[0], "listing", f"more than {_MOST_NUMBERS} numbers in one sentence") for m in found]
