"""Resolve, a helper: the noun phrase behind a word of comparison, as a name to show."""

from __future__ import annotations

import re

from leaderboard.extraction.lexicon.name_shapes import is_everybodys
from leaderboard.extraction.lexicon.word_files import name_class
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence

_LONGEST = 12


_STOPS = frozenset("BY COMMA SEMI STOP Q WITH LP RP COLON GET BEAT UPVERB DOWNVERB RESP HAVE DASH TIMES URL FROM TO POSS BE CONJ".split())


_TRAIL = frozenset({"AND", "ON", "IN", "OF", "DET", "NOTABLY", "MEAN", "ONLY", "OVER", "VERSUS", "METRIC"})


#: Verbs behind a name that begin a new part of the sentence.
_NEXT_VERBS = frozenset({"BEAT", "GET", "UPVERB", "DOWNVERB", "SPEEDVERB", "HAVE", "BE", "KEEP", "WITH"})


_GROUP = re.compile(r"(?:[A-Z]+|[A-Z]\w*[A-Z])s|LLM|CNN|RNN|GNN|MIM|SLT|PEFT|FCN|NMT|SSL|RL")


def comparison_phrase(nodes: Sentence, start: int) -> str | None:
    """What the noun phrase that begins at ``start`` names: a system where it holds one, else its words without articles.

    ``the previous best model METER by`` gives ``METER``, ``existing pruning methods, such as`` gives ``existing pruning methods``; a phrase
    that says where ("over five data sets") rather than against what gives None.
    """
    start = _begin(nodes, start)
    if start + 1 < len(nodes) and nodes[start].text == "training" and nodes[start + 1].text in _TRAINED_ON:
        return _qualified(nodes, nodes[start])
    kept: list[Node] = []
    for i in range(start, min(start + _LONGEST, len(nodes))):
        if _ends(nodes, i, bool(kept)):
            break
        kept.append(nodes[i])
    while kept and (kept[-1].tag in _TRAIL or kept[-1].text in ("a", "an") or kept[-1].text.endswith("ously")):
        kept.pop()
    while kept and (kept[0].tag in ("DET", "OF", "WE") or kept[0].text.casefold() == "either"):
        kept.pop(0)
    if not kept or kept[-1].text.casefold() in name_class("where") or kept[0].text.casefold() in _SPREAD:
        return None
    if len(kept) == 1 and (kept[0].text in _PRONOUNS or len(kept[0].text) == 1):
        return None
    if len(kept) == 1 and kept[0].text.casefold() in _GENERAL:
        return _qualified(nodes, kept[0])
    if all(n.tag == "WE" for n in kept):
        return None
    return _system_in(kept) or _apposition(nodes, kept) or " ".join(n.text for n in kept)


def _begin(nodes: Sentence, start: int) -> int:
    """Where the name begins: behind "the accuracy of", "our", "the originally reported", "NVIDIA's", "that of"."""
    start = _inside(nodes, start)
    if _texts(nodes, start, 1) == ["our"] and {"baseline", "baselines"} & set(_texts(nodes, start, 4)):
        start += 1
    if _texts(nodes, start, 2) == ["when", "using"]:
        start += 2
    if start + 2 < len(nodes) and nodes[start].text.endswith("ly") and nodes[start + 1].text in _PUBLISHED:
        start += 2
    if [n.tag for n in nodes[start : start + 3]] in (["NAME", "POSS", "NAME"], ["HARDWARE", "POSS", "NAME"]):
        start += 2
    if start + 1 < len(nodes) and nodes[start].text in ("that", "those") and nodes[start + 1].tag in ("OF", "WITH"):
        start += 2
    if (
        start + 1 < len(nodes)
        and nodes[start].tag in ("GET", "UPVERB")
        and nodes[start].text.endswith("ed")
        and nodes[start + 1].tag in ("WORD", "NOTABLY", "SOTA", "NAME")
    ):
        start += 1
    return start


def _texts(nodes: Sentence, start: int, count: int) -> list[str]:
    return [n.text for n in nodes[start : start + count]]


def _apposition(nodes: Sentence, kept: list[Node]) -> str | None:
    """``the modern convolution-based model, PanopticFCN, by``: the name that stands behind its description."""
    end = next(i for i, node in enumerate(nodes) if node is kept[-1])
    behind = nodes[end + 1 : end + 4]
    named = [n.tag for n in behind] in (["COMMA", "NAME", "COMMA"], ["COMMA", "NAME", "BY"])
    single = kept[-1].text.casefold() in ("model", "method", "baseline", "approach", "system", "network", "tracker", "detector")
    return behind[1].text if named and single and not any(n.tag == "NAME" for n in kept) else None


_PUBLISHED = frozenset({"reported", "proposed", "published", "introduced", "released", "presented"})


_TRAINED_ON = frozenset({"on", "with", "from", "without", "only"})


#: Nouns that say nothing without what follows them.
_GENERAL = frozenset(
    {"models", "methods", "approaches", "networks", "systems", "training", "variant", "version", "model", "network", "policy", "policies"}
)


_SPREAD = frozenset({"variety", "range", "wide", "number", "set", "diverse"})


_PRONOUNS = frozenset({"them", "it", "those", "that", "this", "others"})


def _qualified(nodes: Sentence, noun: Node) -> str:
    """``models without adaptation``, ``models trained on X``: a general noun says nothing without what follows."""
    start = next(i for i, node in enumerate(nodes) if node is noun) + 1
    words: list[str] = []
    for node in nodes[start : start + _QUALIFIER]:
        if node.tag in ("COMMA", "STOP", "SEMI", "Q", "BY", "RP", "LP", "AND", "GET", "BEAT", "BE"):
            break
        words.append(node.text)
    openers = _QUALIFIERS | _TRAINED_ON - {"only"} if noun.text == "training" else _QUALIFIERS
    opens = bool(words) and words[0].casefold() in openers
    return " ".join([noun.text, *words]) if opens and len(words) > 1 else noun.text


_QUALIFIER = 5


_QUALIFIERS = frozenset({"without", "trained", "with", "using", "based", "pretrained", "pre-trained", "fine-tuned"})


def _inside(nodes: Sentence, start: int) -> int:
    """``the performance of X``, ``the accuracy of X``: where the phrase for what the quality is of begins."""
    i = start
    while i < len(nodes) and nodes[i].tag in ("DET", "MEAN", "NOTABLY") and i - start < 3:
        i += 1
    return i + 2 if i + 1 < len(nodes) and nodes[i].tag in ("PERF", "METRIC") and nodes[i + 1].tag == "OF" else start


def _ends(nodes: Sentence, i: int, inside: bool) -> bool:  # noqa: FBT001
    """Whether the phrase is over before node ``i``."""
    node = nodes[i]
    if node.tag == "AND":
        return not _goes_on(nodes, i)
    if node.text in ("pre-trained", "fine-tuned", "trained") and i + 1 < len(nodes) and nodes[i + 1].tag in ("WORD", "COUNTNOUN", "NAME"):
        return False
    if node.text.casefold() in name_class("stopword"):
        return not (inside and nodes[i - 1].text.endswith("ly") and node.text.endswith(("ed", "-tuned")))
    if inside and node.tag == "WORD" and node.text.endswith("ed") and i + 1 < len(nodes) and nodes[i + 1].tag in ("ON", "IN", "BY", "WITH"):
        return True
    return node.tag in _STOPS and not (inside and _participle(nodes, i))


def _participle(nodes: Sentence, i: int) -> bool:
    """``conventional pruning methods``: a form of a verb that belongs to the noun behind it."""
    if nodes[i].text == "used" and nodes[i - 1].text.endswith("ly"):
        return True
    if nodes[i].tag not in ("DOWNVERB", "UPVERB", "GET") or not nodes[i].text.endswith(("ing", "ed")):
        return False
    return i + 1 < len(nodes) and nodes[i + 1].tag in ("WORD", "PERF", "COUNTNOUN")


def _system_in(kept: list[Node]) -> str | None:
    """The system that a phrase ends with ("the strong baseline METER", "METER models"), or None."""
    named = [k for k, n in enumerate(kept) if n.tag == "NAME" and len(n.text) > 1 and not _GROUP.fullmatch(n.text)]
    if not named or any(n.tag == "AND" for n in kept) or (is_everybodys(kept[named[-1]].text) and len(kept) > 1):
        return None
    last = named[-1]
    trailing = kept[last + 1 :]
    if trailing and (kept[last].text.endswith(("-based", "-style", "-like")) or trailing[0].text in ("sampling", "search", "decoding")):
        return None
    if trailing and kept[0].tag == "SOTA" and last > 0:
        return None
    return kept[last].text if len(trailing) <= 1 and all(n.tag in ("WORD", "NOTABLY", "PERF") for n in trailing) else None


#: What begins another comparison ("faster than X and hundreds of times faster than Y").
_AMOUNTS = frozenset({"tens", "dozens", "hundreds", "thousands", "millions", "orders"})


def _goes_on(nodes: Sentence, i: int) -> bool:
    """Whether "and" joins two things of one phrase rather than two parts of the sentence."""
    if i + 1 >= len(nodes) or nodes[i + 1].tag not in ("NAME", "WORD") or nodes[i + 1].text in _AMOUNTS:
        return False
    return not (i + 2 < len(nodes) and nodes[i + 2].tag in _NEXT_VERBS)


_LIST_ENDS = frozenset("BY Q WITH GET BEAT STOP SEMI ON IN UPVERB DOWNVERB CONJ RESP HAVE BE".split())


def enumerated(nodes: Sentence, start: int) -> list[str]:
    """The systems enumerated from ``start`` on: ``Swin-T [1], DeiT-T [2] and PVT-T [3] by`` gives three names.

    Brackets are left out; a part without a name is given by its words without articles.
    """
    parts: list[list[Node]] = [[]]
    depth, closed = 0, False
    for node in nodes[start : start + _LONGEST_LIST]:
        if node.tag in ("LP", "RP"):
            depth += 1 if node.tag == "LP" else -1
        elif depth > 0:
            continue
        elif node.tag in _LIST_ENDS or node.text.casefold() in ("but", "yet") or (node.tag == "COMMA" and closed and parts[-1]):
            break
        elif node.tag in ("COMMA", "AND", "SLASH"):
            closed = closed or node.tag == "AND"
            parts.append([])
        elif node.tag not in ("DET", "NOTABLY"):
            parts[-1].append(node)
    named = [part for part in parts if part]
    return [next((n.text for n in reversed(part) if n.tag == "NAME"), " ".join(n.text for n in part)) for part in named]


_LONGEST_LIST = 30
