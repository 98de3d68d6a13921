r"""Step 1, repair: undo typographic damage, keeping a map back to the source.

Abstracts reach us with LaTeX remains (``95.9\%``, ``$\times$``), with symbols turned into letters (``sim3x``, ``83.6pm6.3%``), with
non-breaking spaces, Unicode dashes and full-width digits. Everything after this step sees plain text; every offset it finds is translated
back at the end, so that ``abstract[start:end]`` is always what the source says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from leaderboard.model import Span


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text and, for each of its characters, where that character began and ended in the source (empty: nothing was changed)."""

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def source(self, start: int, end: int) -> Span:
        """The span of the source behind ``text[start:end]`` (which must not be empty)."""
        if not self.starts:
            return Span(start, end)
        return Span(self.starts[start], self.ends[end - 1])


_SAME_LENGTH = {
    **{ord(c): " " for c in "\u00a0\u2002\u2003\u2009\u200a\u202f\n\r\t\u3000"},
    **{ord(c): "-" for c in "\u2010\u2011\u2012\u2013\u2212\u02d7\ufe63\uff0d"},
    **{ord(c): "'" for c in "\u2018\u2019\u02bc\u2032"},
    **{ord(c): '"' for c in "\u201c\u201d"},
    **{ord(c): "~" for c in "\u223c\u2248\uff5e\u2243\u2245\u02dc"},
    **{ord(c): "x" for c in "\u00d7\u2715\u2a2f"},
    ord("\uff05"): "%",
    ord("\u2265"): ">",
    ord("\u2a7e"): ">",
    ord("\u2264"): "<",
    ord("\u2a7d"): "<",
    ord("\u2215"): "/",
    ord("\u2044"): "/",
    **{ord("\uff10") + i: str(i) for i in range(10)},
    ord("\uff0e"): ".",
}

_MATH = re.compile(r"\$(?!\s*\d+(?:[.,]\d+)?\s+(?:and|or|to|per)\b)(?P<inside>[^$]{0,60}\\[^$]{1,60}(?=\$)|[^$]{1,80}(?=\$(?!\d)))\$")
_MATH_CONTENT = re.compile(r"[\\^_{}]|^[\s\d.,+\-%x<>~=/±]*$|^\d*[A-Za-z]$|^\d+\s?[-+]\s?[A-Za-z]$")

#: name, pattern, replacement (text, or a function of the match). Order matters: earlier repairs feed later ones.
REPAIRS: tuple[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    ("maths around a sign", re.compile(r"\$\s?([<>=~+]|\\(?:to|rightarrow|sim|approx|geq?|leq?|times)|→)\s?\$"), r"\1"),
    ("maths delimiters", _MATH, lambda m: m[1] if _MATH_CONTENT.search(m[1]) else m[0]),
    ("bold in Markdown", re.compile(r"\*\*(?=\S)|(?<=\S)\*\*"), ""),
    ("LaTeX percent", re.compile(r"(?<!\\)\\{1,4}%"), "%"),
    ("LaTeX times in braces", re.compile(r"\{\\times\}"), r"\\times"),
    ("LaTeX times", re.compile(r"\\times(?![A-Za-z])\s*"), "x "),
    ("LaTeX about", re.compile(r"\\(?:sim|approx|simeq|app)(?![A-Za-z])\s*"), "~"),
    ("LaTeX plus-minus", re.compile(r"\\pm(?![A-Za-z])"), "±"),
    ("arrow between numbers", re.compile(r"(?<=[\d%])\s*(?:\\(?:to|rightarrow|longrightarrow)(?![A-Za-z])|→|->)\s*(?=\d)"), " into "),
    (
        "arrow behind a number",
        re.compile(r"(?<![\d.+-])(\d+(?:\.\d+)?(?:\\?%)?)\s?\$?\s?(?:\\uparrow(?![A-Za-z])|↑)\s?\$?(?!\s?\d)"),
        r"+\1",
    ),
    ("arrow for a sign", re.compile(r"(?:\\uparrow(?![A-Za-z])|↑)\s*(?=\d)"), "+"),
    ("arrow for a sign ", re.compile(r"(?:\\downarrow(?![A-Za-z])|↓)\s*(?=\d)"), "-"),
    ("HTML at most", re.compile(r"&lt;|<;"), "<"),
    ("HTML at least", re.compile(r"&gt;|>;"), ">"),
    ("LaTeX old font", re.compile(r"\{\\(?:bf|it|em|sc|tt|rm)\s+([^{}]*)\}"), r"\1"),
    ("LaTeX at most", re.compile(r"\\(?:leq?|leqslant|lt)(?![A-Za-z])"), "<"),
    ("LaTeX at least", re.compile(r"\\(?:geq?|geqslant|gt)(?![A-Za-z])"), ">"),
    (
        "LaTeX font",
        re.compile(r"\\(?:textbf|textit|emph|textsc|texttt|textrm|text|mathrm|mathbf|mathcal|mathit|underline|bf|it)\s*\{([^{}]*)\}"),
        r"\1",
    ),
    ("LaTeX negative space", re.compile(r"\\!"), ""),
    ("LaTeX spacing", re.compile(r"\\[,;:! ]|\\(?:quad|xspace)\b"), " "),
    ("LaTeX citation", re.compile(r"~?\\cite[tp]?\*?\{[^{}]*\}"), ""),
    ("times with a tab for its beginning", re.compile(r"(?<=\d)\s+imes\b"), "x"),
    ("times without its backslash", re.compile(r"(?<=\d)times\b"), "x"),
    ("power of ten", re.compile(r"(?<![\w.^*])10\s?\^\s?\{?([1-6])\}?(?![\d.-])"), lambda m: "1" + "0" * int(m[1])),
    ("sim without its backslash", re.compile(r"\bsim\s?(?=[+\d.])"), "~"),
    ("pm without its backslash", re.compile(r"(?<=[\d%])\s?pm\s?(?=\d)"), "±"),
    ("leq, geq without backslash", re.compile(r"\bleq\s?(?=\d)"), "<"),
    ("leq, geq without backslash ", re.compile(r"\bgeq\s?(?=\d)"), ">"),
    ("colon for decimal point", re.compile(r"(?<=\d):(?=\d\d?%)"), "."),
    ("blank lost before a metric", re.compile(r"(?<=\d%) in(?=(?:F1|mAP|AP|BLEU|AUC|WER)\b)"), " in "),
    ("blank lost before a number", re.compile(r"\b(by|of|to|and|than|from|with)(?=\d+(?:\.\d+)?%|\d+\.\d)"), r"\1 "),
    ("blank inside a number", re.compile(r"(?<![\d,.])(\d{1,3}), (\d{3})(?=\s?(?:times|x|×)\b)"), r"\1,\2"),
    ("comma for decimal point", re.compile(r"(?<![\d,.])(?<=[ (~<>+-])(\d{1,2}),(\d{1,2})(?=\s?%)"), r"\1.\2"),
    ("nearly", re.compile(r"\b[Nn]ear(?:ly)?-(?=\d+(?:\.\d+)?\s?\\?%)"), "nearly "),
    ("plus-minus in ASCII", re.compile(r"(?<=\d)\s?\+/?-\s?(?=\d)"), "±"),
    ("two signs for a bound", re.compile(r"(?<=[<>])="), ""),
    ("tilde for a space", re.compile(r"~(?=[A-Za-z])"), " "),
)

_TRIGGER = re.compile(
    r"[\\$~]|\*\*|[^\x00-\x7f]|\dtimes\b|\bsim\s?[+\d.]|\d\s?pm\s?\d|%\s?pm\s?\d|\b[lg]eq\s?\d|\d[:,]\d\d?\s?\\?%|[\n\r\t]|\d\s?\+/?-\s?\d|"
    r"\b[Nn]ear(?:ly)?-\d|"
    r"10\s?\^|[<>]=|&[lg]t;|[<>];|% in[FmABW]|[\d%]\s?->\s?\d|\b(?:by|of|to|and|than|from|with)\d|\d, \d{3}\s?(?:times|x)"
)


def repair(abstract: str) -> Repaired:
    r"""Undo typographic damage.

    >>> repair(r"by sim3x and 95.9\% at 83.6pm6.3%").text
    'by ~3x and 95.9% at 83.6±6.3%'
    >>> fixed = repair("by sim3x")
    >>> fixed.source(3, 6).of("by sim3x")
    'sim3x'
    """
    if not _TRIGGER.search(abstract):
        return Repaired(abstract)
    text = abstract.translate(_SAME_LENGTH)
    if not text.isascii():
        text = "".join(_ascii_digit(c) for c in text)
    starts: list[int] | None = None
    ends: list[int] = []
    for _, pattern, replacement in REPAIRS:
        edits = [(m.start(), m.end(), new) for m in pattern.finditer(text) if (new := _replace(m, replacement)) != m[0]]
        if not edits:
            continue
        if starts is None:
            starts, ends = list(range(len(text))), list(range(1, len(text) + 1))
        text, starts, ends = _apply(text, starts, ends, edits)
    return Repaired(text) if starts is None else Repaired(text, tuple(starts), tuple(ends))


def _ascii_digit(c: str) -> str:
    """A decimal digit of any script as an ASCII digit, anything else as it is."""
    if c.isascii() or not c.isdecimal():
        return c
    return str(unicodedata.decimal(c))


def _replace(match: re.Match[str], replacement: str | Callable[[re.Match[str]], str]) -> str:
    return match.expand(replacement) if isinstance(replacement, str) else replacement(match)


def _apply(text: str, starts: list[int], ends: list[int], edits: list[tuple[int, int, str]]) -> tuple[str, list[int], list[int]]:
    """Carry out edits ``(start, end, new text)``; where the new text is found inside the old one, its characters keep their own places."""
    pieces: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    last = 0
    for start, end, new in edits:
        pieces += (text[last:start], new)
        new_starts += starts[last:start]
        new_ends += ends[last:start]
        inside = text.find(new, start, end) if new else -1
        if inside >= 0:
            new_starts += starts[inside : inside + len(new)]
            new_ends += ends[inside : inside + len(new)]
        else:
            new_starts += [starts[start]] * len(new)
            new_ends += [ends[end - 1]] * len(new)
        last = end
    pieces.append(text[last:])
    new_starts += starts[last:]
    new_ends += ends[last:]
    return "".join(pieces), new_starts, new_ends
