"""The grammar's table, read from `data/registry/rules.txt`, which says what its columns mean."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from leaderboard.extraction.grammar.pattern import Grammar
from leaderboard.extraction.grammar.rule import Frame, PatternError, Rule, Trait
from leaderboard.extraction.lexicon.word_files import lines_of
from leaderboard.resources import registry_dir

_LINE = re.compile(
    r"(?P<name>[a-z0-9:-]+) \| (?P<frame>[a-z]+)(?P<traits>(?: [a-z-]+)*) \| "
    r"(?P<units>[^|]+) \| (?P<pattern>.+) \| (?P<example>[^|]*«.+».*)"
)


def read_rules(path: Path) -> tuple[Rule, ...]:
    """The rules of a file, in order.

    Raises:
        PatternError: a line is not a rule, or two rules have one name; the message names file and line.
    """
    rules: dict[str, Rule] = {}
    for number, line in lines_of(path):
        try:
            rule = _rule(line)
        except PatternError as error:
            raise PatternError(f"{path}:{number}: {error}") from None
        if rule.name in rules:
            raise PatternError(f"{path}:{number}: there is already a rule named {rule.name!r}")
        rules[rule.name] = rule
    return tuple(rules.values())


def _rule(line: str) -> Rule:
    """The rule of one line.

    >>> sorted(_rule("save-of | delta of-whole | % | DOWNVERB Q OF COST | saves «75%» of the energy").traits)
    ['of-whole']
    """
    match = _LINE.fullmatch(line)
    if match is None:
        raise PatternError(f"expected `name | frame traits | numbers | pattern | example with «number»`, found {line[:60]!r}")
    frame = next((one for one in get_args(Frame) if one == match["frame"]), None)
    if frame is None:
        raise PatternError(f"unknown frame {match['frame']!r}; there are {', '.join(get_args(Frame))}")
    known = get_args(Trait)
    unknown = [trait for trait in match["traits"].split() if trait not in known]
    if unknown:
        raise PatternError(f"unknown trait {unknown[0]!r}; there are {', '.join(known)}")
    traits = frozenset(trait for trait in known if trait in match["traits"].split())
    units = tuple(unit for unit in match["units"].split() if unit != "-")
    return Rule(match["name"], match["pattern"], frame, match["example"], units, traits)


RULES: tuple[Rule, ...] = read_rules(registry_dir() / "rules.txt")


GRAMMAR = Grammar(RULES)
