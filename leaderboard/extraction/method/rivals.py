"""Numbers that belong to a competing system, a human or chance rather than to the paper's own system."""

from __future__ import annotations

import re

from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.lexicon.word_files import TASK_ENDS
from leaderboard.extraction.method.own_name import Names
from leaderboard.extraction.method.subject import FAR
from leaderboard.extraction.tokens.noun_phrase import comparison_phrase
from leaderboard.extraction.tokens.sentence import Sentence

HUMAN = re.compile(r"human[- ](?:level|performance|reader|baseline)", re.I)


#: What may stand between the name of a baseline and its number.
_BEFORE_LEVEL = frozenset({"POSS", "METRIC", "PERF", "OF", "NAME", "DET", "WORD", "COLON", "GET", "HAVE"})


LONGEST_RIVAL = 6


def baseline_owner(nodes: Sentence, draft: Draft) -> str | None:
    """The name right before ("CLIP's 68.3%") or right behind ("44.7 for Z", "75.35% (Z)") a baseline's number."""
    i = draft.node - 1
    if draft.rule == "versus-bracket":
        versus = next(k for k in range(i, -1, -1) if nodes[k].tag == "VERSUS")
        return comparison_phrase(nodes, versus + 1)
    if i >= 1 and nodes[i].tag == "LP" and nodes[i - 1].tag == "NAME":
        return nodes[i - 1].text
    while i >= 0 and draft.node - i <= 5 and nodes[i].tag in _BEFORE_LEVEL:
        if nodes[i].tag == "NAME":
            return nodes[i].text
        i -= 1
    if (named := _named_behind(nodes, draft.node)) is not None:
        return named
    if (rival := _rival_before_bracket(nodes, draft.node)) is not None:
        return rival
    if nodes[draft.node - 1].tag in ("FROM", "DET", "NOTABLY"):
        return _object_before(nodes, draft.node)
    for i in range(draft.node + 1, min(draft.node + 9, len(nodes))):
        if nodes[i].tag in ("COMMA", "STOP") or (nodes[i].tag == "Q" and nodes[i - 1].tag != "AND"):
            break
        if nodes[i].tag == "NAME" and nodes[i - 1].tag in ("LP", "ON", "IN", "OF", "DET", "BY", "WITH"):
            return nodes[i].text
    return None


_OBTAINED = frozenset({"obtained", "achieved", "reported", "reached", "attained", "scored"})


def _named_behind(nodes: Sentence, index: int) -> str | None:
    """``the 8.3 of ProGAN``, ``23.4 for the phrase-based system``: whose number it is, right behind it."""
    i = index + 1
    if i < len(nodes) and nodes[i].tag == "METRIC":
        i += 1
    if i + 1 < len(nodes) and nodes[i].text in _OBTAINED and nodes[i + 1].text == "by":
        i += 1
    if i + 1 >= len(nodes) or nodes[i].text.casefold() not in ("for", "of", "by", "from", "with"):
        return None
    if nodes[i + 1].tag not in ("NAME", "DET", "WORD", "SOTA", "NOTABLY"):
        return None
    phrase = comparison_phrase(nodes, i + 1)
    if phrase is None or len(phrase.split()) > LONGEST_RIVAL or phrase.split()[-1].casefold().endswith(TASK_ENDS):
        return None
    if nodes[i].text.casefold() != "of" and (
        phrase.split()[-1].casefold() in _PLACES or (" " not in phrase and phrase.islower() and nodes[i].tag != "ON")
    ):
        return None
    return phrase


_PLACES = frozenset(
    {"dataset", "datasets", "benchmark", "benchmarks", "task", "tasks", "set", "images", "setting", "settings", "classes", "average"}
)


def _rival_before_bracket(nodes: Sentence, index: int) -> str | None:
    """``beats FedAvg by a wide margin on FEMNIST (84.7% against 79.5%)``: whom the sentence before the bracket compares with."""
    if index < 3 or nodes[index - 1].tag != "VERSUS" or nodes[index - 2].tag != "Q":
        return None
    opening = next((i for i in range(index - 2, max(-1, index - 6), -1) if nodes[i].tag == "LP"), None)
    if opening is None:
        return None
    for i in range(opening - 1, max(-1, opening - 16), -1):
        if nodes[i].tag in ("BEAT", "THAN", "OVER", "VERSUS"):
            phrase = comparison_phrase(nodes, i + 1)
            return "human" if phrase is not None and HUMAN.match(phrase) else phrase
        if nodes[i].tag == "Q" and nodes[i - 1].tag == "BY":
            continue
        if nodes[i].tag == "KEEP" and (phrase := comparison_phrase(nodes, i + 1)):
            return phrase
        if nodes[i].tag in ("Q", "SEMI", "STOP"):
            return None
    return None


def _object_before(nodes: Sentence, index: int) -> str | None:
    """``lifts ResNet-50 from 75.3% to 79%``: the system whose number it was before."""
    for i in range(index - 1, max(-1, index - 14), -1):
        if nodes[i].tag == "NAME":
            return nodes[i].text
        if nodes[i].tag == "SOTA" and i and nodes[i - 1].tag in ("UPVERB", "DOWNVERB", "DET"):
            return comparison_phrase(nodes, i)
        if nodes[i].tag in ("Q", "SEMI", "STOP", "UPVERB", "DOWNVERB", "GET"):
            return None
    return None


_CHANCE = re.compile(r"^(?:chance|random)$", re.I)


_AS_CHANCE = re.compile(r"^(?:level|guess|guessing|is|at|of|performance)$", re.I)


_AS_SYSTEM = re.compile(
    r"level|performance|participants?|subjects|players?|workers|judges|users|readers?|accuracy|evaluators?|annotators?|experts?|baselines?|raters?|of$|at$|achieve|reach|score",
    re.I,
)


def rival_subject(nodes: Sentence, index: int, names: Names) -> str | None:
    """``While X reaches 43%, ours ...``, ``the previous best model reached 58.7%``: the subject that others are compared with."""
    verb = next((i for i in range(index - 1, max(0, index - FAR), -1) if nodes[i].tag in ("GET", "HAVE")), None)
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


def other_owner(nodes: Sentence, index: int) -> str | None:
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


def _share_alone(nodes: Sentence, index: int) -> bool:
    """A percentage that is not itself compared with another ("95% vs. 90%")."""
    versus = any(n.tag == "VERSUS" for n in nodes[max(0, index - 3) : index + 3])
    return nodes[index].quantities[0].unit == "%" and not versus


def beaten_in_bracket(nodes: Sentence, index: int) -> str | None:
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


def relative_clause(nodes: Sentence, index: int) -> str | None:
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
