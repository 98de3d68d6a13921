r"""Step 1, repair: undo typographic damage, keeping a map back to the source.

Abstracts reach us with LaTeX remains (``95.9\\%``, ``$\times$``), with symbols turned into letters (``sim3x``, ``83.6pm6.3%``), with
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


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of damage: its name, texts one of which stands in every text that has it, a pattern, and what to put in its place."""

    name: str
    needs: tuple[str, ...]
    pattern: re.Pattern[str]
    replacement: str | Callable[[re.Match[str]], str]

    def applies(self, text: str) -> bool:
        """Whether it is worth looking for."""
        for need in self.needs:  # noqa: SIM110 - asked for every repair of every text: any() takes twice as long
            if need in text:
                return True
        return False


def _before_digit(*texts: str) -> tuple[str, ...]:
    """Each text with each digit behind it."""
    return tuple(text + digit for text in texts for digit in "0123456789")


#: Order matters: earlier repairs feed later ones.
REPAIRS: tuple[Repair, ...] = (
    Repair("maths around a sign", ("$",), re.compile(r"\$\s?([<>=~+]|\\(?:to|rightarrow|sim|approx|geq?|leq?|times)|→)\s?\$"), r"\1"),
    Repair("maths delimiters", ("$",), _MATH, lambda m: m[1] if _MATH_CONTENT.search(m[1]) else m[0]),
    Repair("bold in Markdown", ("**",), re.compile(r"\*\*(?=\S)|(?<=\S)\*\*"), ""),
    Repair("LaTeX percent", ("\\%",), re.compile(r"(?<!\\)\\{1,4}%"), "%"),
    Repair("LaTeX times in braces", ("\\times",), re.compile(r"\{\\times\}"), r"\\times"),
    Repair("LaTeX times", ("\\times",), re.compile(r"\\times(?![A-Za-z])\s*"), "x "),
    Repair("LaTeX about", ("\\sim", "\\app"), re.compile(r"\\(?:sim|approx|simeq|app)(?![A-Za-z])\s*"), "~"),
    Repair("LaTeX plus-minus", ("\\pm",), re.compile(r"\\pm(?![A-Za-z])"), "±"),
    Repair(
        "arrow between numbers",
        ("\\to", "\\rightarrow", "\\longrightarrow", "→", "->"),
        re.compile(r"(?<=[\d%])\s*(?:\\(?:to|rightarrow|longrightarrow)(?![A-Za-z])|→|->)\s*(?=\d)"),
        " into ",
    ),
    Repair(
        "arrow behind a number",
        ("\\uparrow", "↑"),
        re.compile(r"(?<![\d.+-])(\d+(?:\.\d+)?(?:\\?%)?)\s?\$?\s?(?:\\uparrow(?![A-Za-z])|↑)\s?\$?(?!\s?\d)"),
        r"+\1",
    ),
    Repair("arrow for a sign", ("\\uparrow", "↑"), re.compile(r"(?:\\uparrow(?![A-Za-z])|↑)\s*(?=\d)"), "+"),
    Repair("arrow for a sign ", ("\\downarrow", "↓"), re.compile(r"(?:\\downarrow(?![A-Za-z])|↓)\s*(?=\d)"), "-"),
    Repair("HTML at most", ("&lt;", "<;"), re.compile(r"&lt;|<;"), "<"),
    Repair("HTML at least", ("&gt;", ">;"), re.compile(r"&gt;|>;"), ">"),
    Repair("LaTeX old font", ("{\\",), re.compile(r"\{\\(?:bf|it|em|sc|tt|rm)\s+([^{}]*)\}"), r"\1"),
    Repair("LaTeX at most", ("\\l",), re.compile(r"\\(?:leq?|leqslant|lt)(?![A-Za-z])"), "<"),
    Repair("LaTeX at least", ("\\g",), re.compile(r"\\(?:geq?|geqslant|gt)(?![A-Za-z])"), ">"),
    Repair(
        "LaTeX font",
        ("\\",),
        re.compile(r"\\(?:textbf|textit|emph|textsc|texttt|textrm|text|mathrm|mathbf|mathcal|mathit|underline|bf|it)\s*\{([^{}]*)\}"),
        r"\1",
    ),
    Repair("LaTeX negative space", ("\\!",), re.compile(r"\\!"), ""),
    Repair("LaTeX spacing", ("\\",), re.compile(r"\\[,;:! ]|\\(?:quad|xspace)\b"), " "),
    Repair("LaTeX citation", ("\\cite",), re.compile(r"~?\\cite[tp]?\*?\{[^{}]*\}"), ""),
    Repair("times with a tab for its beginning", (" imes",), re.compile(r"(?<=\d)\s+imes\b"), "x"),
    Repair("times without its backslash", ("times",), re.compile(r"times\b(?<=\dtimes)"), "x"),
    Repair("power of ten", ("^",), re.compile(r"(?<![\w.^*])10\s?\^\s?\{?([1-6])\}?(?![\d.-])"), lambda m: "1" + "0" * int(m[1])),
    Repair("sim without its backslash", ("sim",), re.compile(r"sim\s?(?=[+\d.])(?<!\wsim)(?<!\wsim\s)"), "~"),
    Repair("pm without its backslash", _before_digit("pm", "pm "), re.compile(r"(?<=[\d%])\s?pm\s?(?=\d)"), "±"),
    Repair("leq, geq without backslash", _before_digit("leq", "leq "), re.compile(r"\bleq\s?(?=\d)"), "<"),
    Repair("leq, geq without backslash ", _before_digit("geq", "geq "), re.compile(r"\bgeq\s?(?=\d)"), ">"),
    Repair("colon for decimal point", (":",), re.compile(r":(?<=\d:)(?=\d\d?%)"), "."),
    Repair("blank lost before a metric", ("% in",), re.compile(r"(?<=\d%) in(?=(?:F1|mAP|AP|BLEU|AUC|WER)\b)"), " in "),
    Repair(
        "blank lost before a number",
        ("by", "of", "to", "and", "than", "from", "with"),
        re.compile(
            r"(\d)(?:(?<=\bby\d)|(?<=\bof\d)|(?<=\bto\d)|(?<=\band\d)|(?<=\bthan\d)|(?<=\bfrom\d)|(?<=\bwith\d))(?=\d*(?:\.\d+)?%|\d*\.\d)"
        ),
        r" \1",
    ),
    Repair("blank inside a number", ("times", "x", "×"), re.compile(r"(\d(?<![\d,.]\d)\d{0,2}), (\d{3})(?=\s?(?:times|x|×)\b)"), r"\1,\2"),
    Repair("comma for decimal point", ("%",), re.compile(r"(\d(?<![\d,.]\d)(?<=[ (~<>+-]\d)\d?),(\d{1,2})(?=\s?%)"), r"\1.\2"),
    Repair("nearly", ("ear-", "early-"), re.compile(r"\b[Nn]ear(?:ly)?-(?=\d+(?:\.\d+)?\s?\\?%)"), "nearly "),
    Repair("plus-minus in ASCII", ("+",), re.compile(r"(?<=\d)\s?\+/?-\s?(?=\d)"), "±"),
    Repair("two signs for a bound", ("<=", ">="), re.compile(r"(?<=[<>])="), ""),
    Repair("tilde for a space", ("~",), re.compile(r"~(?=[A-Za-z])"), " "),
)


#: What stands in damaged texts, besides characters beyond ASCII.
_SIGNS = ("\\", "$", "~", "^", "\n", "\r", "\t", "**", "&lt;", "&gt;", "<=", ">=", "<;", ">;", "->")


#: Damage beside a digit; the digit comes first, so that the search runs from digit to digit.
_AT_DIGIT = re.compile(
    r"\d(?:times\b|\s?pm\s?\d|[:,]\d\d?\s?%|\s?%\s?(?:pm\s?\d|in[FmABW])|\s?\+/?-\s?\d|, \d{3}\s?(?:times|x)|"
    r"(?<=by\d)|(?<=of\d)|(?<=to\d)|(?<=and\d)|(?<=than\d)|(?<=from\d)|(?<=with\d)|(?<=[lg]eq\d)|(?<=[lg]eq\s\d)|(?<=ear-\d)|(?<=early-\d))"
)


_SIM = re.compile(r"sim\s?[+\d.]")


def _damaged(text: str) -> bool:
    """Whether it is worth looking for what to repair."""
    return not text.isascii() or any(sign in text for sign in _SIGNS) or _AT_DIGIT.search(text) is not None or _SIM.search(text) is not None


#: A decimal digit of another script.
_OTHER_DIGIT = re.compile(r"[^\D0-9]")


def repair(abstract: str) -> Repaired:
    r"""Undo typographic damage.

    >>> repair(r"by sim3x and 95.9\% at 83.6pm6.3%").text
    'by ~3x and 95.9% at 83.6±6.3%'
    >>> fixed = repair("by sim3x")
    >>> fixed.source(3, 6).of("by sim3x")
    'sim3x'
    """
    if not _damaged(abstract):
        return Repaired(abstract)
    text = abstract.translate(_SAME_LENGTH)
    if not text.isascii():
        text = _OTHER_DIGIT.sub(lambda m: str(unicodedata.decimal(m[0])), text)
    starts: list[int] | None = None
    ends: list[int] = []
    for one in REPAIRS:
        if not one.applies(text):
            continue
        edits = [(m.start(), m.end(), new) for m in one.pattern.finditer(text) if (new := _replace(m, one.replacement)) != m[0]]
        if not edits:
            continue
        if starts is None:
            starts, ends = list(range(len(text))), list(range(1, len(text) + 1))
        text, starts, ends = _apply(text, starts, ends, edits)
    return Repaired(text) if starts is None else Repaired(text, tuple(starts), tuple(ends))


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
