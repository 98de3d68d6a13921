"""What the chain leaves out to be quick changes nothing: every shortcut against the long way, on any text."""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from leaderboard.extraction import IN_SOURCE, claims, extract
from leaderboard.extraction.grammar.pattern import MACROS, WINDOW
from leaderboard.extraction.grammar.rule_file import GRAMMAR
from leaderboard.extraction.lexicon.alternation import any_of
from leaderboard.extraction.lexicon.tags import TAGS
from leaderboard.extraction.lexicon.vocabulary import vocabulary_of
from leaderboard.extraction.quantities import prefilter
from leaderboard.extraction.text import repair
from leaderboard.extraction.tokens.lex import _matched, _tokens
from leaderboard.model import Span
from leaderboard.registry import load
from tests.extraction.test_properties import SENTENCES, anything, parametrised

DAMAGED = st.lists(
    st.sampled_from(
        [
            *(
                "95.9",
                "5",
                " ",
                " ",
                ", ",
                "%",
                r"\%",
                r"\times",
                "$",
                r"\sim",
                "sim",
                "pm",
                "leq ",
                "by",
                "than",
                "~",
                r"\textbf{",
                "}",
                "**",
            ),
            *(
                "10^3",
                "3 times",
                "nearly-",
                "near-",
                "+/-",
                "->",
                "→",
                "↑",
                "&lt;",
                ">=",
                "% inF1",
                "4:5",
                ",5%",
                "12, 345",
                " x",
                "\u2212",
                "\t",
            ),
        ]
    ),
    max_size=12,
).map("".join)


@parametrised(SENTENCES)
def test_the_brief_chain_finds_the_same_claims(case):
    assert claims(case.text, case.paper).claims == extract(case.text, case.paper).claims


@given(anything)
@example("by an order of mag-nitude faster than before on ImageNet")
@example("It took $2\\times$ less memory. We use two \\emph{times} three points.")
def test_the_brief_chain_finds_the_same_claims_in_any_text(text):
    assert claims(text).claims == extract(text).claims


@given(anything)
def test_a_text_with_claims_passes_the_scan_of_sources(text):
    if extract(text).claims:
        assert pc.match_substring_regex(pa.array([text]), IN_SOURCE)[0].as_py()


@parametrised(SENTENCES)
def test_a_sentence_with_claims_passes_the_scan_of_sources(case):
    if extract(case.text).claims:
        assert pc.match_substring_regex(pa.array([case.text]), IN_SOURCE)[0].as_py()


@pytest.mark.parametrize(
    ("text", "worth_reading"),
    [
        ("We map 3D scenes and ResNet-50 features of two robots.", False),
        ("First, 1) we label images.", False),
        ("It halves the cost.", True),
        ("Accuracy is 3 points higher.", True),
        ("a three-point gain", True),
        ("x4 faster", True),
    ],
)
def test_what_is_worth_reading(text, worth_reading):
    assert prefilter.Candidates(text).any() == worth_reading
    assert pc.match_substring_regex(pa.array([text]), IN_SOURCE)[0].as_py() or not worth_reading


@given(DAMAGED | anything)
def test_a_repair_that_is_not_looked_for_would_change_nothing(text):
    plain = text
    for one in repair.REPAIRS:
        if not one.applies(plain):
            assert one.pattern.sub(one.replacement, plain) == plain, one.name
    if not repair._damaged(text):
        assert not any(one.pattern.sub(one.replacement, text) != text for one in repair.REPAIRS)


@given(anything)
@example("et al. and et al., et, al.")
@example("state-of-the-art, (see www.a.org/b), 3.5%; BERT's")
def test_words_of_letters_are_the_tokens_that_the_pattern_finds(text):
    vocabulary = vocabulary_of(load())
    assert _tokens(text, Span(0, len(text)), vocabulary) == list(_matched(text, 0, len(text), vocabulary))


TAG_STRING = st.text(st.sampled_from(sorted(set(TAGS.values()))), max_size=12)


@given(TAG_STRING, TAG_STRING)
def test_tags_that_a_rule_needs_are_in_whatever_it_matches(left, right):
    left, right = left[-WINDOW:], right[:WINDOW]
    for one in GRAMMAR.rules:
        before = one.before is None or one.before.search(left) is not None
        after = one.after is None or one.after.match(right) is not None
        assert (one.match(left, right) is not None) == (before and after), one.rule.name


def test_rules_name_what_they_need():
    needed = [one for one in GRAMMAR.rules if one.needs_before or one.needs_after]
    assert len(needed) > len(GRAMMAR.rules) // 2
    assert all(MACROS)


@given(st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=6), st.text("abc", max_size=6))
def test_any_of_matches_its_words_and_nothing_else(words, text):
    assert (re.fullmatch(any_of(words), text) is not None) == (text in words)
