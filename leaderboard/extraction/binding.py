"""Attach, part three: which benchmark each number of a sentence was measured on, by place and by list."""

from __future__ import annotations

import re
from itertools import pairwise

from leaderboard.extraction.benchmarks import Systems, board, clean_name, groups
from leaderboard.extraction.drafts import Board, Draft
from leaderboard.extraction.nodes import Node
from leaderboard.extraction.numberlists import sublists
from leaderboard.extraction.shapes import has_shape
from leaderboard.extraction.splits import language_pair, split_at
from leaderboard.extraction.words import name_class

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


# -- benchmarks ------------------------------------------------------------------------------------------------------------------
def bind_benchmarks(nodes: list[Node], drafts: list[Draft], systems: Systems) -> None:
    """Give every draft its benchmark: its own on its right, the one right before its bracket, one of a list each, else the clause's."""
    found = groups(nodes)
    numbers = sorted({d.node for d in drafts})
    for draft in drafts:
        names, bench = _benchmark_for(nodes, draft, found, numbers, systems)
        draft.benchmarks = names
        draft.split = split_at(nodes, bench, draft.node, draft.place, scored=draft.kind in ("score", "gain"))
        if bench is not None and draft.split is None and nodes[bench].text.startswith(("WMT", "IWSLT")):
            draft.split = language_pair(nodes, bench, draft.node)
        if bench is not None:
            draft.because["benchmark"] = f"{nodes[bench].text!r} at {bench - draft.node:+d} words from the number"
    _one_each_in_order(nodes, drafts, found)
    _share_benchmarks(nodes, drafts, found)


def _one_each_in_order(nodes: list[Node], drafts: list[Draft], found: list[list[int]]) -> None:
    """``On A and B it is 2.3x faster and 2.2x faster, respectively``: as many numbers of a sort as benchmarks before them."""
    end = next((i for i, n in enumerate(nodes) if n.tag == "RESP"), None)
    if end is None or len(found) != 1 or len(found[0]) == 1:
        return
    group = found[0]
    if _closes(nodes, group[-1], end) or (0 < group[0] - end <= _BESIDE and nodes[end + 1].tag in ("ON", "IN")):
        before = [d for d in drafts if d.node < group[0]]
        share, rest = divmod(len(before), len(group))
        if share and not rest and all(len(nodes[d.node].quantities) == 1 for d in before):
            for place, draft in enumerate(before):
                draft.benchmarks = (board(nodes[group[place // share]]),)
                draft.because["benchmark"] = "one each, in order"
        return
    sorts: dict[tuple[str, str | None, str | None], list[Draft]] = {}
    for draft in drafts:
        if group[-1] < draft.node < end and len(nodes[draft.node].quantities) == 1:
            sorts.setdefault((draft.kind, draft.unit, draft.target.name), []).append(draft)
    for members in sorts.values():
        if len(members) == len(group):
            for draft, i in zip(members, group, strict=True):
                draft.benchmarks = (board(nodes[i]),)
                draft.because["benchmark"] = "one each, in order"


def _closes(nodes: list[Node], last: int, end: int) -> bool:
    """``on the A and B datasets, respectively``: the list of benchmarks is what "respectively" speaks of."""
    return last < end and all(n.tag in ("BENCHNOUN", "COUNTNOUN", "COMMA") for n in nodes[last + 1 : end])


def _share_benchmarks(nodes: list[Node], drafts: list[Draft], found: list[list[int]]) -> None:
    """A number without a benchmark shares that of the number its phrase runs on to, or back to; "from A" that of "to B"."""
    for draft, after in pairwise(drafts):
        if draft.rule.endswith(":from") and after.rule.endswith(":to"):
            draft.benchmarks, draft.split, draft.target = after.benchmarks, after.split, after.target
    for draft, after in reversed(list(pairwise(drafts))):
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
        if not draft.benchmarks and before.benchmarks and same and not own_task(nodes, draft.node):
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


def _is_setting(nodes: list[Node], preposition: int) -> bool:
    """``in the few-shot setting``: under which conditions, not on what."""
    return any(n.text.casefold() in ("setting", "settings", "scenario", "regime", "mode") for n in nodes[preposition + 1 : preposition + 5])


def own_task(nodes: list[Node], index: int, reach: int = 5) -> bool:
    """``by 2.5% for video segmentation``: the number says itself what it was measured on."""
    for i in range(index + 1, min(index + reach, len(nodes) - 1)):
        if nodes[i].tag in ("ON", "IN") and nodes[i].text.casefold() in ("for", "on", "in"):
            return nodes[i + 1].tag not in ("METRIC", "COST", "MEAN") and not _is_setting(nodes, i)
        if nodes[i].tag in ("Q", "COMMA", "STOP"):
            return False
    return False


def _benchmark_for(
    nodes: list[Node], draft: Draft, found: list[list[int]], numbers: list[int], systems: Systems
) -> tuple[tuple[Board, ...], int | None]:
    members = len(nodes[draft.node].quantities)
    if members == 1 and (own := _right_before(nodes, draft.node)) is not None:
        return (board(nodes[own]),), own
    right = _right_group(nodes, draft.node, found)
    bracketed = _before_bracket(nodes, draft.node)
    if bracketed is not None and members == 1 and not (right and _inside_bracket(nodes, draft.node, right[0])):
        return (board(nodes[bracketed]),), bracketed
    if members > 1 and (each := _one_of_each(nodes, draft, right, found)) is not None:
        return (board(nodes[each]),), each
    if right:
        if len(right) > 1 and members == 1 and (paired := _across_numbers(nodes, draft, right, numbers)) is not None:
            return (board(nodes[paired]),), paired
        return _distinct(nodes, right), right[0]
    onward = _of_the_next(nodes, draft.node, found)
    if onward is not None:
        return _distinct(nodes, onward), onward[0]
    unknown = _unknown_name(nodes, draft.node, systems)
    if unknown is not None:
        return (Board(clean_name(nodes[unknown].text)),), unknown
    if draft.quantity.sign and _bracket_of_a_task(nodes, draft.node) and len({_bracket_before(nodes, n) for n in numbers} - {None}) > 1:
        return (), None
    left = _left_group(nodes, draft.node, found)
    if left and not (numbers.index(draft.node) and own_task(nodes, draft.node) and nodes[draft.node - 1].tag == "BY"):
        if draft.kind in ("ratio", "cost") and not _near(nodes, left[-1], draft.node):
            return (), None
        return _distinct(nodes, left), left[-1]
    return (), None


def _of_the_next(nodes: list[Node], index: int, found: list[list[int]]) -> list[int] | None:
    """``70% on A and 51% AP and 45% AP on B``: what follows the next number, where the benchmark before is another number's."""
    left = _left_group(nodes, index, found)
    following = next((i for i in range(index + 1, len(nodes)) if nodes[i].tag == "Q"), None)
    if left is None or following is None or not _behind_number(nodes, left[0]):
        return None
    between = nodes[index + 1 : following]
    metrics = sum(n.tag == "METRIC" for n in between)
    if not 0 < len(between) <= _BESIDE or metrics != 1 or any(n.tag not in ("METRIC", "AND", "COMMA") for n in between):
        return None
    return _right_group(nodes, following, found)


_BESIDE = 3


def _behind_number(nodes: list[Node], bench: int) -> bool:
    return any(n.tag == "Q" for n in nodes[max(0, bench - 8) : bench])


def _one_of_each(nodes: list[Node], draft: Draft, right: list[int] | None, found: list[list[int]]) -> int | None:
    """The benchmark of one number of a list: as many names as numbers, behind the list, before it, or behind another such list."""
    members = len(nodes[draft.node].quantities)
    for group in (right, None if right else _left_group(nodes, draft.node, found)):
        if group and len(group) == members:
            return group[draft.place]
        if group and len(group) > 1 and sublists(nodes[draft.node]) == [members // len(group)] * len(group):
            return group[draft.place // (members // len(group))]
    later = next((group for group in found if group[0] > draft.node and len(group) == members), None)
    if later is None or right:
        return None
    shared = any(n.tag == "Q" and len(n.quantities) == members for n in nodes[draft.node + 1 : later[0]])
    return later[draft.place] if shared else None


def _right_before(nodes: list[Node], index: int) -> int | None:
    """``X with 97.1%``, ``A on X by 0.7%, B on Y by 1.6%``: the benchmark right before the number's own preposition."""
    if index and nodes[index - 1].tag == "BENCH" and nodes[index - 2].tag in ("COLON", "COMMA", "AND", "LP"):
        return index - 1
    if index < 2 or nodes[index - 1].tag not in ("WITH", "BY"):
        return None
    i = index - 2
    if nodes[i].tag == "BENCHNOUN" and i:
        i -= 1
    placed = nodes[index - 1].tag == "WITH" or (i and nodes[i - 1].tag in ("ON", "IN"))
    return i if placed and nodes[i].tag == "BENCH" else None


def _before_bracket(nodes: list[Node], index: int) -> int | None:
    """``on A (91%), few-shot B (62%)``: the benchmark right before the bracket that the number stands in."""
    i = index - 1
    while i >= 0 and index - i <= 5 and nodes[i].tag in ("WORD", "ON", "MEAN", "ABOUT", "NOTABLY", "METRIC", "OF", "COLON", "BE", "NAME"):
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
    return not any(n.tag == "SEMI" for n in nodes[left:index])


def _right_group(nodes: list[Node], index: int, found: list[list[int]]) -> list[int] | None:
    """The group that follows the number before anything else claims it: no other number and no new verb in between."""
    for group in found:
        first = group[0]
        if first <= index:
            continue
        between = _outside_brackets(nodes, index + 1, first)
        if any(n.tag in ("SEMI", "BEAT", "GET", "TIMES") or _is_result(n) for n in between) or len(between) > _REACH:
            return None
        if any(n.tag == "COMMA" for n in between) and not any(n.tag in ("ON", "IN") for n in between):
            return None
        own_clause = any(n.tag == "CONJ" for n in between) and any(n.tag == "Q" for n in nodes[group[-1] :])
        return None if own_clause or _of_later_number(nodes, group, between) else group
    return None


def _is_result(node: Node) -> bool:
    """Whether a node is a number other than a small share ("80% accuracy using only 20% of the products on X")."""
    return node.tag == "Q" and not (node.quantities[0].only and node.quantities[0].unit == "%")


def _of_later_number(nodes: list[Node], group: list[int], between: list[Node]) -> bool:
    """``6% in rank-1, B by 4%``: behind a comma and right before "by" and another number, a benchmark is that number's."""
    i = group[-1] + 1
    while i < len(nodes) and (nodes[i].tag in ("BENCHNOUN", "COUNTNOUN", "ABOUT", "BENCH") or nodes[i].text in ("such", "as", "like")):
        i += 1
    own = i + 1 < len(nodes) and nodes[i].tag in ("BY", "FROM") and nodes[i + 1].tag in ("Q", "ABOUT", "UPTO")
    return own and any(n.tag in ("COMMA", "AND") for n in between)


_REACH = 16


def _outside_brackets(nodes: list[Node], start: int, stop: int) -> list[Node]:
    """The nodes in between, without closed brackets ("81.3% (+1.6%) on X") and without passives ("are reached on X")."""
    kept: list[Node] = []
    depth = 0
    for i in range(start, stop):
        node = nodes[i]
        closes = any(n.tag == "RP" for n in nodes[i:stop]) if node.tag == "LP" else False
        if node.tag == "LP" and closes:
            depth += 1
        elif node.tag == "RP" and depth:
            depth -= 1
        elif not depth and not (node.tag == "GET" and nodes[i - 1].tag == "BE"):
            kept.append(node)
    return kept


def _left_group(nodes: list[Node], index: int, found: list[list[int]]) -> list[int] | None:
    left = [group for group in found if group[-1] < index]
    if not left:
        return None
    group = left[-1]
    between = nodes[group[-1] + 1 : index]
    numbers_between = sum(n.tag == "Q" for n in between)
    if numbers_between and nodes[index - 1].tag != "LP" and _taken_by_other(nodes, group):
        earlier = left[0]
        return earlier if earlier is not group and earlier[0] < 6 else (group if not _closed(between) else None)
    return group


def _taken_by_other(nodes: list[Node], group: list[int]) -> bool:
    """Whether the group stands directly behind another number ("95% on A and 3% ..."), so that it is that number's."""
    start = max(0, group[0] - 6)
    last = max((i for i in range(start, group[0]) if nodes[i].tag == "Q"), default=None)
    return last is not None and not any(n.tag in ("COMMA", "SEMI") for n in nodes[last : group[0]])


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


#: Names that are measures rather than data sets ("SC-IoU", "R@0.3").
_MEASURE_LIKE = re.compile(r"@|IoU|IOU|AP$|F1|Acc$|Score$|PSNR|BLEU|WER$")


def _may_be_data(nodes: list[Node], preposition: int, j: int, systems: Systems) -> bool:
    after = nodes[j + 1] if j + 1 < len(nodes) else None
    if systems.includes(nodes[j].text) or len(nodes[j].text) == 1 or nodes[j].text in name_class("nosubject"):
        return False
    if any(n.tag == "HARDWARE" for n in nodes[preposition : j + 3]):
        return False
    if after is not None and (after.text.casefold() in name_class("notdata") or after.tag == "METRIC"):
        return False
    if _MEASURE_LIKE.search(nodes[j].text) or (after is not None and after.text.casefold() in ("task", "tasks", "setting", "settings")):
        return False
    if nodes[preposition].text.casefold() == "for":
        return after is not None and after.tag in ("BENCHNOUN", "SPLIT", "LP")
    return has_shape(nodes[j].text) or after is None or after.tag in ("COMMA", "AND", "STOP", "RP", "BENCHNOUN", "SPLIT")
