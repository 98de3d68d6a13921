"""The steps of the chain one by one, in the notation of their fixture files."""

from __future__ import annotations

from leaderboard.extraction.benchmark.name import Systems
from leaderboard.extraction.benchmark.recognise import mark_benchmarks
from leaderboard.extraction.lexicon.vocabulary import vocabulary_of
from leaderboard.extraction.quantities.read import Measured, quantities
from leaderboard.extraction.tokens.homographs import settle
from leaderboard.extraction.tokens.lex import lex
from leaderboard.extraction.tokens.node import Node, Quantity
from leaderboard.model import Span
from leaderboard.registry import load

ANY = "..."
_BOUNDS = {"exact": "", "up_to": "up_to", "at_least": "at_least", "about": "about"}


def nodes_of(text: str) -> list[Node]:
    """What the lexer makes of a text that is one sentence."""
    return lex(text, Span(0, len(text)), vocabulary_of(load()))


def measured(text: str) -> Measured:
    """What the quantities step makes of a text that is one sentence."""
    return quantities(text, nodes_of(text), vocabulary_of(load()))


def before_grammar(text: str) -> list[Node]:
    """The nodes of a text that is one sentence, as the grammar gets them."""
    vocabulary = vocabulary_of(load())
    return settle(mark_benchmarks(measured(text).nodes, load(), text, Systems(frozenset(), vocabulary)))


def numbers_written(text: str) -> list[str]:
    """All numbers of a sentence in the notation of `fixtures/quantities.txt`, in order of place."""
    found = measured(text)
    written = [(q.start, quantity_written(text, q)) for node in found.nodes for q in node.quantities]
    written += [(v.span.start, f"{v.text}: {v.code}") for v in found.verdicts]
    return [line for _, line in sorted(written)]


def quantity_written(text: str, q: Quantity) -> str:
    """``QUOTE = value [unit] [sign] [bound] [±error] [/out of]``."""
    value = f"{q.value:.12g}" if q.high is None else f"{q.value:.12g}..{q.high:.12g}"
    error = "" if q.uncertainty is None else f"±{q.uncertainty:g}"
    out_of = "" if q.out_of is None else f"/{q.out_of:g}"
    parts = [value, q.unit or "", q.sign, _BOUNDS[q.bound], error, out_of]
    return f"{text[q.start : q.end]} = {' '.join(part for part in parts if part)}"


def fits(pattern: list[str], found: list[str]) -> bool:
    """Whether a list is as the pattern says, where ``...`` stands for any number of items.

    >>> fits(["a", "...", "d"], ["a", "b", "c", "d"]), fits(["a", "d"], ["a", "b", "d"])
    (True, False)
    """
    if not pattern:
        return not found
    if pattern[0] == ANY:
        return any(fits(pattern[1:], found[i:]) for i in range(len(found) + 1))
    return bool(found) and pattern[0] == found[0] and fits(pattern[1:], found[1:])
