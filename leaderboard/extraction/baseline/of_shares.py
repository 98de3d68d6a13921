"""What a share is a share of ("93% of the teacher's accuracy")."""

from __future__ import annotations

from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.tokens.noun_phrase import comparison_phrase
from leaderboard.extraction.tokens.sentence import Sentence

#: Rules whose number is said to be so much "of" something.
OF_SOMETHING = frozenset({"save-of", "share-left", "share-of-those", "cost-share-to", "times-thing", "times-verb"})


def whole_of_share(nodes: Sentence, draft: Draft) -> str | None:
    """``93% of Llama's performance``, ``98% of the accuracy of a trained network``, ``40% of peak``, ``2.7x the accuracy of X``."""
    index = draft.node
    start = index + 1
    if start < len(nodes) and nodes[start].tag == "OF":
        start += 1
        if draft.rule == "share-of-those":
            return comparison_phrase(nodes, start + 2)
    elif draft.rule not in ("times-thing", "times-verb", "share-number-cost", "share-perf-of"):
        return None
    for i in range(start, min(start + 9, len(nodes))):
        if nodes[i].tag == "POSS":
            return comparison_phrase(Sentence(nodes[start:i]), 0)
        if (
            nodes[i].tag == "NAME"
            and len(nodes[i].text) > 1
            and any(n.tag == "PERF" for n in nodes[i + 1 : i + 3])
            and i - start < _NEXT_TO
        ):
            return nodes[i].text
        if nodes[i].tag == "OF" and nodes[i - 1].tag in ("METRIC", "PERF", "COST", "WORD"):
            return comparison_phrase(nodes, i + 1)
        if nodes[i].tag in ("COMMA", "STOP", "Q", "WITH", "SEMI"):
            break
    last = nodes[start : start + 4]
    if any("peak" in n.text.casefold() for n in last):
        return "peak"
    whole = next(
        (n.text.casefold() for n in last[:3] if n.text.casefold() in ("original", "full", "baseline", "human", "supervised")), None
    )
    if whole is not None and any(n.tag in ("PERF", "METRIC") for n in last):
        return whole if whole == "human" else f"{whole} model"
    if draft.rule in ("share-of-system", "share-left") or (draft.rule == "cost-share-to" and last and last[0].tag == "NAME"):
        return comparison_phrase(nodes, start)
    return None


_NEXT_TO = 3
