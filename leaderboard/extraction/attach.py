"""Step 6, attach: bind metric, benchmark, split and settings to every quantity that the grammar took, and distribute lists."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from leaderboard.extraction.benchmarks import Systems
from leaderboard.extraction.binding import bind_benchmarks
from leaderboard.extraction.changes import change_of, kind_of, unit_of
from leaderboard.extraction.drafts import GAP, Draft, Target
from leaderboard.extraction.grammar import Reading
from leaderboard.extraction.nodes import Node
from leaderboard.extraction.targets import target_of
from leaderboard.registry import Registry

#: What stands, in small letters, in every text with a setting.
_SETTING_STEMS = (
    "-shot",
    "linear",
    "tun",
    "supervised",
    "crop",
    "scale",
    "ensemble",
    "single model",
    "scratch",
    "vit-",
    "data",
    "label",
    "epochs",
)
_SETTING = re.compile(
    r"zero-shot|few-shot|\b\d+-shot|one-shot|linear[- ]prob\w+|linear evaluation|fine-?tun(?:ed|ing)|semi-supervised|self-supervised|"
    r"unsupervised|single[- ]crop|multi-scale|ensemble|single model|single-scale|from scratch|\bViT-[A-Za-z0-9/]+|"
    r"\b\d+(?:\.\d+)?\s?% (?:of )?(?:the )?(?:labels|labeled data|training data|data)\b|\b\d+ epochs",
    re.I,
)


def attach(nodes: list[Node], readings: list[Reading], registry: Registry, systems: Systems) -> list[Draft]:
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
            _follow(made, drafts)
        drafts += [] if _is_condition(made, drafts) or _is_length(made) or _is_all(made) else made
    _greatest(nodes, drafts)
    _share_bounds(nodes, drafts)
    _share_targets(nodes, drafts)
    _share_of_score(nodes, drafts)
    _pair_metrics(nodes, drafts)
    bind_benchmarks(nodes, drafts, systems)
    for draft in drafts:
        draft.settings = _settings(nodes, draft.node)
    return drafts


def _owned(nodes: list[Node], readings: list[Reading]) -> set[int]:
    """Metrics and costs that some rule's own match contains; they belong to that rule's number first."""
    return {i for r in readings for i in range(max(r.first, r.index - 4), min(r.last, len(nodes))) if nodes[i].tag in ("METRIC", "COST")}


def _drafts_of(nodes: list[Node], reading: Reading, registry: Registry, owned: set[int]) -> list[Draft]:
    mine = {i for i in owned if reading.first <= i < reading.last}
    target = target_of(nodes, reading, owned - mine, registry)
    drafts = []
    for place, q in enumerate(nodes[reading.index].quantities):
        kind = kind_of(nodes, reading, target, q)
        change = change_of(nodes, reading, target, registry) if kind in ("gain", "ratio") else None
        draft = Draft(q, reading.index, place, reading.frame, reading.rule.name, target, kind, unit_of(reading, q), change)
        draft.role = "baseline" if reading.frame == "baseline" else "proposed"
        if target.node >= 0:
            draft.because["metric"] = f"{nodes[target.node].text!r} is the nearest measure"
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


def _follow(made: list[Draft], before: list[Draft]) -> None:
    """A number that goes on with a list measures what the list measures, unless a metric stands right beside it."""
    signed = bool(made[0].quantity.sign)
    donor = next((d for d in reversed(before) if d.unit == made[0].unit and bool(d.quantity.sign) == signed), None)
    if donor is None:
        return
    for draft in made:
        own = draft.target.node
        if not (own >= 0 and 0 < own - draft.node <= 4):
            draft.target = Target(donor.target.name, donor.target.kind)
            draft.kind, draft.change = donor.kind, donor.change
            draft.because["metric"] = "goes on with the list before it"


def _greatest(nodes: list[Node], drafts: list[Draft]) -> None:
    """``a maximum accuracy improvement of 17.3%``: the most that was gained is a bound."""
    for draft in drafts:
        if draft.kind not in ("gain", "ratio") or draft.quantity.bound != "exact":
            continue
        before = nodes[max(0, draft.node - 7) : draft.node]
        noun = next((k for k, n in enumerate(before) if n.tag in ("UPNOUN", "DOWNNOUN", "SPEEDNOUN")), None)
        most = next((k for k, n in enumerate(before[: noun or 0]) if n.text.casefold() in ("maximum", "maximal")), None)
        if most is not None and not _several(before[most:]) and not (most and before[most - 1].tag == "AND"):
            draft.quantity = replace(draft.quantity, bound="up_to")


def _several(nodes: list[Node]) -> bool:
    return any(n.tag in ("AND", "COMMA", "Q") for n in nodes)


def _share_bounds(nodes: list[Node], drafts: list[Draft]) -> None:
    """``up to 4.2% in AUC and 3.2% in MAP``: a bound governs the whole list that it stands before."""
    for before, draft in pairwise(drafts):
        between = nodes[before.node + 1 : draft.node]
        if (
            before.quantity.bound != "exact"
            and draft.quantity.bound == "exact"
            and (before.kind, before.unit, before.frame) == (draft.kind, draft.unit, draft.frame)
            and any(n.tag in ("AND", "COMMA") for n in between)
            and between[-1].text not in ("a", "an")
            and not any(n.tag in _NEW_CLAUSE for n in between)
            and not (any(n.tag == "RP" for n in between) and not any(n.tag == "LP" for n in between))
        ):
            draft.quantity = replace(draft.quantity, bound=before.quantity.bound)


_NEW_CLAUSE = frozenset({"GET", "BEAT", "UPVERB", "DOWNVERB", "SPEEDVERB", "SEMI", "STOP", "BE", "WITH", "CONJ", "VERSUS", "TAKE"})


def _share_targets(nodes: list[Node], drafts: list[Draft]) -> None:
    """Parallel lists: a number without a metric of its own takes that of the number before it (or behind it) of the same kind."""
    for i, draft in enumerate(drafts):
        if draft.target.kind != "none" or draft.kind == "cost":
            continue
        donors = [
            d for d in [*drafts[:i][::-1], *drafts[i + 1 :]] if d.target.kind != "none" and d.kind == draft.kind and d.unit == draft.unit
        ]
        if donors and donors[0].target.kind == "quality" and _same_run(nodes, donors[0].node, draft.node):
            draft.target = Target(donors[0].target.name, donors[0].target.kind)
            draft.because["metric"] = "shared with the number beside it"


def _share_of_score(nodes: list[Node], drafts: list[Draft]) -> None:
    """``98.4% accuracy, which is 8% higher than the best``: a difference said of the score right before it."""
    for before, draft in pairwise(drafts):
        higher = nodes[draft.node + 1 : draft.node + 3]
        said_of_it = [n.tag for n in higher] in (["UPADJ", "THAN"], ["DOWNADJ", "THAN"], ["UPADJ", "STOP"])
        if said_of_it and draft.kind == "gain" and draft.target.kind == "none" and before.kind == "score":
            draft.target = Target(before.target.name, before.target.kind)
            draft.because["metric"] = "said of the score before it"


def _same_run(nodes: list[Node], a: int, b: int) -> bool:
    """Whether two numbers stand in one enumeration: no end of clause and no verb of change between them."""
    low, high = min(a, b), max(a, b)
    return not any(nodes[i].tag in ("SEMI", "BEAT", "DOWNVERB", "UPVERB", "WITH") for i in range(low + 1, high))


def _pair_metrics(nodes: list[Node], drafts: list[Draft]) -> None:
    """``precision and recall of 90% and 85%``: as many metrics before a list as numbers in it, one each."""
    for node_index in sorted({d.node for d in drafts if len(nodes[d.node].quantities) > 1}):
        members = [d for d in drafts if d.node == node_index]
        run = _metric_run(nodes, node_index)
        if len(run) == len(members) and len({nodes[i].name or nodes[i].text for i in run}) == len(run):
            targets = [_measure(nodes[i], i) for i in run]
        else:
            targets = _terms(nodes, node_index)
        if not targets and members[0].rule == "list":
            targets = _of_list_before(drafts, node_index, len(members))
        if len(targets) == len(members):
            for draft, target in zip(members, targets, strict=True):
                draft.target = target
                draft.because["metric"] = "one metric each, in order"


def _of_list_before(drafts: list[Draft], index: int, count: int) -> list[Target]:
    """``37.4 / 116.4 / 21.2 with one loss and 38.3 / 127.6 / 22.0 with the other``: the second list measures what the first does."""
    earlier = [d for d in drafts if d.node < index]
    first = [d.target for d in earlier if d.node == earlier[-1].node]
    return first if len(first) == count and len({t.name for t in first}) == count else []


def _measure(node: Node, i: int) -> Target:
    return Target(node.name or node.text, "cost" if node.tag == "COST" else "quality", i)


def _terms(nodes: list[Node], index: int) -> list[Target]:
    """``by 12%, 2% and 3% in terms of social welfare, revenue and accuracy, respectively``: what is measured, known or not."""
    end = next((i for i in range(index + 1, min(index + 24, len(nodes))) if nodes[i].tag == "RESP"), None)
    start = index + 1
    while start < len(nodes) and nodes[start].tag in ("RELATIVE", "ABSOLUTE", "UPNOUN", "DOWNNOUN"):
        start += 1
    if end is None or nodes[start].text.casefold() not in ("in terms of", "in", "for", "on"):
        return []
    parts: list[list[int]] = [[]]
    for i in range(start + 1, end):
        if nodes[i].tag in ("AND", "COMMA"):
            parts.append([])
        elif nodes[i].tag not in ("DET", "WE", "WORD", "METRIC", "COST", "PERF", "NAME", "NOTABLY"):
            return []
        elif nodes[i].tag not in ("DET", "WE"):
            parts[-1].append(i)
    named = [part for part in parts if part]
    if not any(nodes[i].tag in ("METRIC", "COST") for part in named for i in part):
        return []
    return [
        next(
            (_measure(nodes[i], i) for i in part if nodes[i].tag in ("METRIC", "COST")),
            Target(" ".join(nodes[i].text for i in part), "open"),
        )
        for part in named
    ]


_REACH = 14
_BEFORE_LIST = frozenset({"METRIC", "COST", "AND", "COMMA", "OF", "BE", "DET", "MEAN", "LP", "RP", "BY", "NOTABLY", "TO", "SLASH"})
#: What may stand between the measures and the verb: "the pass@1 and pass@10 of X on Y are".
_OF_WHOM = frozenset({"NAME", "BENCH", "ON", "IN", "WE", "POSS", "SPLIT", "BENCHNOUN", "GET"})
_BEFORE_VERB = frozenset({"BE", "GET"})
_BEHIND_LIST = frozenset(
    {
        "DOWNADJ",
        "UPADJ",
        "METRIC",
        "COST",
        "AND",
        "COMMA",
        "ON",
        "DET",
        "MEAN",
        "UPNOUN",
        "DOWNNOUN",
        "SPEEDNOUN",
        "OF",
        "RESP",
        "IN",
        "SLASH",
    }
)


def _metric_run(nodes: list[Node], index: int) -> list[int]:
    """The metrics enumerated right before (or right behind) a list of numbers."""
    before: list[int] = []
    i = index - 1
    governed = i >= 0 and nodes[i].tag in _BEFORE_VERB
    while i >= 0 and (nodes[i].tag in _BEFORE_LIST or (governed and not before and nodes[i].tag in _OF_WHOM)) and index - i < _REACH:
        if nodes[i].tag in ("METRIC", "COST") and not _is_tail(nodes, i):
            before.insert(0, i)
        i -= 1
    if len(before) > 1:
        return before
    after: list[int] = []
    i = index + 1
    while i < len(nodes) and nodes[i].tag in _BEHIND_LIST and i - index < _REACH:
        if nodes[i].tag in ("METRIC", "COST") and not _is_tail(nodes, i):
            after.append(i)
        i += 1
    return after


def _is_tail(nodes: list[Node], i: int) -> bool:
    """``accuracy scores``: the second word only repeats the metric before it."""
    return nodes[i].name == "score" and i > 0 and nodes[i - 1].tag == "METRIC"


def _settings(nodes: list[Node], index: int) -> tuple[str, ...]:
    start = max(0, index - 14)
    text = " ".join(n.text for n in nodes[start : index + 14])
    small = text.casefold()
    if not any(stem in small for stem in _SETTING_STEMS):
        return ()
    found = (re.sub(r"\s%", "%", m[0]) for m in _SETTING.finditer(text))
    return tuple(dict.fromkeys(name if name.startswith("ViT") else name.casefold() for name in found))
