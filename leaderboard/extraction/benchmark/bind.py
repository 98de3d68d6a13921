"""Attach, part three: which benchmark each number of a sentence was measured on, by place and by list."""

from __future__ import annotations

from leaderboard.extraction.benchmark.distribute import across_numbers, one_each_in_order, one_of_each, share_benchmarks
from leaderboard.extraction.benchmark.language_pairs import language_pair
from leaderboard.extraction.benchmark.lists import groups
from leaderboard.extraction.benchmark.name import Systems, board, clean_name
from leaderboard.extraction.benchmark.neighbours import (
    before_bracket,
    bracket_before,
    bracket_of_a_task,
    inside_bracket,
    left_group,
    near,
    of_the_next,
    own_task,
    right_before,
    right_group,
)
from leaderboard.extraction.benchmark.split import split_at
from leaderboard.extraction.benchmark.unregistered import unknown_name
from leaderboard.extraction.claim.draft import Board, Draft
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.tokens.sentence import Sentence


# -- benchmarks ------------------------------------------------------------------------------------------------------------------
def bind_benchmarks(nodes: Sentence, drafts: list[Draft], systems: Systems) -> None:
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
            draft.because["benchmark"] = Reason("after" if bench > draft.node else "before", nodes[bench].text, abs(bench - draft.node))
    one_each_in_order(nodes, drafts, found)
    share_benchmarks(nodes, drafts, found)


def _benchmark_for(
    nodes: Sentence, draft: Draft, found: list[list[int]], numbers: list[int], systems: Systems
) -> tuple[tuple[Board, ...], int | None]:
    members = len(nodes[draft.node].quantities)
    if members == 1 and (own := right_before(nodes, draft.node)) is not None:
        return (board(nodes[own]),), own
    right = right_group(nodes, draft.node, found)
    bracketed = before_bracket(nodes, draft.node)
    if bracketed is not None and members == 1 and not (right and inside_bracket(nodes, draft.node, right[0])):
        return (board(nodes[bracketed]),), bracketed
    if members > 1 and (each := one_of_each(nodes, draft, right, found)) is not None:
        return (board(nodes[each]),), each
    if right:
        if len(right) > 1 and members == 1 and (paired := across_numbers(nodes, draft, right, numbers)) is not None:
            return (board(nodes[paired]),), paired
        return _distinct(nodes, right), right[0]
    onward = of_the_next(nodes, draft.node, found)
    if onward is not None:
        return _distinct(nodes, onward), onward[0]
    unknown = unknown_name(nodes, draft.node, systems)
    if unknown is not None:
        return (Board(clean_name(nodes[unknown].text)),), unknown
    if draft.quantity.sign and bracket_of_a_task(nodes, draft.node) and len({bracket_before(nodes, n) for n in numbers} - {None}) > 1:
        return (), None
    left = left_group(nodes, draft.node, found)
    if left and not (numbers.index(draft.node) and own_task(nodes, draft.node) and nodes[draft.node - 1].tag == "BY"):
        if draft.kind in ("ratio", "cost") and not near(nodes, left[-1], draft.node):
            return (), None
        return _distinct(nodes, left), left[-1]
    return (), None


def _distinct(nodes: Sentence, group: list[int]) -> tuple[Board, ...]:
    """The benchmarks of a group, each once (two spellings of one benchmark are one)."""
    return tuple({found.id or found.name: found for found in reversed([board(nodes[i]) for i in group])}.values())[::-1]
