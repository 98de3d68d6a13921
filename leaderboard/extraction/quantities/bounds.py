"""Signs and bounds of numbers, which stand before them: ``+``, ``$``, ``<``, up to, more than, about, only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from leaderboard.extraction.tokens.node import Node, Quantity
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.model import Bound

_MONEY = {"$": "USD", "\\": "USD", "€": "€", "£": "£"}

_BOUND_SIGNS: dict[str, Bound] = {"<": "up_to", ">": "at_least", "~": "about", "≲": "about", "≳": "about"}

#: What a sign may stand behind; behind anything else it belongs to what stands before it.
_BEFORE_SIGN = " (,/~><[$"

#: So far before a number an "only" may stand.
_ONLY_REACH = 24


def bound_of(node: Node) -> Bound | None:
    """The bound that a word puts on the number after it, or None."""
    if node.has("UPTO"):
        return "up_to"
    if node.has("ATLEAST"):
        return "at_least"
    return "about" if node.has("ABOUT") else None


@dataclass(frozen=True, slots=True)
class _Before:
    """The node before a quantity, and how far from it a word of bound may stand."""

    text: str
    node: Node
    quantity: Quantity
    reach: int

    def gap(self) -> int:
        """How many characters stand between the two."""
        return self.quantity.start - self.node.end


def signed(quantity: Quantity, out: Sentence, text: str) -> Quantity:
    """A quantity with the sign, the sign of money and the words of bound that stand before it; they leave the list of nodes ``out``."""
    reach = 1
    while out:
        node = out[-1]
        before = _Before(text, node, quantity, reach)
        taken = next((found for take in _TAKES if (found := take(before)) is not None), None)
        if taken is not None:
            quantity = taken
        elif _is_article(before) and bound_of(out.at(len(out) - 2)) is not None:
            reach = quantity.start - node.start + 1
        else:
            break
        out.pop()
    return quantity


def _sign(before: _Before) -> Quantity | None:
    node, quantity = before.node, before.quantity
    if node.text not in "+-" or node.end != quantity.start or quantity.sign:
        return None
    at = before.text[node.start - 1] if node.start else " "
    fits = at in _BEFORE_SIGN or (node.text == "+" and not (at.isalnum() or at in "|)}]"))
    return replace(quantity, sign=node.text, start=node.start) if fits else None


def _money(before: _Before) -> Quantity | None:
    unit = _MONEY.get(before.node.text)
    return replace(before.quantity, unit=unit, start=before.node.start) if unit is not None and before.gap() <= 1 else None


def _bound_sign(before: _Before) -> Quantity | None:
    node, quantity = before.node, before.quantity
    bound = _BOUND_SIGNS.get(node.text)
    if bound is None or before.gap() > 1:
        return None
    return replace(quantity, bound=bound, start=node.start if before.gap() == 0 else quantity.start, only=bound == "up_to")


def _bound_word(before: _Before) -> Quantity | None:
    """``up to``, ``more than``, but not ``up from 79%``: a bound in digits or signs outweighs the word."""
    node, quantity = before.node, before.quantity
    if before.gap() > before.reach or node.tag == "VERSUS":
        return None
    bound = bound_of(node)
    if bound is None:
        return None
    small = bound == "up_to" and node.text.casefold() != "up to"
    return replace(quantity, bound=bound if quantity.bound in ("exact", "about") else quantity.bound, only=quantity.only or small)


def _only(before: _Before) -> Quantity | None:
    return replace(before.quantity, only=True) if before.node.has("ONLY") and before.gap() <= _ONLY_REACH else None


_TAKES: tuple[Callable[[_Before], Quantity | None], ...] = (_sign, _money, _bound_sign, _bound_word, _only)


def _is_article(before: _Before) -> bool:
    """``up to a 11% improvement``: an article between a bound and its number."""
    return before.node.text.casefold() in ("a", "an") and before.gap() <= 1
