"""Which sentences speak of the world or of earlier work rather than of the paper's own results."""

from __future__ import annotations

import re

from leaderboard.extraction.method.own_name import Names
from leaderboard.extraction.tokens.sentence import Sentence

_OWN = re.compile(r"^(?:we|our|ours|us|this (?:paper|work|article|letter|study))$", re.I)


#: How a sentence begins that speaks of everybody else's systems.
_OTHERS = re.compile(
    r"(?:existing|previous|prior|current|traditional|conventional|most|many|recent|other) "
    r"(?:[\w-]+ ){0,2}(?:methods?|models?|approaches|works?|systems?|techniques|studies)\b",
    re.I,
)


#: How a sentence begins that reports.
_RESULTS = re.compile(
    r"(?:(?:empirical|experimental|extensive|numerical|evaluation|simulation|the|comprehensive) ){0,2}"
    r"(?:results?|experiments?|evaluations?)\b",
    re.I,
)


#: In a longer abstract the first sentence sets the scene.
_SHORT = 3


def is_background(nodes: Sentence, number: int, count: int, names: Names) -> bool:
    """Whether a sentence is no place for results of this paper.

    Args:
        nodes: the sentence.
        number: its place in the abstract, from 0; ``count`` is how many there are.
        names: the paper's own names.
    """
    if nodes and nodes[-1].text == "?":
        return True
    if any(_OWN.match(n.text) or n.text in names.own for n in nodes):
        return False
    if _RESULTS.match(" ".join(n.text for n in nodes[:4])):
        return False
    if any(n.tag == "PRIOR" for n in nodes):
        return True
    if _OTHERS.match(" ".join(n.text for n in nodes[:5])) and not any(n.tag in ("BENCH", "METRIC") for n in nodes):
        return True
    return number == 0 and count > _SHORT and not any(n.tag in ("BEAT", "BENCH") for n in nodes)
