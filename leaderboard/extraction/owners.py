"""Resolve, part one: whose number it is - the paper's own system, a variant of it, or a system it is compared with."""

from __future__ import annotations

import re

from leaderboard.extraction.drafts import Draft
from leaderboard.extraction.names import Names
from leaderboard.extraction.nodes import Node
from leaderboard.extraction.phrases import comparison_phrase
from leaderboard.extraction.rival_levels import HUMAN, LONGEST_RIVAL, baseline_owner
from leaderboard.extraction.shapes import is_everybodys
from leaderboard.extraction.words import name_class

_VERBS = frozenset({"BEAT", "GET", "UPVERB", "DOWNVERB", "SPEEDVERB", "HAVE", "BE", "KEEP", "WITH"})
_CHANCE = re.compile(r"^(?:chance|random)$", re.I)
_AS_CHANCE = re.compile(r"^(?:level|guess|guessing|is|at|of|performance)$", re.I)
_AS_SYSTEM = re.compile(
    r"level|performance|participants?|subjects|players?|workers|judges|users|readers?|accuracy|evaluators?|annotators?|experts?|baselines?|raters?|of$|at$|achieve|reach|score",
    re.I,
)
#: Words that take up the subject of the sentence before.
BACK = frozenset({"it", "its", "this", "they", "their", "these"})


def whose(nodes: list[Node], draft: Draft, names: Names, sentence_subject: str | None) -> None:
    """Fill method and role of one draft.

    Args:
        nodes: the sentence.
        draft: the number; changed in place.
        names: the paper's own names.
        sentence_subject: what the sentence (or the one that "it" refers to) begins with.
    """
    if draft.kind == "score" and (other := _other_owner(nodes, draft.node)) is not None:
        draft.role, draft.method = "baseline", other
        return
    if draft.kind == "score" and (beaten := _beaten_in_bracket(nodes, draft.node)) is not None:
        draft.role, draft.method = "baseline", beaten
        return
    if draft.role == "baseline":
        draft.method = baseline_owner(nodes, draft)
        return
    if (rival := _relative_clause(nodes, draft.node)) is not None:
        draft.role, draft.method = "baseline", rival
        return
    if draft.kind in ("score", "cost") and (rival := _rival_subject(nodes, draft.node, names)) is not None:
        draft.role, draft.method = "baseline", rival
        draft.because["method"] = "the first of two that are compared"
        return
    subject = (
        _in_bracket_behind(nodes, draft.node, names)
        or _one_subject_each(nodes, draft)
        or _measured_of(nodes, draft)
        or _subject(nodes, draft.node)
    )
    if subject is None and sentence_subject is not None and (names.weak or sentence_subject.startswith(names.main or " ")):
        subject = sentence_subject
    if subject is None and names.weak:
        subject = _noun_subject(nodes, draft.node)
    if subject is not None and names.main is not None and names.main.casefold().startswith(f"{subject.casefold()} "):
        subject = names.main
    if subject is not None and names.main is not None and not names.weak and (is_everybodys(subject) or subject.endswith("-based")):
        subject = None
    if subject is not None:
        draft.method = subject
        draft.because["method"] = "the subject of the sentence"
    else:
        draft.method = names.main
        if names.main:
            draft.because["method"] = names.source


def _one_subject_each(nodes: list[Node], draft: Draft) -> str | None:
    """``A and B reach 78% and 81%``: of as many subjects as numbers, the one of this number."""
    members = len(nodes[draft.node].quantities)
    if members == 1:
        return None
    verb = next((i for i in range(draft.node - 1, max(-1, draft.node - _FAR), -1) if _is_finite(nodes[i])), None)
    if verb is None:
        return None
    listed: list[str] = []
    i = verb - 1
    while i >= 0 and _is_hedge(nodes[i]):
        i -= 1
    while i >= 0 and nodes[i].tag in ("NAME", "AND", "COMMA", "SLASH", "DET"):
        if nodes[i].tag == "NAME":
            listed.insert(0, nodes[i].text)
        i -= 1
    return listed[draft.place] if len(listed) == members and (i < 0 or nodes[i].tag != "BEAT") else None


_FAR = 12


def _in_bracket_behind(nodes: list[Node], index: int, names: Names) -> str | None:
    """``complete 3% of tasks (SystemA), and 43% for the best (SystemB)``: each number's system in brackets, where there are several."""
    systems = [
        i
        for i in range(1, len(nodes) - 1)
        if nodes[i].tag == "NAME" and nodes[i - 1].tag == "LP" and nodes[i + 1].tag == "RP" and nodes[i].text not in names.own
    ]
    numbers = [i for i, n in enumerate(nodes) if n.tag == "Q"]
    if len(systems) != len(numbers) or len(systems) < _PAIRS:
        return None
    own = systems[numbers.index(index)]
    return nodes[own].text if 0 < own - index < _FAR and re.search(r"[A-Z].*\d|\d.*[A-Z]", nodes[own].text) else None


_PAIRS = 2


def _measured_of(nodes: list[Node], draft: Draft) -> str | None:
    """``the accuracy of X on SST-2 is 93.2%``: the system whose measure the subject of the sentence is."""
    if draft.frame != "level" or draft.kind not in ("score", "cost"):
        return None
    verb = next((i for i in range(draft.node - 1, max(-1, draft.node - 5), -1) if nodes[i].tag in ("BE", "GET")), None)
    if verb is None:
        return None
    for i in range(verb - 1, max(0, verb - 7), -1):
        if nodes[i].tag == "NAME" and nodes[i - 1].tag == "OF" and nodes[i - 2].tag in ("METRIC", "COST", "PERF"):
            return nodes[i].text
        if nodes[i].tag not in ("NAME", "ON", "IN", "BENCH", "SPLIT", "DET", "NOTABLY"):
            return None
    return None


def _rival_subject(nodes: list[Node], index: int, names: Names) -> str | None:
    """``While X reaches 43%, ours ...``, ``the previous best model reached 58.7%``: the subject that others are compared with."""
    verb = next((i for i in range(index - 1, max(0, index - _FAR), -1) if nodes[i].tag in ("GET", "HAVE")), None)
    if verb is None:
        return None
    start = verb - 1
    while (
        start > 0
        and nodes[start - 1].tag in ("NAME", "WORD", "DET", "NOTABLY", "SOTA", "MEAN", "PERF", "ONLY")
        and verb - start < LONGEST_RIVAL
    ):
        start -= 1
    phrase = nodes[start:verb]
    opening = nodes[start - 1] if start else None
    if any(n.tag == "WE" or n.text in names.own or n.text.casefold() == "our" for n in phrase):
        return None
    contrasted = opening is not None and opening.text.casefold() in ("while", "whereas", "although", "though")
    system = next((n.text for n in reversed(phrase) if n.tag == "NAME"), None)
    if contrasted and system is not None and not names.weak and (start == 1 or any(n.text in names.own for n in nodes[:start])):
        return system
    before = opening is None or opening.tag in ("COMMA", "SEMI", "CONJ")
    if before and phrase and _PREVIOUS.match(" ".join(n.text for n in phrase)):
        return comparison_phrase(nodes, start)
    return None


_PREVIOUS = re.compile(r"(?:the )?(?:previous|prior|vanilla|original|earlier|existing|(?:[\w-]+ )?baseline)\b(?! (?:work|stud))", re.I)


def sentence_subject(nodes: list[Node]) -> str | None:
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


def _other_owner(nodes: list[Node], index: int) -> str | None:
    """``the human-level accuracy of 84.4%``, ``(F1 of 0.4 with a BiLSTM baseline)``: a level that the text gives to somebody else."""
    for i in range(index - 1, max(-1, index - 9), -1):
        if nodes[i].tag in ("COMMA", "SEMI", "Q", "STOP"):
            break
        if HUMAN.search(nodes[i].text) or (nodes[i].text.casefold() in ("human", "humans") and _AS_SYSTEM.match(nodes[i + 1].text)):
            return "human"
        if _CHANCE.search(nodes[i].text) and _AS_CHANCE.match(nodes[i + 1].text):
            return "chance"
    for i in range(index + 1, min(index + 6, len(nodes) - 1)):
        if nodes[i].tag in ("Q", "COMMA", "STOP", "SEMI"):
            break
        if nodes[i].tag == "NAME" and nodes[i + 1].text.casefold() == "baseline":
            return nodes[i].text
    return None


def _share_alone(nodes: list[Node], index: int) -> bool:
    """A percentage that is not itself compared with another ("95% vs. 90%")."""
    versus = any(n.tag == "VERSUS" for n in nodes[max(0, index - 3) : index + 3])
    return nodes[index].quantities[0].unit == "%" and not versus


def _beaten_in_bracket(nodes: list[Node], index: int) -> str | None:
    """``reaches 63% on A, surpassing earlier models (6.5% on A, ...)``: a level in brackets behind what was beaten, with one before."""
    opening = next((i for i in range(index - 1, max(-1, index - 14), -1) if nodes[i].tag in ("LP", "RP")), None)
    if opening is None or nodes[opening].tag != "LP":
        return None
    for i in range(opening - 1, max(-1, opening - 14), -1):
        if nodes[i].tag == "BEAT" or (nodes[i].tag == "THAN" and _share_alone(nodes, index)):
            return comparison_phrase(nodes, i + 1) if any(n.tag == "Q" for n in nodes[:i]) else None
        if nodes[i].tag in ("Q", "COMMA", "SEMI", "STOP"):
            return None
    return None


def _subject(nodes: list[Node], index: int) -> str | None:
    """The system named as the subject of the verb that governs a number, where it is not simply the paper's own."""
    i = index - 1
    while i >= 0:
        node = nodes[i]
        if node.tag in _VERBS and node.tag != "WITH":
            subject = _name_before(nodes, i)
            if subject is not None:
                return None if subject in name_class("nosubject") or len(subject) == 1 else subject
            if _is_finite(node) and _noun_phrase_before(nodes, i) is not None:
                return None
        if node.tag in ("SEMI", "STOP"):
            break
        i -= 1
    return None


def _name_before(nodes: list[Node], verb: int) -> str | None:
    """The name that is the subject of the verb at ``verb``, over words like "can also" and "the model"."""
    i = verb - 1
    while i >= 0 and verb - i <= _HEDGES and _is_hedge(nodes[i]):
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


def _is_hedge(node: Node) -> bool:
    return node.tag in ("NOTABLY", "MEAN", "ONLY", "HAVE", "BE") or node.text.casefold() in name_class("hedge")


def _begins_clause(nodes: list[Node], conjunction: int) -> bool:
    """``A achieves 22% and B achieves 42%``: a conjunction behind a number or a comma begins a new clause."""
    return any(n.tag == "Q" for n in nodes[max(0, conjunction - 8) : conjunction])


def _noun_subject(nodes: list[Node], index: int) -> str | None:
    """``Domain pretraining improves F1 by 7%``, ``this vision mode can save 75%``: what a nameless method is called as the subject."""
    for i in range(index - 1, 0, -1):
        if nodes[i].tag in ("SEMI", "STOP"):
            return None
        if _is_finite(nodes[i]):
            return _noun_phrase_before(nodes, i)
    return None


_PREDICATES = frozenset({"BEAT", "GET", "UPVERB", "DOWNVERB", "SPEEDVERB", "HAVE", "BE", "TAKE", "SOLVE", "KEEP"})
_LONGEST_SUBJECT = 5
_SUBJECT_WORDS = frozenset({"WORD", "COST", "SETNOUN", "SPEEDNOUN", "LABEL", "UPADJ"})
#: What the subject of a clause begins behind.
_BEFORE_SUBJECT = frozenset({"COMMA", "COLON", "WE", "NOTABLY", "CONJ", "DASH", "LP"})


def _is_finite(node: Node) -> bool:
    return node.tag in _PREDICATES and not node.text.endswith("ing")


def _noun_phrase_before(nodes: list[Node], verb: int) -> str | None:
    """The noun phrase that a clause begins with, where its verb stands at ``verb``."""
    j = verb - 1
    while j >= 0 and (_is_hedge(nodes[j]) or nodes[j].text.endswith("ly")):
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


def _relative_clause(nodes: list[Node], index: int) -> str | None:
    """``outperforms X, which achieves 3x``: the number of the system that was beaten."""
    for i in range(index - 1, max(0, index - 8), -1):
        verbs = {"which": ("GET", "HAVE", "BE"), "that": ("GET",)}.get(nodes[i].text.casefold(), ())
        if i + 1 < len(nodes) and nodes[i + 1].tag in verbs:
            for k in range(i - 1, max(-1, i - 14), -1):
                if nodes[k].tag in ("BEAT", "THAN", "OVER", "VERSUS"):
                    return comparison_phrase(nodes, k + 1)
                if nodes[k].tag == "Q":
                    return None
        if nodes[i].tag in ("Q", "SEMI"):
            return None
    return None
