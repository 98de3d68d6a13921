"""The subject of a sentence or of a clause: who reaches, improves or needs the number."""

from __future__ import annotations

import re

from leaderboard.extraction.lexicon.word_files import class_of, name_class
from leaderboard.extraction.method.attribution import Number
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import OUTSIDE, Sentence


def _words(name: str) -> frozenset[str]:
    return class_of("own-names.txt", name)


_VERBS = frozenset({"BEAT", "GET", "UPVERB", "DOWNVERB", "SPEEDVERB", "HAVE", "BE", "KEEP"})


#: Words that take up the subject of the sentence before.
BACK = _words("back")


#: So many nodes before its number a verb or a subject may stand.
FAR = 12


def sentence_subject(nodes: Sentence) -> str | None:
    """The name that a sentence begins with, after an article or an opening phrase ("On COCO, X ...")."""
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


def subject_of_verb(number: Number) -> str | None:
    """``X reaches 84%``: the system named as the subject of the verb that governs a number, where it is not simply the paper's own."""
    nodes = number.nodes
    for i in range(number.place - 1, -1, -1):
        if nodes[i].tag in _VERBS:
            subject = _name_before(nodes, i)
            if subject is not None:
                return None if subject in name_class("nosubject") or len(subject) == 1 else subject
            if is_finite(nodes[i]) and _noun_phrase_before(nodes, i) is not None:
                return None
        if nodes[i].tag in ("SEMI", "STOP"):
            return None
    return None


def _name_before(nodes: Sentence, verb: int) -> str | None:
    """The name that is the subject of the verb at ``verb``, over words like "can also" and "the model"."""
    i = verb - 1
    while i >= 0 and verb - i <= _MOST_HEDGES and is_hedge(nodes[i]):
        i -= 1
    if i >= 2 and nodes[i].text.casefold() in _RELATIVE:
        i -= 2 if nodes.at(i - 1).tag == "COMMA" else 1
    if nodes.at(i).tag == "WORD" and nodes.at(i - 1).tag == "NAME":
        i -= 1
    return nodes[i].text if nodes.at(i).tag == "NAME" and _may_be_subject(nodes, i) else None


def _may_be_subject(nodes: Sentence, name: int) -> bool:
    """Whether nothing before a name makes it something other than a subject ("on X", "like X", "with the X")."""
    before = nodes.at(name - 1)
    if before.tag in ("DET", "WORD") and nodes.at(name - 2).tag in ("WITH", "ON", "IN", "OF"):
        return False
    if before.tag == "AND" and _begins_clause(nodes, name - 1):
        return True
    return before.tag not in _NO_SUBJECT_AFTER and before.text.casefold() not in _LIKE_AS


_RELATIVE, _LIKE_AS = _words("relative"), _words("likeas")
_MOST_HEDGES = 4


#: Words before a name that make it something other than the subject of a verb.
_NO_SUBJECT_AFTER = frozenset(
    {"ON", "IN", "OF", "WITH", "OVER", "THAN", "VERSUS", "BEAT", "TO", "BY", "FROM", "AND", "UPVERB", "GET", "LP"}
)


def is_hedge(node: Node) -> bool:
    """Whether a node only softens or introduces a verb ("also", "can", "now")."""
    return node.tag in ("NOTABLY", "MEAN", "ONLY", "HAVE", "BE") or node.text.casefold() in name_class("hedge")


def _begins_clause(nodes: Sentence, conjunction: int) -> bool:
    """``A achieves 22% and B achieves 42%``: a conjunction after a number begins a new clause."""
    return any(n.tag == "Q" for n in nodes.before(conjunction, 8))


def noun_subject(nodes: Sentence, index: int) -> str | None:
    """``Masked pretraining improves F1 by 7%``, ``this vision mode can save 75%``: what a nameless method is called as the subject."""
    for i in range(index - 1, 0, -1):
        if nodes[i].tag in ("SEMI", "STOP"):
            return None
        if is_finite(nodes[i]):
            return _noun_phrase_before(nodes, i)
    return None


_PREDICATES = frozenset({"BEAT", "GET", "UPVERB", "DOWNVERB", "SPEEDVERB", "HAVE", "BE", "TAKE", "SOLVE", "KEEP"})


_LONGEST_SUBJECT = 5


_SUBJECT_WORDS = frozenset({"WORD", "COST", "SETNOUN", "SPEEDNOUN", "LABEL", "UPADJ"})


#: What the subject of a clause begins after.
_BEFORE_SUBJECT = frozenset({"COMMA", "COLON", "WE", "NOTABLY", "CONJ", "DASH", "LP"})


def is_finite(node: Node) -> bool:
    """Whether a node is a verb that makes a clause ("reaches", not "reaching")."""
    return node.tag in _PREDICATES and not node.text.endswith("ing")


def _noun_phrase_before(nodes: Sentence, verb: int) -> str | None:
    """The noun phrase that a clause begins with, where its verb stands at ``verb``."""
    last = verb - 1
    while last >= 0 and (is_hedge(nodes[last]) or nodes[last].text.endswith("ly")):
        last -= 1
    first = last
    while nodes.at(first).tag in _SUBJECT_WORDS and last - first < _LONGEST_SUBJECT and nodes[first].text.casefold() != "that":
        first -= 1
    words = [node.text for node in nodes.between(first, last + 1)]
    if not _names_something(words):
        return None
    before = nodes.at(first - 1 if nodes.at(first).tag == "DET" else first)
    begins = before is OUTSIDE or before.tag in _BEFORE_SUBJECT or before.text.casefold() == "that"
    return " ".join(words) if begins else None


def _names_something(words: list[str]) -> bool:
    """Whether the words of a subject say more than "the method" or "training time" does."""
    if not words or (len(words) == 1 and "-" not in words[0]):
        return False
    head = words[-1].casefold()
    if head in name_class("anybody") or head in name_class("costhead"):
        return False
    return not any(word.casefold() in name_class("stopword") or word.endswith("ly") for word in words)


# -- subjects of several numbers, and of a metric ----------------------------------------------------------------------------------
def one_subject_each(number: Number) -> str | None:
    """``A and B reach 78% and 81%``: of as many subjects as numbers, the one of this number."""
    nodes = number.nodes
    members = len(nodes[number.place].quantities)
    verb = next((i for i in range(number.place - 1, max(-1, number.place - FAR), -1) if is_finite(nodes[i])), None)
    if members == 1 or verb is None:
        return None
    i = verb - 1
    while i >= 0 and is_hedge(nodes[i]):
        i -= 1
    listed: list[str] = []
    while nodes.at(i).tag in ("NAME", "AND", "COMMA", "SLASH", "DET"):
        if nodes[i].tag == "NAME":
            listed.insert(0, nodes[i].text)
        i -= 1
    return listed[number.draft.place] if len(listed) == members and nodes.at(i).tag != "BEAT" else None


def in_bracket_of_its_own(number: Number) -> str | None:
    """``complete 3% of tasks (FixNet2), and 43% for the best (FixNet4)``: each number's system in brackets, where there are several."""
    nodes = number.nodes
    systems = [i for i in range(1, len(nodes) - 1) if _in_brackets(nodes, i) and nodes[i].text not in number.names.own]
    numbers = [i for i, n in enumerate(nodes) if n.tag == "Q"]
    if len(systems) != len(numbers) or len(systems) < _SEVERAL:
        return None
    system = systems[numbers.index(number.place)]
    return nodes[system].text if 0 < system - number.place < FAR and _CAPITAL_AND_DIGIT.search(nodes[system].text) else None


def _in_brackets(nodes: Sentence, i: int) -> bool:
    return nodes[i].tag == "NAME" and nodes.at(i - 1).tag == "LP" and nodes.at(i + 1).tag == "RP"


_SEVERAL = 2
_CAPITAL_AND_DIGIT = re.compile(r"[A-Z].*\d|\d.*[A-Z]")


def measured_of(number: Number) -> str | None:
    """``the accuracy of X on SST-2 is 93.2%``: the system whose metric the subject of the sentence is."""
    nodes = number.nodes
    if number.draft.frame != "level" or number.draft.kind not in ("score", "cost"):
        return None
    verb = next((i for i in range(number.place - 1, max(-1, number.place - 5), -1) if nodes[i].tag in ("BE", "GET")), None)
    if verb is None:
        return None
    for i in range(verb - 1, max(0, verb - 7), -1):
        if nodes[i].tag == "NAME" and nodes.at(i - 1).tag == "OF" and nodes.at(i - 2).tag in ("METRIC", "COST", "PERF"):
            return nodes[i].text
        if nodes[i].tag not in ("NAME", "ON", "IN", "BENCH", "SPLIT", "DET", "NOTABLY"):
            return None
    return None
