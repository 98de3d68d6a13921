"""Attach, a helper: the split of a benchmark that a text names beside it or around a number."""

from __future__ import annotations

import re

from leaderboard.extraction.tokens.sentence import Sentence

_SPLITS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"test[- ]dev", re.I), "test-dev"),
    (re.compile(r"test[- ]std|test-standard", re.I), "test-std"),
    (re.compile(r"test[- ]clean", re.I), "test-clean"),
    (re.compile(r"test[- ]other", re.I), "test-other"),
    (re.compile(r"test[- ]challenge", re.I), "test-challenge"),
    (re.compile(r"dev[- ]clean", re.I), "dev-clean"),
    (re.compile(r"dev[- ]other", re.I), "dev-other"),
    (re.compile(r"minival", re.I), "minival"),
    (re.compile(r"karpathy", re.I), "Karpathy test"),
    (re.compile(r"online test(?:ing)? server|official (?:online test(?:ing)? )?server", re.I), "online test server"),
    (re.compile(r"^clean pass", re.I), "clean"),
    (re.compile(r"^final pass", re.I), "final"),
    (re.compile(r"worst[- ]case", re.I), "worst case"),
    (re.compile(r"^val(?:idation)?(?: set| split|2017| data)?$", re.I), "val"),
    (re.compile(r"^dev(?:elopment)?(?: set| split)?$", re.I), "dev"),
    (re.compile(r"^(?:full |hidden )?test(?:ing)?(?: set| split|2017|set)?$", re.I), "test"),
)


#: Parts of a benchmark that count as a split wherever a phrase names them.
_PARTS = re.compile(
    r"(?:rare|non-rare|novel|base|new|seen|unseen) classes|hardest|worst[- ]case|(?:in|out-of)-domain|online test server", re.I
)


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
    if scored and (own := _right_behind(nodes, index)) is not None and len(_split_list(nodes, own)) == 1 == members:
        return split_name(nodes[own].text, place)
    for i in _beside(nodes, bench):
        if nodes[i].has("SPLIT"):
            return _one_each(nodes, i, members, place) or split_name(nodes[i].text, place)
    if not scored:
        return None
    return _behind(nodes, index, members, place) or _in_front(nodes, index, members, place)


def _behind(nodes: Sentence, index: int, members: int, place: int) -> str | None:
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


def _in_front(nodes: Sentence, index: int, members: int, place: int) -> str | None:
    for i in range(index - 1, max(-1, index - 12), -1):
        if nodes[i].tag in ("Q", "STOP", "SEMI"):
            break
        if not nodes[i].has("SPLIT"):
            continue
        if each := _one_each(nodes, i, members, place):
            return each
        if _of_number_before(nodes, i, index):
            break
        if (_PARTS.search(nodes[i].text) or _is_place(nodes, i)) and (name := known_split(nodes[i].text, place)):
            return name
    return None


def _right_behind(nodes: Sentence, index: int) -> int | None:
    """``3.6% on test-other``: the split right behind the number, without a benchmark in between."""
    i = index + 1
    if i < len(nodes) and nodes[i].tag == "METRIC":
        i += 1
    if i >= len(nodes) or nodes[i].tag not in ("ON", "IN"):
        return None
    while i + 1 < len(nodes) and nodes[i + 1].tag == "DET":
        i += 1
    return i + 1 if i + 1 < len(nodes) and nodes[i + 1].tag == "SPLIT" else None


def _of_number_before(nodes: Sentence, split: int, index: int) -> bool:
    """``3.6% on test-other and 5.9%``: a split that stands behind another number, with a conjunction before this one."""
    closed = any(n.tag in ("AND", "COMMA", "SEMI") for n in nodes[split + 1 : index])
    return closed and any(n.tag == "Q" for n in nodes[max(0, split - 3) : split])


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
            if not 0 <= other < len(nodes) or not (nodes[other].has("SPLIT") or (step < 0 and nodes[other].tag == "WORD")):
                break
            listed.append(other)
            j = other
    return sorted(listed)


_SEVERAL_NUMBERS = 2


def _is_place(nodes: Sentence, i: int) -> bool:
    return (i > 0 and nodes[i - 1].tag in ("ON", "IN", "DET", "LP")) or (
        i > 1 and nodes[i - 1].tag in ("WORD", "NOTABLY") and nodes[i - 2].tag in ("ON", "IN", "DET")
    )


def _beside(nodes: Sentence, bench: int | None) -> list[int]:
    """The nodes right around a benchmark: ``COCO test-dev``, ``the test-std set of X``, ``X's hardest split``."""
    if bench is None:
        return []
    places = [bench + 1, bench + 2, bench - 1]
    if bench + 1 < len(nodes) and nodes[bench + 1].tag in ("LP", "BENCHNOUN", "POSS", "NUM"):
        places.append(bench + 3)
    if bench >= 2 and nodes[bench - 1].tag == "OF":
        places += [bench - 2, bench - 3]
    return [i for i in places if 0 <= i < len(nodes) and not any(n.tag == "Q" for n in nodes[min(i, bench) : max(i, bench)])]


def known_split(text: str, place: int = 0) -> str | None:
    """The usual name of a split that is known by sight, or None; of several named at once, the one at ``place``."""
    several = _SEVERAL.search(text)
    if several:
        part = several[1 + min(place, 1)].casefold()
        return f"test-{part}" if several[3].casefold().startswith("test") else part
    if _PARTS.search(text):
        return "worst case" if text.casefold().startswith("worst") else text
    return next((name for pattern, name in _SPLITS if pattern.search(text)), None)


def split_name(text: str, place: int = 0) -> str:
    """The usual name of a split (``validation set`` -> ``val``), or the words of the text where there is no usual one."""
    return known_split(text, place) or text
