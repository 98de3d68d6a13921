"""The metric or cost that a node names, and which of them stands nearest to a number."""

from __future__ import annotations

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.metric.number import THINGS, words_of
from leaderboard.extraction.metric.phrases import is_a
from leaderboard.extraction.tokens.sentence import Sentence

#: The distance to a better system: a share of it that was closed is a ratio.
GAP = "performance gap"

#: The registry's metric that needs the words before it.
_SCORE = "score"


def named(nodes: Sentence, index: int) -> Target:
    """The target that a ``METRIC`` or ``COST`` node names; a bare "score" takes the words before it."""
    node = nodes[index]
    name = node.name or ("accuracy" if is_a(node.text, "accurate") else node.text)
    if name == _SCORE:
        return _score_of(nodes, index)
    if node.text == "correlation" and nodes.at(index - 1).tag == "POSS" and index > 1:
        return Target(f"{nodes[index - 2].text} correlation", "quality", index)
    if is_a(node.text, "efficiency"):
        return Target(node.text, "cost", index)
    return Target(name, "cost" if node.tag == "COST" or name == GAP else "quality", index)


def _score_of(nodes: Sentence, index: int) -> Target:
    """``FID score``, ``(DCG@10) score``: the metric before it; ``memorability score``: a metric with the text's own words."""
    words = [nodes[index]]
    for i in range(index - 1, max(-1, index - 5), -1):
        node = nodes[i]
        if node.tag == "METRIC":
            return named(nodes, i)
        if node.tag in ("LP", "RP") and len(words) == 1:
            continue
        if node.tag not in ("WORD", "NAME") or not node.text[0].isalpha() or len(words) > _MOST_WORDS:
            break
        words.insert(0, node)
    return Target(f"{words_of(words[:-1])} score".lstrip(), "quality", index)


_MOST_WORDS = 2


#: How far to look after and before a number, in prices.
_REACH = ((1, 14), (-1, 28))
_DEAREST = 26
_OWNED_PRICE = 5
#: A gap is what a number measures only where it stands right beside it.
_GAP_PRICE = 8
_GAP_REACH = 3


def nearest(nodes: Sentence, index: int, tags: tuple[str, ...], owned: frozenset[int]) -> int | None:
    """The node of one of ``tags`` that stands closest to the quantity at ``index``, with a price for every boundary between.

    The prices: another quantity 7, a verb or comparison 4 (to the right) or 1 (to the left), a comma 3 or 1, a bracket 1; a node that
    another quantity's own rule has taken costs 5 more.
    """
    best: tuple[float, int] | None = None
    for step, limit in _REACH:
        price = 0.0
        i = index + step
        while 0 <= i < len(nodes) and price <= limit and nodes[i].tag != "STOP":
            node = nodes[i]
            if node.tag in tags and not (node.name == GAP and i - index > _GAP_REACH):
                total = price + (_OWNED_PRICE if i in owned else 0) + (_GAP_PRICE if node.name == GAP else 0)
                if best is None or total < best[0]:
                    best = (total, i)
            price += (_PRICES_AFTER if step > 0 else _PRICES_BEFORE).get(node.tag, _PLAIN_PRICE)
            i += step
    return None if best is None or best[0] > _DEAREST else best[1]


_PLAIN_PRICE = 0.5
_BREAKS = ("BEAT", "UPVERB", "DOWNVERB", "GET", "SEMI", "VERSUS")
_PRICES = {"Q": 7.0, "TIMES": 7.0, "CONJ": 9.0, "LP": 1.0, "RP": 1.0}
_PRICES_AFTER = _PRICES | dict.fromkeys(_BREAKS, 4.0) | dict.fromkeys(("COMMA", "AND"), 3.0)
_PRICES_BEFORE = _PRICES | dict.fromkeys((*_BREAKS, "COMMA", "AND"), 1.0)


def nearest_thing(nodes: Sentence, index: int, owned: frozenset[int]) -> int | None:
    """The nearest metric or cost."""
    return nearest(nodes, index, THINGS, owned)
