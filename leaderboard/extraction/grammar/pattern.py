"""The pattern language of `rules.txt`, compiled to regular expressions over the tags of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from leaderboard.extraction.grammar.rule import PatternError, Rule
from leaderboard.extraction.lexicon.tags import TAGS

#: How many nodes before and after a quantity a rule can see.
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


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule with its two halves as regular expressions: what must end right before the quantity, and what must begin right after it.

    ``needs_before`` and ``needs_after`` are the tags, one of each set, without which they cannot match: quicker to look for.
    """

    rule: Rule
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    needs_before: tuple[frozenset[str], ...] = ()
    needs_after: tuple[frozenset[str], ...] = ()

    def match(self, left: str, right: str) -> tuple[int, int] | None:
        """How far the rule's pattern reaches to the left and to the right of a quantity, or None where it does not fit."""
        # plain loops: this is asked of every rule for every number
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

    Raises:
        PatternError: the pattern has an item that cannot be read, or not exactly one ``Q``; the message names the rule.
    """
    items = rule.pattern.split()
    if items.count("Q") != 1:
        raise PatternError(f"rule {rule.name}: the pattern needs exactly one Q: {rule.pattern}")
    at = items.index("Q")
    try:
        before, after = ([_item(text) for text in half] for half in (items[:at], items[at + 1 :]))
    except PatternError as error:
        raise PatternError(f"rule {rule.name}: {error}") from None
    return Compiled(
        rule,
        re.compile(f"(?:{_regex(before)})$") if before else None,
        re.compile(_regex(after)) if after else None,
        tuple(item.needed for item in before if item.needed),
        tuple(item.needed for item in after if item.needed),
    )


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of a pattern: its regular expression, and the tag characters of which it needs one (none where it can do without)."""

    regex: str
    needed: frozenset[str] = frozenset()


def _regex(items: list[_Item]) -> str:
    return "".join(item.regex for item in items)


def _any_but(tags: str) -> str:
    """A character class of all tags but those with these characters."""
    return "[" + re.escape("".join(sorted(set(TAGS.values()) - set(tags)))) + "]"


#: Items that stand for several nodes of many kinds; the head of `read.py` says what each means.
_GAPS = {
    "..": _Item(_any_but("Q.;)(") + "{0,3}?"),
    "...": _Item(_any_but("Q.;") + "{0,9}?"),
    "np..": _Item(_any_but("Q.;GOUDEJ") + "{0,9}?"),
    "()": _Item(r"(?:\([^().;]{0,14}\))?"),
}

_TAGS_ITEM = re.compile(r"(?P<without>!?)(?P<tags>[A-Za-z_|]+)(?P<repeat>[?*+]|\{\d+,\d+\})?")


def _item(text: str) -> _Item:
    """One item of a pattern, read.

    >>> _item("METRIC|COST").regex, sorted(_item("METRIC|COST").needed), _item("DET?").needed
    ('[MC]', ['C', 'M'], frozenset())
    """
    if text in _GAPS:
        return _GAPS[text]
    match = _TAGS_ITEM.fullmatch(text)
    if match is None:
        raise PatternError(f"cannot read {text!r}")
    names = [name for part in match["tags"].split("|") for name in MACROS.get(part, part).split("|")]
    tags = ["Q" if name == "QTY" else name for name in names]
    unknown = [tag for tag in tags if tag not in TAGS]
    if unknown:
        raise PatternError(f"unknown tag {unknown[0]}")
    repeat = match["repeat"] or ""
    chars = "".join(re.escape(TAGS[tag]) for tag in dict.fromkeys(tags))
    required = not match["without"] and repeat in ("", "+")
    return _Item(f"[{'^' if match['without'] else ''}{chars}]{repeat}", frozenset(TAGS[tag] for tag in tags) if required else frozenset())
