"""Which sentences speak of the world or of earlier work rather than of the paper's own results."""

from __future__ import annotations

import re

from leaderboard.extraction.names import Names
from leaderboard.extraction.nodes import Node

_OWN = re.compile(r"^(?:we|our|ours|us)$", re.I)
_RESULT_TAGS = frozenset(
    {
        "BEAT",
        "GET",
        "UPVERB",
        "DOWNVERB",
        "SPEEDVERB",
        "UPNOUN",
        "DOWNNOUN",
        "SPEEDNOUN",
        "FASTADJ",
        "METRIC",
        "COST",
        "BENCH",
        "UPADJ",
        "DOWNADJ",
        "TIMES",
    }
)


def is_background(nodes: list[Node], number: int, count: int, names: Names) -> bool:
    """Whether a sentence is no place for results of this paper.

    Args:
        nodes: the sentence.
        number: its place in the abstract, from 0; ``count`` is how many there are.
        names: the paper's own names.
    """
    if any(_OWN.match(n.text) or n.text in names.own for n in nodes):
        return False
    if any(n.tag == "PRIOR" for n in nodes):
        return True
    return not any(n.tag in _RESULT_TAGS for n in nodes) or (
        number == 0 and count > 3 and not any(n.tag in ("BEAT", "BENCH") for n in nodes)
    )
