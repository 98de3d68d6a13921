"""One metric for each number of a list, and metrics shared between the numbers of an enumeration."""

from __future__ import annotations

from itertools import pairwise

from leaderboard.extraction.claim.draft import Draft, Target
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.metric.number import THINGS, words_of
from leaderboard.extraction.metric.phrases import is_a
from leaderboard.extraction.tokens.sentence import Sentence

_BESIDE = 4


def follow(made: list[Draft], before: list[Draft]) -> None:
    """A number that goes on with a list measures what the list measures, unless a metric stands right after it."""
    signed = bool(made[0].quantity.sign)
    donor = next((d for d in reversed(before) if d.unit == made[0].unit and bool(d.quantity.sign) == signed), None)
    if donor is None:
        return
    for draft in made:
        own = draft.target.node
        if own < 0 or not 0 < own - draft.node <= _BESIDE:
            _give(draft, donor, "list-before")
            draft.kind, draft.change = donor.kind, donor.change


def _give(draft: Draft, donor: Draft, code: str) -> None:
    """Let a draft measure what another one measures."""
    draft.target = Target(donor.target.name, donor.target.kind)
    draft.because["metric"] = Reason(code)


def share_targets(nodes: Sentence, drafts: list[Draft]) -> None:
    """Parallel lists: a number without a metric of its own takes that of the number before it (or after it) of the same kind."""
    for i, draft in enumerate(drafts):
        if draft.target.kind != "none" or draft.kind == "cost":
            continue
        others = [*drafts[:i][::-1], *drafts[i + 1 :]]
        donor = next((d for d in others if d.target.kind != "none" and (d.kind, d.unit) == (draft.kind, draft.unit)), None)
        if donor is not None and donor.target.kind == "quality" and _same_run(nodes, donor.node, draft.node):
            _give(draft, donor, "number-beside")


def share_of_score(nodes: Sentence, drafts: list[Draft]) -> None:
    """``98.4% accuracy, which is 8% higher than the best``: a difference from the score right before it."""
    for before, draft in pairwise(drafts):
        higher = [n.tag for n in nodes.after(draft.node, 2)] in (["UPADJ", "THAN"], ["DOWNADJ", "THAN"], ["UPADJ", "STOP"])
        if higher and draft.kind == "gain" and draft.target.kind == "none" and before.kind == "score":
            _give(draft, before, "score-before")


def _same_run(nodes: Sentence, a: int, b: int) -> bool:
    """Whether two numbers stand in one enumeration: no end of clause and no verb of change between them."""
    return not any(n.tag in ("SEMI", "BEAT", "DOWNVERB", "UPVERB", "WITH") for n in nodes.between(min(a, b), max(a, b)))


def pair_metrics(nodes: Sentence, drafts: list[Draft]) -> None:
    """``precision and recall of 90% and 85%``: as many metrics around a list as numbers in it, one each."""
    for place in sorted({d.node for d in drafts if len(nodes[d.node].quantities) > 1}):
        members = [d for d in drafts if d.node == place]
        targets = _enumerated(nodes, place, len(members)) or _terms(nodes, place) or _of_list_before(drafts, members)
        if len(targets) != len(members):
            continue
        for draft, target in zip(members, targets, strict=True):
            draft.target = target
            draft.because["metric"] = Reason("one-each")


def _of_list_before(drafts: list[Draft], members: list[Draft]) -> list[Target]:
    """``37.4 / 116.4 / 21.2 with one loss and 38.3 / 127.6 / 22.0 with the other``: the second list measures what the first does."""
    earlier = [d for d in drafts if d.node < members[0].node]
    if not members[0].rule.has("list") or not earlier:
        return []
    first = [d.target for d in earlier if d.node == earlier[-1].node]
    return first if len(first) == len(members) == len({t.name for t in first}) else []


def _measure(nodes: Sentence, i: int) -> Target:
    """The metric or cost at ``i``, without the words before it."""
    return Target(nodes[i].name or nodes[i].text, "cost" if nodes[i].tag == "COST" else "quality", i)


_TERMS_REACH = 23
_BEFORE_TERMS = frozenset({"RELATIVE", "ABSOLUTE", "UPNOUN", "DOWNNOUN"})
_IN_TERM = frozenset({"WORD", "METRIC", "COST", "PERF", "NAME", "NOTABLY"})


def _terms(nodes: Sentence, index: int) -> list[Target]:
    """``by 12%, 2% and 3% in terms of social welfare, revenue and accuracy, respectively``: what is measured, known or not."""
    end = next((i for i in range(index + 1, min(index + 1 + _TERMS_REACH, len(nodes))) if nodes[i].tag == "RESP"), None)
    start = index + 1
    while nodes.at(start).tag in _BEFORE_TERMS:
        start += 1
    if end is None or not is_a(nodes.at(start).text, "listedafter"):
        return []
    terms = _parts(nodes, start + 1, end)
    known = any(nodes[i].tag in THINGS for term in terms for i in term)
    return [_term(nodes, term) for term in terms] if known else []


def _parts(nodes: Sentence, start: int, end: int) -> list[list[int]]:
    """The places of the words of each term between commas; nothing where anything else than terms stands there."""
    parts: list[list[int]] = [[]]
    for i in range(start, end):
        if nodes[i].tag in ("AND", "COMMA"):
            parts.append([])
        elif nodes[i].tag in _IN_TERM:
            parts[-1].append(i)
        elif nodes[i].tag not in ("DET", "WE"):
            return []
    return [part for part in parts if part]


def _term(nodes: Sentence, part: list[int]) -> Target:
    """The first metric or cost of a term, else its own words."""
    known = next((i for i in part if nodes[i].tag in THINGS), None)
    return Target(words_of(nodes[i] for i in part), "open") if known is None else _measure(nodes, known)


_RUN_REACH = 14
_BEFORE_LIST = frozenset({"METRIC", "COST", "AND", "COMMA", "OF", "BE", "DET", "MEAN", "LP", "RP", "BY", "NOTABLY", "TO", "SLASH"})
#: What may stand between the measures and the verb: "the pass@1 and pass@10 of X on Y are".
_BEFORE_VERB = frozenset({"NAME", "BENCH", "ON", "IN", "WE", "POSS", "SPLIT", "BENCHNOUN", "GET"})
_AFTER_LIST = frozenset(
    ["DOWNADJ", "UPADJ", "METRIC", "COST", "AND", "COMMA", "ON", "DET", "MEAN", "UPNOUN", "DOWNNOUN", "SPEEDNOUN", "OF", "RESP", "IN"]
) | {"SLASH"}


def _enumerated(nodes: Sentence, index: int, count: int) -> list[Target]:
    """``precision and recall of 90% and 85%``: the metrics enumerated right before a list of numbers, or else right after it."""
    run = _run_before(nodes, index)
    if len(run) <= 1:
        run = _run_after(nodes, index)
    names = {nodes[i].name or nodes[i].text for i in run}
    return [_measure(nodes, i) for i in run] if len(run) == count == len(names) else []


def _run_before(nodes: Sentence, index: int) -> list[int]:
    """``the pass@1 and pass@10 of FixNet are 40% and 62%``: metrics with nothing but their list and the verb before the numbers."""
    run: list[int] = []
    has_verb = nodes.at(index - 1).tag in ("BE", "GET")
    for i in range(index - 1, max(-1, index - _RUN_REACH), -1):
        if nodes[i].tag not in _BEFORE_LIST and (run or not has_verb or nodes[i].tag not in _BEFORE_VERB):
            break
        if _is_measure(nodes, i):
            run.insert(0, i)
    return run


def _run_after(nodes: Sentence, index: int) -> list[int]:
    """``90% and 85% precision and recall``: metrics with nothing but their list after the numbers."""
    run: list[int] = []
    for i in range(index + 1, min(index + _RUN_REACH, len(nodes))):
        if nodes[i].tag not in _AFTER_LIST:
            break
        if _is_measure(nodes, i):
            run.append(i)
    return run


def _is_measure(nodes: Sentence, i: int) -> bool:
    """Whether a metric or cost stands at ``i``; of ``accuracy scores`` the second word only repeats the metric before it."""
    return nodes[i].tag in THINGS and not (nodes[i].name == "score" and nodes.at(i - 1).tag == "METRIC")
