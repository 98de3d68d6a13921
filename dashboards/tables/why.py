"""Explanations of claims as text and tables, and the other numbers of a text with why they are not results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from dashboards import text
from dashboards.theme import FRAMES, NO_RESULT
from leaderboard.extraction.claim.confidence import trait_in_words
from leaderboard.extraction.claim.reason import Field, Reason, in_words
from leaderboard.extraction.explain import Why
from leaderboard.model import Claim, Verdict

AROUND = 30
_BOUND: dict[Field, str] = {"metric": "Metric", "benchmark": "Benchmark", "method": "Method", "baseline": "Compared with"}
_RESTS_ON = {
    "rule": "read by this rule",
    "metric": "metric found like this",
    "benchmark": "benchmark found like this",
    "method": "method found like this",
    "baseline": "comparison found like this",
}
_SAME: tuple[str, ...] = ("start_offset", "end_offset", "quote", "kind", "value", "value_high", "unit", "change", "bound", "uncertainty")
_SAME += ("metric", "metric_id", "benchmarks", "split", "method", "role", "baseline", "settings", "rule", "confidence")


def why(said: Why) -> list[str]:
    """The reasons for one claim, as lines of Markdown: what the rule took, and where each field comes from."""
    claim = said.claim
    fields: dict[Field, str | None] = {
        "metric": claim.metric,
        "benchmark": ", ".join(claim.benchmarks),
        "method": claim.method,
        "baseline": claim.baseline,
    }
    lines = [
        f"The words “{text.plain(said.covers)}” fit the rule **{text.plain(said.rule)}**: it reads the number as {FRAMES[said.frame]}."
    ]
    for name, label in _BOUND.items():
        if fields[name]:
            lines.append(f"{label}: **{text.plain(fields[name])}**, {text.plain(_reason(name, said.because.get(name)))}.")
        elif name != "baseline" or claim.kind in ("gain", "ratio"):
            lines.append(f"{label}: none found.")
    return lines


def _reason(field: Field, because: Reason | None) -> str:
    return in_words(field, because or Reason("implied" if field == "metric" else "beside"))


def evidence(said: Why) -> pl.DataFrame:
    """What the confidence rests on: how often checked claims that were read the same way were right in everything."""
    rows = [
        (
            _RESTS_ON[one.trait],
            "" if one.value == "none" else trait_in_words((one.trait, one.value)),
            f"{one.right:,} of {one.claims:,}" if one.claims else "never checked",
        )
        for one in said.traits
        if one.value != "not asked"
    ]
    return pl.DataFrame(rows, schema={"Based on": pl.String, "How": pl.String, "Correct when checked": pl.String}, orient="row")


def tokens(said: Why) -> pl.DataFrame:
    """The words of the sentence as the grammar saw them."""
    return pl.DataFrame(list(said.tokens), schema={"Word": pl.String, "Read as": pl.String}, orient="row")


def matching(whys: Sequence[Why], stored: Mapping[str, object]) -> Why | None:
    """The explanation of a stored claim (a row of ``paper_claims``), or None where it would be read differently today."""
    wanted = {name: stored[name] for name in _SAME}
    for said, row in zip(whys, rows([one.claim for one in whys]).select(_SAME).iter_rows(named=True), strict=True):
        if row == wanted:
            return said
    return None


def no_results(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """The verdicts of numbers that are no claims."""
    return [verdict for verdict in verdicts if verdict.code != "claim"]


def reason(verdict: Verdict) -> str:
    """Why a number is no result, in plain words."""
    return NO_RESULT.get(verdict.code, verdict.code)


def others(verdicts: Iterable[Verdict], words: str) -> pl.DataFrame:
    """The numbers of a text that are no results, each with the reason and the words around it."""
    found = [(verdict.text, reason(verdict), _around(words, verdict.span.start, verdict.span.end)) for verdict in no_results(verdicts)]
    return pl.DataFrame(found, schema={"Number": pl.String, "Why it is not a result": pl.String, "In the text": pl.String}, orient="row")


def asides(verdicts: Iterable[Verdict]) -> list[dict[str, object]]:
    """The same numbers as places to mark."""
    return [
        {"start_offset": verdict.span.start, "end_offset": verdict.span.end, "about": f"not a result: {reason(verdict)}"}
        for verdict in no_results(verdicts)
    ]


def _around(words: str, start: int, end: int) -> str:
    low, high = max(start - AROUND, 0), min(end + AROUND, len(words))
    return ("…" if low else "") + words[low:high] + ("…" if high < len(words) else "")


_STRING, _NUMBER, _LIST = pl.String, pl.Float64, pl.List(pl.String)
_ROW: dict[str, pl.DataType | type[pl.DataType]] = {
    **dict.fromkeys(("claim_id", "quote", "kind", "unit", "change", "bound", "metric", "metric_id", "split", "method"), _STRING),
    **dict.fromkeys(("role", "baseline", "canonical_unit", "rule", "origin", "task", "task_source"), _STRING),
    **dict.fromkeys(("value", "value_high", "uncertainty", "canonical_value", "canonical_high", "confidence"), _NUMBER),
    **dict.fromkeys(("benchmarks", "listed_under", "settings", "flags", "protocol"), _LIST),
    **dict.fromkeys(("start_offset", "end_offset"), pl.Int64),
}


def rows(claims: Sequence[Claim]) -> pl.DataFrame:
    """Claims that are in no database, in the columns of ``paper_claims``, so that they can be shown in the same way."""
    found = []
    for number, claim in enumerate(claims):
        listed = [known or name for name, known in zip(claim.benchmarks, claim.benchmark_ids, strict=True)]
        own = {"claim_id": f"n{number}", "start_offset": claim.start, "end_offset": claim.end, "listed_under": listed}
        found.append({name: value for name, value in (claim.as_dict() | own).items() if name in _ROW})
    return pl.DataFrame(found, schema=_ROW)
