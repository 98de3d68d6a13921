"""An explanation as plain values and as lines for a terminal."""

from __future__ import annotations

from leaderboard.extraction.claim.confidence import confidence_of, reasons
from leaderboard.extraction.claim.reason import Field, Reason, in_words
from leaderboard.extraction.traces import Trace
from leaderboard.model import Claim


def trace_dict(trace: Trace, text: str) -> dict[str, object]:
    """One sentence of an explanation as plain values."""
    return {
        "text": trace.sentence.of(text),
        "background": trace.background,
        "nodes": [{"tag": n.tag, "text": n.text or text[n.start : n.end], "name": n.name} for n in trace.nodes],
        "readings": [
            {
                "rule": r.rule.name,
                "frame": r.frame,
                "pattern": r.rule.pattern,
                "covers": text[trace.nodes[r.first].start : trace.nodes[min(r.last, len(trace.nodes)) - 1].end],
            }
            for r in trace.readings
        ],
        "bindings": [
            {
                "number": text[d.quantity.start : d.quantity.end],
                **{field: _reason_dict(field, why) for field, why in d.because.items()},
                "confidence": "; ".join(reasons(d)),
            }
            for d in trace.drafts
        ],
    }


def trace_lines(trace: Trace, text: str) -> list[str]:
    """One sentence of an explanation as lines for a terminal."""
    lines = ["", f"sentence: {trace.sentence.of(text)}"]
    lines.append("  tokens: " + " ".join(f"{n.text or text[n.start : n.end]}/{n.tag}" for n in trace.nodes if n.tag != "WORD"))
    if trace.background:
        lines.append("  background: speaks of earlier work or of the world, no claims are read here")
    for reading in trace.readings:
        node = trace.nodes[reading.index]
        covers = text[trace.nodes[reading.first].start : trace.nodes[min(reading.last, len(trace.nodes)) - 1].end]
        lines.append(
            f"  {text[node.start : node.end]!r}: rule {reading.rule.name} [{reading.rule.pattern}] -> {reading.frame}, covering {covers!r}"
        )
    for draft in trace.drafts:
        number = text[draft.quantity.start : draft.quantity.end]
        lines += [f"    {number!r} {field}: {in_words(field, why)}" for field, why in draft.because.items()]
        lines.append(f"    {number!r} confidence {confidence_of(draft):.2f}: {'; '.join(reasons(draft))}")
    return lines


def claim_line(claim: Claim) -> str:
    """One claim as a line for a terminal."""
    parts = [
        claim.kind,
        f"{claim.value:g}" + (f"-{claim.value_high:g}" if claim.value_high is not None else ""),
        claim.unit or "",
        claim.change or "",
    ]
    parts += [
        f"metric={claim.metric}",
        f"benchmarks={', '.join(claim.benchmarks) or None}",
        f"split={claim.split}",
        f"method={claim.method}",
        claim.role,
        f"baseline={claim.baseline}",
        f"confidence={claim.confidence}",
    ]
    return f"  {claim.quote!r}: " + "  ".join(p for p in parts if p)


def _reason_dict(field: Field, reason: Reason) -> dict[str, object]:
    return {"code": reason.code, "words": reason.words, "distance": reason.distance, "why": in_words(field, reason)}
