"""Which way the measured quantity moved: up, down, or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.metric.change_word import CHANGES, change_node, falls
from leaderboard.extraction.metric.kind import kind_of
from leaderboard.extraction.metric.nearest import GAP
from leaderboard.extraction.metric.phrases import is_a
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.model import Change
from leaderboard.registry import Registry


def change_of(nodes: Sentence, reading: Reading, target: Target, registry: Registry) -> Change | None:
    """Which way the measured quantity moved. "Improves" and its kin mean the good direction of the metric; "increases" means up.

    Returns:
        ``None`` where nothing moved: a level, or a share of something.
    """
    if _fell(nodes, reading, target):
        return "down"
    if reading.frame in ("level", "baseline") or (reading.frame == "share" and not reading.rule.has("left")):
        return None
    quantity = nodes[reading.index].quantities[0]
    if nodes[reading.index].tag == "TIMES":
        return "down" if quantity.value < 1 else "up"
    if quantity.sign == "-":
        return "down"
    place = change_node(nodes, reading)
    return "up" if place is None else _by_word(_Change(nodes, place, reading, target, registry))


def _fell(nodes: Sentence, reading: Reading, target: Target) -> bool:
    """Whether the number is one of falling whatever the word of change says.

    ``closes 40% of the gap``; ``0.3x the memory``; ``70% of the parameters pruned``; ``reduces the cost to 50%``.
    """
    quantity = nodes[reading.index].quantities[0]
    if target.name == GAP and reading.frame in ("delta", "share"):
        return True
    if (quantity.fraction or quantity.unit == "x") and quantity.value < 1 and reading.rule.has("multiple"):
        return True
    if reading.frame == "share" and any(is_a(n.text, "removed") for n in nodes[reading.last : reading.last + 2]):
        return True
    return reading.rule.has("moved-to") and falls(nodes, reading) and kind_of(nodes, reading, target, quantity) == "ratio"


@dataclass(frozen=True, slots=True)
class _Change:
    """A word of change at ``place``, with the number that it governs and what that measures."""

    nodes: Sentence
    place: int
    reading: Reading
    target: Target
    registry: Registry

    @property
    def word(self) -> Node:
        return self.nodes[self.place]

    @property
    def literal(self) -> Change:
        """The direction of the word itself: up of "increase", down of "reduce"."""
        return "down" if CHANGES[self.word.tag] == "down" else "up"

    @property
    def good(self) -> Change:
        """The direction in which the measure gets better."""
        return _good_direction(self.target, self.registry, self.nodes[self.reading.index].quantities[0].unit)

    @property
    def bad(self) -> Change:
        return "down" if self.good == "up" else "up"


def _difference(change: _Change) -> Change | None:
    """``outperforms it by a difference of 3%``: a difference that is an advantage is good."""
    near = [*change.nodes.before(change.place, 14), *change.nodes[change.place : change.place + 9]]
    return change.good if change.word.tag == "DIFFNOUN" and any(n.tag in ("BEAT", "OVER") for n in near) else None


def _signed(change: _Change) -> Change | None:
    """``+5.3``: up, unless it is a drop or less of a cost."""
    lower = change.word.tag == "DOWNNOUN" or (change.target.kind == "cost" and change.literal == "down")
    return "up" if change.reading.rule.has("signed") and not lower else None


def _comparative(change: _Change) -> Change | None:
    """``2% better``, ``3% worse``: good, bad."""
    if change.word.tag == "UPADJ" and is_a(change.word.text, "better"):
        return change.good
    return change.bad if change.word.tag == "DOWNADJ" and is_a(change.word.text, "worse") else None


def _evaluative(change: _Change) -> Change | None:
    """``outperforms``, ``improves``: good; ``trails``: bad."""
    tag, text = change.word.tag, change.word.text
    if tag == "BEAT":
        return change.bad if is_a(text, "trailing") else change.good
    return change.good if tag in ("UPVERB", "UPNOUN") and is_a(text, "evaluative") else None


_BY_WORD: tuple[Callable[[_Change], Change | None], ...] = (_difference, _signed, _comparative, _evaluative)


def _by_word(change: _Change) -> Change:
    """What the word of change says: "better" is whichever way is good for the metric, any other word is taken literally."""
    return next((found for find in _BY_WORD if (found := find(change)) is not None), change.literal)


#: Errors in capitals that no list knows: "AEPE".
_ERROR_INITIALS = re.compile(r"[A-Z]{2,}E")

#: Units in which errors and waiting are measured: what improves by so much of them went down.
_LOWER_IS_BETTER = frozenset({"mm", "cm", "m", "deg", "px", "s", "ms", "us"})


def _good_direction(target: Target, registry: Registry, unit: str | None) -> Change:
    """Which way is better: by the registry, else by how the name ends, else by the unit."""
    if target.name is None:
        return "down" if unit in _LOWER_IS_BETTER else "up"
    if is_a(target.name, "efficiency"):
        return "up"
    metric = registry.metric(target.name)
    if metric is not None:
        return "down" if metric.direction == "lower" else "up"
    lower_case = target.name.split()[-1][:1].islower()
    error = (lower_case and is_a(target.name, "errorname")) or _ERROR_INITIALS.fullmatch(target.name) is not None
    expense = target.kind == "cost" and is_a(target.name, "expense")
    return "down" if error or expense or unit in _LOWER_IS_BETTER else "up"
