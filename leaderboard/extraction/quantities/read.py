"""Reads the numbers of one sentence: which are quantities, with sign, unit, range, uncertainty and bound, and which are something else.

A number ends up either in a ``Q`` node (it may be a result; the grammar decides) or in a ``NUM`` node with a verdict from
`not_results_by_form.py` or `not_results_by_context.py`: ``model-size``, ``year``, ``version``, ``data-set-size``, ``setting``, ``count``,
``rank``, ``resolution``, ``enumeration``, ``formula``. How each kind of number is read stands in a file of its own: `digits.py`,
`worded.py` and `magnitude.py`. They ask `units.py`, `ranges.py` and `bounds.py`; `lists.py` joins numbers that stand side by side.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from leaderboard.extraction.lexicon.vocabulary import Vocabulary
from leaderboard.extraction.quantities.digits import in_digits
from leaderboard.extraction.quantities.lists import merge_lists
from leaderboard.extraction.quantities.magnitude import order_of_magnitude
from leaderboard.extraction.quantities.not_results_by_context import BY_CONTEXT
from leaderboard.extraction.quantities.not_results_by_form import BY_FORM
from leaderboard.extraction.quantities.notation import may_count
from leaderboard.extraction.quantities.number_in_place import Seen, code_of
from leaderboard.extraction.quantities.walk import Walk
from leaderboard.extraction.quantities.worded import factor_verb, in_words
from leaderboard.extraction.tokens.node import Node, Quantity
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.model import Verdict

#: Nodes behind a number that the checks may look at.
_BEHIND = 8

#: ``50 (approx.)``: what makes the number before it an approximate one.
_ABOUT_BEHIND = (" (approx", " (about", " approx")


@dataclass(frozen=True, slots=True)
class Measured:
    """A sentence whose numbers are read: its nodes, and a verdict for every number that is not a possible result."""

    nodes: Sentence
    verdicts: list[Verdict]


def quantities(text: str, nodes: Sentence, vocabulary: Vocabulary) -> Measured:
    """Read the numbers of one lexed sentence.

    Args:
        text: the repaired text that the nodes' offsets refer to.
        nodes: what :func:`~leaderboard.extraction.tokens.lex.lex` made of the sentence.
        vocabulary: for the spellings of units.
    """
    walk = Walk(text, nodes, vocabulary)
    while walk.i < len(nodes):
        node = nodes[walk.i]
        if node.tag == "NUM":
            _number(walk, node)
        elif node.tag == "MAGNITUDE":
            _emit(walk, order_of_magnitude(walk, node))
        elif not may_count(node.text):
            walk.keep()
        elif (factor := factor_verb(walk, node)) is not None:
            walk.emit(_completed(walk, factor), "TIMES")
        else:
            _emit(walk, in_words(walk, node))
    return Measured(merge_lists(walk.out), walk.verdicts)


def _number(walk: Walk, node: Node) -> None:
    """Read a number in digits, or refuse it as what it is."""
    code = code_of(_seen(walk, node.start, node.end), BY_FORM)
    if code:
        walk.refuse(node.start, _glued_end(walk, node.end), code)
        return
    quantity = in_digits(walk, node)
    code = None if quantity.ordinal else code_of(_seen(walk, quantity.start, quantity.end, quantity), BY_CONTEXT)
    if code:
        walk.refuse(quantity.start, quantity.end, code)
    else:
        _emit(walk, quantity)


def _seen(walk: Walk, start: int, end: int, quantity: Quantity | None = None) -> Seen:
    before = walk.out[-1] if walk.out else None
    if quantity is None and before is not None and before.tag == "LP" and len(walk.out) > 1:
        before = walk.out[-2]
    behind = [n for n in walk.nodes.after(walk.i, _BEHIND) if n.start >= end]
    return Seen(walk.text, start, end, before, behind, start == walk.nodes[0].start, quantity)


def _emit(walk: Walk, quantity: Quantity | None) -> None:
    if quantity is None:
        walk.keep()
    else:
        walk.emit(_completed(walk, quantity))


def _completed(walk: Walk, quantity: Quantity) -> Quantity:
    """A quantity with what the words around it add: ``by a factor of 4``, ``50 (approx.)``."""
    last = walk.back()
    if quantity.unit is None and last.tag == "BY" and "factor" in last.text.casefold():
        quantity = replace(quantity, unit="x")
    if quantity.bound == "exact" and walk.text[quantity.end : quantity.end + 11].casefold().startswith(_ABOUT_BEHIND):
        quantity = replace(quantity, bound="about")
    return quantity


def _glued_end(walk: Walk, end: int) -> int:
    """Where the letters and digits end that touch a number."""
    while end < walk.nodes[-1].end and walk.text[end].isalnum():
        end += 1
    return end
