"""The split of a benchmark that a text names beside it or around a number."""

from __future__ import annotations

import re

from leaderboard.extraction.benchmark.split_names import is_part, usual_name
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence

_SEVERAL = re.compile(r"(\w+) and (\w+) (test sets?|pass(?:es)?)", re.I)


def split_at(nodes: Sentence, bench: int | None, index: int, place: int, *, scored: bool) -> str | None:
    """The split named next to a benchmark or, for scores and gains, around the number.

    Args:
        nodes: the sentence.
        bench: the node of the benchmark that the number was bound to.
        index: the node of the number; ``place`` its rank in a list ("on the clean and other test sets").
        scored: whether the number is a score or gain, which alone take a split from their surroundings.
    """
    members = len(nodes[index].quantities)
    if scored and (part := _some_of_all(nodes, index)) is not None:
        return part
    if scored and (own := _right_after(nodes, index)) is not None and len(_split_list(nodes, own)) == 1 == members:
        return split_name(nodes[own].text, place)
    for i in _beside(nodes, bench):
        if nodes[i].has("SPLIT"):
            return _one_each(nodes, i, members, place) or split_name(nodes[i].text, place)
    if not scored:
        return None
    return _after(nodes, index, members, place) or _before(nodes, index, members, place)


def _after(nodes: Sentence, index: int, members: int, place: int) -> str | None:
    """``91% and 93% on the val and test sets``: the split between the number and the next one."""
    inside = False
    for i in range(index + 1, min(index + 15, len(nodes))):
        inside = nodes[i].tag == "LP" or (inside and nodes[i].tag != "RP")
        if nodes[i].tag in ("STOP", "SEMI") or (nodes[i].tag in ("Q", "TIMES") and not inside):
            break
        if not nodes[i].has("SPLIT"):
            continue
        if each := _one_each(nodes, i, members, place):
            return each
        if _is_place(nodes, i) and (name := known_split(nodes[i].text, place)):
            return name
    return None


def _before(nodes: Sentence, index: int, members: int, place: int) -> str | None:
    """``On the val set we reach 91%``: the split before the number, unless it is that of an earlier one."""
    for i in range(index - 1, max(-1, index - 12), -1):
        if nodes[i].tag in ("Q", "STOP", "SEMI"):
            break
        if not nodes[i].has("SPLIT"):
            continue
        if each := _one_each(nodes, i, members, place):
            return each
        if _of_number_before(nodes, i, index):
            break
        if (is_part(nodes[i].text) or _is_place(nodes, i)) and (name := known_split(nodes[i].text, place)):
            return name
    return None


def _some_of_all(nodes: Sentence, index: int) -> str | None:
    """``100% on 4 out of 15 classes``: a part of the benchmark, in the words of the text."""
    start = index + 1
    while nodes.at(start).tag in ("METRIC", "PERF"):
        start += 1
    if nodes.at(start).tag not in ("ON", "IN"):
        return None
    phrase = nodes.after(start, _PART)
    end = next((k for k, n in enumerate(phrase) if n.tag == "COUNTNOUN"), None)
    if end is None:
        return None
    words = phrase[: end + 1]
    counts = [n for n in words if n.tag in ("Q", "NUM")]
    glue = [n for n in words[:-1] if n not in counts]
    if len(counts) != _SEVERAL_NUMBERS or words[0] not in counts or not any(n.tag == "OF" for n in glue):
        return None
    if any(n.tag not in ("OF", "DET") and n.text.casefold() != "out" for n in glue):
        return None
    return " ".join(n.text for n in words)


#: How many words "4 out of the 15 classes" has.
_PART = 6


def _right_after(nodes: Sentence, index: int) -> int | None:
    """``3.6% on test-other``: the split right after the number, without a benchmark in between."""
    i = index + 1
    if nodes.at(i).tag == "METRIC":
        i += 1
    if nodes.at(i).tag not in ("ON", "IN"):
        return None
    while nodes.at(i + 1).tag == "DET":
        i += 1
    return i + 1 if nodes.at(i + 1).tag == "SPLIT" else None


def _of_number_before(nodes: Sentence, split: int, index: int) -> bool:
    """``3.6% on test-other and 5.9%``: a split that stands after another number, with a conjunction before this one."""
    closed = any(n.tag in ("AND", "COMMA", "SEMI") for n in nodes.between(split, index))
    return closed and any(n.tag == "Q" for n in nodes.before(split, 3))


def _one_each(nodes: Sentence, i: int, members: int, place: int) -> str | None:
    """``test-clean and test-other``, ``the easy/moderate/hard splits``: of as many splits as numbers, the one at ``place``."""
    if members < _SEVERAL_NUMBERS:
        return None
    listed = _split_list(nodes, i)
    if len(listed) != members:
        return None
    noun = re.compile(r"\s(?:test |validation )?(?:splits?|sets?|subsets?)$", re.I)
    return split_name(noun.sub("", nodes[listed[place]].text), place)


def _split_list(nodes: Sentence, i: int) -> list[int]:
    """The splits (or plain words that stand in one list with a split) enumerated around node ``i``."""
    listed = [i]
    for step in (-1, 1):
        j = i
        while 0 <= j + 2 * step < len(nodes):
            glue = j + step
            if nodes[glue].tag not in ("AND", "COMMA", "SLASH"):
                break
            other = glue + step
            while 0 <= other < len(nodes) and nodes[other].tag in ("AND", "DET"):
                other += step
            if not 0 <= other < len(nodes) or not (_is_split(nodes[other]) or (step < 0 and nodes[other].tag == "WORD")):
                break
            listed.append(other)
            j = other
    return sorted(listed)


def _is_split(node: Node) -> bool:
    """``val``, and also ``test set``, which alone is a noun for a data set."""
    return node.has("SPLIT") or (node.tag == "BENCHNOUN" and usual_name(node.text.removesuffix("s")) is not None)


_SEVERAL_NUMBERS = 2


def _is_place(nodes: Sentence, i: int) -> bool:
    """``on val``, ``the official test set``: right after a preposition or determiner, or with one word between."""
    before = nodes.at(i - 1).tag
    return before in ("ON", "IN", "DET", "LP") or (before in ("WORD", "NOTABLY") and nodes.at(i - 2).tag in ("ON", "IN", "DET"))


def _beside(nodes: Sentence, bench: int | None) -> list[int]:
    """The nodes right around a benchmark: ``COCO test-dev``, ``the test-std set of X``, ``X's hardest split``."""
    if bench is None:
        return []
    places = [bench + 1, bench + 2, bench - 1]
    if bench + 1 < len(nodes) and nodes[bench + 1].tag in ("LP", "BENCHNOUN", "POSS", "NUM"):
        places.append(bench + 3)
    if nodes.at(bench - 1).tag == "OF":
        places += [bench - 2, bench - 3]
    return [i for i in places if 0 <= i < len(nodes) and not any(n.tag == "Q" for n in nodes[min(i, bench) : max(i, bench)])]


def known_split(text: str, place: int = 0) -> str | None:
    """The usual name of a split that is known by sight, or None; of several named at once, the one at ``place``."""
    several = _SEVERAL.search(text)
    if several:
        part = several[1 + min(place, 1)].casefold()
        return f"test-{part}" if several[3].casefold().startswith("test") else part
    return usual_name(text)


def split_name(text: str, place: int = 0) -> str:
    """The usual name of a split (``validation set`` -> ``val``), or the words of the text where there is no usual one."""
    return known_split(text, place) or text
