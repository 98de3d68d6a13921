"""Quantities, part two: numbers side by side that are said of the same thing become one node."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from leaderboard.extraction.tokens.node import Node, Quantity
from leaderboard.extraction.tokens.sentence import Sentence

_GLUE = frozenset({"COMMA", "AND", "SLASH"})


_SHARED_UNITS = frozenset({"x", "%", "points", "dB", "fps", "s", "ms", "h", "min", "mm", "m", "cm"})


def merge_lists(nodes: Sentence) -> Sentence:
    """Join ``95.9% and 50.0%``, ``3.0%/5.2%``, ``2.4, 9.0, and 12.6 percent`` into one node that holds all its quantities."""
    out = Sentence()
    i = 0
    while i < len(nodes):
        node = nodes[i]
        if node.tag != "Q":
            out.append(node)
            i += 1
            continue
        members, j = list(node.quantities), i
        compared = bool(out) and out[-1].tag == "VERSUS" and _parted(nodes, i)
        while not compared and (step := _next_in_list(nodes, j)) is not None:
            j = step
            members.extend(nodes[j].quantities)
        out.append(Node("Q", node.start, nodes[j].end, "", None, tuple(_share_unit(members))) if j > i else node)
        i = j + 1
    return out


def _parted(nodes: Sentence, i: int) -> bool:
    """``up from 80.2%, and 76.9% on B``: a comma and a conjunction behind what was compared begin something new."""
    return [n.tag for n in nodes[i + 1 : i + 3]] == ["COMMA", "AND"]


def _next_in_list(nodes: Sentence, i: int) -> int | None:
    """The node that goes on with the list at ``i``, or None; "to 79% and 79.1% to 83%" is no list."""
    j = i + 1
    while j < len(nodes) and nodes[j].tag in _GLUE and j - i <= 2:
        j += 1
    if j == i + 1 and _lost_comma(nodes, i):
        return j
    if j == i + 1 or j >= len(nodes) or nodes[j].tag != "Q":
        return None
    if j + 2 < len(nodes) and nodes[j + 1].tag == "TO" and nodes[j + 2].tag in ("Q", "NUM"):
        return None
    a, b = nodes[i].quantities[-1], nodes[j].quantities[0]
    similarity = a.unit == "dB" and b.unit is None and b.decimals > 1 and b.value <= 1
    if a.unit is not None and a.unit != b.unit and not similarity:
        return None
    return None if a.unit is None and b.unit is None and bool(a.sign) != bool(b.sign) else j


def _lost_comma(nodes: Sentence, i: int) -> bool:
    """``5.88% 5.96% and 5.32%``: numbers of a list that lost its comma, told by the "and" that follows."""
    if i + 2 >= len(nodes) or nodes[i + 1].tag != "Q" or nodes[i + 1].start - nodes[i].end != 1:
        return False
    a, b = nodes[i].quantities[-1], nodes[i + 1].quantities[0]
    return a.unit is not None and a.unit == b.unit and nodes[i + 2].tag in ("AND", "Q")


def _share_unit(members: list[Quantity]) -> list[Quantity]:
    """``2.4, 9.0, and 12.6 percent``: the last unit is everybody's; ``up to 1.55x and 2.11x``: so is the first bound."""
    unit, bound = members[-1].unit, members[0].bound
    if unit in _SHARED_UNITS:
        members = [replace(m, unit=m.unit or unit) for m in members]
    if bound != "exact":
        members = [replace(m, bound=bound) if m.bound == "exact" else m for m in members]
    return members


def sublists(node: Node) -> list[int]:
    """How many numbers stand between slashes in each part of a list of numbers.

    >>> from leaderboard.extraction.tokens.node import Node, Quantity
    >>> at = [(0, 3), (4, 7), (12, 15), (16, 19)]
    >>> sublists(Node("Q", 0, 19, "", None, tuple(Quantity(start, end, 1.5) for start, end in at)))
    [2, 2]
    """
    lengths = [1]
    for before, after in pairwise(node.quantities):
        if after.start - before.end == 1:
            lengths[-1] += 1
        else:
            lengths.append(1)
    return lengths
