"""Counts of how often claims were correct, from which the confidence of claims is computed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leaderboard.extraction.chain import run
from leaderboard.extraction.claim.confidence import Calibration, Trait, traits
from leaderboard.registry import Registry
from leaderboard.scoring.folds import fold_of
from leaderboard.scoring.gold import LabelledPaper
from leaderboard.scoring.matching import LEVELS, Comparison, Names, pair

_SLOPES = [step / 20 for step in range(4, 25)]
_FOLDS = 5
_HEADER = """# How often claims were right in every field on labelled abstracts, by what their reading rests on: the confidence of a claim.
#
#     trait: value | claims | right        labelled claims that were read this way, and how many of them were right
#     slope | number                       how far the traits count, fitted on papers that were left out of the counting
#
# Written by `leaderboard score GOLD --calibrate FILE`; do not edit by hand.
"""


@dataclass(frozen=True, slots=True)
class Judged:
    """An extracted claim that was compared with a label: its paper, the traits of its reading, and whether it was correct."""

    paper: str
    traits: tuple[Trait, ...]
    right: bool


def judge(papers: Iterable[LabelledPaper], names: Names, registry: Registry | None = None) -> list[Judged]:
    """All extracted claims of labelled papers, except those whose label is uncertain."""
    comparison = Comparison(names)
    judged = []
    for paper in papers:
        result = run(paper.abstract, paper.title, registry)
        drafts = [draft for trace in result.traces for draft in trace.drafts]
        claims = [claim.as_dict() for claim in result.extraction.claims]
        pairs = {j: (i, level) for i, j, level in pair(paper.labels, claims, comparison)}
        for j, draft in enumerate(drafts):
            label, level = pairs.get(j, (None, 0))
            if label is None or paper.labels[label].get("sure", True):
                judged.append(Judged(paper.title, traits(draft), level == len(LEVELS)))
    return judged


def calibrate(judged: Sequence[Judged]) -> Calibration:
    """Counts of all judged claims, with the slope that predicts best on held-out folds of papers.

    Raises:
        ValueError: there is no judged claim, or none is correct.
    """
    if not any(j.right for j in judged):
        raise ValueError("none of the labelled claims was extracted correctly; there is nothing to calibrate on")
    best = min(_SLOPES, key=lambda slope: _loss(judged, slope))
    return _count(judged, best)


def _count(judged: Iterable[Judged], slope: float) -> Calibration:
    every, right = Counter[Trait](), Counter[Trait]()
    for one in judged:
        for trait in (*one.traits, ("all", "claims")):
            every[trait] += 1
            right[trait] += one.right
    total = every.pop(("all", "claims"), 0), right.pop(("all", "claims"), 0)
    return Calibration({trait: (every[trait], right[trait]) for trait in sorted(every)}, total, slope)


def _loss(judged: Sequence[Judged], slope: float) -> float:
    """The total logarithmic loss on each fold, with the counts of the other folds."""
    loss = 0.0
    for fold in range(1, _FOLDS + 1):
        counted = [j for j in judged if fold_of(j.paper, _FOLDS) != fold]
        if not any(j.right for j in counted):
            continue
        calibration = _count(counted, slope)
        for one in judged:
            if fold_of(one.paper, _FOLDS) == fold:
                share = calibration.confidence(one.traits)
                loss -= math.log(share if one.right else 1 - share)
    return loss


def as_text(calibration: Calibration) -> str:
    """The text of a calibration file, as `read_calibration` reads it."""
    lines = [f"all: claims | {calibration.total[0]} | {calibration.total[1]}", f"slope | {calibration.slope:g}"]
    lines += [f"{name}: {value} | {claims} | {right}" for (name, value), (claims, right) in calibration.counts.items()]
    return _HEADER + "\n".join(lines) + "\n"
