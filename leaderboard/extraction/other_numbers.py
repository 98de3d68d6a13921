"""Verdicts for the numbers that are not claims."""

from __future__ import annotations

from leaderboard.extraction.text.repair import Repaired
from leaderboard.extraction.traces import Trace
from leaderboard.model import Claim, Span, Verdict


def unread(trace: Trace) -> list[Verdict]:
    """Verdicts for the quantities that are no claim: taken by a rule that says so, in a background sentence, or by no rule."""
    taken = {r.index: r for r in trace.readings}
    out = []
    for i, node in enumerate(trace.nodes):
        if node.tag not in ("Q", "TIMES"):
            continue
        reading = taken.get(i)
        if reading is not None and reading.frame != "none":
            continue
        code = "setting" if reading is not None else "background" if trace.background else "no-rule"
        why = f"rule {reading.rule.name}" if reading is not None else ""
        out += [Verdict(Span(q.start, q.end), node.text, code, why) for q in node.quantities]
    return out


def in_source(verdicts: list[Verdict], claims: tuple[Claim, ...], repaired: Repaired, abstract: str) -> tuple[Verdict, ...]:
    """All verdicts with offsets in the source, claims among them, in order of place."""
    moved = []
    for verdict in verdicts:
        span = repaired.source(verdict.span.start, verdict.span.end)
        moved.append(Verdict(span, span.of(abstract), verdict.code, verdict.why))
    moved += [Verdict(Span(c.start, c.end), c.quote, "claim", f"rule {c.rule}") for c in claims]
    return tuple(sorted(moved, key=lambda v: v.span))
