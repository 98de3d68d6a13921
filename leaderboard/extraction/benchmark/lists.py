"""Benchmarks that are enumerated together ("on A, B and C")."""

from __future__ import annotations

from dataclasses import replace

from leaderboard.extraction.benchmark.name import Systems, clean_name
from leaderboard.extraction.benchmark.unregistered import SEVERAL_BENCHMARKS, WORDS_BETWEEN, is_training_data, may_name_data
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


def mark_list(nodes: Sentence, names: list[int], systems: Systems) -> None:
    """Names enumerated with a benchmark, behind "on" or before "data sets", are benchmarks too, unless one of them is a system."""
    if any(systems.includes(nodes[i].text) for i in names):
        return
    known = sum(nodes[i].tag == "BENCH" for i in names)
    first, behind = names[0], names[-1] + 1
    noun = behind
    while noun < len(nodes) and nodes[noun].tag == "WORD" and noun - behind < WORDS_BETWEEN:
        noun += 1
    data_sets = noun < len(nodes) and nodes[noun].text.casefold() in SEVERAL_BENCHMARKS
    while behind < len(nodes) and nodes[behind].tag == "COMMA":
        behind += 1
    one_each = behind < len(nodes) and nodes[behind].tag == "RESP"
    before = first - 1
    while before >= 0 and nodes[before].tag == "DET":
        before -= 1
    announced = (
        before >= 1 and nodes[before].tag in ("COLON", "COMMA", "LP", "DASH") and nodes[before - 1].text.casefold() in SEVERAL_BENCHMARKS
    )
    closed = any(n.tag in ("AND", "SLASH") for n in nodes[names[-2] : names[-1]])
    placed = closed and before >= 0 and nodes[before].tag in ("ON", "IN") and known * 2 >= len(names) - 1
    one_each = one_each and closed and before >= 0 and nodes[before].text.casefold() in ("on", "for") and _after_number(nodes, before)
    inside = nodes[first].tag == nodes[names[-1]].tag == "BENCH"
    before_on = nodes[before - 1].text.casefold() if before >= 1 and nodes[before].text.casefold() == "on" else ""
    reported = closed and before_on == "results"
    if (known and (placed or inside)) or data_sets or announced or one_each or reported:
        for i in names:
            if nodes[i].tag == "NAME" and may_name_data(nodes[i].text) and not is_training_data(nodes, i):
                nodes[i] = replace(nodes[i], tag="BENCH", name=clean_name(nodes[i].text))


def _after_number(nodes: Sentence, preposition: int) -> bool:
    return any(n.tag == "Q" and len(n.quantities) > 1 for n in nodes[max(0, preposition - 9) : preposition])


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
