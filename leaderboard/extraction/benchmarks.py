"""Attach, part two: which names of a sentence are benchmarks, and how they stand together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from leaderboard.extraction.drafts import Board
from leaderboard.extraction.nodes import Node
from leaderboard.extraction.vocabulary import Vocabulary
from leaderboard.registry import Registry

_TRAINED = re.compile(r"(?:pre-?)?train(?:ed|ing)?$|pre-?trained$|pre-?training$", re.I)
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
        return name in self.names or self.vocabulary.is_system(name) or _COMPOUND.search(name) is not None


def mark_benchmarks(nodes: list[Node], registry: Registry, context: str, systems: Systems) -> list[Node]:
    """Settle which names of a sentence are benchmarks.

    A registered name that several benchmarks share, or that is an ordinary word, stays one only where the context says which; an
    unregistered name becomes one by its company ("the WCM dataset", "dataset, CUHK-PEDES,"). Training data ("pre-trained on X") are none.
    """
    out = list(nodes)
    for i, node in enumerate(nodes):
        if node.tag == "BENCH":
            found = registry.benchmark(node.text, context) or registry.benchmark(node.text.rstrip("s"), context)
            if found is None or systems.own(node.text):
                company = found is None and _named_as_benchmark(nodes, i) and not _is_training_data(nodes, i)
                out[i] = replace(node, name=clean_name(node.text)) if company else replace(node, tag="NAME", name=None)
            elif _is_training_data(nodes, i):
                out[i] = replace(node, tag="WORD", name=None)
            else:
                out[i] = replace(node, name=found.name, tags=node.tags | {"REGISTERED"})
        elif node.tag == "NAME" and not systems.includes(node.text) and not _is_training_data(nodes, i) and _named_as_benchmark(nodes, i):
            out[i] = replace(node, tag="BENCH", name=clean_name(node.text))
    return [_by_neighbours(out, i, systems) for i in range(len(out))]


def _by_neighbours(nodes: list[Node], i: int, systems: Systems) -> Node:
    """``MNLI, RTE and QNLI``: a name between two benchmarks of a list is one too."""
    node = nodes[i]
    if node.tag != "NAME" or systems.includes(node.text) or not 2 <= i < len(nodes) - 2:
        return node
    glue = ("COMMA", "AND", "SLASH")
    inside = nodes[i - 1].tag in glue and nodes[i - 2].tag == "BENCH" and nodes[i + 1].tag in glue
    follows = nodes[i + 2].tag == "BENCH" or (nodes[i + 2].tag == "AND" and i + 3 < len(nodes) and nodes[i + 3].tag == "BENCH")
    return replace(node, tag="BENCH", name=clean_name(node.text)) if inside and follows else node


_LANGUAGES = "English German French Romanian Chinese Czech Russian Finnish Turkish Spanish Japanese Estonian Latvian"
_CODES = "En De Fr Ro Zh Cs Ru Fi Tr EN DE FR RO ZH CS RU"
_LANGUAGE = "(?:" + "|".join(f"{_LANGUAGES} {_CODES}".split()) + ")"
#: Language pairs are parts of a translation benchmark ("WMT'14 English-German").
PAIR = re.compile(rf"\b(?P<source>{_LANGUAGE})\s?(?:-\s?to\s?-|-|to|/|->|~)\s?(?P<target>{_LANGUAGE})\b")
_TASK = re.compile(
    r"\s(?:image )?(?:classification|retrieval|detection|segmentation|captioning|recognition|parsing|generation|linear probing)$", re.I
)


def board(node: Node) -> Board:
    """The benchmark that a node names."""
    usual = clean_name(_TASK.sub("", PAIR.sub("", node.text))) or clean_name(node.text)
    return Board(usual, node.name if node.name != clean_name(node.text) or node.has("REGISTERED") else None)


def clean_name(text: str) -> str:
    """An unregistered benchmark's name as written, without stray punctuation."""
    return text.strip(" .,;:'\"()")


def _named_as_benchmark(nodes: list[Node], i: int) -> bool:
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    if (
        after is not None
        and after.tag == "BENCHNOUN"
        and after.text.casefold() not in ("task", "tasks", "evaluation", "protocol", "subset", "domain", "domains")
    ):
        return not (i + 2 < len(nodes) and nodes[i + 2].tag == "NUM")
    if (
        i >= 2
        and nodes[i - 1].tag == "COMMA"
        and nodes[i - 2].tag == "BENCHNOUN"
        and nodes[i - 2].text.casefold() in ("dataset", "benchmark")
    ):
        return after is not None and after.tag in ("COMMA", "RP", "STOP")
    return False


def _is_training_data(nodes: list[Node], i: int) -> bool:
    """``pre-trained on X``, ``X pre-training``, ``X-pretrained``."""
    back = i - 1
    while back >= 0 and nodes[back].tag in ("DET", "NOTABLY", "ONLY", "AND", "BENCH", "COMMA") and i - back < 6:
        back -= 1
    if (
        back >= 1
        and nodes[back].tag in ("ON", "IN", "WITH")
        and nodes[back].text.casefold() in ("on", "with", "using")
        and _TRAINED.search(nodes[back - 1].text)
    ):
        return True
    if back >= 0 and nodes[back].text.casefold() == "training":
        return True
    return i + 1 < len(nodes) and _TRAINED.match(nodes[i + 1].text) is not None


def groups(nodes: list[Node]) -> list[list[int]]:
    """The benchmarks of a sentence as lists: ``A, B and C`` is one group of three, an isolated name a group of one."""
    found: list[list[int]] = []
    last = -10
    for i, node in enumerate(nodes):
        if node.tag != "BENCH":
            continue
        between = nodes[last + 1 : i]
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
