"""Whether a number is a score, a gain, a ratio or a cost, and in which unit."""

from __future__ import annotations

import re

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.grammar.number_kinds import RESOURCE_UNITS
from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.lexicon.word_files import name_class
from leaderboard.extraction.metric.change_word import change_node, falls
from leaderboard.extraction.metric.phrases import implied_by, is_a
from leaderboard.extraction.tokens.node import Quantity
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.model import Kind


def kind_of(nodes: Sentence, reading: Reading, target: Target, q: Quantity) -> Kind:
    """Score, gain, ratio or cost, by the frame, the unit and what was measured."""
    if q.unit == "x" or q.fraction or reading.frame == "share" or reading.rule.has("saving"):
        return "ratio"
    if reading.frame == "delta":
        return "ratio" if q.unit == "%" and _is_share(nodes, reading, target) else "gain"
    return _kind_of_level(nodes, reading, target, q)


def _is_share(nodes: Sentence, reading: Reading, target: Target) -> bool:
    """Whether a change in percent is a share of what was there before, rather than so many points."""
    change = change_node(nodes, reading)
    return (
        target.kind == "cost" or _relative(nodes, reading, change) or _less_of(nodes, change, target) or _is_word(nodes, change, "saving")
    )


#: Units that say nothing of whether a level is a quality or a cost; a physical unit that is no cost measures a quality.
_SCALES = frozenset({"%", "x", "points", "dB", "Hz", "kHz", "MHz", "GHz", "kbps"})


def _kind_of_level(nodes: Sentence, reading: Reading, target: Target, q: Quantity) -> Kind:
    """``72.4%``: a score; ``5 ms``: a cost; ``cuts the parameters to 50%``: a ratio."""
    if q.unit is not None and q.unit not in _SCALES and q.unit not in RESOURCE_UNITS:
        return "score"
    fell = reading.rule.has("moved-to") and target.kind == "none" and falls(nodes, reading)
    if q.unit == "%" and (target.kind == "cost" or fell):
        return "ratio"
    cost = target.kind == "cost" or (target.kind == "none" and not fell and implied_by("unit", q.unit or "") is not None)
    return "cost" if cost else "score"


def _is_word(nodes: Sentence, change: int | None, name: str) -> bool:
    """``98% resource savings``: whether the word of change is of a class of `phrases_metric.txt`."""
    return change is not None and is_a(nodes[change].text, name)


_PLURAL = re.compile(r"[^su]s$")


def _less_of(nodes: Sentence, change: int | None, target: Target) -> bool:
    """``22% fewer joints``, ``43% less torque``: less of something that is no quality is a share of it."""
    if target.kind != "open" or change is None or target.name is None:
        return False
    head = target.name.split()[-1].casefold()
    if head in name_class("qualityhead") or head in name_class("nosaving"):
        return False
    amount = _PLURAL.search(head) is not None or head in name_class("amount")
    return (amount and nodes[change].tag in ("DOWNVERB", "DOWNNOUN", "DOWNADJ")) or _is_word(nodes, change, "fewer")


def _relative(nodes: Sentence, reading: Reading, change: int | None) -> bool:
    """Whether the text calls the change relative: the word stands in the rule's match or right around the number."""
    index = reading.index
    if nodes.at(index + 1).tag == "ABSOLUTE":
        return False
    if any(_calls_relative(nodes, i, index) for i in range(max(0, index - 7), min(len(nodes), index + 6))):
        return True
    noun = change is not None and nodes[change].tag in ("DOWNNOUN", "UPNOUN") and is_a(nodes.at(change - 1).text, "relativeto")
    return noun or any(n.tag == "METRIC" and is_a(n.text, "relativeto") for n in nodes.after(index, 2))


def _calls_relative(nodes: Sentence, i: int, index: int) -> bool:
    """``a relative gain of 5%``, ``by a factor of``: a word at ``i`` that calls the number relative, in the same clause."""
    if nodes[i].tag not in ("RELATIVE", "BY") or not is_a(nodes[i].text, "relative"):
        return False
    return not any(n.tag in ("COMMA", "SEMI", "Q", "STOP") for n in nodes.between(min(i, index), max(i, index)))


def unit_of(reading: Reading, q: Quantity) -> str | None:
    """The claim's unit: a bare number that is a change counts the metric's own points."""
    return "points" if q.unit is None and reading.frame == "delta" else q.unit
