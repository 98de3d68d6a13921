"""Words that are a noun here and a verb there: "an increase of 2%", "increases the accuracy by 2%"."""

from __future__ import annotations

import re
from dataclasses import replace

from leaderboard.extraction.nodes import Node
from leaderboard.registry import Registry

_NOUNS = {"UPVERB": "UPNOUN", "DOWNVERB": "DOWNNOUN", "SPEEDVERB": "SPEEDNOUN"}
_VERB_FOLLOWS = frozenset({"FROM", "BY", "DET", "WE"})
_NOUN_FOLLOWS = frozenset({"OF", "ON", "IN", "OVER", "LP", "VERSUS", "COLON", "RP", "STOP"})
_NOUN_PRECEDES = frozenset({"DET", "Q", "NOTABLY", "MEAN", "RELATIVE", "ABSOLUTE", "UPADJ", "DOWNADJ", "ACCURATEADJ", "OF", "BY"})


#: Abbreviations of metrics that are as often something else (speech recognition, expectation maximisation).
_AMBIGUOUS = frozenset(
    {"ASR", "EM", "SR", "IS", "AR", "PER", "DA", "CE", "MAP", "RE", "PA", "AD", "MR", "SA", "CS", "CC", "PC", "ACC", "HD"}
)
_BEFORE_NOUN = frozenset(
    {"DET", "WORD", "NOTABLY", "SOTA", "NAME", "WE", "UPADJ", "GET", "UPVERB", "DOWNVERB", "RELATIVE", "MEAN", "PRIOR"}
)
#: Comparisons that say in which measure where a measure follows ("with respect to AUROC").
_IN_TERMS = frozenset({"with respect to", "w.r.t.", "relative to"})
_NOT_AFTER_METRIC = frozenset({"WORD", "NAME", "BENCH", "COUNTNOUN", "PERF", "BENCHNOUN", "POSS"})


def settle(nodes: list[Node], redefined: frozenset[str] = frozenset()) -> list[Node]:
    """Give every word that may be two things the tag that its neighbours ask for.

    ``redefined`` are abbreviations of metrics that the text spells out as something else (ASD as a disease).
    """
    out = list(nodes)
    for i, node in enumerate(nodes):
        noun = _NOUNS.get(node.tag)
        if (
            "DOWNADJ" in node.tags
            and node.tag == "DOWNVERB"
            and ((i and nodes[i - 1].tag == "Q") or (i + 1 < len(nodes) and nodes[i + 1].tag == "THAN"))
        ):
            out[i] = replace(node, tag="DOWNADJ")
        elif noun is not None and noun in node.tags and _is_noun(nodes, i):
            out[i] = replace(node, tag=noun)
        elif node.text.casefold() in ("approach", "approaches") and node.tag == "GET" and i and nodes[i - 1].tag in _BEFORE_NOUN:
            out[i] = replace(node, tag="WORD")
        elif (
            node.tag == "METRIC" and i + 1 < len(nodes) and nodes[i + 1].text.casefold() in ("benchmark", "benchmarks", "datasets", "tasks")
        ):
            out[i] = replace(node, tag="WORD", name=None)
        elif node.tag == "VERSUS" and node.text.casefold() in _IN_TERMS and i + 1 < len(nodes) and nodes[i + 1].tag in ("METRIC", "COST"):
            out[i] = replace(node, tag="ON")
        elif (
            node.text == "loss"
            and node.tag == "METRIC"
            and i
            and nodes[i - 1].tag in ("METRIC", "PERF")
            and nodes[i - 1].end + 1 == node.start
        ):
            out[i] = replace(node, tag="DOWNNOUN", name=None)
        elif node.tag == "COST" and node.text.casefold() == "data" and _part_of_noun(nodes, i):
            out[i] = replace(node, tag="WORD", name=None)
        elif node.tag == "COST" and node.text == "time" and i >= 2 and nodes[i - 1].text == "the" and nodes[i - 2].tag == "OF":
            out[i] = replace(node, tag="WORD", name=None)
        elif (
            node.text in ("scores", "score", "ranks")
            and i
            and nodes[i - 1].tag in ("NAME", "WE", "NOTABLY", "WORD")
            and i + 1 < len(nodes)
            and nodes[i + 1].tag in ("Q", "DET", "ABOUT")
        ):
            out[i] = replace(node, tag="GET", name=None)
        elif (node.tag == "METRIC" and node.text in redefined) or (
            node.tag == "METRIC" and node.text.isupper() and node.text.isalpha() and _as_system(nodes, i)
        ):
            out[i] = replace(node, tag="NAME", name=None)
        elif node.tag == "METRIC" and node.text in _AMBIGUOUS and i + 1 < len(nodes) and nodes[i + 1].tag in _NOT_AFTER_METRIC:
            out[i] = replace(node, tag="WORD", name=None)
    return out


def _part_of_noun(nodes: list[Node], i: int) -> bool:
    """``the data transmission size``, ``data transfers``: the data are only part of what is counted."""
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    return (
        after is not None and after.tag == "WORD" and after.text.casefold().startswith(("trans", "movement", "copies", "loading", "access"))
    )


_BRACKET = re.compile(r"((?:[A-Za-z-]+\s){1,6})\(([A-Z]{2,5})\)")


def redefined_in(text: str, registry: Registry) -> frozenset[str]:
    """Abbreviations of metrics that a text spells out as something that is no metric.

    >>> from leaderboard.registry import load
    >>> sorted(redefined_in("screening for autism spectrum disorder (ASD) by word error rate (WER)", load()))
    ['ASD']
    """
    return frozenset(
        m[2] for m in _BRACKET.finditer(text) if registry.metric(m[2]) is not None and not _spells_metric(m[1].split(), registry)
    )


def _spells_metric(words: list[str], registry: Registry) -> bool:
    tails = (" ".join(words[-count:]) for count in range(1, len(words) + 1))
    return any(registry.metric(tail) is not None or registry.metric(tail.removesuffix("s")) is not None for tail in tails)


def _as_system(nodes: list[Node], i: int) -> bool:
    """``0.8% more than MAE``, ``SAD decodes faster``: an abbreviation of a metric that stands where a system stands."""
    back = i - 1
    while back > max(0, i - 3) and nodes[back].tag in ("DET", "WORD", "NOTABLY"):
        back -= 1
    before = nodes[back] if i else None
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    if before is not None and before.tag in ("THAN", "VERSUS", "BEAT", "KEEP"):
        return after is None or after.tag not in ("OF", "Q", "BE", "METRIC", "SPLIT")
    return before is None and after is not None and after.tag in ("BEAT", "GET", "UPVERB", "HAVE")


def _is_noun(nodes: list[Node], i: int) -> bool:
    before = nodes[i - 1] if i else None
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    if after is not None and after.tag == "OF" and before is not None and before.text.casefold() in ("further", "significantly"):
        return True
    if before is not None and (
        before.tag in ("TO", "WE", "NAME") or before.text.casefold() in ("can", "could", "significantly", "further", "also", "to")
    ):
        return False
    if before is not None and before.tag == "Q":
        return True
    if before is not None and before.tag in ("METRIC", "COST", "PERF") and any(n.tag == "Q" for n in nodes[max(0, i - 4) : i - 1]):
        return True
    if after is not None and after.tag in _VERB_FOLLOWS:
        return before is not None and before.tag in ("DET", "NOTABLY", "MEAN") and after.tag not in ("DET", "WE")
    if after is None or after.tag in _NOUN_FOLLOWS or after.text.casefold().startswith("rang"):
        return True
    return before is not None and before.tag in _NOUN_PRECEDES
