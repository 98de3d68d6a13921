"""Scoring whole files of labelled papers, and the report on it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from leaderboard.errors import LeaderboardError
from leaderboard.extraction import extract
from leaderboard.registry import Registry
from leaderboard.scoring.matching import FIELDS, LEVELS, Comparison, Label, Names, pair


class GoldError(LeaderboardError):
    """A file of labelled claims, or of their texts, that cannot be used; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One difference between labels and extraction: ``cause`` is ``missed``, ``no claim`` or the first wrong field."""

    paper: str
    cause: str
    quote: str
    rule: str
    sentence: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The score of an extraction: counts, precision / recall / F1 for each level, the share of right fields, and the disagreements."""

    papers: int
    labelled: int
    predicted: int
    hits: tuple[int, ...]
    fields: Mapping[str, float]
    disagreements: tuple[Disagreement, ...]

    def precision(self, level: str) -> float:
        """Of the extracted claims, the share that reaches ``level``."""
        return self.hits[LEVELS.index(level)] / self.predicted if self.predicted else 0.0

    def recall(self, level: str) -> float:
        """Of the labelled claims, the share that is reached at ``level``."""
        return self.hits[LEVELS.index(level)] / self.labelled if self.labelled else 0.0

    def f1(self, level: str) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision(level), self.recall(level)
        return 2 * p * r / (p + r) if p + r else 0.0

    def as_dict(self) -> dict[str, object]:
        """All figures as plain values, for JSON."""
        levels = {
            k: {"precision": round(self.precision(k), 4), "recall": round(self.recall(k), 4), "f1": round(self.f1(k), 4)} for k in LEVELS
        }
        causes = Counter(d.cause for d in self.disagreements)
        return {
            "papers": self.papers,
            "labelled": self.labelled,
            "predicted": self.predicted,
            "levels": levels,
            "fields": {k: round(v, 4) for k, v in self.fields.items()},
            "causes": dict(causes.most_common()),
        }

    def as_text(self, errors: int = 0) -> str:
        """The figures for a terminal; with ``errors``, the disagreements grouped by cause, up to that many of each."""
        lines = [f"{self.papers} papers, {self.labelled} labelled claims, {self.predicted} extracted", ""]
        lines.append(f"{'level':10}{'precision':>10}{'recall':>10}{'F1':>10}")
        lines += [f"{k:10}{self.precision(k):>10.3f}{self.recall(k):>10.3f}{self.f1(k):>10.3f}" for k in LEVELS]
        lines += ["", "fields right, of the numbers found: " + "  ".join(f"{k} {v:.3f}" for k, v in self.fields.items())]
        if errors:
            lines += self._grouped(errors)
        return "\n".join(lines)

    def _grouped(self, most: int) -> Iterator[str]:
        for cause, count in Counter(d.cause for d in self.disagreements).most_common():
            yield f"\n{cause}: {count}"
            for d in [d for d in self.disagreements if d.cause == cause][:most]:
                rule = f" [{d.rule}]" if d.rule else ""
                yield f"  {d.quote!r}{rule} in {d.paper!r}: {d.sentence}"
                yield from (f"      {line}" for line in d.details)


def score_file(gold: Path, texts: Path | None = None, registry: Registry | None = None, aliases: Path | None = None) -> Report:
    """Score the extraction against a file of labelled claims.

    Args:
        gold: JSON Lines, ``{"paper": title, "claims": [...]}`` each.
        texts: JSON Lines with ``title`` and ``abstract`` of those papers; where left out, ``NAME_texts.jsonl`` or ``papers.jsonl``
            beside ``gold``.
        registry: the shipped one where left out.
        aliases: a JSON list of lists of names that count as the same; where left out, ``aliases.json`` beside ``gold`` if there is one.

    Raises:
        GoldError: a file is missing or unreadable, or a labelled paper has no text.
    """
    texts = texts or _texts_beside(gold)
    papers = [(str(entry["paper"]), _claims(entry, gold)) for entry in _entries(gold, ("paper", "claims"))]
    abstracts = {str(entry["title"]): str(entry["abstract"]) for entry in _entries(texts, ("title", "abstract"))}
    missing = [title for title, _ in papers if title not in abstracts]
    if missing:
        raise GoldError(
            f"{texts}: no text for {len(missing)} labelled papers, the first is {missing[0]!r}; give the right file with --texts"
        )
    names = Names.read(aliases or gold.parent / "aliases.json")
    return score_papers(((title, abstracts[title], labels) for title, labels in papers), names, registry)


def score_papers(papers: Iterable[tuple[str, str, Sequence[Label]]], names: Names, registry: Registry | None = None) -> Report:
    """Score the extraction over ``(title, abstract, labels)``; labels with ``sure`` false count neither for nor against."""
    comparison = Comparison(names)
    hits = [0] * len(LEVELS)
    right: Counter[str] = Counter()
    found: list[Disagreement] = []
    count = labelled = predicted = pairs_sure = 0
    for title, abstract, labels in papers:
        count += 1
        claims = [c.as_dict() for c in extract(abstract, title, registry).claims]
        pairs = pair(labels, claims, comparison)
        labelled += sum(bool(label.get("sure", True)) for label in labels)
        predicted += len(claims) - sum(not labels[i].get("sure", True) for i, _, _ in pairs)
        for i, j, level in pairs:
            if not labels[i].get("sure", True):
                continue
            pairs_sure += 1
            for k in range(level):
                hits[k] += 1
            wrong = comparison.wrong_fields(labels[i], claims[j])
            right.update(f for f in FIELDS if f not in wrong)
            if wrong:
                details = tuple(f"{f}: {claims[j].get(f)!r}, labelled {labels[i].get(f)!r}" for f in wrong)
                found.append(
                    Disagreement(title, wrong[0], str(labels[i]["quote"]), str(claims[j]["rule"]), _around(abstract, labels[i]), details)
                )
        found += _unpaired(title, abstract, labels, claims, pairs)
    fields = {f: right[f] / pairs_sure if pairs_sure else 0.0 for f in FIELDS}
    return Report(count, labelled, predicted, tuple(hits), fields, tuple(found))


def _unpaired(
    title: str, abstract: str, labels: Sequence[Label], claims: Sequence[Label], pairs: Sequence[tuple[int, int, int]]
) -> list[Disagreement]:
    seen_labels, seen_claims = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    missed = [x for i, x in enumerate(labels) if i not in seen_labels and x.get("sure", True)]
    invented = [x for j, x in enumerate(claims) if j not in seen_claims]
    return [Disagreement(title, "missed number", str(x["quote"]), "", _around(abstract, x)) for x in missed] + [
        Disagreement(title, "number that is no claim", str(x["quote"]), str(x["rule"]), _around(abstract, x)) for x in invented
    ]


def _around(abstract: str, claim: Label) -> str:
    start, end = int(str(claim["start"])), int(str(claim["end"]))
    left = max(abstract.rfind(". ", 0, start) + 1, start - 160)
    right = abstract.find(". ", end)
    stop = min(right + 1 if right >= 0 else len(abstract), end + 120)
    return " ".join(f"{abstract[left:start]}«{abstract[start:end]}»{abstract[end:stop]}".split())


def _texts_beside(gold: Path) -> Path:
    candidates = (gold.with_name(f"{gold.stem}_texts.jsonl"), gold.with_name("papers.jsonl"))
    for path in candidates:
        if path.exists():
            return path
    raise GoldError(
        f"{gold}: found neither {candidates[0].name} nor {candidates[1].name} beside it; say with --texts where the labelled abstracts are"
    )


def _entries(path: Path, needed: tuple[str, ...]) -> Iterator[Mapping[str, object]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read as text ({error})") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(f"{path}:{number}: not JSON ({error.msg}); expected one object a line") from error
        if not isinstance(entry, dict) or any(key not in entry for key in needed):
            raise GoldError(f"{path}:{number}: expected an object with {', '.join(needed)}")
        yield entry


def _claims(entry: Mapping[str, object], path: Path) -> list[Label]:
    claims = entry["claims"]
    if not isinstance(claims, list) or not all(isinstance(c, dict) and {"start", "end", "value", "quote"} <= c.keys() for c in claims):
        raise GoldError(f"{path}: the claims of {str(entry['paper'])!r} need at least start, end, value and quote")
    return claims
