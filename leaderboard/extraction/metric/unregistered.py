"""Attach, helpers of targets: measures that no list knows, by the text's own words."""

from __future__ import annotations

import re

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.grammar.rule import Reading
from leaderboard.extraction.lexicon.word_files import TASK_ENDS, name_class
from leaderboard.extraction.tokens.sentence import Sentence

#: What ends a number's own noun.
_AFTER_NAME = frozenset({"ON", "IN", "OVER", "COMMA", "AND", "STOP", "VERSUS", "RP", "SEMI", "THAN"})


def name_behind(nodes: Sentence, index: int) -> Target | None:
    """``88.2% MODA on Wildtrack``: an abbreviation right behind the number that no list knows is its measure."""
    q = nodes[index].quantities[-1]
    if q.unit not in ("%", None, "points") or index + 2 >= len(nodes):
        return None
    name, after = nodes[index + 1], nodes[index + 2]
    if name.tag != "NAME" or after.tag not in _AFTER_NAME or not re.fullmatch(r"(?:[A-Za-z]{1,2}-?)?[A-Z][A-Z0-9@-]+", name.text):
        return None
    return None if name.text in name_class("everybody") else Target(name.text, "quality", index + 1)


def in_terms_of(nodes: Sentence, index: int) -> Target | None:
    """``by 17% in terms of integrability``: the text's own word for what was measured."""
    start = next((i + 1 for i in range(index + 1, min(index + 6, len(nodes))) if nodes[i].text.casefold() == "in terms of"), None)
    if start is None or any(n.tag in ("Q", "COMMA", "SEMI") for n in nodes[index + 1 : start]):
        return None
    while start < len(nodes) and nodes[start].tag in ("DET", "MEAN", "NOTABLY"):
        start += 1
    words: list[str] = []
    for node in nodes[start : start + _LONGEST_NAME]:
        if node.tag not in ("WORD", "NAME") or node.text.casefold() in name_class("stopword"):
            break
        words.append(node.text)
    after = nodes[start + len(words)] if start + len(words) < len(nodes) else None
    return Target(" ".join(words), "quality", start) if words and (after is None or after.tag in _AFTER_NAME or after.tag == "TO") else None


def noun_behind(nodes: Sentence, reading: Reading) -> Target | None:
    """``produces up to 40% strain``: the noun that a percentage of this level is of, where nothing else follows it."""
    q = nodes[reading.index].quantities[-1]
    if q.unit != "%" or reading.rule.name not in ("get-number", "verb-to", "number-versus"):
        return None
    words: list[str] = []
    for node in nodes[reading.index + 1 : reading.index + 4]:
        if node.tag not in ("WORD", "SETNOUN", "LABEL"):
            break
        words.append(node.text)
    after = reading.index + 1 + len(words)
    ends = after >= len(nodes) or nodes[after].tag in ("COMMA", "AND", "STOP", "ON", "IN", "WITH", "RP", "SEMI")
    plain = all(w[0].islower() and not w.casefold().endswith("ly") and w.casefold() not in name_class("stopword") for w in words)
    if not words or not ends or not plain or _is_nobodys_measure(words):
        return None
    return Target(" ".join(words), "open", reading.index + 1)


def number_of(nodes: Sentence, index: int, change: int | None) -> Target | None:
    """``the number of queries is reduced by 32%``, ``reduces the number of distance computations by 10%``: the counted thing."""
    low = max(0, (change if change is not None and change < index else index) - 6)
    for i in range(low, index - 1):
        if nodes[i].text.casefold() != "number" or nodes[i + 1].tag != "OF" or any(n.tag == "Q" for n in nodes[i:index]):
            continue
        counted = []
        for node in nodes[i + 2 : i + 6]:
            if node.tag not in ("WORD", "COUNTNOUN", "LABEL", "COST", "NAME", "METRIC", "SETNOUN"):
                break
            counted.append(node)
        if counted and not (len(counted) == 1 and counted[0].tag == "COST"):
            cost = any(n.tag == "COST" for n in counted)
            return Target("number of " + " ".join(n.text for n in counted), "cost" if cost else "open", i)
    return None


def noun_before_by(nodes: Sentence, index: int) -> Target | None:
    """``drops the switches by 18% and fragments by 5%``: the noun right before its own number."""
    if index < 3 or nodes[index - 1].tag != "BY":
        return None
    words: list[str] = []
    i = index - 2
    while i >= 0 and nodes[i].tag in ("WORD", "COUNTNOUN") and nodes[i].text.islower() and len(words) < 2:
        words.insert(0, nodes[i].text)
        i -= 1
    listed = words and i >= 0 and nodes[i].tag in ("AND", "COMMA") and any(n.tag == "Q" for n in nodes[max(0, i - 6) : i])
    if not listed or not words[-1].endswith("s") or _is_nobodys_measure(words) or any(w in name_class("stopword") for w in words):
        return None
    return Target(" ".join(words), "open", i + 1)


def open_noun(nodes: Sentence, reading: Reading, change: int) -> Target:
    """``reduces the number of violating outputs by 81%``: the object of the verb, when no list knows it."""
    if nodes[change].tag not in ("DOWNVERB", "UPVERB", "DOWNNOUN", "UPNOUN"):
        return Target(None, "none")
    words: list[str] = []
    last = ""
    stop = reading.index if change < reading.index else min(len(nodes), change + 8)
    start = change + 1
    if nodes[change].tag in ("DOWNNOUN", "UPNOUN"):
        if start < len(nodes) and nodes[start].text.casefold() in ("in", "of"):
            start += 1
        else:
            return Target(None, "none")
    for i in range(start, stop):
        node = nodes[i]
        if node.tag == "PERF" and [n.tag for n in nodes[i + 1 : i + 4]] == ["LP", "NAME", "RP"]:
            return Target(nodes[i + 2].text, "open", i + 2)
        if node.tag == "PERF" and not (words and node.text.casefold() == "quality"):
            return Target(None, "perf", i)
        if node.tag in ("DET", "WE", "NOTABLY", "MEAN") and not words:
            continue
        if node.tag in ("WORD", "COUNTNOUN", "LABEL", "SETNOUN", "SOLVE", "PERF", "NAME") or (node.tag == "OF" and words):
            words.append(node.text)
            last = node.tag
            continue
        break
    else:
        i = stop
    if not words or last == "NAME" or _is_nobodys_measure(words):
        return Target(None, "none")
    whole = i < len(nodes) and nodes[i].tag in ("BY", "FROM", "TO", "UPTO", "Q", "COMMA", "STOP", "AND", "VERSUS", "OVER", "ON", "IN", "RP")
    literal = nodes[change].tag in ("DOWNVERB", "DOWNNOUN") or nodes[change].text.casefold().startswith(_LITERAL)
    return Target(" ".join(words), "open", change) if whole and literal and len(words) <= _LONGEST_NAME else Target(None, "none")


#: Verbs that say which way a quantity went; what "improves" is as often a task as a measure.
_LITERAL = (
    "increas",
    "rais",
    "lift",
    "grow",
    "grew",
    "extend",
    "enlarge",
    "expand",
    "push",
    "add",
    "gain",
    "ris",
    "improvements",
    "improvement",
)


_LONGEST_NAME = 4


def _is_nobodys_measure(words: list[str]) -> bool:
    """Whether the words are a task, or stand for the system or the comparison rather than for something measured."""
    last = words[-1].casefold()
    return last.endswith(TASK_ENDS) or last in name_class("anybody") or last in name_class("where") or last in name_class("stopword")
