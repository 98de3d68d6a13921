"""Why a claim is there: the steps of the chain for one abstract, for people and for tools."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from leaderboard.extraction.chain import run
from leaderboard.extraction.claim.confidence import read_calibration, traits
from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.claim.reason import Field, Reason, in_words
from leaderboard.extraction.explain_text import claim_line, trace_dict, trace_lines
from leaderboard.extraction.grammar.rule import Frame
from leaderboard.extraction.method.own_name import Names
from leaderboard.extraction.traces import Result, Trace
from leaderboard.model import Claim
from leaderboard.registry import Registry


@dataclass(frozen=True, slots=True)
class Evidence:
    """One trait of a reading: how many labelled claims had it, and how many of those were right in everything."""

    trait: str
    value: str
    claims: int
    right: int


@dataclass(frozen=True, slots=True)
class Why:
    """Why one claim was read as it was.

    ``covers`` are the words that the rule's pattern took, ``because`` says for metric, benchmark, method and baseline how each was found,
    ``tokens`` are the words of the sentence with their tags.
    """

    claim: Claim
    sentence: str
    rule: str
    frame: Frame
    pattern: str
    covers: str
    because: Mapping[Field, Reason]
    evidence: tuple[Evidence, ...]
    tokens: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What every step made of one abstract."""

    abstract: str
    title: str | None
    result: Result

    def whys(self) -> tuple[Why, ...]:
        """The reasons for each claim, in the order of the claims."""
        drafts = [(trace, draft) for trace in self.result.traces for draft in trace.drafts]
        text = self.result.repaired.text
        return tuple(_why(claim, trace, draft, text) for claim, (trace, draft) in zip(self.result.extraction.claims, drafts, strict=True))

    def as_dict(self) -> dict[str, object]:
        """The steps as plain values, for JSON."""
        r = self.result
        return {
            "title": self.title,
            "system": {"name": r.names.main, "found in": _found_in(r.names), "own": sorted(r.names.own)},
            "repaired": r.repaired.text if r.repaired.starts else None,
            "sentences": [trace_dict(t, r.repaired.text) for t in r.traces],
            "claims": [c.as_dict() for c in r.extraction.claims],
            "verdicts": [
                {"start": v.span.start, "end": v.span.end, "text": v.text, "code": v.code, "why": v.why} for v in r.extraction.verdicts
            ],
        }

    def as_text(self) -> str:
        """The steps for a terminal: tokens, the rule, what was bound and why, and the reason for every other number."""
        r = self.result
        lines = [f"system: {r.names.main or 'not named'}" + (f"  ({_found_in(r.names)})" if r.names.source else "")]
        if r.repaired.starts:
            lines.append(f"repaired: {r.repaired.text}")
        for trace in r.traces:
            lines += trace_lines(trace, r.repaired.text)
        lines += ["", f"claims: {len(r.extraction.claims)}"]
        lines += [claim_line(c) for c in r.extraction.claims]
        others = [v for v in r.extraction.verdicts if v.code != "claim"]
        if others:
            lines += ["", "other numbers:"]
            lines += [f"  {v.text!r} at {v.span.start}: {v.code}" + (f" ({v.why})" if v.why else "") for v in others]
        return "\n".join(lines)


def explain(abstract: str, title: str | None = None, registry: Registry | None = None) -> Explanation:
    """Run the chain on one abstract and keep every step."""
    return Explanation(abstract, title, run(abstract, title, registry))


def _found_in(names: Names) -> str:
    """Where the name of the paper's system was found, in words."""
    return in_words("method", Reason(names.source)) if names.source else ""


def _why(claim: Claim, trace: Trace, draft: Draft, text: str) -> Why:
    reading = next(reading for reading in trace.readings if reading.index == draft.node)
    counts = read_calibration().counts
    return Why(
        claim,
        trace.sentence.of(text),
        reading.rule.name,
        draft.frame,
        reading.rule.pattern,
        text[trace.nodes[reading.first].start : trace.nodes[min(reading.last, len(trace.nodes)) - 1].end],
        dict(draft.because),
        tuple(Evidence(*trait, *counts.get(trait, (0, 0))) for trait in traits(draft)),
        tuple((node.text or text[node.start : node.end], node.tag) for node in trace.nodes),
    )
