"""Phrases the lexer knows by sight: their folded form, capitals that matter, units, families of systems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.extraction.lexicon.unit_spellings import unit_key, unit_pattern
from leaderboard.extraction.lexicon.vocabulary import Entry, fold, vocabulary_of
from leaderboard.extraction.lexicon.word_files import Measure
from leaderboard.registry import load


@pytest.fixture(scope="module")
def vocabulary():
    return vocabulary_of(load())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("State-of-the-Art", "state of the art"),
        ("top-1 accuracy", "Top 1 Accuracy"),
        ("CIFAR-10", "cifar10"),
        ("word error rate", "Word-Error-Rate"),
        ("e.g", "eg"),
    ],
)
def test_spellings_that_fold_to_the_same(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("SQuAD 1.1", "SQuAD 11"), ("recall@1", "recall 1"), ("C++", "C"), ("F1", "F 2"), ("GPT-3.5", "GPT-35")]
)
def test_spellings_that_do_not(one, other):
    assert fold(one) != fold(other)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once_for_case_and_blanks(text):
    assert fold(text) == fold(f" {text} ") == fold(text.replace(" ", "")) == fold(text.replace(" ", "-"))


@given(st.text(alphabet="abcXYZ 019-.@+", max_size=30))
def test_a_fold_holds_no_blank_hyphen_or_capital(text):
    assert not set(fold(text)) & set(" -XYZ")


@pytest.mark.parametrize(
    ("entry", "text", "matches"),
    [
        pytest.param(Entry("METRIC"), "accuracy", True, id="any case"),
        pytest.param(Entry("BENCH", case="some", surface="Atari"), "atari", False, id="small letters where a capital is needed"),
        pytest.param(Entry("BENCH", case="some", surface="Atari"), "Atari", True, id="a capital"),
        pytest.param(Entry("BENCH", case="exact", surface="COCO"), "COCO", True, id="exact"),
        pytest.param(Entry("BENCH", case="exact", surface="COCO"), "Coco", False, id="exact with another capital"),
        pytest.param(Entry("METRIC", case="exact", surface="WER"), "WERs", True, id="exact with a plural"),
    ],
)
def test_capitals_matter_as_far_as_the_entry_says(entry, text, matches):
    assert entry.matches(text) is matches


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("top-1 accuracy", "METRIC"),
        ("WER", "METRIC"),
        ("latency", "COST"),
        ("ImageNet", "BENCH"),
        ("outperforms", "BEAT"),
        ("respectively", "RESP"),
        ("than", "THAN"),
    ],
)
def test_known_phrases_have_their_tag(vocabulary, name, tag):
    found = vocabulary.find(fold(name), name)
    assert found is not None
    assert tag in {found.tag, *found.tags}


def test_every_beginning_of_a_known_phrase_is_known(vocabulary):
    keys = list(vocabulary.entries)[::97]
    assert keys
    assert all(key[:n] in vocabulary.beginnings for key in keys for n in range(1, len(key) + 1))


@pytest.mark.parametrize("name", ["ResNet-50", "BERT-base", "GPT-4", "Llama-2-7B"])
def test_families_of_systems_are_systems(vocabulary, name):
    assert vocabulary.is_system(name)


@pytest.mark.parametrize("name", ["CIFAR-10", "FixNet", "Urban-1k"])
def test_other_names_are_none(vocabulary, name):
    assert not vocabulary.is_system(name)


@pytest.mark.parametrize(
    ("written", "unit", "factor"),
    [
        ("ms", "ms", 1),
        (" ms", "ms", 1),
        ("%", "%", 1),
        (" percentage points", "points", 1),
        ("x", "x", 1),
        (" FPS", "fps", 1),
        (" GB", "GB", 1),
        (" hours", "h", 1),
        (" Percent", "%", 1),
    ],
)
def test_units_behind_a_number(vocabulary, written, unit, factor):
    match = vocabulary.units.match(written)
    assert match is not None
    assert match.end() == len(written)
    assert vocabulary.measures[unit_key(match["unit"])] == (unit, factor)


@pytest.mark.parametrize("written", [" gb", " MSec2", "xylophone", " secure", ""])
def test_what_is_no_unit(vocabulary, written):
    match = vocabulary.units.match(written)
    assert match is None or match.end() < len(written)


def test_the_longest_spelling_wins_and_short_ones_keep_their_capitals():
    pattern, meaning = unit_pattern(
        [Measure("s", 1, ("s", "sec")), Measure("S", 1, ("S",)), Measure("min", 1, ("minutes", "minutes of work"))]
    )
    match = pattern.match(" minutes of work")
    assert match is not None
    assert match["unit"] == "minutes of work"
    assert [meaning[unit_key(s)][0] for s in ("s", "S", "Minutes of Work")] == ["s", "S", "min"]
    assert pattern.match(" Minutes") is not None
    assert pattern.match(" Sec") is None
