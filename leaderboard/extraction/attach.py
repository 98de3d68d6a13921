"""Step 6, attach: bind metric, benchmark, split and settings to every quantity that the grammar took, and distribute lists."""

from __future__ import annotations

import re

from leaderboard.extraction.benchmarks import Systems, board, clean_name, groups, split_at
from leaderboard.extraction.drafts import Board, Draft, Target
from leaderboard.extraction.grammar import Reading
from leaderboard.extraction.names import has_shape
from leaderboard.extraction.nodes import Node
from leaderboard.extraction.targets import change_of, kind_of, nearest, target_of, unit_of
from leaderboard.registry import Registry

_SETTING = re.compile(
    r"zero-shot|few-shot|\b\d+-shot|one-shot|linear[- ]prob\w+|linear evaluation|fine-?tun(?:ed|ing)|semi-supervised|self-supervised|unsupervised|single[- ]crop|"
    r"multi-scale|ensemble|single model|single-scale|from scratch|\bViT-[A-Za-z0-9/]+|\b\d+(?:\.\d+)?% (?:of )?(?:the )?(?:labels|labeled data|training data|data)\b|\b\d+ epochs",
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
            _follow(nodes, made, drafts)
        drafts += [] if _is_condition(nodes, made, drafts) else made
    _share_targets(nodes, drafts)
    _pair_metrics(nodes, drafts, registry)
    _bind_benchmarks(nodes, drafts, systems)
    return drafts


def _owned(nodes: list[Node], readings: list[Reading]) -> set[int]:
    """Metrics and costs that some rule's own match contains; they belong to that rule's number first."""
    return {i for r in readings for i in range(max(r.first, r.index - 4), min(r.last, len(nodes))) if nodes[i].tag in ("METRIC", "COST")}


def _drafts_of(nodes: list[Node], reading: Reading, registry: Registry, owned: set[int]) -> list[Draft]:
    mine = {i for i in owned if reading.first <= i < reading.last}
    target = target_of(nodes, reading, owned - mine)
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


def _is_condition(nodes: list[Node], made: list[Draft], before: list[Draft]) -> bool:
    """``reaches 32.2 mAP with just 1% data``: a share of the data behind a score says under which condition it was reached."""
    if not made or made[0].rule != "share-number-cost" or made[0].target.name != "training data":
        return False
    return any(d.kind == "score" and made[0].node - d.node < 8 for d in before)


def _follow(nodes: list[Node], made: list[Draft], before: list[Draft]) -> None:
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


def _share_targets(nodes: list[Node], drafts: list[Draft]) -> None:
    """Parallel lists: a number without a metric of its own takes that of the number before it (or behind it) of the same kind."""
    for i, draft in enumerate(drafts):
        if draft.target.kind != "none" or draft.kind == "cost":
            continue
        donors = [
            d
            for d in [*drafts[:i][::-1], *drafts[i + 1 :]]
            if d.target.kind not in ("none",) and d.kind == draft.kind and d.unit == draft.unit
        ]
        if donors and donors[0].target.kind == "quality" and _same_run(nodes, donors[0].node, draft.node):
            draft.target = Target(donors[0].target.name, donors[0].target.kind)
            draft.because["metric"] = "shared with the number beside it"


def _same_run(nodes: list[Node], a: int, b: int) -> bool:
    """Whether two numbers stand in one enumeration: no end of clause and no verb of change between them."""
    low, high = min(a, b), max(a, b)
    return not any(nodes[i].tag in ("SEMI", "BEAT", "DOWNVERB", "UPVERB", "WITH") for i in range(low + 1, high))


def _pair_metrics(nodes: list[Node], drafts: list[Draft], registry: Registry) -> None:
    """``precision and recall of 90% and 85%``: as many metrics before a list as numbers in it, one each."""
    for node_index in {d.node for d in drafts if len(nodes[d.node].quantities) > 1}:
        members = [d for d in drafts if d.node == node_index]
        run = _metric_run(nodes, node_index)
        if len(run) == len(members) and len({nodes[i].name for i in run}) == len(run):
            for draft, i in zip(members, run, strict=True):
                draft.target = Target(nodes[i].name or nodes[i].text, "cost" if nodes[i].tag == "COST" else "quality", i)
                draft.because["metric"] = "one metric each, in order"


def _metric_run(nodes: list[Node], index: int) -> list[int]:
    """The metrics enumerated right before (or right behind) a list of numbers."""
    before: list[int] = []
    i = index - 1
    while (
        i >= 0
        and nodes[i].tag in ("METRIC", "COST", "AND", "COMMA", "OF", "BE", "DET", "MEAN", "LP", "RP", "BY", "NOTABLY", "TO")
        and index - i < 14
    ):
        if nodes[i].tag in ("METRIC", "COST"):
            before.insert(0, i)
        i -= 1
    if len(before) > 1:
        return before
    after: list[int] = []
    i = index + 1
    while (
        i < len(nodes)
        and nodes[i].tag in ("METRIC", "COST", "AND", "COMMA", "ON", "DET", "MEAN", "UPNOUN", "OF", "RESP", "IN")
        and i - index < 10
    ):
        if nodes[i].tag in ("METRIC", "COST"):
            after.append(i)
        i += 1
    return after


# -- benchmarks ------------------------------------------------------------------------------------------------------------------


def _bind_benchmarks(nodes: list[Node], drafts: list[Draft], systems: Systems) -> None:
    """Give every draft its benchmark: its own on its right, the one right before its bracket, one of a list each, else the clause's."""
    found = groups(nodes)
    numbers = sorted({d.node for d in drafts})
    for draft in drafts:
        names, bench = _benchmark_for(nodes, draft, found, numbers, systems)
        draft.benchmarks = names
        draft.split = split_at(nodes, bench, draft.node, draft.place, draft.kind in ("score", "gain"))
        if bench is not None:
            draft.because["benchmark"] = f"{nodes[bench].text!r} at {bench - draft.node:+d} words from the number"
        draft.settings = _settings(nodes, draft.node)
    _share_benchmarks(nodes, drafts, found)


_RUN = frozenset(
    {
        "METRIC",
        "COST",
        "AND",
        "COMMA",
        "WORD",
        "MEAN",
        "NOTABLY",
        "OF",
        "DET",
        "BY",
        "LP",
        "RP",
        "RELATIVE",
        "ABSOLUTE",
        "GET",
        "ONLY",
        "SLASH",
        "ON",
        "IN",
        "SPLIT",
        "NAME",
        "UPNOUN",
    }
)


def _share_benchmarks(nodes: list[Node], drafts: list[Draft], found: list[list[int]]) -> None:
    """A number without a benchmark shares that of the number its phrase runs on to, or back to; "from A" that of "to B"."""
    for draft, after in zip(drafts, drafts[1:], strict=False):
        if draft.rule.endswith(":from") and after.rule.endswith(":to"):
            draft.benchmarks, draft.split, draft.target = after.benchmarks, after.split, after.target
    for draft, after in reversed(list(zip(drafts, drafts[1:], strict=False))):
        if not draft.benchmarks and after.benchmarks and draft.kind == after.kind and _runs_on(nodes, draft, after):
            draft.benchmarks, draft.split = after.benchmarks, draft.split or after.split
            draft.because["benchmark"] = "shared with the number that follows"
    if len(found) != 1:
        return
    for i, draft in enumerate(drafts):
        before = next((d for d in reversed(drafts[:i]) if d.kind == draft.kind), None)
        if before is None:
            continue
        same = before.unit == draft.unit and before.target.name == draft.target.name
        if not draft.benchmarks and before.benchmarks and same and not _own_task(nodes, draft.node):
            draft.benchmarks, draft.split = before.benchmarks, draft.split or before.split
            draft.because["benchmark"] = "shared with the number before it"


def _runs_on(nodes: list[Node], a: Draft, b: Draft) -> bool:
    between = nodes[a.node + 1 : b.node]
    if any(n.tag not in _RUN for n in between):
        return False
    for i in range(a.node + 1, b.node):
        if (
            nodes[i].tag in ("ON", "IN")
            and nodes[i + 1].tag not in ("METRIC", "COST", "MEAN")
            and not (i + 2 < len(nodes) and nodes[i + 2].tag == "METRIC")
        ):
            return False
    return any(n.tag in ("AND", "COMMA") for n in between)


def _own_task(nodes: list[Node], index: int) -> bool:
    """``by 2.5% for video segmentation``: the number says itself what it was measured on."""
    for i in range(index + 1, min(index + 5, len(nodes) - 1)):
        if nodes[i].tag in ("ON", "IN") and nodes[i].text.casefold() in ("for", "on", "in"):
            return nodes[i + 1].tag not in ("METRIC", "COST", "MEAN")
        if nodes[i].tag in ("Q", "COMMA", "STOP"):
            return False
    return False


def _benchmark_for(
    nodes: list[Node], draft: Draft, found: list[list[int]], numbers: list[int], systems: Systems
) -> tuple[tuple[Board, ...], int | None]:
    members = len(nodes[draft.node].quantities)
    right = _right_group(nodes, draft.node, found)
    bracketed = _before_bracket(nodes, draft.node, found)
    if bracketed is not None and members == 1 and not (right and _inside_bracket(nodes, draft.node, right[0])):
        return (board(nodes[bracketed]),), bracketed
    if members > 1:
        for group in ([right] if right else []) + [_left_group(nodes, draft.node, found) or []]:
            if len(group) == members:
                return (board(nodes[group[draft.place]]),), group[draft.place]
    if right:
        if len(right) > 1 and members == 1 and (paired := _across_numbers(nodes, draft, right, numbers)) is not None:
            return (board(nodes[paired]),), paired
        return _distinct(nodes, right), right[0]
    unknown = _unknown_name(nodes, draft.node, systems)
    if unknown is not None:
        return (Board(clean_name(nodes[unknown].text)),), unknown
    if draft.quantity.sign and _bracket_of_a_task(nodes, draft.node) and len({_bracket_before(nodes, n) for n in numbers} - {None}) > 1:
        return (), None
    left = _left_group(nodes, draft.node, found)
    if left and not (numbers.index(draft.node) and _own_task(nodes, draft.node) and nodes[draft.node - 1].tag == "BY"):
        if draft.kind in ("ratio", "cost") and not _near(nodes, left[-1], draft.node):
            return (), None
        return _distinct(nodes, left), left[-1]
    return (), None


def _before_bracket(nodes: list[Node], index: int, found: list[list[int]]) -> int | None:
    """``on A (91%), few-shot B (62%)``: the benchmark right before the bracket that the number stands in."""
    i = index - 1
    while i >= 0 and index - i <= 3 and nodes[i].tag in ("WORD", "ON", "MEAN", "ABOUT", "NOTABLY"):
        i -= 1
    if i < 0 or nodes[i].tag != "LP":
        return None
    for j in range(i - 1, max(-1, i - 4), -1):
        if nodes[j].tag == "BENCH":
            return j
        if nodes[j].tag not in ("BENCHNOUN", "WORD", "SPLIT", "PERF", "POSS", "NAME"):
            return None
    return None


def _bracket_of_a_task(nodes: list[Node], index: int) -> bool:
    """``step forecasting (+5.0%), task classification (+3.8%)``: what stands before the bracket is a task, no benchmark."""
    i = _bracket_before(nodes, index)
    return i is not None and i >= 1 and nodes[i - 1].tag in ("WORD", "PERF", "COUNTNOUN", "BENCHNOUN")


def _bracket_before(nodes: list[Node], index: int) -> int | None:
    """The opening bracket that a number stands in, or None."""
    for i in range(index - 1, max(-1, index - 20), -1):
        if nodes[i].tag == "LP":
            return i
        if nodes[i].tag == "RP":
            return None
    return None


def _inside_bracket(nodes: list[Node], index: int, j: int) -> bool:
    return not any(n.tag == "RP" for n in nodes[index:j])


def _distinct(nodes: list[Node], group: list[int]) -> tuple[Board, ...]:
    """The benchmarks of a group, each once (two spellings of one benchmark are one)."""
    return tuple({found.id or found.name: found for found in reversed([board(nodes[i]) for i in group])}.values())[::-1]


def _near(nodes: list[Node], left: int, index: int) -> bool:
    return not any(n.tag in ("SEMI",) for n in nodes[left:index])


def _right_group(nodes: list[Node], index: int, found: list[list[int]]) -> list[int] | None:
    """The group that follows the number before anything else claims it: no other number and no new verb in between."""
    for group in found:
        first = group[0]
        if first <= index:
            continue
        between = nodes[index + 1 : first]
        if any(n.tag in ("Q", "SEMI", "BEAT", "GET", "TIMES") for n in between) or len(between) > 16:
            return None
        if any(n.tag == "COMMA" for n in between) and not any(n.tag in ("ON", "IN") for n in between):
            return None
        return group
    return None


def _left_group(nodes: list[Node], index: int, found: list[list[int]]) -> list[int] | None:
    left = [group for group in found if group[-1] < index]
    if not left:
        return None
    group = left[-1]
    between = nodes[group[-1] + 1 : index]
    numbers_between = sum(n.tag == "Q" for n in between)
    if numbers_between and nodes[index - 1].tag != "LP" and _taken_by_other(nodes, group, index):
        earlier = left[0]
        return earlier if earlier is not group and earlier[0] < 6 else (group if not _closed(between) else None)
    return group


def _taken_by_other(nodes: list[Node], group: list[int], index: int) -> bool:
    """Whether the group stands directly behind another number ("95% on A and 3% ..."), so that it is that number's."""
    before = nodes[max(0, group[0] - 6) : group[0]]
    return any(n.tag == "Q" for n in before)


def _closed(between: list[Node]) -> bool:
    return any(n.tag in ("COMMA", "AND", "SEMI") for n in between)


def _across_numbers(nodes: list[Node], draft: Draft, group: list[int], numbers: list[int]) -> int | None:
    """``X and Y on A and B, respectively`` where the numbers are separate nodes: the n-th number takes the n-th name."""
    run = [n for n in numbers if n <= group[0]]
    if len(run) >= len(group) and any(n.tag == "RESP" for n in nodes):
        tail = run[-len(group) :]
        if draft.node in tail:
            return group[tail.index(draft.node)]
    return None


_NOT_DATA = frozenset(
    "model models architecture architectures network networks backbone backbones detector detectors baseline baselines gpu gpus cpu card board device dataset datasets".split()
)


def _unknown_name(nodes: list[Node], index: int, systems: Systems) -> int | None:
    """An unregistered benchmark by its place: ``85.1% in MAWPS``, ``+8.81 on C-Eval``, ``by 3% in recall for retrieval on Urban-1k``."""
    for i in range(index + 1, min(index + 13, len(nodes) - 1)):
        node = nodes[i]
        if node.tag in ("Q", "COMMA", "SEMI", "STOP", "BEAT", "GET", "UPVERB", "DOWNVERB", "OVER", "THAN", "VERSUS", "WITH", "AND", "LP"):
            return None
        if node.tag not in ("ON", "IN") or node.text.casefold() not in ("on", "in", "for"):
            continue
        if node.text.casefold() != "on" and i > index + 3:
            continue
        j = i + 1
        while j < len(nodes) and nodes[j].tag in ("DET", "NOTABLY") and j - i < 4:
            j += 1
        if j < len(nodes) and nodes[j].tag == "NAME" and _may_be_data(nodes, i, j, systems):
            return j
    return None


def _may_be_data(nodes: list[Node], preposition: int, j: int, systems: Systems) -> bool:
    after = nodes[j + 1] if j + 1 < len(nodes) else None
    if systems.includes(nodes[j].text) or any(n.tag == "HARDWARE" for n in nodes[preposition : j + 3]):
        return False
    if after is not None and (after.text.casefold() in _NOT_DATA or after.tag == "METRIC"):
        return False
    if nodes[preposition].text.casefold() == "for":
        return after is not None and after.tag in ("BENCHNOUN", "SPLIT", "LP")
    return has_shape(nodes[j].text) or after is None or after.tag in ("COMMA", "AND", "STOP", "RP", "BENCHNOUN", "SPLIT")


def _settings(nodes: list[Node], index: int) -> tuple[str, ...]:
    start = max(0, index - 14)
    text = " ".join(n.text for n in nodes[start : index + 14])
    return tuple(dict.fromkeys(m[0].casefold() if not m[0].startswith("ViT") else m[0] for m in _SETTING.finditer(text)))


__all__ = ["attach", "nearest"]
