"""Other steps ask a rule for its traits, never for its name; every trait is known, used and explained where the rules stand."""

from __future__ import annotations

import ast
import re
from typing import get_args

import pytest

from leaderboard.extraction.grammar.rule import PatternError, Trait
from leaderboard.extraction.grammar.rule_file import RULES, read_rules
from leaderboard.resources import registry_dir

TRAITS = get_args(Trait)
#: Given by the step that continues lists, not by a line of the file.
NOT_IN_THE_FILE = {"list"}


def strings_of(path):
    """The string constants of a Python file outside docstrings, with their lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.lineno, node.value


def test_no_code_knows_a_rule_by_its_name(root):
    names = {rule.name for rule in RULES} - set(TRAITS)
    # A name of one word (power, rate) may mean something else in the code.
    words = {name for name in names if "-" not in name and ":" not in name}
    found = [
        f"{path.relative_to(root)}:{line}: {text}"
        for path in sorted((root / "leaderboard").rglob("*.py"))
        for line, text in strings_of(path)
        if text in names - words
    ]
    assert not found


def test_code_that_names_a_rule_would_be_found(tmp_path):
    path = tmp_path / "planted.py"
    path.write_text('"""verb-to"""\n\nif rule.name == "verb-to":\n    pass\n', encoding="utf-8")
    assert list(strings_of(path)) == [(3, "verb-to")]


@pytest.mark.parametrize("trait", TRAITS)
def test_a_trait_is_given_by_a_rule_and_asked_for_by_a_step(trait, root):
    asked = [path for path in (root / "leaderboard" / "extraction").rglob("*.py") if f'has("{trait}")' in path.read_text(encoding="utf-8")]
    given = [rule.name for rule in RULES if rule.has(trait)]
    assert asked
    assert bool(given) != (trait in NOT_IN_THE_FILE)


@pytest.mark.parametrize("trait", sorted(set(TRAITS) - NOT_IN_THE_FILE))
def test_a_trait_is_explained_in_the_head_of_the_file(trait):
    head = (registry_dir() / "rules.txt").read_text(encoding="utf-8").partition("\n\n")[0]
    assert re.search(rf"^#   (?:[a-z]+, )*{trait}(?:, [a-z]+)* {{2,}}\S", head, re.MULTILINE)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("a | delta big | % | Q | gains «1%»", "unknown trait 'big'", id="trait"),
        pytest.param("a | gain | % | Q | gains «1%»", "unknown frame 'gain'", id="frame"),
        pytest.param("a | delta | % | Q", "expected `name | frame traits", id="columns"),
        pytest.param("a | delta | % | Q | gains «1%»\na | delta | % | Q | gains «1%»", ":2: there is already a rule named 'a'", id="twice"),
    ],
)
def test_a_faulty_line_is_refused_with_its_place(line, message, tmp_path):
    path = tmp_path / "rules.txt"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(PatternError, match=f"{re.escape(str(path))}:") as caught:
        read_rules(path)
    assert message in str(caught.value)


def test_the_traits_of_a_line_are_read(tmp_path):
    path = tmp_path / "rules.txt"
    path.write_text("a | share left of-system | - | DOWNVERB TO Q | cuts it to «a quarter»\n", encoding="utf-8")
    (rule,) = read_rules(path)
    assert (rule.frame, rule.traits, rule.units) == ("share", {"left", "of-system"}, ())
