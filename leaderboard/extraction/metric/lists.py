"""One metric for each number of a list, and metrics shared between the numbers of an enumeration."""

from __future__ import annotations

from itertools import pairwise

from leaderboard.extraction.claim.draft import Draft, Target
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence


def follow(made: list[Draft], before: list[Draft]) -> None:
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
            draft.because["metric"] = Reason("list-before")


def share_targets(nodes: Sentence, drafts: list[Draft]) -> None:
    """Parallel lists: a number without a metric of its own takes that of the number before it (or behind it) of the same kind."""
    for i, draft in enumerate(drafts):
        if draft.target.kind != "none" or draft.kind == "cost":
            continue
        donors = [
            d for d in [*drafts[:i][::-1], *drafts[i + 1 :]] if d.target.kind != "none" and d.kind == draft.kind and d.unit == draft.unit
        ]
        if donors and donors[0].target.kind == "quality" and _same_run(nodes, donors[0].node, draft.node):
            draft.target = Target(donors[0].target.name, donors[0].target.kind)
            draft.because["metric"] = Reason("number-beside")


def share_of_score(nodes: Sentence, drafts: list[Draft]) -> None:
    """``98.4% accuracy, which is 8% higher than the best``: a difference said of the score right before it."""
    for before, draft in pairwise(drafts):
        higher = nodes[draft.node + 1 : draft.node + 3]
        said_of_it = [n.tag for n in higher] in (["UPADJ", "THAN"], ["DOWNADJ", "THAN"], ["UPADJ", "STOP"])
        if said_of_it and draft.kind == "gain" and draft.target.kind == "none" and before.kind == "score":
            draft.target = Target(before.target.name, before.target.kind)
            draft.because["metric"] = Reason("score-before")


def _same_run(nodes: Sentence, a: int, b: int) -> bool:
    """Whether two numbers stand in one enumeration: no end of clause and no verb of change between them."""
    low, high = min(a, b), max(a, b)
    return not any(nodes[i].tag in ("SEMI", "BEAT", "DOWNVERB", "UPVERB", "WITH") for i in range(low + 1, high))


def pair_metrics(nodes: Sentence, drafts: list[Draft]) -> None:
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
                draft.because["metric"] = Reason("one-each")


def _of_list_before(drafts: list[Draft], index: int, count: int) -> list[Target]:
    """``37.4 / 116.4 / 21.2 with one loss and 38.3 / 127.6 / 22.0 with the other``: the second list measures what the first does."""
    earlier = [d for d in drafts if d.node < index]
    first = [d.target for d in earlier if d.node == earlier[-1].node]
    return first if len(first) == count and len({t.name for t in first}) == count else []


def _measure(node: Node, i: int) -> Target:
    return Target(node.name or node.text, "cost" if node.tag == "COST" else "quality", i)


def _terms(nodes: Sentence, index: int) -> list[Target]:
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


def _metric_run(nodes: Sentence, index: int) -> list[int]:
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


def _is_tail(nodes: Sentence, i: int) -> bool:
    """``accuracy scores``: the second word only repeats the metric before it."""
    return nodes[i].name == "score" and i > 0 and nodes[i - 1].tag == "METRIC"
