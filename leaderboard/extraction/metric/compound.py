"""Measures that no list names: a general head ("rate", "time", "error") with the words before it that say of what.

``a successful identification rate of 84%`` measures a "successful identification rate"; ``task completion time`` is a cost.
The registry's own phrases are longer than any head alone and are left as they are.
"""

from __future__ import annotations

import re
from dataclasses import replace

from leaderboard.extraction.lexicon.word_files import name_class
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.registry import Registry

_MOST_MODIFIERS = 3


_JOINED_BY = 1


def name_open_metrics(nodes: Sentence, registry: Registry) -> Sentence:
    """Join every general head of a measure with its modifiers into one ``METRIC`` or ``COST`` node."""
    out = Sentence()
    for i, node in enumerate(nodes):
        tag = None if i + 1 < len(nodes) and nodes[i + 1].tag == "BENCHNOUN" else _head(node)
        if (error := _error_of_both(nodes, i, registry)) is not None:
            out.append(error)
            continue
        if (shared := _shared_head(nodes, i, registry)) is not None:
            out.append(shared)
            continue
        count = _modifiers(out, node) if tag is not None else 0
        if tag is None or not count:
            out.append(node)
            continue
        words = [*out[-count:], node]
        del out[-count:]
        text = " ".join(n.text for n in words)
        known = registry.metric(text)
        out.append(Node(tag, words[0].start, node.end, text, known.name if known is not None else None, (), node.tags))
    return out


def _shared_head(nodes: Sentence, i: int, registry: Registry) -> Node | None:
    """``box/mask AP``: the first of two measures that share their last word."""
    if nodes[i].tag not in ("WORD", "SPLIT") or i + 2 >= len(nodes) or nodes[i + 1].tag not in ("SLASH", "AND"):
        return None
    second = nodes[i + 2]
    head = second.text.rsplit(maxsplit=1)
    if second.tag != "METRIC" or len(head) != _SHARED:
        return None
    known = registry.metric(f"{nodes[i].text} {head[1]}")
    return None if known is None else replace(nodes[i], tag="METRIC", name=known.name)


_SHARED = 2


def _error_of_both(nodes: Sentence, i: int, registry: Registry) -> Node | None:
    """``top-1/top-5 error of 24.1%/7.1%``, ``21% top-1 and 6% top-5 error``: the first of two ranks is an error as well."""
    if nodes[i].tag != "METRIC" or not re.fullmatch(r"(?:top|rank)-?\d+", nodes[i].text.casefold()) or i + 2 >= len(nodes):
        return None
    second = nodes[i + 3] if nodes[i + 2].tag == "Q" and i + 3 < len(nodes) else nodes[i + 2]
    if nodes[i + 1].tag not in ("SLASH", "AND") or second.tag != "METRIC" or "error" not in second.text.casefold():
        return None
    known = registry.metric(f"{nodes[i].text} error")
    return replace(nodes[i], name=known.name if known is not None else f"{nodes[i].text} error")


def _head(node: Node) -> str | None:
    """The tag of the measure that a node is the head of, or None."""
    word = node.text.casefold()
    if node.tag not in ("WORD", "METRIC", "COST", "DIFFNOUN"):
        return None
    if word in name_class("costhead"):
        return "COST"
    return "METRIC" if word in name_class("qualityhead") else None


def _modifiers(before: list[Node], head: Node) -> int:
    """How many of the nodes before a head belong to its name."""
    count, end = 0, head.start
    for node in reversed(before[-_MOST_MODIFIERS:]):
        if end - node.end > _JOINED_BY or not _is_modifier(node):
            break
        if node.tag in ("METRIC", "COST") and head.text.casefold().startswith(("rate", "ratio", "score", "index", "value")):
            return 0
        count, end = count + 1, node.start
    return count


def _is_modifier(node: Node) -> bool:
    word = node.text.casefold()
    if node.tag in ("METRIC", "COST", "SETNOUN", "SOLVE"):
        return not word.endswith(("s", "ed"))
    if node.tag not in ("WORD", "NAME", "PERF"):
        return False
    return node.text[0].isalpha() and word not in name_class("nomodifier") and not word.endswith("ly")
