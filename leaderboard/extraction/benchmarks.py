"""Attach, part two: which names of a sentence are benchmarks, and how they stand together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from leaderboard.extraction.benchmark_places import (
    ONE_BENCHMARK,
    SEVERAL_BENCHMARKS,
    WORDS_BETWEEN,
    is_training_data,
    may_name_data,
    named_as_benchmark,
)
from leaderboard.extraction.drafts import Board
from leaderboard.extraction.nodes import Node
from leaderboard.extraction.shapes import is_everybodys
from leaderboard.extraction.vocabulary import Vocabulary
from leaderboard.extraction.words import name_class
from leaderboard.registry import Registry

_COMPOUND = re.compile(r"-(?:based|like|trained|pretrained|level|to-\w+|style|aware|guided|free|driven|tuned|only|specific)$", re.I)


@dataclass(frozen=True, slots=True)
class Systems:
    """Which names are systems and so cannot be benchmarks: the paper's own, and those of well-known families."""

    names: frozenset[str]
    vocabulary: Vocabulary

    def own(self, name: str) -> bool:
        """Whether the name is the paper's own."""
        return name in self.names

    def includes(self, name: str) -> bool:
        """Whether the name is a system, or no name at all (``EEG-based``)."""
        return (
            name in self.names
            or name.rsplit("-", 1)[0] in self.names
            or self.vocabulary.is_system(name)
            or _COMPOUND.search(name) is not None
        )


def mark_benchmarks(nodes: list[Node], registry: Registry, context: str, systems: Systems) -> list[Node]:
    """Settle which names of a sentence are benchmarks.

    A registered name that several benchmarks share, or that is an ordinary word, stays one only where the context says which; an
    unregistered name becomes one by its company ("the WCM dataset", "dataset, CUHK-PEDES,"). Training data ("pre-trained on X") are none.
    """
    nodes = _join_names(nodes, systems)
    out = list(nodes)
    for i, node in enumerate(nodes):
        if node.tag == "BENCH":
            found = registry.benchmark(node.text, context) or registry.benchmark(node.text.rstrip("s"), context)
            if found is None or systems.own(node.text):
                company = found is None and named_as_benchmark(nodes, i) and not is_training_data(nodes, i)
                out[i] = replace(node, name=clean_name(node.text)) if company else replace(node, tag="NAME", name=None)
            elif is_training_data(nodes, i):
                out[i] = replace(node, tag="WORD", name=None)
            else:
                out[i] = replace(node, name=found.name, tags=node.tags | {"REGISTERED"})
        elif (
            node.tag == "NAME"
            and not is_training_data(nodes, i)
            and (_extends_benchmark(node.text, registry, context, systems) or _by_company(nodes, i, systems))
        ):
            out[i] = replace(node, tag="BENCH", name=clean_name(node.text))
    for names in _lists_of_names(out):
        _mark_list(out, names, systems)
    return out


def _by_company(nodes: list[Node], i: int, systems: Systems) -> bool:
    """Whether a name that no list knows stands where a benchmark stands, and is neither a system nor a word of the field."""
    name = nodes[i].text
    data = not systems.includes(name) or _said_to_be_data(nodes, i, systems)
    return data and not is_everybodys(name) and named_as_benchmark(nodes, i)


_EXTENDED = re.compile(r"(?P<benchmark>[A-Z][\w.]+(?:-[\w.]+)*)-(?:\d+|LT|C|R|A|Sketch|Hard|Plus)")


def _extends_benchmark(name: str, registry: Registry, context: str, systems: Systems) -> bool:
    """``ImageNet-127``: a part or a kin of a registered benchmark."""
    match = _EXTENDED.fullmatch(name)
    return match is not None and not systems.includes(name) and registry.benchmark(match["benchmark"], context) is not None


def _join_names(nodes: list[Node], systems: Systems) -> list[Node]:
    """``the Natural Instructions dataset``: words with capitals right before the noun are one name."""
    out: list[Node] = []
    for node in nodes:
        if node.tag == "BENCHNOUN" and node.text.casefold() in ONE_BENCHMARK and len(out) > 1:
            first = len(out)
            while first > 1 and _part_of_name(out[first - 1]) and (first == len(out) or out[first].start - out[first - 1].end == 1):
                first -= 1
            parts = out[first:]
            if len(parts) > 1 and not any(systems.includes(n.text) for n in parts):
                text = " ".join(n.text for n in parts)
                out[first:] = [Node("NAME", parts[0].start, parts[-1].end, text)]
        out.append(node)
    return out


def _said_to_be_data(nodes: list[Node], i: int, systems: Systems) -> bool:
    """``the Alpaca dataset``: the noun says that a system's name is that of a data set here."""
    return i + 1 < len(nodes) and nodes[i + 1].text.casefold() in ("dataset", "data set", "benchmark") and not systems.own(nodes[i].text)


def _part_of_name(node: Node) -> bool:
    return node.tag in ("NAME", "WORD", "COUNTNOUN") and node.text[0].isupper() and node.text not in name_class("nosubject")


def _lists_of_names(nodes: list[Node]) -> list[list[int]]:
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


def _mark_list(nodes: list[Node], names: list[int], systems: Systems) -> None:
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


def _after_number(nodes: list[Node], preposition: int) -> bool:
    return any(n.tag == "Q" and len(n.quantities) > 1 for n in nodes[max(0, preposition - 9) : preposition])


_LANGUAGES = "English German French Romanian Chinese Czech Russian Finnish Turkish Spanish Japanese Estonian Latvian"
_CODES = "En De Fr Ro Zh Cs Ru Fi Tr EN DE FR RO ZH CS RU"
_LANGUAGE = "(?:" + "|".join(f"{_LANGUAGES} {_CODES}".split()) + ")"
#: Language pairs are parts of a translation benchmark ("WMT'14 English-German").
PAIR = re.compile(rf"\b(?P<source>{_LANGUAGE})\s?(?:-\s?to\s?-|-|to|/|->|~)\s?(?P<target>{_LANGUAGE})\b")
_TASK = re.compile(
    r"\s(?:image |object |instance |semantic |panoptic |scene |text |action |depth |question )?"
    r"(?:classification|retrieval|detection|segmentation|captioning|recognition|parsing|generation|estimation|answering|linear probing)$",
    re.I,
)


def board(node: Node) -> Board:
    """The benchmark that a node names."""
    usual = clean_name(_TASK.sub("", PAIR.sub("", node.text))) or clean_name(node.text)
    return Board(usual, node.name if node.name != clean_name(node.text) or node.has("REGISTERED") else None)


def clean_name(text: str) -> str:
    """An unregistered benchmark's name as written, without stray punctuation."""
    return text.strip(" .,;:'\"()")


def _without_brackets(between: list[Node]) -> list[Node]:
    """``ImageNet (1000 classes) and MS-Celeb-1M``: what stands in brackets does not part a list."""
    if not between or between[0].tag != "LP":
        return between
    end = next((k for k, n in enumerate(between) if n.tag == "RP"), None)
    return between if end is None or any(n.tag == "Q" for n in between[:end]) else between[end + 1 :]


def groups(nodes: list[Node]) -> list[list[int]]:
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
