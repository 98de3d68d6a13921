"""Scores the extraction on files of labelled papers, and reports the result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from leaderboard.extraction import extract
from leaderboard.registry import Registry
from leaderboard.scoring.folds import fold_of
from leaderboard.scoring.gold import LabelledPaper, read_gold
from leaderboard.scoring.matching import FIELDS, LEVELS, Comparison, Names
from leaderboard.scoring.outcomes import INVENTED, MISSED, Outcome, outcomes

#: Boundaries of the confidence bands.
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Band:
    """The claims of one confidence band: their number, mean confidence, and the share that reaches each level."""

    low: float
    high: float
    claims: int
    confidence: float
    precision: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The score of an extraction: every outcome, with precision, recall and F1 at each level and the accuracy of each field."""

    titles: tuple[str, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def papers(self) -> int:
        """The number of labelled papers."""
        return len(self.titles)

    @property
    def labelled(self) -> int:
        """The number of labelled claims."""
        return sum(o.cause != INVENTED for o in self.outcomes)

    @property
    def predicted(self) -> int:
        """The number of extracted claims."""
        return sum(o.cause != MISSED for o in self.outcomes)

    @property
    def disagreements(self) -> tuple[Outcome, ...]:
        """The outcomes that are not correct in every field."""
        return tuple(o for o in self.outcomes if o.cause)

    @property
    def fields(self) -> dict[str, float]:
        """The accuracy of each field on the claims whose number is correct."""
        found = [o for o in self.outcomes if o.level]
        return {f: sum(f not in o.wrong for o in found) / len(found) if found else 0.0 for f in FIELDS}

    def hits(self, level: str) -> int:
        """The number of claims that reach ``level``."""
        return sum(o.level > LEVELS.index(level) for o in self.outcomes)

    def precision(self, level: str) -> float:
        """The share of extracted claims that reach ``level``."""
        return self.hits(level) / self.predicted if self.predicted else 0.0

    def recall(self, level: str) -> float:
        """The share of labelled claims that are found at ``level``."""
        return self.hits(level) / self.labelled if self.labelled else 0.0

    def f1(self, level: str) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision(level), self.recall(level)
        return 2 * p * r / (p + r) if p + r else 0.0

    def part(self, wanted: Callable[[str], bool]) -> Report:
        """The report on papers with a ``wanted`` title."""
        return Report(tuple(t for t in self.titles if wanted(t)), tuple(o for o in self.outcomes if wanted(o.paper)))

    def folds(self, count: int) -> list[Report]:
        """One report for each of ``count`` folds by paper."""
        return [self.part(lambda title, k=k: fold_of(title, count) == k) for k in range(1, count + 1)]  # type: ignore[misc]

    def bands(self) -> list[Band]:
        """The accuracy of claims in each confidence band, without empty bands."""
        out = []
        for low, high in pairwise(BANDS):
            inside = [o for o in self.outcomes if o.confidence is not None and (low <= o.confidence < high or o.confidence == high == 1.0)]
            if inside:
                shares = tuple(sum(o.level > k for o in inside) / len(inside) for k in range(len(LEVELS)))
                out.append(Band(low, high, len(inside), sum(o.confidence or 0.0 for o in inside) / len(inside), shares))
        return out

    def levels(self) -> dict[str, dict[str, float]]:
        """Precision, recall and F1 at each level, rounded to four digits."""
        return {
            k: {"precision": round(self.precision(k), 4), "recall": round(self.recall(k), 4), "f1": round(self.f1(k), 4)} for k in LEVELS
        }

    def as_dict(self) -> dict[str, object]:
        """All scores and outcomes as plain values, for JSON."""
        return {
            "papers": self.papers,
            "labelled": self.labelled,
            "predicted": self.predicted,
            "levels": self.levels(),
            "fields": {k: round(v, 4) for k, v in self.fields.items()},
            "causes": dict(Counter(o.cause for o in self.disagreements).most_common()),
            "bands": [
                {"from": b.low, "to": b.high, "claims": b.claims, "confidence": round(b.confidence, 4)}
                | {k: round(p, 4) for k, p in zip(LEVELS, b.precision, strict=True)}
                for b in self.bands()
            ],
            "outcomes": [o.as_dict() for o in self.outcomes],
        }

    def as_text(self) -> str:
        """The scores for a terminal."""
        lines = [f"{self.papers} papers, {self.labelled} labelled claims, {self.predicted} extracted", ""]
        lines.append(f"{'level':10}{'precision':>10}{'recall':>10}{'F1':>10}")
        lines += [f"{k:10}{self.precision(k):>10.3f}{self.recall(k):>10.3f}{self.f1(k):>10.3f}" for k in LEVELS]
        lines += ["", "accuracy of fields where the number is found: " + "  ".join(f"{k} {v:.3f}" for k, v in self.fields.items())]
        if bands := self.bands():
            lines += ["", f"{'confidence':12}{'claims':>8}{'mean':>8}" + "".join(f"{k:>10}" for k in LEVELS) + "   (share correct)"]
            lines += [
                f"{f'{b.low:.1f} - {b.high:.1f}':12}{b.claims:>8}{b.confidence:>8.2f}" + "".join(f"{p:>10.2f}" for p in b.precision)
                for b in bands
            ]
        return "\n".join(lines)

    def folds_as_text(self, count: int) -> str:
        """F1 at each level for each of ``count`` folds, and for all other papers."""
        lines = [f"{'fold':6}{'papers':>8}{'labelled':>10}" + "".join(f"{k:>10}" for k in LEVELS) + "   (F1; in brackets: all other folds)"]
        for k, part in enumerate(self.folds(count), 1):
            rest = self.part(lambda title, k=k: fold_of(title, count) != k)  # type: ignore[misc]
            figures = "".join(f"{part.f1(level):>10.3f}" for level in LEVELS)
            lines.append(f"{k:<6}{part.papers:>8}{part.labelled:>10}{figures}   ({' '.join(f'{rest.f1(x):.3f}' for x in LEVELS)})")
        return "\n".join(lines)

    def errors_as_text(self, most: int = 0, cause: str | None = None) -> str:
        """The disagreements grouped by cause, largest group first: the sentence, the rule that matched and both claims.

        Args:
            most: maximum number per group; 0 for all.
            cause: only disagreements with this cause, or with this field wrong.
        """
        return "\n".join(self._grouped(most, cause))

    def _grouped(self, most: int, wanted: str | None) -> Iterator[str]:
        shown = [o for o in self.disagreements if wanted is None or wanted in (o.cause, *o.wrong)]
        for cause, count in Counter(o.cause for o in shown).most_common():
            group = [o for o in shown if o.cause == cause]
            yield f"\n{cause}: {count}"
            for o in group[: most or None]:
                yield f"  {o.quote!r} [{o.rule}] in {o.paper!r}: {o.sentence}"
                if o.extracted is not None:
                    yield f"      extracted: {o.extracted}"
                if o.labelled is not None:
                    yield f"      labelled:  {o.labelled}"
            if most and count > most:
                yield f"  ... and {count - most} more"


def score_file(gold: Path, texts: Path | None = None, registry: Registry | None = None, aliases: Path | None = None) -> Report:
    """Score the extraction against a file of labelled claims.

    Args:
        gold: JSON Lines, ``{"paper": title, "claims": [...]}`` each.
        texts: JSON Lines with ``title`` and ``abstract`` of those papers; by default ``NAME_texts.jsonl`` or ``papers.jsonl`` next
            to ``gold``.
        registry: the registry to use; by default the shipped one.
        aliases: a JSON list of lists of names that count as equal; by default ``aliases.json`` next to ``gold``, if it exists.

    Raises:
        GoldError: a file is missing or unreadable, or a labelled paper has no abstract.
    """
    return score_papers(read_gold(gold, texts), Names.read(aliases or gold.parent / "aliases.json"), registry)


def score_papers(papers: Iterable[LabelledPaper], names: Names, registry: Registry | None = None) -> Report:
    """Score the extraction on labelled papers; labels with ``sure`` false are ignored."""
    comparison = Comparison(names)
    found: list[Outcome] = []
    titles: list[str] = []
    for paper in papers:
        titles.append(paper.title)
        found += outcomes(paper, extract(paper.abstract, paper.title, registry), comparison)
    return Report(tuple(titles), tuple(found))
