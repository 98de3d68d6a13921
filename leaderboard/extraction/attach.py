"""Step 6, attach: bind metric, benchmark, split and settings to every quantity that the grammar took, and distribute lists."""

from __future__ import annotations

from collections.abc import Callable

from leaderboard.extraction.benchmark.bind import bind_benchmarks
from leaderboard.extraction.benchmark.name import Systems
from leaderboard.extraction.claim.bounds import greatest, share_bounds
from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.claim.settings import settings
from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.metric.bind import reason_of, target_of
from leaderboard.extraction.metric.direction import change_of
from leaderboard.extraction.metric.kind import kind_of, unit_of
from leaderboard.extraction.metric.lists import follow, pair_metrics, share_of_score, share_targets
from leaderboard.extraction.metric.nearest import GAP
from leaderboard.extraction.metric.number import THINGS
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.registry import Registry

#: What is decided of the drafts of a sentence together, in order, before they get their benchmarks.
STEPS: tuple[Callable[[Sentence, list[Draft]], None], ...] = (greatest, share_bounds, share_targets, share_of_score, pair_metrics)


def attach(nodes: Sentence, readings: list[Reading], registry: Registry, systems: Systems) -> list[Draft]:
    """Drafts of the claims of one sentence, in order of place.

    Args:
        nodes: the sentence, its benchmarks marked.
        readings: what the grammar took.
        registry: for the direction of metrics.
        systems: names that are systems and so cannot be benchmarks.
    """
    drafts = _drafts(nodes, readings, registry)
    for step in STEPS:
        step(nodes, drafts)
    bind_benchmarks(nodes, drafts, systems)
    for draft in drafts:
        draft.settings = settings(nodes, draft.node)
    return drafts


def _drafts(nodes: Sentence, readings: list[Reading], registry: Registry) -> list[Draft]:
    """A draft for every quantity that may be a result, with what it measures."""
    owned = _owned(nodes, readings)
    drafts: list[Draft] = []
    for reading in readings:
        if reading.frame == "none":
            continue
        made = _drafts_of(nodes, reading, registry, owned)
        if reading.rule.has("list"):
            follow(made, drafts)
        if not any(is_none(made[0], drafts) for is_none in _NO_RESULT):
            drafts += made
    return drafts


_OWN_REACH = 4


def _owned(nodes: Sentence, readings: list[Reading]) -> frozenset[int]:
    """Metrics and costs that some rule's own match contains; they belong to that rule's number first."""
    matches = (range(max(r.first, r.index - _OWN_REACH), min(r.last, len(nodes))) for r in readings)
    return frozenset(i for match in matches for i in match if nodes[i].tag in THINGS)


def _drafts_of(nodes: Sentence, reading: Reading, registry: Registry, owned: frozenset[int]) -> list[Draft]:
    """The drafts of one node: one for each quantity that it holds."""
    target = target_of(nodes, reading, owned.difference(range(reading.first, reading.last)), registry)
    reason = reason_of(nodes, target)
    drafts = []
    for place, q in enumerate(nodes[reading.index].quantities):
        kind = kind_of(nodes, reading, target, q)
        change = change_of(nodes, reading, target, registry) if kind in ("gain", "ratio") else None
        draft = Draft(q, reading.index, place, reading.frame, reading.rule, target, kind, unit_of(reading, q), change)
        draft.role = "baseline" if reading.frame == "baseline" else "proposed"
        if reason is not None:
            draft.because["metric"] = reason
        drafts.append(draft)
    return drafts


def _is_length(draft: Draft, _before: list[Draft]) -> bool:
    """``passes a gap of 5 cm``: a gap that is measured in a length is no gap in performance."""
    return draft.target.name == GAP and draft.unit not in ("%", "points", "x")


_ALL = 100


def _is_all(draft: Draft, _before: list[Draft]) -> bool:
    """``a detector that uses 100% of the labels``: all of the data or of the money is no saving."""
    return draft.frame == "share" and draft.unit == "%" and draft.target.kind == "cost" and draft.quantity.value == _ALL


_NEAR_SCORE = 8


def _is_condition(draft: Draft, before: list[Draft]) -> bool:
    """``reaches 32.2 mAP with just 1% data``: a share of the data after a score says under which condition it was reached."""
    if not draft.rule.has("condition") or draft.target.name != "training data":
        return False
    return any((d.kind == "score" and draft.node - d.node < _NEAR_SCORE) or d.kind == "gain" for d in before)


#: Why a quantity that a rule took is no result after all.
_NO_RESULT = (_is_condition, _is_length, _is_all)
