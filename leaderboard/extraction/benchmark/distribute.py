"""One benchmark for each number of a list, in order, and benchmarks shared between neighbouring numbers."""

from __future__ import annotations

from itertools import pairwise

from leaderboard.extraction.benchmark.name import named_benchmark
from leaderboard.extraction.benchmark.neighbours import BESIDE, bracket_before, left_group, own_task
from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.quantities.lists import sublists
from leaderboard.extraction.tokens.sentence import Sentence

#: Tags of what may stand between two numbers of one run ("3% in mAP and 2% in recall").
_RUN = frozenset("METRIC COST AND COMMA WORD MEAN NOTABLY OF DET BY LP RP RELATIVE ABSOLUTE GET ONLY SLASH ON IN SPLIT NAME UPNOUN".split())


def one_each_in_order(nodes: Sentence, drafts: list[Draft], found: list[list[int]]) -> None:
    """``On A and B it is 2.3x faster and 2.2x faster, respectively``: as many numbers of a sort as benchmarks before them."""
    end = next((i for i, n in enumerate(nodes) if n.tag == "RESP"), None)
    if end is None or len(found) != 1 or len(found[0]) == 1:
        return
    group = found[0]
    if _closes(nodes, group[-1], end) or _opens(nodes, group[0], end):
        _share_out_before(nodes, drafts, group)
    else:
        _share_out_between(nodes, drafts, group, end)


def _share_out_before(nodes: Sentence, drafts: list[Draft], group: list[int]) -> None:
    """``91% and 92% ... 93% and 94% on A and B, respectively``: as many numbers before the benchmarks for each of them."""
    before = [d for d in drafts if d.node < group[0]]
    aside = [d for d in before if _aside(nodes, d.node)] if len(before) % len(group) else []
    shared = [d for d in before if d not in aside]
    share, rest = divmod(len(shared), len(group))
    if not share or rest or not all(_single(nodes, d) for d in before):
        return
    for draft in before:
        place = sum(d.node <= draft.node for d in shared) - 1
        if place >= 0:
            _give(nodes, draft, group[place // share])


def _share_out_between(nodes: Sentence, drafts: list[Draft], group: list[int], end: int) -> None:
    """The numbers of one sort between the benchmarks and "respectively", where there are as many of them as benchmarks."""
    sorts: dict[tuple[str, str | None, str | None], list[Draft]] = {}
    for draft in drafts:
        if group[-1] < draft.node < end and _single(nodes, draft):
            sorts.setdefault((draft.kind, draft.unit, draft.target.name), []).append(draft)
    for members in sorts.values():
        if len(members) == len(group):
            for draft, i in zip(members, group, strict=True):
                _give(nodes, draft, i)


def _single(nodes: Sentence, draft: Draft) -> bool:
    return len(nodes[draft.node].quantities) == 1


def _give(nodes: Sentence, draft: Draft, bench: int) -> None:
    draft.benchmarks = (named_benchmark(nodes[bench]),)
    draft.because["benchmark"] = Reason("one-each")


def _opens(nodes: Sentence, first: int, end: int) -> bool:
    """``respectively on A and B``: the list of benchmarks right after "respectively"."""
    return 0 < first - end <= BESIDE and nodes.at(end + 1).tag in ("ON", "IN")


def _closes(nodes: Sentence, last: int, end: int) -> bool:
    """``on the A and B datasets, respectively``: the list of benchmarks is what "respectively" speaks of."""
    return last < end and all(n.tag in ("BENCHNOUN", "COUNTNOUN", "COMMA") for n in nodes[last + 1 : end])


def share_benchmarks(nodes: Sentence, drafts: list[Draft], found: list[list[int]]) -> None:
    """A number without a benchmark shares that of the number its phrase runs on to, or back to; "from A" that of "to B"."""
    for draft, after in pairwise(drafts):
        if draft.rule.has("from") and after.rule.has("to"):
            _as_after_the_change(draft, after)
    for draft, after in reversed(list(pairwise(drafts))):
        if not draft.benchmarks and after.benchmarks and draft.kind == after.kind and _runs_on(nodes, draft, after):
            draft.benchmarks, draft.split = after.benchmarks, draft.split or after.split
            draft.because["benchmark"] = Reason("number-after")
    if len(found) == 1:
        _share_with_earlier(nodes, drafts)


def _as_after_the_change(draft: Draft, after: Draft) -> None:
    """``from 71% to 74% on A``: the level before a change was measured like the one after it."""
    draft.benchmarks, draft.split, draft.target = after.benchmarks, after.split, after.target
    for field in ("metric", "benchmark"):
        draft.because.pop(field, None)
        if field in after.because:
            draft.because[field] = after.because[field]


def _share_with_earlier(nodes: Sentence, drafts: list[Draft]) -> None:
    """``91% on A, or 93% with an ensemble``: the benchmark of the last number of this kind, if it counts the same."""
    for i, draft in enumerate(drafts):
        before = next((d for d in reversed(drafts[:i]) if d.kind == draft.kind), None)
        if before is None or draft.benchmarks or not before.benchmarks:
            continue
        same = before.unit == draft.unit and before.target.name == draft.target.name
        if same and not own_task(nodes, draft.node):
            draft.benchmarks, draft.split = before.benchmarks, draft.split or before.split
            draft.because["benchmark"] = Reason("number-before")


def _runs_on(nodes: Sentence, a: Draft, b: Draft) -> bool:
    """``3% in mAP and 2% in recall on X``: only words of one run between two numbers, and no place of the first one's own."""
    between = nodes.between(a.node, b.node)
    if any(n.tag not in _RUN for n in between) or any(_names_place(nodes, i) for i in range(a.node + 1, b.node)):
        return False
    return any(n.tag in ("AND", "COMMA") for n in between)


def _names_place(nodes: Sentence, i: int) -> bool:
    """``on X``, but not ``in mAP``."""
    metric = nodes.at(i + 1).tag in ("METRIC", "COST", "MEAN") or nodes.at(i + 2).tag == "METRIC"
    return nodes[i].tag in ("ON", "IN") and not metric


def one_of_each(nodes: Sentence, draft: Draft, right: list[int] | None, found: list[list[int]]) -> int | None:
    """The benchmark of one number of a list: as many names as numbers, after the list, before it, or after another such list."""
    members = len(nodes[draft.node].quantities)
    for group in (right, None if right else left_group(nodes, draft.node, found)):
        if group and len(group) == members:
            return group[draft.place]
        if group and len(group) > 1 and sublists(nodes[draft.node]) == [members // len(group)] * len(group):
            return group[draft.place // (members // len(group))]
    later = next((group for group in found if group[0] > draft.node and len(group) == members), None)
    if later is None or right:
        return None
    shared = any(n.tag == "Q" and len(n.quantities) == members for n in nodes[draft.node + 1 : later[0]])
    return later[draft.place] if shared else None


def across_numbers(nodes: Sentence, draft: Draft, group: list[int], numbers: list[int]) -> int | None:
    """``X and Y on A and B, respectively`` where the numbers are separate nodes: the n-th number takes the n-th name."""
    if not any(n.tag == "RESP" for n in nodes):
        return None
    before = [n for n in numbers if n <= group[0]]
    aside = {n for n in before if _aside(nodes, n)}
    run = [n for n in before if n not in aside][-len(group) :] if len(before) - len(aside) >= len(group) else before[-len(group) :]
    own = draft.node
    if own in aside and own not in run:
        own = max((n for n in run if n < own), default=own)
    return group[run.index(own)] if own in run and len(run) == len(group) else None


def _aside(nodes: Sentence, index: int) -> bool:
    """``94.6% (95.6% with an ensemble) and 77.0%``: a number in a bracket right behind another number."""
    opening = bracket_before(nodes, index)
    return opening is not None and nodes.at(opening - 1).tag in ("Q", "METRIC") and any(n.tag == "Q" for n in nodes.before(opening, 2))
