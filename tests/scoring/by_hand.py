"""A paper, its claims, outcomes and reports made by hand, for the tests of this folder."""

from __future__ import annotations

import re

from leaderboard.model import Claim, Extraction
from leaderboard.scoring import LabelledPaper, Outcome, Report
from leaderboard.scoring.matching import Comparison, Names
from leaderboard.scoring.outcomes import outcomes

ABSTRACT = "FixNet reaches 91.2% accuracy on MNLI and 88.0% on QNLI; it is 3x faster."
NOTHING = Comparison(Names({}))


def claim(quote, abstract=ABSTRACT, **fields) -> Claim:
    """A claim of a number of the abstract, with these fields besides."""
    start = abstract.index(quote)
    defaults = {"kind": "score", "value": float(re.sub("[^0-9.]", "", quote)), "unit": "%", "metric": "accuracy", "rule": "by-hand"}
    return Claim(start=start, end=start + len(quote), quote=quote, **{**defaults, **fields})


RIGHT = (
    claim("91.2%", benchmarks=("MNLI",), method="FixNet"),
    claim("88.0%", benchmarks=("QNLI",), method="FixNet"),
    claim("3x", kind="ratio", unit="x", change="up", metric="speed", method="FixNet"),
)


def labels(*claims, **more) -> list[dict]:
    """These claims as labels, with these fields besides."""
    return [{**c.as_dict(), "sure": True, **more} for c in claims]


def outcomes_of(labelled, *claims, title="FixNet", abstract=ABSTRACT, verdicts=()) -> list[Outcome]:
    """What becomes of these labels and claims of one paper."""
    return outcomes(LabelledPaper(title, abstract, tuple(labelled)), Extraction(tuple(claims), tuple(verdicts)), NOTHING)


def report_of(labelled, *claims, title="FixNet") -> Report:
    """The report on one paper."""
    return Report((title,), tuple(outcomes_of(labelled, *claims, title=title)))


def outcome(quote="91.2%", **fields) -> Outcome:
    """An outcome that is right in every field, but for these."""
    defaults = {"paper": "FixNet", "start": 0, "end": len(quote), "level": 4, "cause": "", "wrong": (), "rule": "by-hand"}
    return Outcome(quote=quote, **{**defaults, "sentence": f"reaches «{quote}»", "labelled": "gold", "extracted": "ours", **fields})


def wrong(cause, *more, level=2, **fields) -> Outcome:
    """An outcome whose first wrong field is ``cause``; ``more`` are the others."""
    return outcome(cause=cause, wrong=(cause, *more), level=level, **fields)


def missed(rule="no-rule", **fields) -> Outcome:
    """A labelled number that was not extracted."""
    return outcome(cause="missed number", level=0, extracted=None, rule=rule, **fields)


def invented(**fields) -> Outcome:
    """An extracted number that is not labelled."""
    return outcome(cause="number that is no claim", level=0, labelled=None, **fields)
