"""Measures that no list names: a general head ("rate", "time", "error") with the words before it that say of what.

``a successful identification rate of 84%`` measures a "successful identification rate"; ``task completion time`` is a cost.
The registry's own phrases are longer than any head alone and are left as they are.
"""

from __future__ import annotations

import re
from dataclasses import replace

from leaderboard.extraction.lexicon.word_files import name_class
from leaderboard.extraction.metric.number import THINGS, words_of
from leaderboard.extraction.metric.phrases import is_a
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.registry import Registry


def name_open_metrics(nodes: Sentence, registry: Registry) -> Sentence:
    """The sentence with every general head of a measure joined with its modifiers into one ``METRIC`` or ``COST`` node."""
    out = Sentence()
    for i, node in enumerate(nodes):
        shared = _error_of_both(nodes, i, registry) or _shared_head(nodes, i, registry)
        if shared is not None:
            out.append(shared)
            continue
        tag = None if nodes.at(i + 1).tag == "BENCHNOUN" else _head(node)
        count = _modifiers(out, node) if tag is not None else 0
        if tag is None or not count:
            out.append(node)
            continue
        words = [*out[-count:], node]
        del out[-count:]
        out.append(_joined(words, tag, registry))
    return out


def _joined(words: list[Node], tag: str, registry: Registry) -> Node:
    """One node for a head and its modifiers, with the registry's name where there is one."""
    text = words_of(words)
    known = registry.metric(text)
    return Node(tag, words[0].start, words[-1].end, text, known.name if known is not None else None, (), words[-1].tags)


def _shared_head(nodes: Sentence, i: int, registry: Registry) -> Node | None:
    """``box/mask AP``: the first of two measures that share their last word."""
    second = nodes.at(i + 2)
    if nodes[i].tag not in ("WORD", "SPLIT") or nodes.at(i + 1).tag not in ("SLASH", "AND") or second.tag != "METRIC":
        return None
    modifier, _, head = second.text.rpartition(" ")
    known = registry.metric(f"{nodes[i].text} {head}") if modifier.strip() else None
    return None if known is None else replace(nodes[i], tag="METRIC", name=known.name)


_RANK = re.compile(r"(?:top|rank)-?\d+")


def _error_of_both(nodes: Sentence, i: int, registry: Registry) -> Node | None:
    """``top-1/top-5 error of 24.1%/7.1%``, ``21% top-1 and 6% top-5 error``: the first of two ranks is an error as well."""
    if nodes[i].tag != "METRIC" or nodes.at(i + 1).tag not in ("SLASH", "AND") or not _RANK.fullmatch(nodes[i].text.casefold()):
        return None
    second = nodes.at(i + 3) if nodes.at(i + 2).tag == "Q" else nodes.at(i + 2)
    if second.tag != "METRIC" or not is_a(second.text, "error"):
        return None
    known = registry.metric(f"{nodes[i].text} error")
    return replace(nodes[i], name=known.name if known is not None else f"{nodes[i].text} error")


def _head(node: Node) -> str | None:
    """The tag of the measure that a node is the head of, or None."""
    if node.tag not in ("WORD", "METRIC", "COST", "DIFFNOUN"):
        return None
    word = node.text.casefold()
    if word in name_class("costhead"):
        return "COST"
    return "METRIC" if word in name_class("qualityhead") else None


_MOST_MODIFIERS = 3


def _modifiers(before: list[Node], head: Node) -> int:
    """How many of the nodes before a head belong to its name: those that stand next to it, word by word."""
    count, end = 0, head.start
    for node in reversed(before[-_MOST_MODIFIERS:]):
        if end - node.end > len(" ") or not _is_modifier(node):
            break
        if node.tag in THINGS and is_a(head.text, "barehead"):
            return 0
        count, end = count + 1, node.start
    return count


def _is_modifier(node: Node) -> bool:
    """``task completion`` before "time": a plain word or a measure, but no plural, participle, adverb or word of grammar."""
    word = node.text.casefold()
    if node.tag in ("METRIC", "COST", "SETNOUN", "SOLVE"):
        return not word.endswith(("s", "ed"))
    if node.tag not in ("WORD", "NAME", "PERF"):
        return False
    return node.text[0].isalpha() and word not in name_class("nomodifier") and not word.endswith("ly")
