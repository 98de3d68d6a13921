"""Attach, part two: which benchmark and split a number was measured on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from leaderboard.extraction.drafts import Board
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
                out[i] = replace(node, name=found.name, tags=node.tags | {"REGISTERED"})
        elif node.tag == "NAME" and not systems.includes(node.text) and not _is_training_data(nodes, i) and _named_as_benchmark(nodes, i):
            out[i] = replace(node, tag="BENCH", name=clean_name(node.text))
    return out


#: Language pairs are a setting of a translation benchmark: part of the registry's name, not of the benchmark's usual one.
_PAIR = re.compile(
    r"[\s,:-]*\(?\b(?:English|German|French|Romanian|Chinese|Czech|Russian|Finnish|Turkish|En|De|Fr|Ro|Zh|Cs|Ru|EN|DE|FR|RO|ZH)\s?(?:-|to|/|->|~)\s?(?:English|German|French|Romanian|Chinese|Czech|Russian|Finnish|Turkish|En|De|Fr|Ro|Zh|Cs|Ru|EN|DE|FR|RO|ZH)\b\)?.*$"
)


_TASK = re.compile(
    r"\s(?:image )?(?:classification|retrieval|detection|segmentation|captioning|recognition|parsing|generation|linear probing)$", re.I
)


def board(node: Node) -> Board:
    """The benchmark that a node names."""
    usual = clean_name(_TASK.sub("", _PAIR.sub("", node.text))) or clean_name(node.text)
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


#: Parts of a benchmark that count as a split wherever a phrase names them.
_PARTS = re.compile(
    r"(?:rare|non-rare|novel|base|new|seen|unseen) classes|hardest|worst[- ]case|(?:in|out-of)-domain|online test server", re.I
)
_SEVERAL = re.compile(r"(\w+) and (\w+) test sets?", re.I)


def split_at(nodes: list[Node], bench: int | None, index: int, place: int, scored: bool) -> str | None:
    """The split named next to a benchmark or, for scores and gains, around the number.

    Args:
        nodes: the sentence.
        bench: the node of the benchmark that the number was bound to.
        index: the node of the number; ``place`` its rank in a list ("on the clean and other test sets").
        scored: whether the number is a score or gain, which alone take a split from their surroundings.
    """
    for i in _beside(nodes, bench):
        if nodes[i].has("SPLIT"):
            return split_name(nodes[i].text, place)
    if not scored:
        return None
    for i in range(index + 1, min(index + 15, len(nodes))):
        if nodes[i].tag in ("Q", "STOP", "SEMI", "TIMES"):
            break
        if nodes[i].has("SPLIT") and _is_place(nodes, i) and (name := known_split(nodes[i].text, place)):
            return name
    for i in range(index - 1, max(-1, index - 12), -1):
        if nodes[i].tag in ("Q", "STOP", "SEMI"):
            break
        if nodes[i].has("SPLIT") and (_PARTS.search(nodes[i].text) or _is_place(nodes, i)) and (name := known_split(nodes[i].text, place)):
            return name
    return None


def _is_place(nodes: list[Node], i: int) -> bool:
    return (
        i > 0
        and nodes[i - 1].tag in ("ON", "IN", "DET", "LP")
        or (i > 1 and nodes[i - 1].tag in ("WORD", "NOTABLY") and nodes[i - 2].tag in ("ON", "IN", "DET"))
    )


def _beside(nodes: list[Node], bench: int | None) -> list[int]:
    """The nodes right around a benchmark: ``COCO test-dev``, ``the test-std set of X``, ``X's hardest split``."""
    if bench is None:
        return []
    places = [bench + 1, bench + 2, bench - 1]
    if bench + 1 < len(nodes) and nodes[bench + 1].tag in ("LP", "BENCHNOUN", "POSS", "NUM"):
        places.append(bench + 3)
    if bench >= 2 and nodes[bench - 1].tag == "OF":
        places += [bench - 2, bench - 3]
    return [i for i in places if 0 <= i < len(nodes) and not any(n.tag == "Q" for n in nodes[min(i, bench) : max(i, bench)])]


def known_split(text: str, place: int = 0) -> str | None:
    """The usual name of a split that is known by sight, or None; of several named at once, the one at ``place``."""
    several = _SEVERAL.search(text)
    if several:
        return f"test-{several[1 + min(place, 1)].casefold()}"
    if _PARTS.search(text):
        return "worst case" if text.casefold().startswith("worst") else text
    return next((name for pattern, name in _SPLITS if pattern.search(text)), None)


def split_name(text: str, place: int = 0) -> str:
    """The usual name of a split (``validation set`` -> ``val``), or the words of the text where there is no usual one."""
    return known_split(text, place) or text
