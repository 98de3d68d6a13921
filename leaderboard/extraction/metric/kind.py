"""Whether a number is a score, a gain, a ratio or a cost, and in which unit."""

from __future__ import annotations

import re

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.grammar.number_kinds import RESOURCE_UNITS
from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.lexicon.word_files import name_class
from leaderboard.extraction.metric.change_word import change_node, falls
from leaderboard.extraction.metric.cost_units import PHYSICAL_COST
from leaderboard.extraction.tokens.node import Quantity
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.model import Kind

#: Units that say nothing of whether a level is a quality or a cost; a physical unit that is no cost measures a quality.
_SCALES = frozenset({"%", "x", "points", "dB", "Hz", "kHz", "MHz", "GHz", "kbps"})


def kind_of(nodes: Sentence, reading: Reading, target: Target, q: Quantity) -> Kind:
    """Score, gain, ratio or cost, by the frame, the unit and what was measured."""
    if q.unit == "x" or q.fraction:
        return "ratio"
    if reading.frame == "share" or reading.rule.name == "save-of-open":
        return "ratio"
    if reading.frame == "delta":
        relative = _relative(nodes, reading) or _less_of(nodes, reading, target) or _saves(nodes, reading)
        if q.unit == "%" and (target.kind == "cost" or relative):
            return "ratio"
        return "gain"
    if q.unit is not None and q.unit not in _SCALES and q.unit not in RESOURCE_UNITS:
        return "score"
    if target.kind == "cost" or (reading.rule.name == "verb-to" and target.kind == "none" and falls(nodes, reading)):
        return "ratio" if q.unit == "%" else "cost" if target.kind == "cost" else "score"
    if q.unit in PHYSICAL_COST and target.kind == "none":
        return "cost"
    return "score"


def _saves(nodes: Sentence, reading: Reading) -> bool:
    """``98% resource savings``: what is saved is a share of what was spent."""
    change = change_node(nodes, reading)
    return change is not None and nodes[change].text.casefold() in ("saving", "savings")


def _less_of(nodes: Sentence, reading: Reading, target: Target) -> bool:
    """``22% fewer joints``, ``43% less torque``: less of something that is no quality is a share of it."""
    change = change_node(nodes, reading)
    if target.kind != "open" or change is None or target.name is None:
        return False
    head = target.name.split()[-1].casefold()
    if head in name_class("qualityhead") | name_class("nosaving"):
        return False
    plural = nodes[change].tag in ("DOWNVERB", "DOWNNOUN", "DOWNADJ") and (_PLURAL.search(head) is not None or head in name_class("amount"))
    return plural or nodes[change].text.casefold() in ("fewer", "less")


_PLURAL = re.compile(r"[^su]s$")


def _relative(nodes: Sentence, reading: Reading) -> bool:
    """Whether the text calls the change relative: the word stands in the rule's match or right around the number."""
    if reading.index + 1 < len(nodes) and nodes[reading.index + 1].tag == "ABSOLUTE":
        return False
    window = range(max(0, reading.index - 7), min(len(nodes), reading.index + 6))
    for i in window:
        if nodes[i].tag in ("RELATIVE", "BY") and re.search(r"relative|factor", nodes[i].text.casefold()):
            between = range(min(i, reading.index) + 1, max(i, reading.index))
            if not any(nodes[j].tag in ("COMMA", "SEMI", "Q", "STOP") for j in between):
                return True
    change = change_node(nodes, reading)
    if (
        change is not None
        and change
        and nodes[change].tag in ("DOWNNOUN", "UPNOUN")
        and nodes[change - 1].text.casefold().startswith("relative ")
    ):
        return True
    behind = nodes[reading.index + 1 : reading.index + 3]
    return any(n.tag == "METRIC" and n.text.casefold().startswith("relative ") for n in behind)


def unit_of(reading: Reading, q: Quantity) -> str | None:
    """The claim's unit: a bare number that is a change counts the metric's own points."""
    if q.unit is None and reading.frame == "delta":
        return "points"
    if q.unit == "points" and reading.frame in ("level", "baseline"):
        return "points"
    return q.unit
