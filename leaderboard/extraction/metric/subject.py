"""The measure that a verb is said of ("inference throughput increases")."""

from __future__ import annotations

from leaderboard.extraction.metric.number import THINGS
from leaderboard.extraction.metric.phrases import is_a
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence


def subject_of_verb(nodes: Sentence, verb: int) -> int | None:
    """``our parameters are reduced``, ``the latency on GPUs drops``: the node of the measure right before the verb."""
    i = verb - 1
    while i >= 0 and _belongs_to_verb(nodes[i]):
        i -= 1
    if nodes.at(i).tag in ("COUNTNOUN", "HARDWARE", "WORD", "NAME") and nodes.at(i - 1).tag in ("ON", "IN"):
        i -= 2
    return i if nodes.at(i).tag in THINGS else None


def _belongs_to_verb(node: Node) -> bool:
    """``can``, ``be``, ``significantly``."""
    return node.tag in ("NOTABLY", "BE", "HAVE") or node.text.endswith("ly") or is_a(node.text, "auxiliary")
