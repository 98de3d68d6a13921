"""The grammar's table, read from `data/registry/rules.txt`, which says what its columns mean."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from leaderboard.extraction.grammar.pattern import Grammar
from leaderboard.extraction.grammar.rule import Frame, PatternError, Rule
from leaderboard.extraction.lexicon.word_files import lines_of
from leaderboard.resources import registry_dir

_LINE = re.compile(r"(?P<name>[a-z0-9:-]+) \| (?P<frame>[a-z]+) \| (?P<units>[^|]+) \| (?P<pattern>.+) \| (?P<example>[^|]*«.+».*)")


def read_rules(path: Path) -> tuple[Rule, ...]:
    """The rules of a file, in order.

    Raises:
        PatternError: a line is not a rule, or two rules have one name; the message names file and line.
    """
    rules: dict[str, Rule] = {}
    for number, line in lines_of(path):
        match = _LINE.fullmatch(line)
        if match is None:
            raise PatternError(f"{path}:{number}: expected `name | frame | numbers | pattern | example with «number»`, found {line[:60]!r}")
        if match["frame"] not in get_args(Frame):
            raise PatternError(f"{path}:{number}: unknown frame {match['frame']!r}; there are {', '.join(get_args(Frame))}")
        if match["name"] in rules:
            raise PatternError(f"{path}:{number}: a rule named {match['name']!r} stands further up")
        frame: Frame = match["frame"]  # type: ignore[assignment]
        units = tuple(unit for unit in match["units"].split() if unit != "-")
        rules[match["name"]] = Rule(match["name"], match["pattern"], frame, match["example"], units)
    return tuple(rules.values())


RULES: tuple[Rule, ...] = read_rules(registry_dir() / "rules.txt")


GRAMMAR = Grammar(RULES)
