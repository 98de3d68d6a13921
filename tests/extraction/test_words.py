"""The files of words and units: what their readers accept, what they refuse, and that the shipped ones are whole."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.extraction.lexicon.tags import TAGS
from leaderboard.extraction.lexicon.word_files import WordsError, read_measures, read_words, verb_forms
from leaderboard.extraction.tokens.node import Node, tag_string
from leaderboard.resources import registry_dir

words = (
    st.text(alphabet="abcdefghijklmnopqrstuvwxyz-' ", min_size=1, max_size=20)
    .map(lambda w: " ".join(w.split()))
    .filter(lambda w: w and not w.startswith("#"))
)
class_names = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


def write(folder, text):
    path = folder / "planted.txt"
    path.write_text(text, encoding="utf-8")
    return path


@given(st.lists(st.tuples(class_names, st.lists(words, min_size=1, max_size=6)), max_size=8))
def test_word_classes_are_read_as_they_are_written(tmp_path_factory, classes):
    lines = [f"{name}: {', '.join(entries)}" for name, entries in classes]
    found = read_words(write(tmp_path_factory.getbasetemp(), "# head\n\n" + "\n".join(lines)))
    assert [(c.name, list(c.words)) for c in found] == classes


@given(
    st.lists(
        st.tuples(class_names, st.sampled_from(("1", "60", "1e6", "0.5", "2.75")), st.lists(words, min_size=1, max_size=6)), max_size=8
    )
)
def test_units_are_read_as_they_are_written(tmp_path_factory, measures):
    lines = [f"{unit} * {factor} = {', '.join(spellings)}" for unit, factor, spellings in measures]
    found = read_measures(write(tmp_path_factory.getbasetemp(), "\n".join(lines)))
    assert [(m.unit, m.factor, list(m.spellings)) for m in found] == [(u, float(f), s) for u, f, s in measures]


def test_verbs_get_their_forms(tmp_path):
    found = read_words(write(tmp_path, "upverb~ improve, push up\n"))
    assert found[0].words == ("improve", "improves", "improved", "improving", "push up", "pushes up", "pushed up", "pushing up")


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("improve", "improve improves improved improving"),
        ("boost", "boost boosts boosted boosting"),
        ("surpass", "surpass surpasses surpassed surpassing"),
        ("push", "push pushes pushed pushing"),
        ("amplify", "amplify amplifies amplified amplifying"),
        ("outplay", "outplay outplays outplayed outplaying"),
        ("drop", "drop drops dropped dropping"),
        ("trim", "trim trims trimmed trimming"),
        ("exceed", "exceed exceeds exceeded exceeding"),
    ],
)
def test_the_regular_forms_of_a_verb(verb, forms):
    assert " ".join(verb_forms(verb)) == forms


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("upverb: improve\n: here\n", 2, id="no class"),
        pytest.param("# head\n\nUpverb: improve\n", 3, id="capital"),
        pytest.param("upverb:\n", 1, id="no words"),
        pytest.param("up-verb: improve\n", 1, id="hyphen in the class"),
    ],
)
def test_a_faulty_line_of_words_is_refused_with_its_place(tmp_path, text, line):
    path = write(tmp_path, text)
    with pytest.raises(WordsError, match="expected `class: word, word`") as caught:
        read_words(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("ms = ms\nms milliseconds\n", 2, id="no sign"),
        pytest.param("ms * many = ms\n", 1, id="factor that is no number"),
        pytest.param("# head\nms =\n", 2, id="no spelling"),
        pytest.param("= ms\n", 1, id="no unit"),
    ],
)
def test_a_faulty_line_of_units_is_refused_with_its_place(tmp_path, text, line):
    path = write(tmp_path, text)
    with pytest.raises(WordsError, match="expected `unit") as caught:
        read_measures(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")


def test_shipped_word_classes_are_known_to_the_grammar():
    names = {c.name.upper() for c in read_words(registry_dir() / "words.txt")}
    assert names - {"FAMILY"} <= set(TAGS)


def test_shipped_units_have_positive_factors_and_spellings():
    measures = read_measures(registry_dir() / "measures.txt")
    assert len(measures) > 20
    assert all(m.factor > 0 and m.spellings for m in measures)


def test_every_tag_has_a_character_of_its_own():
    assert all(len(c) == 1 for c in TAGS.values())
    assert len(set(TAGS.values())) == len(TAGS)
    assert tag_string([Node(tag, 0, 1, "x") for tag in TAGS]) == "".join(TAGS.values())


def test_heads_of_the_shipped_files_explain_their_syntax():
    for name in ("words.txt", "measures.txt"):
        head = (registry_dir() / name).read_text(encoding="utf-8").split("\n\n")[0]
        assert re.match(r"#.*\n", head)
