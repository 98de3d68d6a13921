"""Bounds that words at a distance put on a number ("a maximum gain of", "up to 4.2% and 3.2%")."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence


def greatest(nodes: Sentence, drafts: list[Draft]) -> None:
    """``a maximum accuracy improvement of 17.3%``: the most that was gained is a bound."""
    for draft in drafts:
        if draft.kind not in ("gain", "ratio") or draft.quantity.bound != "exact":
            continue
        before = nodes[max(0, draft.node - 7) : draft.node]
        noun = next((k for k, n in enumerate(before) if n.tag in ("UPNOUN", "DOWNNOUN", "SPEEDNOUN")), None)
        most = next((k for k, n in enumerate(before[: noun or 0]) if n.text.casefold() in ("maximum", "maximal")), None)
        if most is not None and not _several(before[most:]) and not (most and before[most - 1].tag == "AND"):
            draft.quantity = replace(draft.quantity, bound="up_to")


def _several(nodes: list[Node]) -> bool:
    return any(n.tag in ("AND", "COMMA", "Q") for n in nodes)


def share_bounds(nodes: Sentence, drafts: list[Draft]) -> None:
    """``up to 4.2% in AUC and 3.2% in MAP``: a bound governs the whole list that it stands before."""
    for before, draft in pairwise(drafts):
        between = nodes[before.node + 1 : draft.node]
        if (
            before.quantity.bound != "exact"
            and draft.quantity.bound == "exact"
            and (before.kind, before.unit, before.frame) == (draft.kind, draft.unit, draft.frame)
            and any(n.tag in ("AND", "COMMA") for n in between)
            and between[-1].text not in ("a", "an")
            and not any(n.tag in _NEW_CLAUSE for n in between)
            and not (any(n.tag == "RP" for n in between) and not any(n.tag == "LP" for n in between))
        ):
            draft.quantity = replace(draft.quantity, bound=before.quantity.bound)


_NEW_CLAUSE = frozenset({"GET", "BEAT", "UPVERB", "DOWNVERB", "SPEEDVERB", "SEMI", "STOP", "BE", "WITH", "CONJ", "VERSUS", "TAKE"})
