"""Benchmarks that are enumerated together ("on A, B and C")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from leaderboard.extraction.benchmark.language_pairs import pair_pattern
from leaderboard.extraction.benchmark.name import WORDS, Systems, as_written
from leaderboard.extraction.benchmark.unregistered import WORDS_BETWEEN, is_training_data, may_name_data
from leaderboard.extraction.lexicon.word_files import class_of
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence


def lists_of_names(nodes: Sentence) -> list[list[int]]:
    """The enumerations of two or more names: ``GSM8k, HotPotQA, and BeerQA``."""
    found: list[list[int]] = []
    last = -10
    for i, node in enumerate(nodes):
        if node.tag not in ("BENCH", "NAME"):
            continue
        between = nodes[last + 1 : i]
        if found and 0 < len(between) <= 3 and all(n.tag in _LIST_GLUE for n in between) and any(n.tag != "DET" for n in between):
            found[-1].append(i)
        else:
            found.append([i])
        last = i
    return [names for names in found if len(names) > 1]


_LIST_GLUE = frozenset({"COMMA", "AND", "SLASH", "DET"})


@dataclass(frozen=True, slots=True)
class _Enumeration:
    """Two or more enumerated names of a sentence, and where the word before them and their determiners stands (-1: nowhere)."""

    nodes: Sentence
    names: list[int]
    lead: int

    @property
    def known(self) -> int:
        """How many of the names are known to be benchmarks."""
        return sum(self.nodes[i].tag == "BENCH" for i in self.names)

    @property
    def closed(self) -> bool:
        """Whether the last two names are joined by "and" or a slash."""
        return any(n.tag in ("AND", "SLASH") for n in self.nodes[self.names[-2] : self.names[-1]])


def mark_list(nodes: Sentence, names: list[int], systems: Systems) -> None:
    """Make benchmarks of the names of an enumeration, in place, where one of ``LIST_CLUES`` says so and none of them is a system."""
    if any(systems.includes(nodes[i].text) for i in names):
        return
    enumeration = _Enumeration(nodes, names, _lead(nodes, names[0]))
    if not any(clue(enumeration) for clue in LIST_CLUES):
        return
    for i in names:
        pair = pair_pattern().fullmatch(nodes[i].text) is not None
        if nodes[i].tag == "NAME" and may_name_data(nodes[i].text) and not pair and not is_training_data(nodes, i):
            nodes[i] = replace(nodes[i], tag="BENCH", name=as_written(nodes[i].text))


def _lead(nodes: Sentence, first: int) -> int:
    before = first - 1
    while nodes.at(before).tag == "DET":
        before -= 1
    return before


def _on_with_known(e: _Enumeration) -> bool:
    """``on ImageNet, FooSet and BarSet``: about half of the names after the preposition are known."""
    known = e.known
    return known > 0 and e.closed and e.nodes.at(e.lead).tag in ("ON", "IN") and known * 2 >= len(e.names) - 1


def _between_known(e: _Enumeration) -> bool:
    """``COCO, FooSet and ImageNet``: the first and the last name are known."""
    return e.nodes[e.names[0]].tag == e.nodes[e.names[-1]].tag == "BENCH"


def _before_data_sets(e: _Enumeration) -> bool:
    """``FooSet and BarSet data sets``, with at most ``WORDS_BETWEEN`` words before the noun."""
    after = e.names[-1] + 1
    noun = after
    while e.nodes.at(noun).tag == "WORD" and noun - after < WORDS_BETWEEN:
        noun += 1
    return e.nodes.at(noun).text.casefold() in class_of(WORDS, "datasets")


def _announced(e: _Enumeration) -> bool:
    """``two data sets: FooSet and BarSet``."""
    return e.nodes.at(e.lead).tag in ("COLON", "COMMA", "LP", "DASH") and e.nodes.at(e.lead - 1).text.casefold() in class_of(
        WORDS, "datasets"
    )


def _one_for_each_number(e: _Enumeration) -> bool:
    """``91% and 62% on FooSet and BarSet, respectively``."""
    after = e.names[-1] + 1
    while e.nodes.at(after).tag == "COMMA":
        after += 1
    placed = e.nodes.at(after).tag == "RESP" and e.closed and e.nodes.at(e.lead).text.casefold() in ("on", "for")
    return placed and any(n.tag == "Q" and len(n.quantities) > 1 for n in e.nodes.before(e.lead, 9))


def _results_on(e: _Enumeration) -> bool:
    """``results on FooSet and BarSet``."""
    return e.closed and [n.text.casefold() for n in e.nodes.before(e.lead + 1, 2)] == ["results", "on"]


#: What shows that enumerated names are benchmarks.
LIST_CLUES: tuple[Callable[[_Enumeration], bool], ...] = (
    _between_known,
    _before_data_sets,
    _announced,
    _on_with_known,
    _one_for_each_number,
    _results_on,
)


def _without_brackets(between: list[Node]) -> list[Node]:
    """``ImageNet (1000 classes) and MS-Celeb-1M``: what stands in brackets does not part a list."""
    if not between or between[0].tag != "LP":
        return between
    end = next((k for k, n in enumerate(between) if n.tag == "RP"), None)
    return between if end is None or any(n.tag == "Q" for n in between[:end]) else between[end + 1 :]


def groups(nodes: Sentence) -> list[list[int]]:
    """The benchmarks of a sentence as lists: ``A, B and C`` is one group of three, an isolated name a group of one."""
    found: list[list[int]] = []
    last = -10
    for i, node in enumerate(nodes):
        if node.tag != "BENCH":
            continue
        between = _without_brackets(nodes[last + 1 : i])
        joined = (
            last >= 0
            and 0 < len(between) <= 4
            and all(n.tag in ("COMMA", "AND", "DET", "SLASH", "BENCHNOUN") for n in between)
            and any(n.tag in ("COMMA", "AND", "SLASH") for n in between)
        )
        if joined:
            found[-1].append(i)
        else:
            found.append([i])
        last = i
    return found
