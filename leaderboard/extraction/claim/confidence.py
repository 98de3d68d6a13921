"""How sure a claim is: how often claims that were read the same way turned out right on labelled abstracts.

What a reading rests on is said by a few traits (the rule that took the number, where its metric, benchmark and system were found). For each
trait `data/registry/confidence.txt` says how many labelled claims had it and how many of those were right in every field. The traits are
combined as independent evidence (naive Bayes on the logarithm of the odds, each count shrunk towards the average), damped by a slope that
makes the result fit the share that is really right. ``leaderboard score GOLD --calibrate`` writes the file.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from leaderboard.errors import LeaderboardError
from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.claim.reason import Reason, in_general
from leaderboard.extraction.lexicon.word_files import lines_of
from leaderboard.resources import registry_dir

#: A trait is shrunk as if so many claims with it had been right as often as the average.
SHRINKAGE = 8.0


_LOWEST, _HIGHEST = 0.02, 0.98


_LINE = re.compile(r"(?P<trait>[a-z]+): (?P<value>.+) \| (?P<claims>\d+) \| (?P<right>\d+)")


_SLOPE = re.compile(r"slope \| (?P<slope>\d+(?:\.\d+)?)")


Trait = tuple[str, str]


class CalibrationError(LeaderboardError):
    """A file of confidence counts that cannot be read; the message names file and line."""


@dataclass(frozen=True)
class Calibration:
    """Counts of labelled claims, ``(all, right)`` by trait, those of all claims, and the slope."""

    counts: Mapping[Trait, tuple[int, int]]
    total: tuple[int, int]
    slope: float = 1.0

    def confidence(self, traits: Iterable[Trait]) -> float:
        """The share of claims with these traits that is expected to be right, between 0.02 and 0.98.

        >>> counts = {("rule", "good"): (40, 39), ("rule", "bad"): (40, 11)}
        >>> calibration = Calibration(counts, (80, 50))
        >>> round(calibration.confidence([("rule", "good")]), 2), round(calibration.confidence([("rule", "bad")]), 2)
        (0.92, 0.33)
        """
        average = self.total[1] / self.total[0]
        odds = _logit(average)
        for trait in traits:
            claims, right = self.counts.get(trait, (0, 0))
            odds += self.slope * (_logit((right + SHRINKAGE * average) / (claims + SHRINKAGE)) - _logit(average))
        return min(max(1 / (1 + math.exp(-odds)), _LOWEST), _HIGHEST)


def _logit(share: float) -> float:
    share = min(max(share, _LOWEST), _HIGHEST)
    return math.log(share / (1 - share))


def traits(draft: Draft) -> tuple[Trait, ...]:
    """What the reading of a number rests on.

    Each trait is a pair of its name and its value: ``("rule", "verb-by")``, ``("metric", "quality, near")``,
    ``("benchmark", "after, far")``, ``("method", "title")``, ``("baseline", "after-comparison")``. The codes are those of `reasons.txt`.
    """
    return (
        ("rule", draft.rule),
        ("metric", _metric(draft)),
        ("benchmark", _benchmark(draft)),
        ("method", _method(draft)),
        ("baseline", _baseline(draft)),
    )


_FAR = 6
_PLACES = ("before", "after")
_IMPLIED, _BESIDE = Reason("implied"), Reason("beside")
#: Scores and costs are measured against nothing.
_NOT_ASKED = "not asked"


def _metric(draft: Draft) -> str:
    if draft.target.name is None:
        return f"none, {draft.target.kind}"
    if draft.target.node < 0:
        return f"{draft.target.kind}, {draft.because.get('metric', _IMPLIED).counted}"
    distance = "near" if abs(draft.target.node - draft.node) <= _FAR else "far"
    return f"{draft.target.kind}, {distance}"


def _benchmark(draft: Draft) -> str:
    reason = draft.because.get("benchmark")
    if reason is None:
        return "none"
    if reason.code in _PLACES:
        far, several = reason.distance > _FAR, len(draft.benchmarks) > 1
        return f"{reason.code}{', far' if far else ''}{', several' if several else ''}"
    return reason.counted if draft.benchmarks else "none"


def _method(draft: Draft) -> str:
    if draft.role == "baseline":
        return "baseline" if draft.method else "baseline-unnamed"
    reason = draft.because.get("method")
    return "none" if reason is None else reason.counted


def _baseline(draft: Draft) -> str:
    if draft.kind not in ("gain", "ratio"):
        return _NOT_ASKED
    return "none" if draft.baseline is None else draft.because.get("baseline", _BESIDE).counted


@lru_cache(maxsize=4)
def read_calibration(path: Path | None = None) -> Calibration:
    """The shipped counts, or those of a file of the same shape.

    Raises:
        CalibrationError: a line is neither a count nor the slope, or the counts of all claims are missing.
    """
    path = path or registry_dir() / "confidence.txt"
    counts: dict[Trait, tuple[int, int]] = {}
    slope = 1.0
    for number, line in lines_of(path):
        if match := _SLOPE.fullmatch(line):
            slope = float(match["slope"])
        elif match := _LINE.fullmatch(line):
            counts[match["trait"], match["value"]] = int(match["claims"]), int(match["right"])
        else:
            raise CalibrationError(f"{path}:{number}: expected `trait: value | claims | right` or `slope | number`, found {line[:60]!r}")
    total = counts.pop(("all", "claims"), (0, 0))
    if not 0 < total[1] <= total[0]:
        raise CalibrationError(f"{path}: expected a line `all: claims | N | M` with how many claims there were and how many were right")
    return Calibration(counts, total, slope)


def confidence_of(draft: Draft) -> float:
    """The confidence of one draft by the shipped counts, to two digits."""
    return round(read_calibration().confidence(traits(draft)), 2)


def trait_in_words(trait: Trait) -> str:
    """What the value of a trait means.

    >>> trait_in_words(("benchmark", "after, far")), trait_in_words(("rule", "verb-by"))
    ('named after the number, far', 'verb-by')
    """
    name, value = trait
    return ", ".join(in_general(name, part) for part in value.split(", "))


def reasons(draft: Draft) -> tuple[str, ...]:
    """What the confidence of a draft rests on, in words: ``rule verb-by: 41 of 55 right``."""
    counts = read_calibration().counts
    lines = []
    for trait in traits(draft):
        claims, right = counts.get(trait, (0, 0))
        found = f"{right} of {claims} right" if claims else "not seen on labelled abstracts"
        lines.append(f"{trait[0]} {trait_in_words(trait)}: {found}")
    return tuple(lines)
