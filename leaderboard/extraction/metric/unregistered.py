"""Measures that the registry does not have, by the text's own words ("88.2% MODA", "17% in terms of integrability")."""

from __future__ import annotations

import re
from itertools import takewhile

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.lexicon.word_files import TASK_ENDS, name_class
from leaderboard.extraction.metric.number import Number, run_of, words_of
from leaderboard.extraction.metric.phrases import is_a
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence

#: What ends a number's own noun.
_AFTER_NAME = frozenset({"ON", "IN", "OVER", "COMMA", "AND", "STOP", "VERSUS", "RP", "SEMI", "THAN"})
_LONGEST_NAME = 4
_ABBREVIATION = re.compile(r"(?:[A-Za-z]{1,2}-?)?[A-Z][A-Z0-9@-]+")


def name_after(number: Number) -> Target | None:
    """``88.2% MODA on Wildtrack``: an abbreviation right after the number that no list knows is its measure."""
    nodes, index = number.nodes, number.index
    name, after = nodes.at(index + 1), nodes.at(index + 2)
    if nodes[index].quantities[-1].unit not in ("%", None, "points") or name.tag != "NAME" or after.tag not in _AFTER_NAME:
        return None
    if not _ABBREVIATION.fullmatch(name.text) or name.text in name_class("everybody"):
        return None
    return Target(name.text, "quality", index + 1)


def in_terms_of(number: Number) -> Target | None:
    """``by 17% in terms of integrability``: the text's own word for what was measured."""
    nodes, index = number.nodes, number.index
    start = next((i + 1 for i in range(index + 1, min(index + 6, len(nodes))) if is_a(nodes[i].text, "interms")), None)
    if start is None or any(n.tag in ("Q", "COMMA", "SEMI") for n in nodes[index + 1 : start]):
        return None
    while nodes.at(start).tag in ("DET", "MEAN", "NOTABLY"):
        start += 1
    words = _up_to_stop(run_of(nodes[start:], ("WORD", "NAME"), _LONGEST_NAME))
    after = nodes.at(start + len(words)).tag
    return Target(words_of(words), "quality", start) if words and (after in _AFTER_NAME or after in ("", "TO")) else None


def noun_after(number: Number) -> Target | None:
    """``produces up to 40% strain``: the noun that a percentage of this level is of, where nothing else follows it."""
    nodes, index = number.nodes, number.index
    if nodes[index].quantities[-1].unit != "%" or not number.reading.rule.has("noun-after"):
        return None
    words = [n.text for n in run_of(nodes.after(index, 3), ("WORD", "SETNOUN", "LABEL"), 3)]
    ends = nodes.at(index + 1 + len(words)).tag in ("", "COMMA", "AND", "STOP", "ON", "IN", "WITH", "RP", "SEMI")
    plain = all(w[0].islower() and not w.casefold().endswith("ly") and w.casefold() not in name_class("stopword") for w in words)
    if not words or not ends or not plain or _is_no_measure(words):
        return None
    return Target(" ".join(words), "open", index + 1)


_COUNTED = frozenset({"WORD", "COUNTNOUN", "LABEL", "COST", "NAME", "METRIC", "SETNOUN"})
_COUNT_REACH = 6


def number_of(number: Number) -> Target | None:
    """``the number of queries is reduced by 32%``, ``reduces the number of distance computations by 10%``: the counted thing."""
    nodes, index = number.nodes, number.index
    low = max(0, (number.change if number.change is not None and number.follows_change else index) - _COUNT_REACH)
    for i in range(low, index - 1):
        if not is_a(nodes[i].text, "number") or nodes[i + 1].tag != "OF" or any(n.tag == "Q" for n in nodes[i:index]):
            continue
        counted = run_of(nodes.after(i + 1, 4), _COUNTED, 4)
        if counted and [n.tag for n in counted] != ["COST"]:
            cost = any(n.tag == "COST" for n in counted)
            return Target(f"number of {words_of(counted)}", "cost" if cost else "open", i)
    return None


def noun_before_by(number: Number) -> Target | None:
    """``drops the switches by 18% and fragments by «5%»``: the noun right before its own number in a list of changes."""
    nodes, by = number.nodes, number.index - 1
    if number.change is None or nodes.at(by).tag != "BY":
        return None
    words = [n.text for n in takewhile(_is_plain_noun, reversed(nodes.before(by, 2)))][::-1]
    first = by - len(words)
    listed = nodes.at(first - 1).tag in ("AND", "COMMA") and any(n.tag == "Q" for n in nodes.before(first - 1, 6))
    plain = words and words[-1].endswith("s") and not any(w in name_class("stopword") for w in words)
    return Target(" ".join(words), "open", first) if listed and plain and not _is_no_measure(words) else None


def _is_plain_noun(node: Node) -> bool:
    return node.tag in ("WORD", "COUNTNOUN") and node.text.islower()


def _is_stop(node: Node) -> bool:
    return node.text.casefold() in name_class("stopword")


def _up_to_stop(nodes: list[Node]) -> list[Node]:
    """The nodes before the first word that ends a name ("while", "such")."""
    return nodes[: next((k for k, node in enumerate(nodes) if _is_stop(node)), len(nodes))]


_CHANGES = frozenset({"DOWNVERB", "UPVERB", "DOWNNOUN", "UPNOUN"})
_IN_OBJECT = frozenset({"WORD", "COUNTNOUN", "LABEL", "SETNOUN", "SOLVE", "PERF", "NAME"})
_BEFORE_OBJECT = frozenset({"DET", "WE", "NOTABLY", "MEAN"})
_AFTER_OBJECT = frozenset({"BY", "FROM", "TO", "UPTO", "Q", "COMMA", "STOP", "AND", "VERSUS", "OVER", "ON", "IN", "RP"})


def object_of_change(number: Number) -> Target | None:
    """``reduces the number of violating outputs by 81%``, ``a reduction in outages of 5%``: the object, when no list knows it."""
    start = _object_start(number)
    if start is None or number.change is None:
        return None
    nodes, words = number.nodes, list[Node]()
    stop = number.index if number.follows_change else min(len(nodes), number.change + 8)
    end = start + len(run_of(nodes[start:stop], _BEFORE_OBJECT, stop))
    while end < stop and (nodes[end].tag in _IN_OBJECT or (nodes[end].tag == "OF" and words)):
        if nodes[end].tag == "PERF" and (performance := _performance(nodes, end, inside=bool(words))) is not None:
            return performance
        words.append(nodes[end])
        end += 1
    if not words or len(words) > _LONGEST_NAME or words[-1].tag == "NAME" or _is_no_measure([n.text for n in words]):
        return None
    whole = nodes.at(end).tag in _AFTER_OBJECT
    literal = nodes[number.change].tag in ("DOWNVERB", "DOWNNOUN") or is_a(nodes[number.change].text, "literal")
    return Target(words_of(words), "open", number.change) if whole and literal else None


def _object_start(number: Number) -> int | None:
    """Where the object of a verb of change begins, or that of a noun of change after "in" or "of"."""
    if number.change is None or number.nodes[number.change].tag not in _CHANGES:
        return None
    after = number.change + 1
    if number.nodes[number.change].tag in ("DOWNVERB", "UPVERB"):
        return after
    return after + 1 if is_a(number.nodes.at(after).text, "changeof") else None


def _performance(nodes: Sentence, i: int, *, inside: bool) -> Target | None:
    """``improves quality (MOS) by 5%``: the name in brackets; ``improves the results by 5%``: performance; "output quality" goes on."""
    if [n.tag for n in nodes.after(i, 3)] == ["LP", "NAME", "RP"]:
        return Target(nodes[i + 2].text, "open", i + 2)
    return None if inside and is_a(nodes[i].text, "quality") else Target(None, "perf", i)


def _is_no_measure(words: list[str]) -> bool:
    """Whether the words are a task, or stand for the system or the comparison rather than for something measured."""
    last = words[-1].casefold()
    return last.endswith(TASK_ENDS) or any(last in name_class(name) for name in ("anybody", "where", "stopword"))
