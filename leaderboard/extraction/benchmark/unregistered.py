"""Benchmarks that nobody has registered, recognised by where their names stand."""

from __future__ import annotations

import re
from collections.abc import Callable

from leaderboard.extraction.benchmark.name import WORDS, Systems
from leaderboard.extraction.lexicon.name_shapes import has_shape, is_everybodys
from leaderboard.extraction.lexicon.word_files import class_of, name_class
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence

#: How the words before "on" end after which comes what a system was trained on, and what it rests or runs on.
_TRAINED = tuple(class_of(WORDS, "trained"))
_ON_SYSTEM = tuple(class_of(WORDS, "onsystem"))


def may_name_data(text: str) -> bool:
    """Whether a name may be that of a data set: no language, no kind of data or model, no bare number."""
    everybodys = text in name_class("nosubject") or is_everybodys(text)
    return len(text) > _SHORTEST and not everybodys and any(c.isalpha() for c in text) and text.casefold() not in class_of(WORDS, "nodata")


_SHORTEST = 2


def _opens_with(nodes: Sentence, i: int) -> bool:
    """``On CSAW, a medical data set, ...``: the name that a sentence says its results are on."""
    return i == 1 and nodes[0].text.casefold() == "on" and nodes[1].text[0].isupper() and nodes.at(i + 1).tag in ("COMMA", "LP")


#: Names that are written like those of data sets: ``TextZoom``, ``ARMBench`` (tasks are all in capitals: NER).
_DATA_SHAPE = re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z0-9-]*|[A-Z]{2,}[a-z]{3,}[A-Za-z0-9-]*|[A-Z]{2,}\d{4}[A-Z]\d*")


def placed_on(nodes: Sentence, i: int) -> bool:
    """``experiments on TextZoom``, ``on ARMBench we attain``: a coined name after "on"."""
    if nodes.at(i - 1).text.casefold() != "on" or not _DATA_SHAPE.fullmatch(nodes[i].text) or not may_name_data(nodes[i].text):
        return False
    if nodes.at(i - 2).text.casefold().endswith(_ON_SYSTEM):
        return False
    return nodes.at(i + 1).tag not in ("WORD", "HARDWARE", "NAME", "COUNTNOUN", "SLASH")


def _before_data_set(nodes: Sentence, i: int) -> bool:
    """``IMDB review dataset``, ``TNT's intermediate benchmark``: a name with the noun and at most two words between."""
    j = i + 1
    if nodes.at(j).tag == "POSS":
        j += 1
    while nodes.at(j).tag == "WORD" and j - i <= WORDS_BETWEEN and nodes[j].text.islower():
        j += 1
    if j == i + 1 or j >= len(nodes):
        return False
    single = nodes[j].text.casefold() in class_of(WORDS, "dataset")
    return single and may_name_data(nodes[i].text) and nodes.at(i - 1).tag in ("ON", "IN", "DET", "OF", "NOTABLY", "AND", "BY", "WORD")


WORDS_BETWEEN = 2


def named_as_benchmark(nodes: Sentence, i: int) -> bool:
    """Whether the name at ``i`` stands where benchmarks stand, by any of ``NAME_CLUES``; a name right after a benchmark is part of it."""
    if nodes.at(i - 1).tag == "BENCH" and nodes[i].start - nodes.at(i - 1).end == 1:
        return False
    return any(clue(nodes, i) for clue in NAME_CLUES)


def _after_noun(nodes: Sentence, i: int) -> bool:
    """``on the large attribute benchmark VAW``: a coined name right after the word for a data set."""
    if not _is_noun(nodes.at(i - 1)) or nodes.at(i + 1).tag == "NAME":
        return False
    return nodes[i].start - nodes.at(i - 1).end == 1 and _DATA_SHAPE.fullmatch(nodes[i].text) is not None


def _is_noun(node: Node) -> bool:
    return node.tag == "BENCHNOUN" and node.text.casefold() in class_of(WORDS, "dataset")


def _abbreviates(nodes: Sentence, i: int) -> bool:
    """``27.4% on the Highway Drone (HighD)``: the abbreviation of what a number was reached on."""
    if i < _LONG_FORM or nodes.at(i - 1).tag != "LP" or nodes.at(i + 1).tag != "RP" or nodes.at(i - 2).tag != "NAME":
        return False
    k = i - 2
    while k > max(0, i - 8) and nodes[k].tag in ("NAME", "WORD", "DET"):
        k -= 1
    return nodes[k].text.casefold() == "on" and nodes.at(k - 1).tag in ("Q", "METRIC")


_LONG_FORM = 4


def _is_example(nodes: Sentence, i: int) -> bool:
    """``on benchmarks such as POPE``."""
    words = [n.text.casefold() for n in nodes.before(i, 3)]
    return words[1:] == ["such", "as"] and words[0] in class_of(WORDS, "datasets")


def _in_bracket_after_noun(nodes: Sentence, i: int) -> bool:
    """``a new test set (FooSet)``."""
    return nodes.at(i - 1).tag == "LP" and nodes.at(i + 1).tag == "RP" and nodes.at(i - 2).text.casefold() in class_of(WORDS, "dataset")


def _in_apposition(nodes: Sentence, i: int) -> bool:
    """``on a large data set, FooSet, we reach``."""
    return nodes.at(i - 1).tag == "COMMA" and _is_noun(nodes.at(i - 2)) and nodes.at(i + 1).tag in ("COMMA", "RP", "STOP")


def _before_noun(nodes: Sentence, i: int) -> bool:
    """``the FooSet dataset``, but not ``the FooSet domain`` or ``FooSet benchmark 2``; ``the Duke2Market task`` names two data sets."""
    noun = nodes.at(i + 1)
    if noun.tag != "BENCHNOUN" or nodes.at(i + 2).tag == "NUM":
        return False
    word = noun.text.casefold()
    return word not in class_of(WORDS, "partofdata") or (word == "task" and _ADAPTED.search(nodes[i].text) is not None)


#: ``Duke2Market``: from one data set to another.
_ADAPTED = re.compile(r"[a-z]2[A-Z]")


#: What shows that a name is that of a benchmark.
NAME_CLUES: tuple[Callable[[Sentence, int], bool], ...] = (
    placed_on,
    _after_noun,
    _opens_with,
    _before_data_set,
    _is_example,
    _abbreviates,
    _in_bracket_after_noun,
    _before_noun,
    _in_apposition,
)


def is_training_data(nodes: Sentence, i: int) -> bool:
    """``pre-trained on X``, ``X pre-training``, ``X-pretrained``."""
    if _is_extra(nodes, i):
        return True
    back = i - 1
    while nodes.at(back).tag in ("DET", "NOTABLY", "ONLY", "AND", "BENCH", "COMMA") and i - back < 6:
        back -= 1
    preposition = nodes.at(back)
    if preposition.tag in ("ON", "IN", "WITH") and preposition.text.casefold() in ("on", "with", "using"):
        verb = back - 2 if nodes.at(back - 1).tag == "ONLY" and back >= 2 else back - 1
        if any(_ends_trained(nodes.at(k)) for k in {back - 1, verb}):
            return True
    return preposition.text.casefold() == "training" or nodes.at(i + 1).text.casefold() in class_of(WORDS, "trained")


def _is_extra(nodes: Sentence, i: int) -> bool:
    """``with extra unlabelled COCO images``, ``COCO as additional data``."""
    extra = class_of(WORDS, "extradata")
    behind = nodes.at(i + 1).text.casefold() == "as" and any(n.text.casefold() in extra for n in nodes.after(i + 1, 3))
    before = nodes.at(i - 1).text.casefold() in extra and nodes.at(i + 1).tag not in ("BENCHNOUN", "COMMA", "AND", "STOP")
    return behind or before


def _ends_trained(node: Node) -> bool:
    return node.text.casefold().endswith(_TRAINED)


def unknown_name(nodes: Sentence, index: int, systems: Systems) -> int | None:
    """An unregistered benchmark by its place: ``85.1% in MAWPS``, ``+8.81 on C-Eval``, ``by 3% in recall for retrieval on Urban-1k``."""
    for i in range(index + 1, min(index + 13, len(nodes) - 1)):
        node = nodes[i]
        if node.tag in ("Q", "COMMA", "SEMI", "STOP", "BEAT", "GET", "UPVERB", "DOWNVERB", "OVER", "THAN", "VERSUS", "WITH", "AND", "LP"):
            return None
        if node.tag not in ("ON", "IN") or node.text.casefold() not in ("on", "in", "for"):
            continue
        if node.text.casefold() != "on" and i > index + 3:
            continue
        j = i + 1
        while j < len(nodes) and nodes[j].tag in ("DET", "NOTABLY") and j - i < 4:
            j += 1
        if j < len(nodes) and nodes[j].tag == "NAME" and _may_be_data(nodes, i, j, systems):
            return j
    return None


#: Names that are measures rather than data sets ("SC-IoU", "R@0.3").
_MEASURE_LIKE = re.compile(r"@|IoU|IOU|AP$|F1|Acc$|Score$|PSNR|BLEU|WER$")


def _may_be_data(nodes: Sentence, preposition: int, j: int, systems: Systems) -> bool:
    after = nodes[j + 1] if j + 1 < len(nodes) else None
    if systems.includes(nodes[j].text) or len(nodes[j].text) == 1 or nodes[j].text in name_class("nosubject"):
        return False
    if any(n.tag == "HARDWARE" for n in nodes[preposition : j + 3]):
        return False
    if after is not None and (after.text.casefold() in name_class("notdata") or after.tag == "METRIC"):
        return False
    if _MEASURE_LIKE.search(nodes[j].text) or (after is not None and after.text.casefold() in class_of(WORDS, "taskorsetting")):
        return False
    if nodes[preposition].text.casefold() == "for":
        return after is not None and after.tag in ("BENCHNOUN", "SPLIT", "LP")
    return has_shape(nodes[j].text) or after is None or after.tag in ("COMMA", "AND", "STOP", "RP", "BENCHNOUN", "SPLIT")
