"""Step 5, grammar: which numbers of a sentence are results, and in what frame they stand.

The rules are a table (`data/registry/rules.txt`). A rule is a pattern over tags around a quantity; patterns become regular expressions
over the sentence's tag string, one character a node. For each quantity the first rule of the table that fits wins, so the table reads from
the special to the general. A rule looks at no more than ``WINDOW`` nodes on either side: the whole step is linear in the length of the
sentence.

Pattern language
    ``Q``            the quantity that the rule is about (exactly one in a pattern); ``QTY`` another one beside it
    ``METRIC``       a node with that tag; ``METRIC|COST`` one of several; a name in small letters is a macro of ``MACROS``
    ``X?  X*  X{0,3}``   as in regular expressions
    ``..``  ``...``  up to 3, up to 9 nodes of any kind that keep a phrase together (no other quantity, no end of clause)
    ``np..``         the same without verbs; ``()`` a group in brackets or none
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from leaderboard.extraction.nodes import TAGS, Node, tag_string

Frame = Literal["delta", "level", "baseline", "share", "none"]
WINDOW = 40
#: Units in which costs are stated.
RESOURCE_UNITS = frozenset(
    [*"s min h day ms us fps FLOPs FLOP/s tokens/s QPS params tokens B KB MB GB TB W mW kW J mJ kWh USD".split(), "GPU years"]
)

#: Names in patterns that stand for several tags.
MACROS: dict[str, str] = {
    "mod": "NOTABLY|SOTA|RELATIVE|ABSOLUTE|MEAN|DET|WORD|ONLY|SPLIT|NAME|BENCH|POSS|NUM|PERF|ON|IN",
    "on": "ON|IN",
    "adj": "NOTABLY|SOTA|RELATIVE|ABSOLUTE|MEAN|DET|WORD|ONLY|NAME|RESP",
    "thing": "METRIC|COST|PERF",
    "verb": "UPVERB|DOWNVERB|SPEEDVERB|BEAT|GET",
    "upnoun": "UPNOUN|DOWNNOUN|SPEEDNOUN|COMPRESSNOUN|DIFFNOUN",
    "comparative": "UPADJ|DOWNADJ|FASTADJ|SLOWADJ|ACCURATEADJ|EFFICIENTADJ",
    "prep": "OF|ON|IN|BY|TO|OVER|COLON|FROM|WITH",
}
_PHRASE = "".join(sorted(set(TAGS.values()) - set("Q.;)(")))
_NO_VERB = "".join(sorted({TAGS[tag] for tag in TAGS} - set("Q.;GOUDEJ")))
#: A group in brackets, or none.
_BRACKET = r"(?:\([^().;]{0,14}\))?"
_WIDE = "".join(sorted(set(TAGS.values()) - set("Q.;")))


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the grammar: a name, the pattern, the frame it gives, a condition on the number, and an example that is its test.

    ``units`` limits the rule to numbers of these kinds (see :func:`unit_kinds`); empty means all. In ``example`` the number that the rule
    must take stands between ``«`` and ``»``. The head of `rules.txt` says it all for users.
    """

    name: str
    pattern: str
    frame: Frame
    example: str
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule with its two halves as regular expressions: what must end right before the quantity, and what must begin right behind it.

    ``needs_before`` and ``needs_after`` are the tags, one of each set, without which they cannot match: quicker to look for.
    """

    rule: Rule
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    needs_before: tuple[frozenset[str], ...] = ()
    needs_after: tuple[frozenset[str], ...] = ()

    def match(self, left: str, right: str) -> tuple[int, int] | None:
        """How far the rule's pattern reaches to the left and to the right of a quantity, or None where it does not fit."""
        for one in self.needs_before:
            if one.isdisjoint(left):
                return None
        for one in self.needs_after:
            if one.isdisjoint(right):
                return None
        before = self.before.search(left) if self.before else None
        if self.before and before is None:
            return None
        after = self.after.match(right) if self.after else None
        if self.after and after is None:
            return None
        return len(left) - before.start() if before else 0, after.end() if after else 0


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity node with the rule that took it and the nodes (by index) that the rule's pattern covered on either side."""

    index: int
    rule: Rule
    first: int
    last: int

    @property
    def frame(self) -> Frame:
        """How the number is said: as a change, a level, a baseline's level or a share."""
        return self.rule.frame


class Grammar:
    """The compiled table, first rule first."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(compile_rule(rule) for rule in rules)
        self._by_kinds: dict[frozenset[str], tuple[Compiled, ...]] = {}

    def for_kinds(self, kinds: frozenset[str]) -> tuple[Compiled, ...]:
        """The rules that take a number of these kinds (see :func:`unit_kinds`), in order."""
        found = self._by_kinds.get(kinds)
        if found is None:
            found = tuple(one for one in self.rules if not one.rule.units or not kinds.isdisjoint(one.rule.units))
            self._by_kinds[kinds] = found
        return found


class PatternError(ValueError):
    """A rule's pattern that cannot be compiled; the message names the rule."""


def compile_rule(rule: Rule) -> Compiled:
    """Turn a rule's pattern into regular expressions over tag characters.

    >>> compile_rule(Rule("by", "BEAT ... BY Q", "delta", "beats it by «2%»")).after is None
    True
    """
    items = rule.pattern.split()
    if items.count("Q") != 1:
        raise PatternError(f"rule {rule.name}: the pattern needs exactly one Q: {rule.pattern}")
    at = items.index("Q")
    before = "".join(_item(i, rule) for i in items[:at])
    after = "".join(_item(i, rule) for i in items[at + 1 :])
    return Compiled(
        rule,
        re.compile(f"(?:{before})$") if before else None,
        re.compile(after) if after else None,
        tuple(filter(None, map(_needed, items[:at]))),
        tuple(filter(None, map(_needed, items[at + 1 :]))),
    )


_TAGS_ITEM = re.compile(r"(!?)([A-Za-z_|]+)([?*+]|\{\d+,\d+\})?")


def _tags(match: re.Match[str]) -> list[str]:
    """The tags that an item of a pattern stands for."""
    names = [name for part in match[2].split("|") for name in (MACROS[part].split("|") if part in MACROS else [part])]
    return ["Q" if name == "QTY" else name for name in names]


def _needed(item: str) -> frozenset[str]:
    """The tag characters of which an item needs one; empty where it can do without."""
    match = _TAGS_ITEM.fullmatch(item)
    if match is None or match[1] or (match[3] or "+") != "+" or item in ("..", "..."):
        return frozenset()
    return frozenset(TAGS[name] for name in _tags(match))


def _item(item: str, rule: Rule) -> str:
    if item == "..":
        return f"[{re.escape(_PHRASE)}]{{0,3}}?"
    if item == "()":
        return _BRACKET
    if item == "np..":
        return f"[{re.escape(_NO_VERB)}]{{0,9}}?"
    if item == "...":
        return f"[{re.escape(_WIDE)}]{{0,9}}?"
    match = _TAGS_ITEM.fullmatch(item)
    if match is None:
        raise PatternError(f"rule {rule.name}: cannot read {item!r}")
    names = _tags(match)
    unknown = [name for name in names if name not in TAGS]
    if unknown:
        raise PatternError(f"rule {rule.name}: unknown tag {unknown[0]}")
    chars = "".join(re.escape(TAGS[name]) for name in dict.fromkeys(names))
    return f"[{'^' if match[1] else ''}{chars}]{match[3] or ''}"


def read(nodes: list[Node], grammar: Grammar) -> list[Reading]:
    """The reading of every quantity of a sentence that some rule takes, in order of place.

    Args:
        nodes: the sentence after the quantities step.
        grammar: the compiled table.
    """
    string = tag_string(nodes)
    scored = _reports_score(string)
    readings: list[Reading] = []
    for index, node in enumerate(nodes):
        if node.tag not in ("Q", "TIMES"):
            continue
        kinds = unit_kinds(node)
        if scored and node.quantities and node.quantities[0].unit in ("params", "FLOPs"):
            kinds.add("beside-score")
        left = string[max(0, index - WINDOW) : index]
        right = string[index + 1 : index + 1 + WINDOW]
        for compiled in grammar.for_kinds(frozenset(kinds)):
            reach = compiled.match(left, right)
            if reach is not None:
                readings.append(Reading(index, compiled.rule, index - reach[0], index + 1 + reach[1]))
                break
    return _siblings(nodes, readings)


_SCORE = re.compile("M[^.;]{0,12}Q|Q[^.;]{0,6}M")


def _reports_score(string: str) -> bool:
    """Whether a sentence holds a number next to a quality metric, so that a model size beside it is the price of that score."""
    return _SCORE.search(string) is not None


_SIBLING_GLUE = frozenset({"COMMA", "AND", "SEMI"})
_BEFORE_SIBLING = frozenset({"BY", "WITH", "ON", "IN", "LP", "COLON", "WORD", "DET", "NOTABLY", "OF", "ONLY", "GET"})


#: Rules that only see a number next to a metric or benchmark; in a list that began as a change they do not make it a level.
_WEAK_LEVELS = frozenset({"number-metric", "number-on-benchmark", "get-number", "number-on-name", "metric-number"})
_WEAK_DELTAS = frozenset({"beat-bracket", "verb-up-to"})


def _siblings(nodes: list[Node], readings: list[Reading]) -> list[Reading]:
    """Lists: a number that no rule takes, or only one that sees its next neighbour, follows the number before it that has the same unit and
    the same kind of sign, if the list goes on in between.
    """
    by_index = {r.index: r for r in readings}
    last: dict[tuple[bool, str | None], Reading] = {}
    for index, node in enumerate(nodes):
        if node.tag != "Q":
            continue
        own = by_index.get(index)
        kind = (bool(node.quantities[0].sign), node.quantities[0].unit)
        before = last.get(kind)
        if before is not None and _open(own, before, beside=nodes[index - 1].tag in ("AND", "COMMA")) and _continues(nodes, before, index):
            rule = Rule("list", before.rule.pattern, before.rule.frame, before.rule.example)
            own = Reading(index, rule, max(before.index + 1, index - 1), index + 1 if own is None else own.last)
            by_index[index] = own
        if own is not None and own.frame != "none":
            last[kind] = own
    return [by_index[i] for i in sorted(by_index)]


def _open(own: Reading | None, before: Reading, *, beside: bool) -> bool:
    if own is None:
        return True
    if before.frame == "delta" and before.rule.name not in _WEAK_DELTAS:
        return own.rule.name in _WEAK_LEVELS or (own.rule.name == "share-number-cost" and beside)
    again = before.rule.name in ("get-of-metric", "list") and own.rule.name == "share-of-perf"
    return before.frame == "level" and (again or own.rule.name in _WEAK_DELTAS)


def _continues(nodes: list[Node], last: Reading, index: int) -> bool:
    a, b = nodes[last.index].quantities[-1], nodes[index].quantities[0]
    if a.unit != b.unit or index - last.index > 24:
        return False
    measured = all(i + 1 < len(nodes) and nodes[i + 1].tag == "METRIC" for i in (last.index, index))
    if a.unit is None and not (b.decimals and a.decimals) and not measured:
        return False
    between = nodes[last.index + 1 : index]
    i = index - 1
    while i > last.index and nodes[i].tag in _BEFORE_SIBLING and index - i <= 3:
        i -= 1
    glued = (
        nodes[i].tag in _SIBLING_GLUE
        or nodes[index - 1].tag == "LP"
        or (nodes[i].tag in ("BENCH", "COLON", "NAME") and nodes[index - 1].tag in ("COLON", "LP"))
    )
    return glued and not any(n.tag in ("STOP", "GET", "BE", "BEAT") for n in between)


#: "Up to" or "over" so many percent behind a verb of change is a level beyond this, a change below it.
_MOST_CHANGE = 50


def unit_kinds(node: Node) -> set[str]:
    """What a rule may ask of a quantity.

    >>> from leaderboard.extraction.nodes import Node, Quantity
    >>> sorted(unit_kinds(Node("Q", 0, 5, "+2.1%", None, (Quantity(0, 5, 2.1, unit="%", sign="+", decimals=1),))))
    ['%', 'decimal', 'signed']
    """
    if node.tag == "TIMES":
        return {"verb"}
    q = node.quantities[0]
    kinds = _of_unit(q.unit)
    if q.sign:
        kinds.add("signed")
    if q.fraction:
        kinds.add("fraction")
    ranged = q.high is not None and q.unit == "%"
    if q.unit in (None, "%") and (q.decimals or ranged or q.uncertainty is not None):
        kinds.add("decimal")
    if q.ordinal:
        kinds.add("ordinal")
    if q.out_of is not None and q.decimals and q.value < q.out_of and q.out_of == int(q.out_of):
        kinds.add("rating")
    if q.only and kinds & {"resource", "measure"}:
        kinds.add("only")
    if q.only and kinds & {"%", "fraction"}:
        kinds.add("little")
    small = q.value <= _MOST_CHANGE
    if q.bound in ("up_to", "at_least") and (q.unit in ("points", "dB") or (q.unit == "%" and small)):
        kinds.add("bounded")
    if q.bound == "up_to" and q.unit is None and q.decimals and q.value >= 1 and small:
        kinds.add("bounded")
    return kinds


def _of_unit(unit: str | None) -> set[str]:
    kinds = {"plain" if unit is None else unit}
    if unit in RESOURCE_UNITS:
        kinds.add("resource")
    elif unit not in (None, "%", "x", "points"):
        kinds.add("measure")
    if unit in ("s", "min", "h", "day", "ms"):
        kinds.add("time")
    return kinds
