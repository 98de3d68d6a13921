"""The pattern language of `rules.txt`, compiled to regular expressions over the tags of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from leaderboard.extraction.grammar.rule import PatternError, Rule
from leaderboard.extraction.lexicon.tags import TAGS

WINDOW = 40


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
