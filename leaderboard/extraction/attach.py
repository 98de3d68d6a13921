"""Step 6, attach: bind metric, benchmark, split and settings to every quantity that the grammar took, and distribute lists."""

from __future__ import annotations

from leaderboard.extraction.benchmark.bind import bind_benchmarks
from leaderboard.extraction.benchmark.name import Systems
from leaderboard.extraction.claim.bounds import greatest, share_bounds
from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.claim.settings import settings
from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.metric.bind import target_of
from leaderboard.extraction.metric.cost_units import GAP
from leaderboard.extraction.metric.direction import change_of
from leaderboard.extraction.metric.kind import kind_of, unit_of
from leaderboard.extraction.metric.lists import follow, pair_metrics, share_of_score, share_targets
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.registry import Registry


def attach(nodes: Sentence, readings: list[Reading], registry: Registry, systems: Systems) -> list[Draft]:
    """Drafts of the claims of one sentence, in order of place.

    Args:
        nodes: the sentence, its benchmarks marked.
        readings: what the grammar took.
        registry: for the direction of metrics.
        systems: names that are systems and so cannot be benchmarks.
    """
    owned = _owned(nodes, readings)
    drafts: list[Draft] = []
    for reading in readings:
        if reading.frame == "none":
            continue
        made = _drafts_of(nodes, reading, registry, owned)
        if reading.rule.name == "list":
            follow(made, drafts)
        drafts += [] if _is_condition(made, drafts) or _is_length(made) or _is_all(made) else made
    greatest(nodes, drafts)
    share_bounds(nodes, drafts)
    share_targets(nodes, drafts)
    share_of_score(nodes, drafts)
    pair_metrics(nodes, drafts)
    bind_benchmarks(nodes, drafts, systems)
    for draft in drafts:
        draft.settings = settings(nodes, draft.node)
    return drafts


def _owned(nodes: Sentence, readings: list[Reading]) -> set[int]:
    """Metrics and costs that some rule's own match contains; they belong to that rule's number first."""
    return {i for r in readings for i in range(max(r.first, r.index - 4), min(r.last, len(nodes))) if nodes[i].tag in ("METRIC", "COST")}


def _drafts_of(nodes: Sentence, reading: Reading, registry: Registry, owned: set[int]) -> list[Draft]:
    mine = {i for i in owned if reading.first <= i < reading.last}
    target = target_of(nodes, reading, owned - mine, registry)
    drafts = []
    for place, q in enumerate(nodes[reading.index].quantities):
        kind = kind_of(nodes, reading, target, q)
        change = change_of(nodes, reading, target, registry) if kind in ("gain", "ratio") else None
        draft = Draft(q, reading.index, place, reading.frame, reading.rule.name, target, kind, unit_of(reading, q), change)
        draft.role = "baseline" if reading.frame == "baseline" else "proposed"
        if target.node >= 0:
            draft.because["metric"] = Reason("nearest", nodes[target.node].text)
        drafts.append(draft)
    return drafts


def _is_length(made: list[Draft]) -> bool:
    """``passes a gap of 5 cm``: a gap that is measured in a length is no gap in performance."""
    return bool(made) and made[0].target.name == GAP and made[0].unit not in ("%", "points", "x")


def _is_all(made: list[Draft]) -> bool:
    """``a detector that uses 100% of the labels``: all of the data or of the money is no saving."""
    return (
        bool(made) and made[0].frame == "share" and made[0].unit == "%" and made[0].target.kind == "cost" and made[0].quantity.value == _ALL
    )


_ALL = 100


def _is_condition(made: list[Draft], before: list[Draft]) -> bool:
    """``reaches 32.2 mAP with just 1% data``: a share of the data behind a score says under which condition it was reached."""
    if not made or made[0].rule != "share-number-cost" or made[0].target.name != "training data":
        return False
    return any((d.kind == "score" and made[0].node - d.node < 8) or d.kind == "gain" for d in before)
