"""Step 5, grammar: which numbers of a sentence are results, and in what frame they stand.

The rules are a table (`data/registry/rules.txt`). A rule is a pattern over tags around a quantity; patterns become regular expressions
over the sentence's tag string, one character a node. For each quantity the first rule of the table that fits wins, so the table reads from
the special to the general. A rule looks at no more than ``WINDOW`` nodes on either side: the whole step is linear in the length of the
sentence.

Pattern language
    ``Q``            the quantity that the rule is about (exactly one in a pattern); ``QTY`` another one beside it
    ``METRIC``       a node with that tag; ``METRIC|COST`` one of several; a name in small letters is a macro of ``MACROS``
    ``X?  X*  X{0,3}``   as in regular expressions
    ``..``  ``...``  up to 3, up to 9 nodes of any kind that keep a phrase together (no other quantity, no end of clause)
    ``np..``         the same without verbs; ``()`` a group in brackets or none
"""

from __future__ import annotations

from leaderboard.extraction.grammar.lists import siblings
from leaderboard.extraction.grammar.number_kinds import reports_score, unit_kinds
from leaderboard.extraction.grammar.pattern import WINDOW, Grammar
from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.tokens.node import tag_string
from leaderboard.extraction.tokens.sentence import Sentence


def read(nodes: Sentence, grammar: Grammar) -> list[Reading]:
    """The reading of every quantity of a sentence that some rule takes, in order of place.

    Args:
        nodes: the sentence after the quantities step.
        grammar: the compiled table.
    """
    string = tag_string(nodes)
    scored = reports_score(string)
    readings: list[Reading] = []
    for index, node in enumerate(nodes):
        if node.tag not in ("Q", "TIMES"):
            continue
        kinds = unit_kinds(node)
        if scored and node.quantities and node.quantities[0].unit in ("params", "FLOPs"):
            kinds.add("beside-score")
        left = string[max(0, index - WINDOW) : index]
        right = string[index + 1 : index + 1 + WINDOW]
        for compiled in grammar.for_kinds(frozenset(kinds)):
            reach = compiled.match(left, right)
            if reach is not None:
                readings.append(Reading(index, compiled.rule, index - reach[0], index + 1 + reach[1]))
                break
    return siblings(nodes, readings)
