"""Which names of a sentence are benchmarks: registered ones, parts of those, and unregistered ones by the words around them."""

from __future__ import annotations

import re
from dataclasses import replace

from leaderboard.extraction.benchmark.language_pairs import pair_pattern
from leaderboard.extraction.benchmark.lists import lists_of_names, mark_list
from leaderboard.extraction.benchmark.name import WORDS, Systems, as_written
from leaderboard.extraction.benchmark.unregistered import is_training_data, named_as_benchmark
from leaderboard.extraction.lexicon.name_shapes import is_everybodys
from leaderboard.extraction.lexicon.word_files import class_of, name_class
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.registry import Registry


def mark_benchmarks(nodes: Sentence, registry: Registry, context: str, systems: Systems) -> Sentence:
    """Settle which names of a sentence are benchmarks.

    A registered name that several benchmarks share, or that is an ordinary word, stays one only where the context says which; an
    unregistered name becomes one by its company ("the WCM dataset", "dataset, CUHK-PEDES,"). Training data ("pre-trained on X") are none.
    """
    nodes = _join_adapted(_sister_years(_join_names(nodes, systems)), systems)
    out = Sentence(nodes)
    for i, node in enumerate(nodes):
        if node.tag == "BENCH":
            found = registry.benchmark(node.text, context) or registry.benchmark(node.text.rstrip("s"), context)
            if found is None or systems.own(node.text):
                company = found is None and named_as_benchmark(nodes, i) and not is_training_data(nodes, i)
                out[i] = replace(node, name=as_written(node.text)) if company else replace(node, tag="NAME", name=None)
            elif is_training_data(nodes, i):
                out[i] = replace(node, tag="WORD", name=None)
            else:
                out[i] = replace(node, name=found.name, tags=node.tags | {"REGISTERED"})
        elif (
            node.tag == "NAME"
            and not is_training_data(nodes, i)
            and (
                _ARROW in node.text
                or _extends_benchmark(node.text, registry, context, systems)
                or _with_pair(node.text, registry, context)
                or _by_company(nodes, i, systems)
            )
        ):
            out[i] = replace(node, tag="BENCH", name=as_written(node.text))
    for names in lists_of_names(out):
        mark_list(out, names, systems)
    return out


#: Between the source and the target of an adaptation; names of one data set have none.
_ARROW = " → "


def _join_adapted(nodes: Sentence, systems: Systems) -> Sentence:
    """``GTA5 → Cityscapes``, ``VIPER -> Cityscapes-Seq``: from one data set to another is a benchmark of its own."""
    out = Sentence()
    i = 0
    while i < len(nodes):
        target = i + 2 if nodes.at(i + 1).text == "→" else i + 3
        arrow = nodes.at(i + 1).text == "→" or (nodes.at(i + 1).text, nodes.at(i + 2).text) == ("-", ">")
        pair = (nodes[i], nodes.at(target))
        named = all(n.tag in ("NAME", "BENCH") and not systems.includes(n.text) for n in pair)
        if arrow and named and (any(n.tag == "BENCH" for n in pair) or nodes.at(target + 1).tag == "BENCHNOUN"):
            out.append(Node("NAME", pair[0].start, pair[1].end, pair[0].text + _ARROW + pair[1].text))
            i = target + 1
        else:
            out.append(nodes[i])
            i += 1
    return out


_OF_YEAR = re.compile(r"(?P<name>.*[A-Za-z][ -]?)(?:19|20)\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _sister_years(nodes: Sentence) -> Sentence:
    """``LivDet 2017, 2015 and 2011``: years behind the name of a yearly data set are such names too."""
    for i in range(2, len(nodes)):
        if nodes[i].tag != "NUM" or not _YEAR.fullmatch(nodes[i].text) or nodes.at(i - 1).tag not in ("COMMA", "AND", "SLASH"):
            continue
        back = i - 3 if nodes.at(i - 2).tag == "COMMA" else i - 2
        sister = _OF_YEAR.fullmatch(nodes.at(back).text)
        if sister is not None and nodes.at(back).tag in ("NAME", "BENCH"):
            nodes[i] = Node("NAME", nodes[i].start, nodes[i].end, sister["name"] + nodes[i].text)
    return nodes


def _by_company(nodes: Sentence, i: int, systems: Systems) -> bool:
    """Whether a name that no list knows stands where a benchmark stands, and is neither a system nor a word of the field."""
    name = nodes[i].text
    data = not systems.includes(name) or _said_to_be_data(nodes, i, systems)
    return data and not is_everybodys(name) and named_as_benchmark(nodes, i)


_EXTENDED = re.compile(r"(?P<benchmark>[A-Z][\w.]+(?:-[\w.]+)*)-(?:\d+|LT|C|R|A|Sketch|Hard|Plus)")


def _extends_benchmark(name: str, registry: Registry, context: str, systems: Systems) -> bool:
    """``ImageNet-127``: a part or a kin of a registered benchmark."""
    match = _EXTENDED.fullmatch(name)
    return match is not None and not systems.includes(name) and registry.benchmark(match["benchmark"], context) is not None


def _with_pair(name: str, registry: Registry, context: str) -> bool:
    """``WMT16 Romanian-English``: a registered benchmark and one of its pairs of languages."""
    benchmark = pair_pattern().sub("", name).strip()
    return benchmark not in ("", name) and registry.benchmark(benchmark, context) is not None


def _join_names(nodes: Sentence, systems: Systems) -> Sentence:
    """``the Natural Instructions dataset``: words with capitals right before the noun are one name."""
    out = Sentence()
    for node in nodes:
        if node.tag == "BENCHNOUN" and node.text.casefold() in class_of(WORDS, "dataset") and len(out) > 1:
            first = len(out)
            while first > 1 and _part_of_name(out[first - 1]) and (first == len(out) or out[first].start - out[first - 1].end == 1):
                first -= 1
            parts = out[first:]
            if len(parts) > 1 and not any(systems.includes(n.text) for n in parts):
                text = " ".join(n.text for n in parts)
                out[first:] = [Node("NAME", parts[0].start, parts[-1].end, text)]
        out.append(node)
    return out


def _said_to_be_data(nodes: Sentence, i: int, systems: Systems) -> bool:
    """``the Alpaca dataset``: the noun says that a system's name is that of a data set here."""
    return i + 1 < len(nodes) and nodes[i + 1].text.casefold() in class_of(WORDS, "ofdata") and not systems.own(nodes[i].text)


def _part_of_name(node: Node) -> bool:
    return node.tag in ("NAME", "WORD", "COUNTNOUN") and node.text[0].isupper() and node.text not in name_class("nosubject")
