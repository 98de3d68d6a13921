"""Which benchmark each number of a sentence was measured on: ``FINDERS``, in order, and then what lists and neighbouring numbers share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from leaderboard.extraction.benchmark.distribute import across_numbers, one_each_in_order, one_of_each, share_benchmarks
from leaderboard.extraction.benchmark.language_pairs import language_pair
from leaderboard.extraction.benchmark.lists import groups
from leaderboard.extraction.benchmark.name import WORDS, Systems, named_benchmark
from leaderboard.extraction.benchmark.neighbours import (
    before_bracket,
    before_pair,
    bracket_before,
    bracket_of_a_task,
    inside_bracket,
    left_group,
    near,
    of_the_next,
    own_task,
    right_before,
    right_group,
    unknown_before_bracket,
    unknown_before_verb,
)
from leaderboard.extraction.benchmark.split import split_at
from leaderboard.extraction.benchmark.unregistered import may_name_data, unknown_name
from leaderboard.extraction.claim.draft import Draft, NamedBenchmark
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.lexicon.word_files import class_of
from leaderboard.extraction.tokens.sentence import Sentence


@dataclass(frozen=True, slots=True)
class _Number:
    """A number whose benchmark is sought: its draft and sentence, the benchmarks there, and the group that follows it unclaimed."""

    nodes: Sentence
    draft: Draft
    found: list[list[int]]
    numbers: list[int]
    systems: Systems
    right: list[int] | None

    @property
    def index(self) -> int:
        return self.draft.node

    @property
    def alone(self) -> bool:
        """Whether the number is no part of a list ("91% and 92%")."""
        return len(self.nodes[self.draft.node].quantities) == 1


#: The nodes that name the benchmark, none at all where the number has none, or None where the next finder is to be asked.
Finder = Callable[[_Number], list[int] | None]


def bind_benchmarks(nodes: Sentence, drafts: list[Draft], systems: Systems) -> None:
    """Give every draft its benchmarks and split, by the first of ``FINDERS`` that answers; then share them over lists and neighbours."""
    found = groups(nodes)
    numbers = sorted({d.node for d in drafts})
    for draft in drafts:
        group = _first_answer(_Number(nodes, draft, found, numbers, systems, right_group(nodes, draft.node, found)))
        nearest = min(group, key=lambda i: abs(i - draft.node), default=None)
        draft.benchmarks = _distinct(nodes, group)
        draft.split = split_at(nodes, nearest, draft.node, draft.place, scored=draft.kind in ("score", "gain"))
        if nearest is None:
            continue
        if draft.split is None and nodes[nearest].text.startswith(_TRANSLATION):
            draft.split = language_pair(nodes, nearest, draft)
        place = "after" if nearest > draft.node else "before"
        draft.because["benchmark"] = Reason(place, nodes[nearest].text, abs(nearest - draft.node))
    one_each_in_order(nodes, drafts, found)
    share_benchmarks(nodes, drafts, found)


#: How the names of the benchmarks begin whose splits are language pairs.
_TRANSLATION = tuple(class_of(WORDS, "languagepairs"))


def _first_answer(number: _Number) -> list[int]:
    for finder in FINDERS:
        group = finder(number)
        if group is not None:
            return group
    return []


def _distinct(nodes: Sentence, group: list[int]) -> tuple[NamedBenchmark, ...]:
    """The benchmarks of a group, each once (two spellings of one benchmark are one)."""
    return tuple({found.id or found.name: found for found in reversed([named_benchmark(nodes[i]) for i in group])}.values())[::-1]


def _one(node: int | None) -> list[int] | None:
    return None if node is None else [node]


# -- finders ---------------------------------------------------------------------------------------------------------------------


def _before_its_preposition(number: _Number) -> list[int] | None:
    """``X with 97.1%``, ``on X by 0.7%``: the benchmark right before the preposition of a single number."""
    return _one(right_before(number.nodes, number.index)) if number.alone else None


def _before_its_bracket(number: _Number) -> list[int] | None:
    """``on X (91%), Y (62%)``: the benchmark right before the bracket, unless the bracket names one itself: ``X (91% on Y)``."""
    named_inside = number.right and inside_bracket(number.nodes, number.index, number.right[0])
    return _one(before_bracket(number.nodes, number.index)) if number.alone and not named_inside else None


def _unknown_before_its_bracket(number: _Number) -> list[int] | None:
    """``on X (91%), Blossoms (98%)``: the name before the bracket, where the list begins with benchmarks; a system is none."""
    name = unknown_before_bracket(number.nodes, number.index) if number.alone else None
    return None if name is None or number.systems.includes(number.nodes[name].text) else [name]


def _unknown_before_its_verb(number: _Number) -> list[int] | None:
    """``on X it is 90%, and accuracy on RiverQA reaches 83%``: an unknown name in the number's own clause, unless it is a system."""
    name = unknown_before_verb(number.nodes, number.index) if number.alone else None
    return (
        [name]
        if name is not None and may_name_data(number.nodes[name].text) and not number.systems.includes(number.nodes[name].text)
        else None
    )


def _before_its_pair(number: _Number) -> list[int] | None:
    """``on X from 68% to 74% and on Y from 81% to 88%``."""
    return _one(before_pair(number.nodes, number.index)) if number.alone else None


def _one_of_a_list_each(number: _Number) -> list[int] | None:
    """``91% and 62% on X and Y``: a number of a list takes the name at its place."""
    return None if number.alone else _one(one_of_each(number.nodes, number.draft, number.right, number.found))


def _one_of_separate_numbers_each(number: _Number) -> list[int] | None:
    """``91% mAP and 62% IoU on X and Y, respectively``: the same for numbers that are not one list."""
    if not number.alone or number.right is None or len(number.right) == 1:
        return None
    return _one(across_numbers(number.nodes, number.draft, number.right, number.numbers))


def _after_it(number: _Number) -> list[int] | None:
    """``91% accuracy on X``."""
    return number.right


def _after_the_next_number(number: _Number) -> list[int] | None:
    """``70% on X and 51% AP and 45% AP on Y``: 51% is on Y."""
    return of_the_next(number.nodes, number.index, number.found)


def _unregistered_after_it(number: _Number) -> list[int] | None:
    """``+8.81 on C-Eval``, where the registry does not know the name."""
    return _one(unknown_name(number.nodes, number.index, number.systems))


def _none_in_the_bracket_of_a_task(number: _Number) -> list[int] | None:
    """``forecasting (+5.0%), classification (+3.8%)``: one gain each for several tasks, on no benchmark."""
    if not number.draft.quantity.sign or not bracket_of_a_task(number.nodes, number.index):
        return None
    return [] if len({bracket_before(number.nodes, n) for n in number.numbers} - {None}) > 1 else None


def _before_it(number: _Number) -> list[int] | None:
    """``On X we reach 91%``: the last group before the number, for costs and ratios only within the clause."""
    nodes, index = number.nodes, number.index
    left = left_group(nodes, index, number.found)
    if left is None or (index != number.numbers[0] and own_task(nodes, index) and nodes.at(index - 1).tag == "BY"):
        return None
    return left if number.draft.kind not in ("ratio", "cost") or near(nodes, left[-1], index) else []


FINDERS: tuple[Finder, ...] = (
    _before_its_preposition,
    _before_its_bracket,
    _unknown_before_its_bracket,
    _unknown_before_its_verb,
    _before_its_pair,
    _one_of_a_list_each,
    _one_of_separate_numbers_each,
    _after_it,
    _after_the_next_number,
    _unregistered_after_it,
    _none_in_the_bracket_of_a_task,
    _before_it,
)
