"""Bounds that words at a distance put on a number ("a maximum gain of", "up to 4.2% and 3.2%")."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.lexicon.word_files import class_of
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence

#: Words for the most that was gained.
_MOST = class_of("phrases_setting.txt", "most")

#: How far before a number its noun of change may say that it is the most.
_REACH = 7


def greatest(nodes: Sentence, drafts: list[Draft]) -> None:
    """``a maximum accuracy improvement of 17.3%``: the most that was gained is a bound."""
    for draft in drafts:
        changed = draft.kind in ("gain", "ratio") and draft.quantity.bound == "exact"
        if changed and _is_most(nodes.before(draft.node, _REACH)):
            draft.quantity = replace(draft.quantity, bound="up_to")


def _is_most(before: list[Node]) -> bool:
    """Whether a word for the most governs the first noun of change, and nothing else is listed with it."""
    noun = next((k for k, n in enumerate(before) if n.tag in ("UPNOUN", "DOWNNOUN", "SPEEDNOUN")), 0)
    most = next((k for k, n in enumerate(before[:noun]) if n.text.casefold() in _MOST), None)
    if most is None or _several(before[most:]):
        return False
    return most == 0 or before[most - 1].tag != "AND"


def _several(nodes: list[Node]) -> bool:
    return any(n.tag in ("AND", "COMMA", "Q") for n in nodes)


def share_bounds(nodes: Sentence, drafts: list[Draft]) -> None:
    """``up to 4.2% in AUC and 3.2% in MAP``: a bound governs the whole list that it stands before."""
    for before, draft in pairwise(drafts):
        if before.quantity.bound == "exact" or draft.quantity.bound != "exact":
            continue
        same = (before.kind, before.unit, before.frame) == (draft.kind, draft.unit, draft.frame)
        if same and _one_list(nodes.between(before.node, draft.node)):
            draft.quantity = replace(draft.quantity, bound=before.quantity.bound)


def _one_list(between: list[Node]) -> bool:
    """Whether two numbers are members of one list: joined, in one clause, and none of them in a bracket that closes in between."""
    tags = {n.tag for n in between}
    joined = bool(tags & {"AND", "COMMA"}) and between[-1].text not in ("a", "an")
    return joined and not tags & _NEW_CLAUSE and not ("RP" in tags and "LP" not in tags)


_NEW_CLAUSE = frozenset({"GET", "BEAT", "UPVERB", "DOWNVERB", "SPEEDVERB", "SEMI", "STOP", "BE", "WITH", "CONJ", "VERSUS", "TAKE"})
