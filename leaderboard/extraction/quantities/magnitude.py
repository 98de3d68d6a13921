"""``an order of magnitude`` is a factor of about 10, ``two orders of magnitude`` one of about 100."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from leaderboard.extraction.lexicon.number_words import NUMBER_WORDS
from leaderboard.extraction.quantities.walk import Walk
from leaderboard.extraction.quantities.worded import COMPARATIVES
from leaderboard.extraction.tokens.node import Node, Quantity
from leaderboard.model import Bound

#: More orders of magnitude are no factor that anybody gains.
_MOST = 12

_CHANGE_NOUNS = frozenset({"COMPRESSNOUN", "SPEEDNOUN", "UPNOUN", "DOWNNOUN"})


class _Orders(NamedTuple):
    """How many orders of magnitude (``low`` for a range), where the words for it begin and how many nodes they are, and their bound."""

    orders: float
    start: int
    nodes: int
    low: float | None = None
    bound: Bound = "exact"


def order_of_magnitude(walk: Walk, node: Node) -> Quantity | None:
    """The factor that orders of magnitude are; None where nothing says how many."""
    orders = next((found for read in _READERS if (found := read(walk, node)) is not None), None)
    if orders is None or orders.orders > _MOST:
        return None
    del walk.out[len(walk.out) - orders.nodes :]
    low, high = (10.0**orders.orders, None) if orders.low is None else (10.0**orders.low, 10.0**orders.orders)
    bound: Bound = "about" if orders.bound == "exact" else orders.bound
    return walk.signed(Quantity(orders.start, node.end, low, high, unit="x", bound=bound, worded=True))


def _in_digits(walk: Walk, node: Node) -> _Orders | None:
    """``2 orders of magnitude``, ``2-3 orders of magnitude``."""
    last = walk.back()
    if not _touches(walk, node) or last.tag not in ("Q", "NUM") or not last.quantities or last.quantities[0].unit is not None:
        return None
    q = last.quantities[0]
    return _Orders(q.high or q.value, last.start, 1, q.value if q.high else None, q.bound)


def _with_article(walk: Walk, node: Node) -> _Orders | None:
    """``an order of magnitude``, ``the order of magnitude faster``."""
    last = walk.back()
    word = last.text.casefold()
    one = word in ("an", "a", "one") or (word == "the" and _compares(walk))
    return _Orders(1.0, last.start, 1) if one and _touches(walk, node) else None


def _in_words(walk: Walk, node: Node) -> _Orders | None:
    """``two orders of magnitude``, ``two to three orders of magnitude``."""
    last, first = walk.back(), walk.back(3)
    count = NUMBER_WORDS.get(last.text.casefold())
    if count is None or not _touches(walk, node):
        return None
    low = NUMBER_WORDS.get(first.text.casefold()) if walk.back(2).text == "to" else None
    return _Orders(count, last.start, 1) if low is None else _Orders(count, first.start, 3, low)


def _bare(walk: Walk, node: Node) -> _Orders | None:
    """``order of magnitude compression``: without an article, but right before what changed."""
    single = node.text.casefold() in ("order of magnitude", "order-of-magnitude")
    return _Orders(1.0, node.start, 0) if single and (_compares(walk) or walk.ahead().tag in _CHANGE_NOUNS) else None


_READERS: tuple[Callable[[Walk, Node], _Orders | None], ...] = (_in_digits, _with_article, _in_words, _bare)


def _touches(walk: Walk, node: Node) -> bool:
    return bool(walk.out) and node.start - walk.back().end <= 1


def _compares(walk: Walk) -> bool:
    return walk.ahead().tag in COMPARATIVES
