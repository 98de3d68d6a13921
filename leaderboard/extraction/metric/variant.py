"""Which variant of a metric a number has: at which overlap, at which level, strict or relaxed, recall of what.

A qualifier makes a metric of its own, also where the registry has no name for it: ``strict F1`` is not ranked beside ``F1``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.metric.phrases import is_a
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.registry import Registry

_LEVEL = re.compile(r"[a-z]+-(?:level|wise)", re.I)
_THRESHOLD = r"(?P<{0}>0?\.\d+|[1-9]\d\s?%)"
#: ``at IoU 0.5``, ``at an IoU threshold of 0.5``, ``at 50% overlap``.
_OVERLAP = re.compile(
    rf"\(?\s?(?:at|with|under|@)\s(?:an?\s|the\s)?(?:t?IoU\s(?:threshold\s)?(?:of\s)?[=>@]?\s?{_THRESHOLD.format('after')}"
    rf"|{_THRESHOLD.format('before')}\s(?:t?IoU|overlap)\b)",
    re.I,
)
#: Metrics that are taken at a threshold of overlap.
_AT_OVERLAP = frozenset({"AP", "mAP", "average precision", "recall", "precision", "F1", "average recall", "box AP", "mask AP"})
_OVERLAP_REACH = 9


def variant_of(nodes: Sentence, index: int, target: Target, registry: Registry) -> Target:
    """The target with the qualifier of its metric in its name, or as it is where nothing qualifies it.

    Args:
        nodes: the sentence.
        index: the node of the number.
        target: what the number measures.
        registry: for the names of the variants that it has.
    """
    if target.kind != "quality" or target.node < 0 or target.name is None or nodes[target.node].tag != "METRIC":
        return target
    variant = (
        _coefficient(nodes, index, target)
        or _of_top_share(nodes, target)
        or _of_attack(nodes, target)
        or _at_overlap(nodes, index, target)
        or _qualified(nodes, target)
    )
    if variant is None:
        return target
    known = registry.metric(variant)
    return replace(target, name=variant if known is None else known.name)


def _qualified(nodes: Sentence, target: Target) -> str | None:
    """``pixel-level F1``, ``strict F1``, ``unknown recall``."""
    before = nodes.at(target.node - 1)
    own = nodes[target.node].text.casefold()
    if before.text.casefold() in own or is_a(before.text, "nolevel") or is_a(own, "accurate"):
        return None
    if _LEVEL.fullmatch(before.text) or is_a(before.text, "qualifier"):
        return f"{before.text.casefold()} {target.name}"
    return None


def _at_overlap(nodes: Sentence, index: int, target: Target) -> str | None:
    """``mAP at IoU 0.5``, ``46.1% mAP (68.3% at 50% overlap)``: behind the number or, where it stands before the number, the metric."""
    if target.name not in _AT_OVERLAP:
        return None
    places = {index, target.node} if abs(index - target.node) <= _NEAR else {index}
    for place in sorted(places):
        following = " ".join(n.text for n in nodes[place + 1 : place + 1 + _OVERLAP_REACH])
        found = _OVERLAP.match(following)
        if found is not None:
            stated = found["after"] or found["before"]
            threshold = float(stated.rstrip("% ")) / (100 if "%" in stated else 1)
            return f"{target.name}@{threshold:g}"
    return None


_NEAR = 9


def _of_attack(nodes: Sentence, target: Target) -> str | None:
    """``attacks reach a success rate of 99%``: the success of attacks is a metric of its own."""
    if target.name != "success rate":
        return None
    return "attack success rate" if any(is_a(n.text, "attack") for n in nodes) else None


_COEFFICIENTS = frozenset({"r", "rho", "ρ"})


def _coefficient(nodes: Sentence, index: int, target: Target) -> str | None:
    """``(r = 0.99)`` beside an accuracy: a coefficient of correlation is no level of it."""
    if target.name is None or "correlation" in target.name or nodes.at(index - 1).text != "=":
        return None
    return "correlation" if nodes.at(index - 2).text in _COEFFICIENTS else None


def _of_top_share(nodes: Sentence, target: Target) -> str | None:
    """``a top 1% recall``, ``recall at top 1%``: found within the best hundredth, not at the first rank."""
    around = " ".join(n.text for n in nodes[max(0, target.node - 3) : target.node + 4]).casefold()
    return "recall@1%" if target.name in ("recall", "top-1 accuracy") and _TOP_SHARE.search(around) else None


_TOP_SHARE = re.compile(r"\btop[ -]1 ?% recall|\brecall (?:at|@) top[ -]1 ?%")
