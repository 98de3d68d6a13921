"""The last step: canonical metric, unit and value of a claim; odd results are kept and flagged, never dropped."""

from __future__ import annotations

from leaderboard.extraction.claim.confidence import confidence_of
from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.text.repair import Repaired
from leaderboard.extraction.tokens.node import Quantity
from leaderboard.model import Claim
from leaderboard.registry import Metric, Registry
from leaderboard.registry.normalise import clean

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
        value, high, unit, flags = _canonical(q, metric, draft.unit, registry)
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
        rule=draft.rule.name,
        confidence=confidence_of(draft),
        metric_id=metric.name if metric is not None else None,
        canonical_value=value,
        canonical_high=high,
        canonical_unit=unit if value is not None else None,
        flags=flags,
        task=draft.task,
        task_source=draft.task_source,
        protocol=draft.protocol,
    )


def _canonical(
    q: Quantity, metric: Metric, unit: str | None, registry: Registry
) -> tuple[float, float | None, str | None, tuple[str, ...]]:
    """Both ends of a quantity on the metric's scale, its canonical unit, and the flags of either end, each once.

    An uncertainty is not an end: 99.7 ± 0.4 % is a mean and its spread over runs, and no run need have gone beyond 100 %.
    """
    low = registry.normalise(metric, q.value, unit)
    if q.high is None:
        return low.value, None, low.unit, low.flags
    high = registry.normalise(metric, q.high, unit)
    value = low.value
    if q.high and (low.value == q.value) != (high.value == q.high):
        # Whether a plain number is a share or a percentage shows at its size; of a range, the high end shows it ("1 to 85").
        value = clean(q.value * high.value / q.high)
    return value, high.value, high.unit, tuple(dict.fromkeys((*low.flags, *high.flags)))
