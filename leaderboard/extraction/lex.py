"""Step 3, lex: one pass over a sentence into typed nodes.

Known phrases come from the vocabulary; a name that no list contains is recognised by its shape (capitals inside, letters with digits, a
capital in the middle of a sentence). The pass is total: every character that is not a blank ends up in exactly one node.
"""

from __future__ import annotations

import re
from functools import lru_cache

from leaderboard.extraction.nodes import Node
from leaderboard.extraction.vocabulary import Entry, Vocabulary, fold
from leaderboard.model import Span

_TOKEN = re.compile(
    r"""
    (?P<plain>(?!et\ al\.)[A-Za-z]+(?=[ ,;)]|:\s))
  | (?P<url>https?://\S+|www\.\S+|\b[A-Za-z][\w-]{0,40}(?:\.[\w-]{1,40}){0,4}\.(?:com|org|io|edu|net|github|ai)\b(?:/\S*)?)
  | (?P<abbr>e\.g\.|i\.e\.|p\.p\.|w\.r\.t\.|vs\.|v\.s\.|et\ al\.|approx\.|resp\.|ca\.|a\.k\.a\.)
  | (?P<word3d>(?<![\w.])[2-4]D(?:[A-Z][\w-]*|-[A-Z]\w*))
  | (?P<num>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?|(?<![\w.])\.\d+)
  | (?P<poss>'s\b|(?<=s)'(?=\s))
  | (?P<word>[^\W\d_]+-[A-Z][a-z]{0,2}/\d+(?:@\d+)?
            |[^\W\d_]\w*(?:(?!'s\b)[-'@^*&](?=\w)\w+|(?<=\d)\.(?=\d)\d+\w*|(?<=[A-Z])\.(?=[A-Z]\b)\w+|\((?:S|s)\)(?!\w))*(?:\+\+?|\*|\?!|!)?)
  | (?P<dash>--+|\u2014|(?<=\s)-(?=\s))
  | (?P<punct>\S)
    """,
    re.VERBOSE,
)
#: A word of nothing but letters is tried first, because most are. ``3DGS`` is a word although it begins with a number.
_KIND = {"word3d": "word", "plain": "word"}
_PUNCT = {
    ",": "COMMA",
    ";": "SEMI",
    ":": "COLON",
    "/": "SLASH",
    "(": "LP",
    "[": "LP",
    "{": "LP",
    ")": "RP",
    "]": "RP",
    "}": "RP",
    "&": "AND",
    "=": "BE",
}
_BRIDGES = frozenset("-/'&.+@~")
_MAX_TOKENS = 8
_SHAPE = re.compile(r".*(?:[a-z0-9][A-Z]|[A-Z].*[A-Z]|[A-Za-z]-?\d|\d[A-Za-z])")


def lex(text: str, sentence: Span, vocabulary: Vocabulary, known: frozenset[str] = frozenset()) -> list[Node]:
    """The nodes of one sentence.

    Args:
        text: the repaired text.
        sentence: the sentence in it.
        vocabulary: the known phrases.
        known: names that are known to be systems of this paper, so that a capital at the beginning of a sentence does not hide them.
    """
    tokens = [
        (_KIND.get(m.lastgroup or "", m.lastgroup or "punct"), m.start(), m.end())
        for m in _TOKEN.finditer(text, sentence.start, sentence.end)
    ]
    phrases = tuple(name for name in known if " " in name)
    nodes: list[Node] = []
    i = 0
    while i < len(tokens):
        if phrases and (count := _known_phrase(text, tokens, i, phrases)):
            nodes.append(Node("NAME", tokens[i][1], tokens[i + count - 1][2], text[tokens[i][1] : tokens[i + count - 1][2]]))
            i += count
            continue
        length, entry = _longest(text, tokens, i, vocabulary)
        if entry is not None:
            nodes.append(_node(entry, text, tokens[i][1], tokens[i + length - 1][2]))
            i += length
            continue
        nodes.append(_single(text, tokens, i, sentence.start, known))
        i += 1
    return _join_names(text, _sisters(nodes, vocabulary))


_YEAR = 4
_SISTER = re.compile(r"(?P<stem>.*?[^\d.])(?P<number>\d+)$")


def _sisters(nodes: list[Node], vocabulary: Vocabulary) -> list[Node]:
    """``Kinetics-400/600``, ``VOC 2007 and 2012``: a number behind a benchmark's that makes another benchmark's name."""
    for i in range(2, len(nodes)):
        if nodes[i].tag != "NUM" or nodes[i - 1].tag not in ("SLASH", "AND", "COMMA") or nodes[i - 2].tag not in ("BENCH", "NAME"):
            continue
        match = _SISTER.fullmatch(nodes[i - 2].text)
        if match is None or (i + 1 < len(nodes) and nodes[i + 1].start == nodes[i].end and nodes[i + 1].text[0] in "%.x"):
            continue
        text = match["stem"] + nodes[i].text
        entry = vocabulary.find(fold(text), text)
        years = nodes[i - 1].tag == "SLASH" or len(match["number"]) == len(nodes[i].text) == _YEAR
        if entry is not None and entry.tag == "BENCH" and years:
            nodes[i] = Node("BENCH", nodes[i].start, nodes[i].end, text, entry.name)
        elif (
            entry is None
            and nodes[i].text.isdigit()
            and len(match["number"]) == len(nodes[i].text) == _YEAR
            and match["number"].startswith(("19", "20"))
        ):
            nodes[i] = Node(nodes[i - 2].tag, nodes[i].start, nodes[i].end, text)
    return nodes


#: Names that only measures have: something at a cut-off (``ED@20``), a score with its variant in brackets (``ADD(S)``).
_MEASURE_SHAPE = re.compile(r"[A-Za-z][A-Za-z0-9]*@[\dMKk]+|[A-Z][A-Za-z]+Score|[A-Z]{2,}\([A-Z]\)")


def _longest(text: str, tokens: list[tuple[str, int, int]], i: int, vocabulary: Vocabulary) -> tuple[int, Entry | None]:
    """The longest known phrase that begins at token ``i``."""
    kind, start, _ = tokens[i]
    best: tuple[int, Entry | None] = (0, None)
    if kind in ("url", "poss", "dash") or (kind == "punct" and text[start] not in "&#"):
        return best
    if text[start : tokens[i][2]] in ("a", "an") and i + 1 < len(tokens) and tokens[i + 1][0] == "num":
        return best
    folded = ""
    for j in range(i, min(i + _MAX_TOKENS, len(tokens))):
        kind, _, stop = tokens[j]
        piece = text[tokens[j][1] : stop]
        if kind in ("url", "poss", "dash") or (kind == "punct" and (j == i or piece not in _BRIDGES)):
            break
        if kind == "num" and j > i and tokens[j][1] == tokens[j - 1][2] and text[tokens[j - 1][1]] == "/":
            break
        folded += fold(piece)
        if folded not in vocabulary.beginnings:
            break
        if kind == "punct" or _cut(text, tokens, j):
            continue
        entry = vocabulary.find(folded, text[start:stop])
        if (
            entry is not None
            and not (j == i and kind == "num")
            and not (piece.casefold() == "than" and j > i and not _number_next(text, tokens[j][2]))
        ):
            best = (j - i + 1, entry)
    return best


_NUMBER_NEXT = re.compile(
    r"\s*(?:[~<>+]|\\?\$)?\s*(?:\d|\.\d|an?\s(?:\d|order|factor|half|third|quarter)|half|twice|doubl|tripl|halv|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty)\b(?!-[a-z]))",
    re.I,
)


def _number_next(text: str, end: int) -> bool:
    """Whether a number follows: "more than" is a bound before one, and a comparison before anything else."""
    return _NUMBER_NEXT.match(text, end) is not None


def _cut(text: str, tokens: list[tuple[str, int, int]], j: int) -> bool:
    """Whether ending a phrase behind token ``j`` would cut a number or a glued name in two (``Kinetics-4|00``, ``VOC 2007|test``)."""
    if j + 1 >= len(tokens) or tokens[j + 1][1] != tokens[j][2]:
        return False
    kind, start, _ = tokens[j + 1]
    return kind == "num" or (kind == "word" and tokens[j][0] == "num" and text[start].isalpha())


def _known_phrase(text: str, tokens: list[tuple[str, int, int]], i: int, phrases: tuple[str, ...]) -> int:
    """How many tokens of one of the paper's own names of several words begin here."""
    start = tokens[i][1]
    for phrase in phrases:
        if text.startswith(phrase, start):
            stop = start + len(phrase)
            for j in range(i, min(i + _MAX_TOKENS, len(tokens))):
                if tokens[j][2] == stop:
                    return j - i + 1
    return 0


def _node(entry: Entry, text: str, start: int, end: int) -> Node:
    return Node(entry.tag, start, end, text[start:end], entry.name, (), entry.tags)


def _single(text: str, tokens: list[tuple[str, int, int]], i: int, begin: int, known: frozenset[str]) -> Node:
    kind, start, end = tokens[i]
    piece = text[start:end]
    if kind == "num":
        return Node("NUM", start, end, piece)
    if kind == "word":
        first = start == begin or (i and text[tokens[i - 1][1] : tokens[i - 1][2]] in (":", ".", "(") and not _is_shaped(piece))
        if piece not in known and _is_measure(piece):
            return Node("METRIC", start, end, piece)
        return Node("NAME" if _is_name(piece, known, first=bool(first)) else "WORD", start, end, piece)
    if kind == "punct":
        return Node("STOP" if piece in ".!?" else _PUNCT.get(piece, "WORD"), start, end, piece)
    return Node({"url": "URL", "poss": "POSS", "dash": "DASH"}.get(kind, "WORD"), start, end, piece)


@lru_cache(maxsize=1 << 15)
def _is_measure(piece: str) -> bool:
    return _MEASURE_SHAPE.fullmatch(piece) is not None


@lru_cache(maxsize=1 << 15)
def _is_shaped(piece: str) -> bool:
    return _SHAPE.match(piece) is not None


def _is_name(piece: str, known: frozenset[str], *, first: bool) -> bool:
    if piece in known or _is_shaped(piece):
        return True
    return piece[0].isupper() and not first


def _join_names(text: str, nodes: list[Node]) -> list[Node]:
    """``Faster R-CNN``, ``Mask TextSpotter v3``: names side by side are one name."""
    joined: list[Node] = []
    for node in nodes:
        last = joined[-1] if joined else None
        if (
            last is not None
            and node.tag == "NAME"
            and last.tag in ("FASTADJ", "UPADJ", "NOTABLY")
            and last.text[0].isupper()
            and len(joined) > 1
            and node.start - last.end == 1
        ):
            joined[-1] = Node("NAME", last.start, node.end, text[last.start : node.end])
            continue
        if last is not None and last.tag == "NAME" and node.start - last.end <= 1 and (node.tag == "NAME" or _version(node)):
            joined[-1] = Node("NAME", last.start, node.end, text[last.start : node.end])
        else:
            joined.append(node)
    return joined


def _version(node: Node) -> bool:
    return node.tag == "WORD" and re.fullmatch(r"v\d+(?:\.\d+)?|XL|large|base|Large|Base", node.text) is not None
