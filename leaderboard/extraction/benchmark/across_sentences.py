"""Benchmarks and metrics that an earlier sentence carries on to a number."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from leaderboard.extraction.benchmark.name import board
from leaderboard.extraction.benchmark.neighbours import own_task
from leaderboard.extraction.claim.draft import Board, Draft, DraftedSentence, Target
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.tokens.node import Node


def carry(sentence: DraftedSentence, before: DraftedSentence | None) -> None:
    """A level without metric or benchmark takes those of the last level reported before it ("scaling up attains 72.4%")."""
    if before is None:
        return
    levels = [d for d in before.drafts if d.kind == "score"]
    if not levels:
        return
    has_benchmark = any(n.tag == "BENCH" for n in sentence.nodes)
    for draft in sentence.drafts:
        if draft.kind != "score" or draft.frame != "level":
            continue
        donor = levels[-1]
        members = [d for d in levels if d.node == donor.node]
        if len(members) > draft.place and len(members) == len(sentence.nodes[draft.node].quantities):
            donor = members[draft.place]
        if draft.benchmarks:
            same = [d for d in levels if d.benchmarks == draft.benchmarks and d.unit == draft.unit]
            if same and draft.target.kind == "none":
                draft.target = Target(same[-1].target.name, same[-1].target.kind)
                draft.because["metric"] = Reason("carried-on/same-benchmark")
            if draft.split is None and donor.benchmarks == draft.benchmarks and donor.target.name == draft.target.name and len(members) > 1:
                draft.split = donor.split
            continue
        if has_benchmark:
            continue
        if draft.target.kind == "none" and donor.unit == draft.unit:
            draft.target = Target(donor.target.name, donor.target.kind)
            draft.because["metric"] = Reason("carried-on")
        if draft.target.name == donor.target.name and donor.benchmarks:
            draft.benchmarks, draft.split = donor.benchmarks, draft.split or donor.split
            draft.because["benchmark"] = Reason("carried-on")


def on_own_benchmark(sentence: DraftedSentence, introduced: str) -> None:
    """A paper that brings in a benchmark reports its scores on it, unless the sentence names another."""
    if any((n.tag == "BENCH" and n.text != introduced) or (n.tag == "NAME" and n.text == introduced) for n in sentence.nodes):
        return
    several = any(n.text.casefold() in _SEVERAL for n in sentence.nodes)
    for draft in sentence.drafts:
        if (draft.kind == "score" or (draft.kind == "gain" and not several)) and not draft.benchmarks:
            draft.benchmarks = (Board(introduced),)
            draft.because["benchmark"] = Reason("introduced")


def only_benchmark(sentences: list[DraftedSentence]) -> Board | None:
    """The one benchmark that the text names at all."""
    named = {n.name: board(n) for s in sentences for n in s.nodes if n.tag == "BENCH"}
    return next(iter(named.values())) if len(named) == 1 else None


def only_mentioned(mentioned: Iterable[Node]) -> Board | None:
    """The one benchmark that the text names where it reports no result, if it is a known one."""
    first: Node | None = None
    for node in mentioned:
        if not node.has("REGISTERED") or (first is not None and node.name != first.name):
            return None
        first = node
    return board(first) if first is not None else None


def on_mentioned(sentence: DraftedSentence, everywhere: Callable[[], Board | None]) -> None:
    """A level of a text that names one known benchmark, and no other, is one on it."""
    for draft in sentence.drafts:
        if draft.kind != "score" or draft.benchmarks or own_task(sentence.nodes, draft.node, reach=8):
            continue
        only = everywhere()
        if only is not None:
            draft.benchmarks = (only,)
            draft.because["benchmark"] = Reason("only")


def on_only(sentence: DraftedSentence, only: Board) -> None:
    """A level without a benchmark is one on the only benchmark that the text names, where it does not say otherwise."""
    several = any(n.text.casefold() in _SEVERAL for n in sentence.nodes)
    for draft in sentence.drafts:
        may = draft.kind == "score" or (draft.kind == "gain" and not several)
        if may and not draft.benchmarks and not own_task(sentence.nodes, draft.node, reach=8):
            draft.benchmarks = (only,)
            draft.because["benchmark"] = Reason("only")


#: Words of a sentence that speaks of more than one data set.
_SEVERAL = frozenset({"datasets", "data sets", "benchmarks", "tasks", "domains", "corpora", "languages", "settings", "scenarios"})


def _each(sentence: DraftedSentence, node: int) -> bool:
    """Whether the text says that the numbers of a list belong to one data set each."""
    behind = sentence.nodes[node + 1 : node + 12]
    return any(n.text.casefold() in ("respective", "datasets", "data sets", "benchmarks", "corpora") for n in behind)


def _may_be_announced(sentence: DraftedSentence, draft: Draft) -> bool:
    """A score, or a gain that does not say itself what it was seen on."""
    return draft.kind == "score" or (draft.kind == "gain" and not own_task(sentence.nodes, draft.node))


def on_announced(sentence: DraftedSentence, announced: tuple[Board, ...]) -> None:
    """``We run experiments on COCO. Our model reaches 138.2%``: the benchmark that an earlier sentence announced, if it was one."""
    if any(n.tag == "BENCH" for n in sentence.nodes):
        return
    for draft in sentence.drafts:
        members = len(sentence.nodes[draft.node].quantities)
        if members == len(announced) > 1 and not draft.benchmarks and draft.kind in ("score", "gain") and _each(sentence, draft.node):
            draft.benchmarks = (announced[draft.place],)
            draft.because["benchmark"] = Reason("announced-each")
        elif len(announced) == 1 and not draft.benchmarks and _may_be_announced(sentence, draft):
            draft.benchmarks = announced
            draft.because["benchmark"] = Reason("announced")
