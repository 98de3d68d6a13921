"""Every rule of the table takes the number that its own example marks, and the table is well formed."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest

from leaderboard.extraction.grammar.pattern import compile_rule
from leaderboard.extraction.grammar.read import read
from leaderboard.extraction.grammar.rule import PatternError, Reading, Rule
from leaderboard.extraction.grammar.rule_file import GRAMMAR, RULES
from leaderboard.extraction.tokens.node import Node
from tests.extraction.stages import before_grammar


def marked(example: str) -> tuple[str, list[tuple[int, int]]]:
    """An example without its marks, and where the marked numbers stand in it."""
    parts = re.split("[«»]", example)
    ends = list(accumulate(len(part) for part in parts))
    return "".join(parts), [(ends[i - 1], ends[i]) for i in range(1, len(parts), 2)]


def rule_at(nodes: list[Node], readings: list[Reading], start: int, end: int) -> str | None:
    """The rule that takes the quantity in these characters, or None."""
    for reading in readings:
        spans = [(q.start, q.end) for q in nodes[reading.index].quantities]
        if any(a < end and start < b for a, b in spans):
            return reading.rule.name
    return None


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_the_example_of_a_rule_is_taken_by_that_rule(rule):
    text, places = marked(rule.example)
    nodes = before_grammar(text)
    readings = read(nodes, GRAMMAR)
    for start, end in places:
        taken = rule_at(nodes, readings, start, end)
        assert taken == rule.name, f"{text[start:end]!r} in {text!r} is taken by {taken}; the grammar sees {' '.join(n.tag for n in nodes)}"


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_an_example_marks_its_numbers(rule):
    text, places = marked(rule.example)
    assert re.fullmatch("[^«»]*(?:«[^«»]+»[^«»]*)+", rule.example)
    assert all(text[start:end].strip() == text[start:end] for start, end in places)


def test_rules_have_names_of_their_own():
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_all_rules_are_compiled_in_their_order():
    assert [compiled.rule for compiled in GRAMMAR.rules] == list(RULES)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        pytest.param("METRIC OF", "exactly one Q", id="no quantity"),
        pytest.param("Q AND Q", "exactly one Q", id="two quantities"),
        pytest.param("METRIK OF Q", "unknown tag METRIK", id="unknown tag"),
        pytest.param("METRIC|METRIK Q", "unknown tag METRIK", id="unknown tag among others"),
        pytest.param("METRIC{2} Q", "cannot read 'METRIC{2}'", id="unknown repetition"),
        pytest.param("(METRIC) Q", "cannot read", id="brackets"),
    ],
)
def test_a_faulty_pattern_is_refused_with_the_name_of_its_rule(pattern, message):
    with pytest.raises(PatternError, match="rule planted: ") as caught:
        compile_rule(Rule("planted", pattern, "level", "«1%»"))
    assert message in str(caught.value)
