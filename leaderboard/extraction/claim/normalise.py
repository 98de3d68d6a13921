"""Step 8, normalise: canonical metric, unit and value; odd results are kept and flagged, never dropped."""

from __future__ import annotations

from leaderboard.extraction.claim.confidence import confidence_of
from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.text.repair import Repaired
from leaderboard.model import Claim
from leaderboard.registry import Registry

_UNREGISTERED = "unregistered-metric"


def normalise(draft: Draft, repaired: Repaired, abstract: str, registry: Registry) -> Claim:
    """The finished claim of a draft: offsets in the source, and for scores and costs the value on the metric's own scale."""
    q = draft.quantity
    span = repaired.source(q.start, q.end)
    metric = registry.metric(draft.target.name) if draft.target.name else None
    flags: tuple[str, ...] = () if metric is not None or draft.target.name is None else (_UNREGISTERED,)
    value = high = None
    unit = draft.unit
    if metric is not None and draft.kind in ("score", "cost"):
        result = registry.normalise(metric, q.value, draft.unit)
        value, unit, flags = result.value, result.unit, result.flags
        if q.high is not None:
            high = registry.normalise(metric, q.high, draft.unit).value
    return Claim(
        start=span.start,
        end=span.end,
        quote=span.of(abstract),
        kind=draft.kind,
        value=q.value,
        value_high=q.high,
        unit=draft.unit,
        change=draft.change,
        bound=q.bound,
        uncertainty=q.uncertainty,
        metric=draft.target.name,
        benchmarks=tuple(b.name for b in draft.benchmarks),
        benchmark_ids=tuple(b.id for b in draft.benchmarks),
        split=draft.split,
        method=draft.method,
        role=draft.role,
        baseline=draft.baseline,
        settings=draft.settings,
        rule=draft.rule,
        confidence=confidence_of(draft),
        metric_id=metric.name if metric is not None else None,
        canonical_value=value,
        canonical_high=high,
        canonical_unit=unit if value is not None else None,
        flags=flags,
    )
