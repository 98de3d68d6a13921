"""Attach, part two: which names of a sentence are benchmarks, and how they stand together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from leaderboard.extraction.drafts import Board
from leaderboard.extraction.nodes import Node
from leaderboard.extraction.shapes import is_everybodys
from leaderboard.extraction.vocabulary import Vocabulary
from leaderboard.extraction.words import name_class
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
                company = found is None and _named_as_benchmark(nodes, i) and not _is_training_data(nodes, i)
                out[i] = replace(node, name=clean_name(node.text)) if company else replace(node, tag="NAME", name=None)
            elif _is_training_data(nodes, i):
                out[i] = replace(node, tag="WORD", name=None)
            else:
                out[i] = replace(node, name=found.name, tags=node.tags | {"REGISTERED"})
        elif (
            node.tag == "NAME"
            and not _is_training_data(nodes, i)
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
    return data and not is_everybodys(name) and _named_as_benchmark(nodes, i)


_EXTENDED = re.compile(r"(?P<benchmark>[A-Z][\w.]+(?:-[\w.]+)*)-(?:\d+|LT|C|R|A|Sketch|Hard|Plus)")


def _extends_benchmark(name: str, registry: Registry, context: str, systems: Systems) -> bool:
    """``ImageNet-127``: a part or a kin of a registered benchmark."""
    match = _EXTENDED.fullmatch(name)
    return match is not None and not systems.includes(name) and registry.benchmark(match["benchmark"], context) is not None


def _join_names(nodes: list[Node], systems: Systems) -> list[Node]:
    """``the Natural Instructions dataset``: words with capitals right before the noun are one name."""
    out: list[Node] = []
    for node in nodes:
        if node.tag == "BENCHNOUN" and node.text.casefold() in _ONE_BENCHMARK and len(out) > 1:
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
    while noun < len(nodes) and nodes[noun].tag == "WORD" and noun - behind < _WORDS_BETWEEN:
        noun += 1
    data_sets = noun < len(nodes) and nodes[noun].text.casefold() in _SEVERAL_BENCHMARKS
    while behind < len(nodes) and nodes[behind].tag == "COMMA":
        behind += 1
    one_each = behind < len(nodes) and nodes[behind].tag == "RESP"
    before = first - 1
    while before >= 0 and nodes[before].tag == "DET":
        before -= 1
    announced = (
        before >= 1 and nodes[before].tag in ("COLON", "COMMA", "LP", "DASH") and nodes[before - 1].text.casefold() in _SEVERAL_BENCHMARKS
    )
    closed = any(n.tag in ("AND", "SLASH") for n in nodes[names[-2] : names[-1]])
    placed = closed and before >= 0 and nodes[before].tag in ("ON", "IN") and known * 2 >= len(names) - 1
    one_each = one_each and closed and before >= 0 and nodes[before].text.casefold() in ("on", "for") and _after_number(nodes, before)
    inside = nodes[first].tag == nodes[names[-1]].tag == "BENCH"
    before_on = nodes[before - 1].text.casefold() if before >= 1 and nodes[before].text.casefold() == "on" else ""
    reported = closed and before_on == "results"
    if (known and (placed or inside)) or data_sets or announced or one_each or reported:
        for i in names:
            if nodes[i].tag == "NAME" and _may_name_data(nodes[i].text) and not _is_training_data(nodes, i):
                nodes[i] = replace(nodes[i], tag="BENCH", name=clean_name(nodes[i].text))


def _may_name_data(text: str) -> bool:
    """Whether a name may be that of a data set: no language, no kind of data or model, no bare number."""
    everybodys = text in name_class("nosubject") or is_everybodys(text)
    return len(text) > _SHORTEST and not everybodys and any(c.isalpha() for c in text) and text.casefold() not in ("iid", "non-iid", "uav")


_SHORTEST = 2


def _after_number(nodes: list[Node], preposition: int) -> bool:
    return any(n.tag == "Q" and len(n.quantities) > 1 for n in nodes[max(0, preposition - 9) : preposition])


def _opens_with(nodes: list[Node], i: int) -> bool:
    """``On CSAW, a medical data set, ...``: the name that a sentence says its results are on."""
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    return i == 1 and nodes[0].text.casefold() == "on" and nodes[1].text[0].isupper() and after is not None and after.tag in ("COMMA", "LP")


#: Names that are written like those of data sets: ``TextZoom``, ``ARMBench`` (tasks are all in capitals: NER).
_DATA_SHAPE = re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z0-9-]*|[A-Z]{2,}[a-z]{3,}[A-Za-z0-9-]*")
_ON_SYSTEM = re.compile(
    r"(?:based|built|buil(?:d|t)s?|rel(?:y|ies|ying)|depends?|deployed|implemented|runs?|running|focus\w*|work\w*|top|apply|applied)$", re.I
)


def _placed_on(nodes: list[Node], i: int) -> bool:
    """``experiments on TextZoom``, ``on ARMBench we attain``: a coined name behind "on"."""
    if i < 1 or nodes[i - 1].text.casefold() != "on" or not _DATA_SHAPE.fullmatch(nodes[i].text) or not _may_name_data(nodes[i].text):
        return False
    if i > 1 and _ON_SYSTEM.search(nodes[i - 2].text):
        return False
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    return after is None or after.tag not in ("WORD", "HARDWARE", "NAME", "COUNTNOUN", "SLASH")


def _before_data_set(nodes: list[Node], i: int) -> bool:
    """``IMDB review dataset``, ``TNT's intermediate benchmark``: a name with the noun and at most two words between."""
    j = i + 1
    if j < len(nodes) and nodes[j].tag == "POSS":
        j += 1
    while j < len(nodes) and nodes[j].tag == "WORD" and j - i <= _WORDS_BETWEEN and nodes[j].text.islower():
        j += 1
    if j == i + 1 or j >= len(nodes):
        return False
    single = nodes[j].text.casefold() in _ONE_BENCHMARK
    return single and _may_name_data(nodes[i].text) and nodes[i - 1].tag in ("ON", "IN", "DET", "OF", "NOTABLY", "AND", "BY", "WORD")


_WORDS_BETWEEN = 2
_SEVERAL_BENCHMARKS = frozenset({"datasets", "data sets", "benchmarks", "corpora", "test sets", "benchmark datasets"})


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


_ONE_BENCHMARK = frozenset({"dataset", "data set", "benchmark", "corpus", "challenge", "test set"})


#: ``Duke2Market``: from one data set to another.
_ADAPTED = re.compile(r"[a-z]2[A-Z]")


def _named_as_benchmark(nodes: list[Node], i: int) -> bool:
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    if i and nodes[i - 1].tag == "BENCH" and nodes[i].start - nodes[i - 1].end == 1:
        return False
    if _placed_on(nodes, i) or (_behind_kind(nodes, i) and (after is None or after.tag != "NAME")):
        return True
    if _opens_with(nodes, i) or _before_data_set(nodes, i) or _is_example(nodes, i) or _abbreviates(nodes, i):
        return True
    if i >= 2 and nodes[i - 1].tag == "LP" and nodes[i - 2].text.casefold() in _ONE_BENCHMARK and after is not None and after.tag == "RP":
        return True
    if (
        after is not None
        and after.tag == "BENCHNOUN"
        and (
            after.text.casefold() not in ("task", "tasks", "evaluation", "protocol", "subset", "domain", "domains")
            or (after.text.casefold() == "task" and _ADAPTED.search(nodes[i].text) is not None)
        )
    ):
        return not (i + 2 < len(nodes) and nodes[i + 2].tag == "NUM")
    if i >= 2 and nodes[i - 1].tag == "COMMA" and nodes[i - 2].tag == "BENCHNOUN" and nodes[i - 2].text.casefold() in _ONE_BENCHMARK:
        return after is not None and after.tag in ("COMMA", "RP", "STOP")
    return False


def _behind_kind(nodes: list[Node], i: int) -> bool:
    """``on the large attribute benchmark VAW``: a coined name right behind the word for a data set."""
    before = nodes[i - 1] if i else None
    kind = before is not None and before.tag == "BENCHNOUN" and before.text.casefold() in _ONE_BENCHMARK
    return kind and before is not None and nodes[i].start - before.end == 1 and _DATA_SHAPE.fullmatch(nodes[i].text) is not None


def _abbreviates(nodes: list[Node], i: int) -> bool:
    """``27.4% on the Highway Drone (HighD)``: the abbreviation of what a number was reached on."""
    if i < _LONG_FORM or nodes[i - 1].tag != "LP" or i + 1 >= len(nodes) or nodes[i + 1].tag != "RP" or nodes[i - 2].tag != "NAME":
        return False
    k = i - 2
    while k > max(0, i - 8) and nodes[k].tag in ("NAME", "WORD", "DET"):
        k -= 1
    return nodes[k].text.casefold() == "on" and k > 0 and nodes[k - 1].tag in ("Q", "METRIC")


_LONG_FORM = 4


def _is_example(nodes: list[Node], i: int) -> bool:
    """``on benchmarks such as POPE``."""
    words = [n.text.casefold() for n in nodes[max(0, i - 3) : i]]
    return words[1:] == ["such", "as"] and words[0] in _SEVERAL_BENCHMARKS


def _is_training_data(nodes: list[Node], i: int) -> bool:
    """``pre-trained on X``, ``X pre-training``, ``X-pretrained``."""
    back = i - 1
    while back >= 0 and nodes[back].tag in ("DET", "NOTABLY", "ONLY", "AND", "BENCH", "COMMA") and i - back < 6:
        back -= 1
    if (
        back >= 1
        and nodes[back].tag in ("ON", "IN", "WITH")
        and nodes[back].text.casefold() in ("on", "with", "using")
        and (
            _TRAINED.search(nodes[back - 1].text) or (back >= 2 and nodes[back - 1].tag == "ONLY" and _TRAINED.search(nodes[back - 2].text))
        )
    ):
        return True
    if back >= 0 and nodes[back].text.casefold() == "training":
        return True
    return i + 1 < len(nodes) and _TRAINED.match(nodes[i + 1].text) is not None


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
