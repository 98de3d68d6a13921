"""Resolve, a helper: the noun phrase behind a word of comparison, as a name to show."""

from __future__ import annotations

import re

from leaderboard.extraction.nodes import Node

_STOPS = frozenset(
    {
        "BY",
        "COMMA",
        "SEMI",
        "STOP",
        "Q",
        "WITH",
        "LP",
        "RP",
        "COLON",
        "GET",
        "BEAT",
        "UPVERB",
        "DOWNVERB",
        "RESP",
        "HAVE",
        "DASH",
        "TIMES",
        "URL",
        "FROM",
        "TO",
    }
)
_STOP_WORDS = frozenset(
    "while when whereas where that which who such like including e.g. i.e. but trained pre-trained fine-tuned evaluated measured without if because as also under until since than we our it whose even despite after before".split()
)
_TRAIL = frozenset({"AND", "ON", "IN", "OF", "DET", "NOTABLY", "MEAN", "ONLY", "OVER", "VERSUS", "METRIC"})
#: Verbs behind a name that begin a new part of the sentence.
_NEXT_VERBS = frozenset({"BEAT", "GET", "UPVERB", "DOWNVERB", "SPEEDVERB", "HAVE", "BE", "KEEP", "WITH"})
_GROUP = re.compile(r"(?:[A-Z]+|[A-Z]\w*[A-Z])s|LLM|CNN|RNN|GNN|MIM|SLT|PEFT|FCN|NMT|SSL|RL")
#: "Over all tasks", "over five data sets" say where, not against what.
_WHERE = frozenset(
    "tasks datasets benchmarks images videos languages domains classes scenes settings scenarios epochs iterations years metrics games environments seeds runs".split()
) | {"data sets"}


def comparison_phrase(nodes: list[Node], start: int) -> str | None:
    """The noun phrase that begins at ``start``: a name where it holds one, else its words without articles."""
    kept: list[Node] = []
    for i in range(start, min(start + 12, len(nodes))):
        node = nodes[i]
        gerund = (
            bool(kept)
            and node.tag in ("DOWNVERB", "UPVERB", "GET")
            and node.text.endswith(("ing", "ed"))
            and i + 1 < len(nodes)
            and nodes[i + 1].tag in ("WORD", "PERF", "COUNTNOUN")
        )
        if (
            (node.tag in _STOPS and not gerund)
            or node.text.casefold() in _STOP_WORDS
            or node.text.casefold() in ("in", "on", "across", "for", "at", "during", "within", "throughout", "regarding", "in terms of")
        ):
            break
        if node.tag == "POSS":
            break
        if node.tag == "AND" and not _goes_on(nodes, i):
            break
        kept.append(node)
    while kept and (kept[-1].tag in _TRAIL):
        kept.pop()
    while kept and (kept[0].tag in ("DET", "OF", "WE") or kept[0].text.casefold() == "either"):
        kept.pop(0)
    if not kept or kept[-1].tag in ("COUNTNOUN", "BENCHNOUN") and kept[-1].text.casefold() in _WHERE:
        return None
    named = [k for k, n in enumerate(kept) if n.tag == "NAME" and not _GROUP.fullmatch(n.text)]
    if named and not any(n.tag == "AND" for n in kept):
        last = named[-1]
        if all(n.tag in ("WORD", "NOTABLY", "PERF") for n in kept[last + 1 :]) and len(kept) - last <= 2:
            return kept[last].text
    return " ".join(n.text for n in kept)


def _goes_on(nodes: list[Node], i: int) -> bool:
    return i + 1 < len(nodes) and nodes[i + 1].tag in ("NAME", "WORD") and not (i + 2 < len(nodes) and nodes[i + 2].tag in _NEXT_VERBS)
