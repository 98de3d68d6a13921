"""The subject of a sentence or of a clause: who reaches, improves or needs the number."""

from __future__ import annotations

from leaderboard.extraction.lexicon.word_files import name_class
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence

_VERBS = frozenset({"BEAT", "GET", "UPVERB", "DOWNVERB", "SPEEDVERB", "HAVE", "BE", "KEEP", "WITH"})


#: Words that take up the subject of the sentence before.
BACK = frozenset({"it", "its", "this", "they", "their", "these"})


FAR = 12


def sentence_subject(nodes: Sentence) -> str | None:
    """The name that a sentence begins with, behind an article or an opening phrase ("On COCO, X ...")."""
    start = 0
    if nodes and nodes[0].tag in ("ON", "IN", "WITH", "VERSUS", "BY", "NOTABLY"):
        comma = next((i for i, n in enumerate(nodes[:16]) if n.tag == "COMMA"), None)
        start = comma + 1 if comma is not None else 0
    for node in nodes[start : start + 3]:
        if node.tag == "NAME":
            return node.text if len(node.text) > 1 else None
        if node.tag not in ("DET", "NOTABLY", "WORD"):
            return None
    return None


def subject_of_number(nodes: Sentence, index: int) -> str | None:
    """The system named as the subject of the verb that governs a number, where it is not simply the paper's own."""
    i = index - 1
    while i >= 0:
        node = nodes[i]
        if node.tag in _VERBS and node.tag != "WITH":
            subject = _name_before(nodes, i)
            if subject is not None:
                return None if subject in name_class("nosubject") or len(subject) == 1 else subject
            if is_finite(node) and _noun_phrase_before(nodes, i) is not None:
                return None
        if node.tag in ("SEMI", "STOP"):
            break
        i -= 1
    return None


def _name_before(nodes: Sentence, verb: int) -> str | None:
    """The name that is the subject of the verb at ``verb``, over words like "can also" and "the model"."""
    i = verb - 1
    while i >= 0 and verb - i <= _HEDGES and is_hedge(nodes[i]):
        i -= 1
    if i >= 2 and nodes[i].text.casefold() in ("which", "that"):
        i -= 2 if nodes[i - 1].tag == "COMMA" else 1
    if i >= 1 and nodes[i].tag == "WORD" and nodes[i - 1].tag == "NAME":
        i -= 1
    if i < 0 or nodes[i].tag != "NAME":
        return None
    before = nodes[i - 1] if i else None
    if before is None:
        return nodes[i].text
    if before.tag in ("DET", "WORD") and i >= 2 and nodes[i - 2].tag in ("WITH", "ON", "IN", "OF"):
        return None
    if before.tag == "AND" and _begins_clause(nodes, i - 1):
        return nodes[i].text
    return None if before.tag in _NO_SUBJECT_AFTER or before.text.casefold() in ("like", "as") else nodes[i].text


_HEDGES = 4


#: Words before a name that make it something other than the subject of the verb behind it.
_NO_SUBJECT_AFTER = frozenset(
    {"ON", "IN", "OF", "WITH", "OVER", "THAN", "VERSUS", "BEAT", "TO", "BY", "FROM", "AND", "UPVERB", "GET", "LP"}
)


def is_hedge(node: Node) -> bool:
    """Whether a node only softens or introduces a verb ("also", "can", "now")."""
    return node.tag in ("NOTABLY", "MEAN", "ONLY", "HAVE", "BE") or node.text.casefold() in name_class("hedge")


def _begins_clause(nodes: Sentence, conjunction: int) -> bool:
    """``A achieves 22% and B achieves 42%``: a conjunction behind a number or a comma begins a new clause."""
    return any(n.tag == "Q" for n in nodes[max(0, conjunction - 8) : conjunction])


def noun_subject(nodes: Sentence, index: int) -> str | None:
    """``Domain pretraining improves F1 by 7%``, ``this vision mode can save 75%``: what a nameless method is called as the subject."""
    for i in range(index - 1, 0, -1):
        if nodes[i].tag in ("SEMI", "STOP"):
            return None
        if is_finite(nodes[i]):
            return _noun_phrase_before(nodes, i)
    return None


_PREDICATES = frozenset({"BEAT", "GET", "UPVERB", "DOWNVERB", "SPEEDVERB", "HAVE", "BE", "TAKE", "SOLVE", "KEEP"})


_LONGEST_SUBJECT = 5


_SUBJECT_WORDS = frozenset({"WORD", "COST", "SETNOUN", "SPEEDNOUN", "LABEL", "UPADJ"})


#: What the subject of a clause begins behind.
_BEFORE_SUBJECT = frozenset({"COMMA", "COLON", "WE", "NOTABLY", "CONJ", "DASH", "LP"})


def is_finite(node: Node) -> bool:
    """Whether a node is a verb that makes a clause ("reaches", not "reaching")."""
    return node.tag in _PREDICATES and not node.text.endswith("ing")


def _noun_phrase_before(nodes: Sentence, verb: int) -> str | None:
    """The noun phrase that a clause begins with, where its verb stands at ``verb``."""
    j = verb - 1
    while j >= 0 and (is_hedge(nodes[j]) or nodes[j].text.endswith("ly")):
        j -= 1
    words: list[str] = []
    while j >= 0 and nodes[j].tag in _SUBJECT_WORDS and len(words) < _LONGEST_SUBJECT and nodes[j].text.casefold() != "that":
        words.insert(0, nodes[j].text)
        j -= 1
    if not words or words[-1].casefold() in name_class("anybody") or (len(words) == 1 and "-" not in words[0]):
        return None
    if any(word.casefold() in name_class("stopword") or word.endswith("ly") for word in words) or words[-1].casefold() in name_class(
        "costhead"
    ):
        return None
    if j >= 0 and nodes[j].tag == "DET":
        j -= 1
    before = nodes[j] if j >= 0 else None
    return " ".join(words) if before is None or before.tag in _BEFORE_SUBJECT or before.text.casefold() == "that" else None
