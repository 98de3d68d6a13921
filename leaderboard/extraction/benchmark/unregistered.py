"""Benchmarks that nobody has registered, recognised by where their names stand."""

from __future__ import annotations

import re

from leaderboard.extraction.benchmark.name import Systems
from leaderboard.extraction.lexicon.name_shapes import has_shape, is_everybodys
from leaderboard.extraction.lexicon.word_files import name_class
from leaderboard.extraction.tokens.sentence import Sentence

_TRAINED = re.compile(r"(?:pre-?)?train(?:ed|ing)?$|pre-?trained$|pre-?training$", re.I)


def may_name_data(text: str) -> bool:
    """Whether a name may be that of a data set: no language, no kind of data or model, no bare number."""
    everybodys = text in name_class("nosubject") or is_everybodys(text)
    return len(text) > _SHORTEST and not everybodys and any(c.isalpha() for c in text) and text.casefold() not in ("iid", "non-iid", "uav")


_SHORTEST = 2


def _opens_with(nodes: Sentence, i: int) -> bool:
    """``On CSAW, a medical data set, ...``: the name that a sentence says its results are on."""
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    return i == 1 and nodes[0].text.casefold() == "on" and nodes[1].text[0].isupper() and after is not None and after.tag in ("COMMA", "LP")


#: Names that are written like those of data sets: ``TextZoom``, ``ARMBench`` (tasks are all in capitals: NER).
_DATA_SHAPE = re.compile(r"[A-Z][a-z]+[A-Z][A-Za-z0-9-]*|[A-Z]{2,}[a-z]{3,}[A-Za-z0-9-]*|[A-Z]{2,}\d{4}[A-Z]\d*")


_ON_SYSTEM = re.compile(
    r"(?:based|built|buil(?:d|t)s?|rel(?:y|ies|ying)|depends?|deployed|implemented|runs?|running|focus\w*|work\w*|top|apply|applied)$", re.I
)


def placed_on(nodes: Sentence, i: int) -> bool:
    """``experiments on TextZoom``, ``on ARMBench we attain``: a coined name behind "on"."""
    if i < 1 or nodes[i - 1].text.casefold() != "on" or not _DATA_SHAPE.fullmatch(nodes[i].text) or not may_name_data(nodes[i].text):
        return False
    if i > 1 and _ON_SYSTEM.search(nodes[i - 2].text):
        return False
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    return after is None or after.tag not in ("WORD", "HARDWARE", "NAME", "COUNTNOUN", "SLASH")


def _before_data_set(nodes: Sentence, i: int) -> bool:
    """``IMDB review dataset``, ``TNT's intermediate benchmark``: a name with the noun and at most two words between."""
    j = i + 1
    if j < len(nodes) and nodes[j].tag == "POSS":
        j += 1
    while j < len(nodes) and nodes[j].tag == "WORD" and j - i <= WORDS_BETWEEN and nodes[j].text.islower():
        j += 1
    if j == i + 1 or j >= len(nodes):
        return False
    single = nodes[j].text.casefold() in ONE_BENCHMARK
    return single and may_name_data(nodes[i].text) and nodes[i - 1].tag in ("ON", "IN", "DET", "OF", "NOTABLY", "AND", "BY", "WORD")


WORDS_BETWEEN = 2


SEVERAL_BENCHMARKS = frozenset({"datasets", "data sets", "benchmarks", "corpora", "test sets", "benchmark datasets"})


ONE_BENCHMARK = frozenset({"dataset", "data set", "benchmark", "corpus", "challenge", "test set"})


#: ``Duke2Market``: from one data set to another.
_ADAPTED = re.compile(r"[a-z]2[A-Z]")


def named_as_benchmark(nodes: Sentence, i: int) -> bool:
    """Whether the name at ``i`` stands where benchmarks stand: before "dataset", behind "on", in an apposition or as an example."""
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    if i and nodes[i - 1].tag == "BENCH" and nodes[i].start - nodes[i - 1].end == 1:
        return False
    if placed_on(nodes, i) or (_behind_kind(nodes, i) and (after is None or after.tag != "NAME")):
        return True
    if _opens_with(nodes, i) or _before_data_set(nodes, i) or _is_example(nodes, i) or _abbreviates(nodes, i):
        return True
    if i >= 2 and nodes[i - 1].tag == "LP" and nodes[i - 2].text.casefold() in ONE_BENCHMARK and after is not None and after.tag == "RP":
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
    if i >= 2 and nodes[i - 1].tag == "COMMA" and nodes[i - 2].tag == "BENCHNOUN" and nodes[i - 2].text.casefold() in ONE_BENCHMARK:
        return after is not None and after.tag in ("COMMA", "RP", "STOP")
    return False


def _behind_kind(nodes: Sentence, i: int) -> bool:
    """``on the large attribute benchmark VAW``: a coined name right behind the word for a data set."""
    before = nodes[i - 1] if i else None
    kind = before is not None and before.tag == "BENCHNOUN" and before.text.casefold() in ONE_BENCHMARK
    return kind and before is not None and nodes[i].start - before.end == 1 and _DATA_SHAPE.fullmatch(nodes[i].text) is not None


def _abbreviates(nodes: Sentence, i: int) -> bool:
    """``27.4% on the Highway Drone (HighD)``: the abbreviation of what a number was reached on."""
    if i < _LONG_FORM or nodes[i - 1].tag != "LP" or i + 1 >= len(nodes) or nodes[i + 1].tag != "RP" or nodes[i - 2].tag != "NAME":
        return False
    k = i - 2
    while k > max(0, i - 8) and nodes[k].tag in ("NAME", "WORD", "DET"):
        k -= 1
    return nodes[k].text.casefold() == "on" and k > 0 and nodes[k - 1].tag in ("Q", "METRIC")


_LONG_FORM = 4


def _is_example(nodes: Sentence, i: int) -> bool:
    """``on benchmarks such as POPE``."""
    words = [n.text.casefold() for n in nodes[max(0, i - 3) : i]]
    return words[1:] == ["such", "as"] and words[0] in SEVERAL_BENCHMARKS


def is_training_data(nodes: Sentence, i: int) -> bool:
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
    if _MEASURE_LIKE.search(nodes[j].text) or (after is not None and after.text.casefold() in ("task", "tasks", "setting", "settings")):
        return False
    if nodes[preposition].text.casefold() == "for":
        return after is not None and after.tag in ("BENCHNOUN", "SPLIT", "LP")
    return has_shape(nodes[j].text) or after is None or after.tag in ("COMMA", "AND", "STOP", "RP", "BENCHNOUN", "SPLIT")
