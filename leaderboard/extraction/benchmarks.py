"""Attach, part two: which benchmark and split a number was measured on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from leaderboard.extraction.nodes import Node
from leaderboard.extraction.vocabulary import Vocabulary
from leaderboard.registry import Registry

_TRAINED = re.compile(r"(?:pre-?)?train(?:ed|ing)?$|pre-?trained$|pre-?training$", re.I)
_SPLITS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"test[- ]dev", re.I), "test-dev"),
    (re.compile(r"test[- ]std|test-standard", re.I), "test-std"),
    (re.compile(r"test[- ]clean", re.I), "test-clean"),
    (re.compile(r"test[- ]other", re.I), "test-other"),
    (re.compile(r"test[- ]challenge", re.I), "test-challenge"),
    (re.compile(r"dev[- ]clean", re.I), "dev-clean"),
    (re.compile(r"dev[- ]other", re.I), "dev-other"),
    (re.compile(r"minival", re.I), "minival"),
    (re.compile(r"karpathy", re.I), "Karpathy test"),
    (re.compile(r"online test server", re.I), "online test server"),
    (re.compile(r"worst[- ]case", re.I), "worst case"),
    (re.compile(r"^val(?:idation)?(?: set| split|2017| data)?$", re.I), "val"),
    (re.compile(r"^dev(?:elopment)?(?: set| split)?$", re.I), "dev"),
    (re.compile(r"^(?:full |hidden )?test(?:ing)?(?: set| split|2017|set)?$", re.I), "test"),
)
_COMPOUND = re.compile(r"-(?:based|like|trained|pretrained|level|to-\w+|style|aware|guided|free|driven|tuned|only|specific)$", re.I)
_BENCH_WORDS = frozenset({"BENCHNOUN", "SPLIT"})


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

    A registered name that several benchmarks share, or that is an ordinary word, stays one only where the context says which; an unregistered
    name becomes one by its company ("the WCM dataset", "dataset, CUHK-PEDES,"). Training data ("pre-trained on X") are none.
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
                out[i] = replace(node, name=found.name)
        elif node.tag == "NAME" and not systems.includes(node.text) and not _is_training_data(nodes, i) and _named_as_benchmark(nodes, i):
            out[i] = replace(node, tag="BENCH", name=clean_name(node.text))
    return out


def clean_name(text: str) -> str:
    """An unregistered benchmark's name as written, without stray punctuation."""
    return text.strip(" .,;:'\"()")


def _named_as_benchmark(nodes: list[Node], i: int) -> bool:
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    if after is not None and after.tag == "BENCHNOUN" and after.text.casefold() not in ("task", "tasks", "evaluation", "protocol", "subset", "domain", "domains"):
        return not (i + 2 < len(nodes) and nodes[i + 2].tag == "NUM")
    if i >= 2 and nodes[i - 1].tag == "COMMA" and nodes[i - 2].tag == "BENCHNOUN" and nodes[i - 2].text.casefold() in ("dataset", "benchmark"):
        return after is not None and after.tag in ("COMMA", "RP", "STOP")
    return False


def _is_training_data(nodes: list[Node], i: int) -> bool:
    """``pre-trained on X``, ``X pre-training``, ``X-pretrained``."""
    back = i - 1
    while back >= 0 and nodes[back].tag in ("DET", "NOTABLY", "ONLY", "AND", "BENCH", "COMMA") and i - back < 6:
        back -= 1
    if back >= 1 and nodes[back].tag in ("ON", "IN", "WITH") and nodes[back].text.casefold() in ("on", "with", "using") and _TRAINED.search(nodes[back - 1].text):
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
        joined = last >= 0 and 0 < len(between) <= 4 and all(n.tag in ("COMMA", "AND", "DET", "SLASH", "BENCHNOUN") for n in between) and any(n.tag in ("COMMA", "AND", "SLASH") for n in between)
        if joined:
            found[-1].append(i)
        else:
            found.append([i])
        last = i
    return found


def split_at(nodes: list[Node], bench: int | None, index: int) -> str | None:
    """The split named next to a benchmark or right around the number."""
    places: list[int] = []
    if bench is not None:
        places += [bench + 1, bench + 2, bench - 1]
        if bench + 3 < len(nodes) and nodes[bench + 1].tag in ("LP", "BENCHNOUN", "POSS", "NUM"):
            places += [bench + 3]
    for i in places:
        if 0 <= i < len(nodes) and nodes[i].has("SPLIT"):
            return split_name(nodes[i].text)
    for i in range(index + 1, min(index + 9, len(nodes))):
        if nodes[i].tag in ("Q", "STOP", "SEMI"):
            break
        if nodes[i].has("SPLIT") and i and nodes[i - 1].tag in ("ON", "IN", "DET", "WORD") and (name := known_split(nodes[i].text)):
            return name
    return None


def known_split(text: str) -> str | None:
    """The usual name of a split that is known by sight, or None."""
    return next((name for pattern, name in _SPLITS if pattern.search(text)), None)


def split_name(text: str) -> str:
    """The usual name of a split (``validation set`` -> ``val``), or the words of the text where there is no usual one."""
    return known_split(text) or text
