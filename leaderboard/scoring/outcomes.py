"""The outcome of every labelled and every extracted claim of a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from leaderboard.model import Claim, Extraction
from leaderboard.scoring.gold import LabelledPaper
from leaderboard.scoring.matching import FIELDS, Comparison, Label, pair

MISSED, INVENTED = "missed number", "number that is no claim"
#: The fields that a disagreement shows for both claims.
_SHOWN = ("kind", "value", "value_high", "unit", "change", "bound", "metric", "benchmarks", "split", "method", "role", "baseline")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One number that was labelled, extracted or both.

    ``level`` is the level it reaches (0 if it is only labelled or only extracted); ``cause`` is ``missed number``, ``number that is no
    claim``, the first wrong field, or empty if all fields are correct; ``wrong`` lists all wrong fields. ``rule`` is the rule that matched;
    for a missed number the reason why it is not a claim. ``labelled`` and ``extracted`` are the two claims as text, ``confidence`` is that
    of the extracted one.
    """

    paper: str
    start: int
    end: int
    quote: str
    level: int
    cause: str
    wrong: tuple[str, ...]
    rule: str
    sentence: str
    labelled: str | None
    extracted: str | None
    confidence: float | None = None

    @property
    def place(self) -> tuple[str, int, int]:
        """The identity of the number: its paper and offsets."""
        return self.paper, self.start, self.end

    def as_dict(self) -> dict[str, object]:
        """The fields as plain values."""
        return {**asdict(self), "wrong": list(self.wrong)}


def outcomes(paper: LabelledPaper, extraction: Extraction, comparison: Comparison) -> list[Outcome]:
    """All outcomes of a paper in order of position, except for labels with ``sure`` false and claims paired with them."""
    claims = [claim.as_dict() for claim in extraction.claims]
    pairs = pair(paper.labels, claims, comparison)
    found = []
    for i, j, level in pairs:
        if not paper.labels[i].get("sure", True):
            continue
        wrong = comparison.wrong_fields(paper.labels[i], claims[j])
        found.append(_outcome(paper, paper.labels[i], extraction.claims[j], level, wrong))
    with_claim, with_label = {i for i, _, _ in pairs}, {j for _, j, _ in pairs}
    for i, label in enumerate(paper.labels):
        if i not in with_claim and label.get("sure", True):
            found.append(_missed(paper, label, extraction))
    for j, claim in enumerate(extraction.claims):
        if j not in with_label:
            found.append(_outcome(paper, None, claim, 0, (INVENTED,)))
    return sorted(found, key=lambda outcome: (outcome.start, outcome.end, outcome.cause))


def _outcome(paper: LabelledPaper, label: Label | None, claim: Claim, level: int, wrong: tuple[str, ...]) -> Outcome:
    values = claim.as_dict()
    fields = tuple(field for field in wrong if field in FIELDS)
    return Outcome(
        paper=paper.title,
        start=claim.start if label is None else _int(label, "start"),
        end=claim.end if label is None else _int(label, "end"),
        quote=claim.quote if label is None else str(label["quote"]),
        level=level,
        cause=wrong[0] if wrong else "",
        wrong=fields,
        rule=claim.rule,
        sentence=_around(paper.abstract, claim.start, claim.end),
        labelled=None if label is None else _reading(label, fields),
        extracted=_reading(values, fields),
        confidence=claim.confidence,
    )


def _missed(paper: LabelledPaper, label: Label, extraction: Extraction) -> Outcome:
    start, end = _int(label, "start"), _int(label, "end")
    verdict = next((v for v in extraction.verdicts if v.span.start < end and start < v.span.end), None)
    why = "not recognised as a number" if verdict is None else verdict.code + (f": {verdict.why}" if verdict.why else "")
    sentence = _around(paper.abstract, start, end)
    return Outcome(paper.title, start, end, str(label["quote"]), 0, MISSED, (), why, sentence, _reading(label, ()), None)


def _reading(values: Label, wrong: Sequence[str]) -> str:
    """A claim as text: the fields that have a value, wrong ones in capitals."""
    parts = []
    for field in _SHOWN:
        value = values.get(field)
        if field not in wrong and (value in (None, [], ()) or (field == "bound" and value == "exact")):
            continue
        shown = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else f"{value:g}" if isinstance(value, float) else value
        parts.append(f"{field.upper() if field in wrong else field}={shown if value not in ([], ()) else None}")
    return " ".join(parts)


def _int(values: Label, key: str) -> int:
    return int(str(values[key]))


def _around(abstract: str, start: int, end: int) -> str:
    """The sentence around a number, with the number marked."""
    left = max(abstract.rfind(". ", 0, start) + 1, start - 240)
    right = abstract.find(". ", end)
    stop = min(right + 1 if right >= 0 else len(abstract), end + 160)
    return " ".join(f"{abstract[left:start]}«{abstract[start:end]}»{abstract[end:stop]}".split())
