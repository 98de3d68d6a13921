"""What the pieces of a sentence are: one pass over its text into nodes with tags.

Known phrases come from the vocabulary; a name that no list contains is recognised by its shape (capitals inside, letters with digits, a
capital in the middle of a sentence). The pass is total: every character that is not a blank ends up in exactly one node.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from leaderboard.extraction.lexicon.alternation import any_of
from leaderboard.extraction.lexicon.number_words import FACTOR_STEMS, FRACTION_WORDS, NUMBER_WORDS, TIMES_WORDS
from leaderboard.extraction.lexicon.vocabulary import Entry, Vocabulary, Word, fold
from leaderboard.extraction.lexicon.word_files import class_of
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence
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
_KIND = {kind: kind for kind in ("url", "abbr", "num", "poss", "word", "dash", "punct")} | {"word3d": "word", "plain": "word"}


#: The tags of kinds of tokens, and of punctuation; any other is a word.
_OTHERS = {"url": "URL", "poss": "POSS", "dash": "DASH"}


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


#: Punctuation that a known phrase may contain.
_BRIDGES = frozenset("-/'&.+@~")


#: Kinds of tokens that no known phrase contains.
_NO_PHRASE = frozenset({"url", "poss", "dash"})


#: No known phrase has more tokens.
_MAX_TOKENS = 8


def lex(text: str, sentence: Span, vocabulary: Vocabulary, known: frozenset[str] = frozenset()) -> Sentence:
    """The nodes of one sentence.

    Args:
        text: the repaired text.
        sentence: the sentence in it.
        vocabulary: the known phrases.
        known: names that are known to be systems of this paper, so that a capital at the beginning of a sentence does not hide them.
    """
    tokens = _tokens(text, sentence, vocabulary)
    phrases = tuple(name for name in known if " " in name)
    nodes = Sentence()
    i, count = 0, len(tokens)
    while i < count:
        if phrases and (length := _known_phrase(text, tokens, i, phrases)):
            nodes.append(Node("NAME", tokens[i].start, tokens[i + length - 1].end, text[tokens[i].start : tokens[i + length - 1].end]))
            i += length
            continue
        length, entry = _longest(text, tokens, i, vocabulary) if tokens[i].word.begins else (0, None)
        if entry is not None and entry.needs:
            phrase = text[tokens[i].start : tokens[i + length - 1].end]
            entry = vocabulary.meant(entry, fold(phrase), phrase, text)
        if entry is not None:
            nodes.append(_node(entry, text, tokens[i].start, tokens[i + length - 1].end))
            i += length
            continue
        nodes.append(_single(tokens, i, sentence.start, known))
        i += 1
    return _join_names(text, _sisters(nodes, vocabulary))


class _Token(NamedTuple):
    """A piece of the text: its kind, its place and what the vocabulary knows of it."""

    kind: str
    start: int
    end: int
    word: Word


def _tokens(text: str, sentence: Span, vocabulary: Vocabulary) -> list[_Token]:
    """The tokens of a sentence; no token but "et al." contains a blank, and words of nothing but letters need no pattern."""
    word, make = vocabulary.word, _Token._make
    begin, end = sentence.start, sentence.end
    pieces = text[begin:end].split(" ")
    if any(piece.startswith("al.") for piece in pieces):
        return list(_matched(text, begin, end, vocabulary))
    tokens: list[_Token] = []
    for piece in pieces:
        stop = begin + len(piece)
        letters = piece.rstrip(",;")
        if letters.isalpha() and letters.isascii() and len(piece) - len(letters) <= 1:
            tokens.append(make(("word", begin, begin + len(letters), word(letters))))
            if letters != piece:
                tokens.append(make(("punct", stop - 1, stop, word(piece[-1]))))
        elif piece:
            tokens += _matched(text, begin, min(stop + 1, end), vocabulary)
        begin = stop + 1
    return tokens


def _matched(text: str, begin: int, end: int, vocabulary: Vocabulary) -> Iterator[_Token]:
    for m in _TOKEN.finditer(text, begin, end):
        yield _Token(_KIND[m.lastgroup or "punct"], *m.span(), vocabulary.word(m[0]))


#: How many digits a year has.
_YEAR = 4


#: A name that ends with a number.
_SISTER = re.compile(r"(?P<stem>.*?[^\d.])(?P<number>\d+)$")


def _sisters(nodes: Sentence, vocabulary: Vocabulary) -> Sentence:
    """``Kinetics-400/600``, ``VOC 2007 and 2012``: a number behind a benchmark's that makes another benchmark's name."""
    for i in range(2, len(nodes)):
        named, glue, number, after = nodes.at(i - 2), nodes.at(i - 1), nodes[i], nodes.at(i + 1)
        if number.tag != "NUM" or glue.tag not in ("SLASH", "AND", "COMMA") or named.tag not in ("BENCH", "NAME"):
            continue
        match = _SISTER.fullmatch(named.text)
        if match is None or (after.start == number.end and after.tag != "STOP" and after.text[:1] in ("%", ".", "x")):
            continue
        text = match["stem"] + number.text
        entry = vocabulary.find(fold(text), text)
        years = len(match["number"]) == len(number.text) == _YEAR
        if entry is not None and entry.tag == "BENCH" and (years or glue.tag == "SLASH"):
            nodes[i] = Node("BENCH", number.start, number.end, text, entry.name)
        elif entry is None and number.text.isdigit() and years and match["number"].startswith(("19", "20")):
            nodes[i] = Node(named.tag, number.start, number.end, text)
    return nodes


def _longest(text: str, tokens: list[_Token], i: int, vocabulary: Vocabulary) -> tuple[int, Entry | None]:
    """The longest known phrase that begins at token ``i``."""
    token = tokens[i]
    kind, word = token.kind, token.word
    best: tuple[int, Entry | None] = (0, None)
    if kind in _NO_PHRASE or (kind == "punct" and word.text not in "&#"):
        return best
    if word.text in ("a", "an") and i + 1 < len(tokens) and tokens[i + 1].kind == "num":
        return best
    if kind not in ("punct", "num") and word.entry is not None and not _cut(tokens, i):
        best = (1, word.entry)
    if not word.goes_on:
        return best
    folded, start = word.folded, token.start
    for j in range(i + 1, min(i + _MAX_TOKENS, len(tokens))):
        token = tokens[j]
        kind, word = token.kind, token.word
        if kind in _NO_PHRASE or (kind == "punct" and word.text not in _BRIDGES):
            break
        if kind == "num" and token.start == tokens[j - 1].end and text[tokens[j - 1].start] == "/":
            break
        folded += word.folded
        if folded not in vocabulary.beginnings:
            break
        if kind == "punct" or folded not in vocabulary.entries or _cut(tokens, j):
            continue
        entry = vocabulary.find(folded, text[start : token.end])
        if entry is not None and not (word.text.casefold() == "than" and not _number_next(text, token.end)):
            best = (j - i + 1, entry)
    return best


#: A number in digits or words; a number word that is joined to another word by a hyphen ("two-stage") is one only as a factor or a share.
_NUMBER_NEXT = re.compile(
    rf"\s*(?:[~<>+]|\\?\$)?\s*(?:\d|\.\d|an?\s(?:\d|order|factor|{any_of((*FRACTION_WORDS, *NUMBER_WORDS))})|half|"
    rf"{any_of((*TIMES_WORDS, *FACTOR_STEMS))}|"
    rf"{any_of(NUMBER_WORDS)}(?:-?(?:fold|times)|-{any_of(FRACTION_WORDS)}|(?!-[a-z]))\b)",
    re.I,
)


def _number_next(text: str, end: int) -> bool:
    """Whether a number follows: "more than" is a bound before one, and a comparison before anything else."""
    return _NUMBER_NEXT.match(text, end) is not None


def _cut(tokens: list[_Token], j: int) -> bool:
    """Whether ending a phrase behind token ``j`` would cut a number or a glued name in two (``Kinetics-4|00``, ``VOC 2007|test``)."""
    if j + 1 >= len(tokens) or tokens[j + 1].start != tokens[j].end:
        return False
    after = tokens[j + 1]
    return after.kind == "num" or (after.kind == "word" and tokens[j].kind == "num" and after.word.text[0].isalpha())


def _known_phrase(text: str, tokens: list[_Token], i: int, phrases: tuple[str, ...]) -> int:
    """How many tokens of one of the paper's own names of several words begin here."""
    start = tokens[i].start
    for phrase in phrases:
        if text.startswith(phrase, start):
            stop = start + len(phrase)
            for j in range(i, min(i + _MAX_TOKENS, len(tokens))):
                if tokens[j].end == stop:
                    return j - i + 1
    return 0


def _node(entry: Entry, text: str, start: int, end: int) -> Node:
    return Node(entry.tag, start, end, text[start:end], entry.name, (), entry.tags)


def _single(tokens: list[_Token], i: int, begin: int, known: frozenset[str]) -> Node:
    token = tokens[i]
    kind, start, end, word = token.kind, token.start, token.end, token.word
    piece = word.text
    if kind == "word":
        if piece in known:
            return Node("NAME", start, end, piece)
        if word.measure:
            return Node("METRIC", start, end, piece)
        if word.shaped:
            return Node("NAME", start, end, piece)
        first = start == begin or (i > 0 and tokens[i - 1].word.text in (":", ".", "("))
        return Node("NAME" if piece[0].isupper() and not first else "WORD", start, end, piece)
    if kind == "num":
        return Node("NUM", start, end, piece)
    if kind == "punct":
        return Node("STOP" if piece in ".!?" else _PUNCT.get(piece, "WORD"), start, end, piece)
    return Node(_OTHERS.get(kind, "WORD"), start, end, piece)


_SIZES = class_of("name-shapes.txt", "sizename")


_VERSION = re.compile(r"v\d+(?:\.\d+)?")


def _join_names(text: str, nodes: Sentence) -> Sentence:
    """``Faster R-CNN``, ``Mask TextSpotter v3``: names side by side are one name."""
    joined = Sentence()
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
    """``v3``, ``large``: what belongs to the name before it."""
    return node.tag == "WORD" and (node.text in _SIZES or _VERSION.fullmatch(node.text) is not None)
