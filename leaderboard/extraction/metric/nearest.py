"""Attach, helpers of targets: a metric or cost that stands in the sentence as a target, and the nearest one to a number."""

from __future__ import annotations

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.metric.cost_units import GAP
from leaderboard.extraction.tokens.sentence import Sentence

THINGS = ("METRIC", "COST")


_BREAKS = frozenset({"BEAT", "UPVERB", "DOWNVERB", "GET", "SEMI", "VERSUS"})


def named(nodes: Sentence, index: int) -> Target:
    """The target that a ``METRIC`` or ``COST`` node names; a bare "score" takes the words before it."""
    node = nodes[index]
    name = node.name or ("accuracy" if node.text.casefold() == "accurate" else node.text)
    if name == "score":
        return _score_of(nodes, index)
    if node.text == "correlation" and index > 1 and nodes[index - 1].tag == "POSS":
        return Target(f"{nodes[index - 2].text} correlation", "quality", index)
    if node.text.casefold().endswith("efficiency"):
        return Target(node.text, "cost", index)
    return Target(name, "cost" if node.tag == "COST" or name == GAP else "quality", index)


def _score_of(nodes: Sentence, index: int) -> Target:
    """``FID score``, ``(DCG@10) score``: the metric before it; ``memorability score``: a metric with the text's own words."""
    words: list[str] = []
    for i in range(index - 1, max(-1, index - 5), -1):
        node = nodes[i]
        if node.tag == "METRIC":
            return named(nodes, i)
        if node.tag in ("LP", "RP") and not words:
            continue
        if node.tag in ("WORD", "NAME") and node.text[0].isalpha() and len(words) < 2:
            words.insert(0, node.text)
            continue
        break
    return Target(" ".join([*words, "score"]) if words else "score", "quality", index)


_CLAUSE_PRICE = 9


_BESIDE = 3


#: A gap is what a number measures only where it stands right beside it.
_GAP_PRICE = 8


def nearest(nodes: Sentence, index: int, tags: tuple[str, ...], owned: set[int]) -> int | None:
    """The node of one of ``tags`` that stands closest to the quantity at ``index``, with a price for every boundary between.

    The prices: another quantity 7, a verb or comparison 4 (to the right) or 1 (to the left), a comma 3 or 1, a bracket 1; a node that
    another quantity's own rule has taken costs 5 more.
    """
    best: tuple[float, int] | None = None
    for step, limit in ((1, 14), (-1, 28)):
        price = 0.0
        i = index + step
        while 0 <= i < len(nodes) and price <= limit:
            node = nodes[i]
            if node.tag == "STOP":
                break
            if node.tag in tags and not (node.name == GAP and step > 0 and i - index > _BESIDE):
                total = price + (5 if i in owned else 0) + (_GAP_PRICE if node.name == GAP else 0)
                if best is None or total < best[0]:
                    best = (total, i)
            price += _price(node.tag, step)
            i += step
    return None if best is None or best[0] > 26 else best[1]


def _price(tag: str, step: int) -> float:
    if tag in ("Q", "TIMES"):
        return 7
    if tag in _BREAKS:
        return 4 if step > 0 else 1
    if tag == "CONJ":
        return _CLAUSE_PRICE
    if tag in ("COMMA", "AND"):
        return 3 if step > 0 else 1
    if tag in ("LP", "RP"):
        return 1
    return 0.5
