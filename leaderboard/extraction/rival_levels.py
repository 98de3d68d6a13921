"""Resolve, part one, helpers: whose the level is that the paper's own is compared with."""

from __future__ import annotations

import re

from leaderboard.extraction.drafts import Draft
from leaderboard.extraction.nodes import Node
from leaderboard.extraction.phrases import comparison_phrase
from leaderboard.extraction.words import TASK_ENDS

HUMAN = re.compile(r"human[- ](?:level|performance|reader|baseline)", re.I)
#: What may stand between the name of a baseline and its number.
_BEFORE_LEVEL = frozenset({"POSS", "METRIC", "PERF", "OF", "NAME", "DET", "WORD", "COLON", "GET", "HAVE"})
LONGEST_RIVAL = 6


def baseline_owner(nodes: list[Node], draft: Draft) -> str | None:
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


def _named_behind(nodes: list[Node], index: int) -> str | None:
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


def _rival_before_bracket(nodes: list[Node], index: int) -> str | None:
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


def _object_before(nodes: list[Node], index: int) -> str | None:
    """``lifts ResNet-50 from 75.3% to 79%``: the system whose number it was before."""
    for i in range(index - 1, max(-1, index - 14), -1):
        if nodes[i].tag == "NAME":
            return nodes[i].text
        if nodes[i].tag == "SOTA" and i and nodes[i - 1].tag in ("UPVERB", "DOWNVERB", "DET"):
            return comparison_phrase(nodes, i)
        if nodes[i].tag in ("Q", "SEMI", "STOP", "UPVERB", "DOWNVERB", "GET"):
            return None
    return None
