"""Resolve, part one: whose number it is - the paper's own system, a variant of it, or a system it is compared with."""

from __future__ import annotations

import re

from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.lexicon.name_shapes import is_everybodys
from leaderboard.extraction.method.own_name import Names
from leaderboard.extraction.method.rivals import baseline_owner, beaten_in_bracket, other_owner, relative_clause, rival_subject
from leaderboard.extraction.method.subject import FAR, is_finite, is_hedge, noun_subject, subject_of_number
from leaderboard.extraction.tokens.sentence import Sentence


def whose(nodes: Sentence, draft: Draft, names: Names, sentence_subject: str | None) -> None:
    """Fill method and role of one draft.

    Args:
        nodes: the sentence.
        draft: the number; changed in place.
        names: the paper's own names.
        sentence_subject: what the sentence (or the one that "it" refers to) begins with.
    """
    if draft.kind == "score" and (other := other_owner(nodes, draft.node)) is not None:
        draft.role, draft.method = "baseline", other
        return
    if draft.kind == "score" and (beaten := beaten_in_bracket(nodes, draft.node)) is not None:
        draft.role, draft.method = "baseline", beaten
        return
    if draft.role == "baseline":
        draft.method = baseline_owner(nodes, draft)
        return
    if (rival := relative_clause(nodes, draft.node)) is not None:
        draft.role, draft.method = "baseline", rival
        return
    if draft.kind in ("score", "cost") and (rival := rival_subject(nodes, draft.node, names)) is not None:
        draft.role, draft.method = "baseline", rival
        draft.because["method"] = Reason("first-of-two")
        return
    subject = (
        _in_bracket_behind(nodes, draft.node, names)
        or _one_subject_each(nodes, draft)
        or _measured_of(nodes, draft)
        or subject_of_number(nodes, draft.node)
    )
    if subject is None and sentence_subject is not None and (names.weak or sentence_subject.startswith(names.main or " ")):
        subject = sentence_subject
    if subject is None and names.weak:
        subject = noun_subject(nodes, draft.node)
    if subject is not None and names.main is not None and names.main.casefold().startswith(f"{subject.casefold()} "):
        subject = names.main
    if subject is not None and names.main is not None and not names.weak and (is_everybodys(subject) or subject.endswith("-based")):
        subject = None
    if subject is not None:
        draft.method = subject
        draft.because["method"] = Reason("subject")
    else:
        draft.method = names.main
        if names.main:
            draft.because["method"] = Reason(names.source)


def _one_subject_each(nodes: Sentence, draft: Draft) -> str | None:
    """``A and B reach 78% and 81%``: of as many subjects as numbers, the one of this number."""
    members = len(nodes[draft.node].quantities)
    if members == 1:
        return None
    verb = next((i for i in range(draft.node - 1, max(-1, draft.node - FAR), -1) if is_finite(nodes[i])), None)
    if verb is None:
        return None
    listed: list[str] = []
    i = verb - 1
    while i >= 0 and is_hedge(nodes[i]):
        i -= 1
    while i >= 0 and nodes[i].tag in ("NAME", "AND", "COMMA", "SLASH", "DET"):
        if nodes[i].tag == "NAME":
            listed.insert(0, nodes[i].text)
        i -= 1
    return listed[draft.place] if len(listed) == members and (i < 0 or nodes[i].tag != "BEAT") else None


def _in_bracket_behind(nodes: Sentence, index: int, names: Names) -> str | None:
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
    return nodes[own].text if 0 < own - index < FAR and re.search(r"[A-Z].*\d|\d.*[A-Z]", nodes[own].text) else None


_PAIRS = 2


def _measured_of(nodes: Sentence, draft: Draft) -> str | None:
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
