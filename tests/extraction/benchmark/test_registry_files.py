"""Splits, languages and the words around benchmarks stand in registry files; a new one is one line, a bad one names its place."""

from __future__ import annotations

import pytest

from leaderboard.extraction import extract
from leaderboard.extraction.benchmark.language_pairs import LanguagesError, read_languages
from leaderboard.extraction.benchmark.split_names import SplitsError, is_part, read_splits, usual_name
from leaderboard.extraction.lexicon.word_files import WordsError, class_of
from leaderboard.resources import registry_dir


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("val", "val"),
        ("Validation data", "val"),
        ("val2017", "val"),
        ("development set", "dev"),
        ("hidden test set", "test"),
        ("testset", "test"),
        ("test dev", "test-dev"),
        ("official online testing server", "online test server"),
        ("worst case", "worst case"),
        ("Novel classes", "Novel classes"),
        ("val loss", None),
        ("the test", None),
    ],
)
def test_the_usual_name_of_a_split(text, name):
    assert usual_name(text) == name


def test_a_part_of_a_benchmark_counts_as_a_split_wherever_it_stands():
    assert is_part("on unseen classes")
    assert not is_part("val")
    assert not is_part("in Domain Generalization")


def test_a_new_split_is_one_line(tmp_path):
    path = tmp_path / "splits.txt"
    path.write_text((registry_dir() / "splits.txt").read_text(encoding="utf-8") + "\nnight = night[time][ set| split]\n", encoding="utf-8")
    names = read_splits(path).names
    assert [name for pattern, name in names if pattern.search("nighttime split")] == ["night"]
    assert [name for pattern, name in names if pattern.search("night vision")] == []


@pytest.mark.parametrize("line", ["val validation", "val = valid[ation", "val = a | b", "= val"])
def test_a_bad_line_of_splits_names_its_place(tmp_path, line):
    path = tmp_path / "splits.txt"
    path.write_text(f"hard : hardest\n{line}\n", encoding="utf-8")
    with pytest.raises(SplitsError, match=r"splits\.txt:2: expected"):
        read_splits(path)


def test_splits_without_a_part_are_refused(tmp_path):
    path = tmp_path / "splits.txt"
    path.write_text("val = val\n", encoding="utf-8")
    with pytest.raises(SplitsError, match="at least one line"):
        read_splits(path)


def test_a_new_language_is_one_line(tmp_path):
    path = tmp_path / "languages.txt"
    path.write_text((registry_dir() / "languages.txt").read_text(encoding="utf-8") + "\nGu = Gujarati, GU\n", encoding="utf-8")
    codes = read_languages(path)
    assert (codes["Gujarati"], codes["GU"], codes["English"]) == ("Gu", "Gu", "En")


@pytest.mark.parametrize(
    ("line", "message"), [("Greek", "expected"), ("el = Greek", "expected"), ("El = Greek, English", "English has a line already")]
)
def test_a_bad_line_of_languages_names_its_place(tmp_path, line, message):
    path = tmp_path / "languages.txt"
    path.write_text(f"En = English\n{line}\n", encoding="utf-8")
    with pytest.raises(LanguagesError, match=rf"languages\.txt:2: {message}"):
        read_languages(path)


@pytest.mark.parametrize(
    ("pair", "split"), [("English-German", "En-De"), ("EN-DE", "En-De"), ("Chinese to English", "Zh-En"), ("German-Klingon", None)]
)
def test_a_language_pair_is_the_split_of_a_translation_benchmark(pair, split):
    found = extract(f"FixNet reaches 28.4 BLEU on WMT14 {pair}.").claims[0]
    assert found.split == split


def test_the_words_around_benchmarks_are_in_small_letters():
    file = "phrases_benchmark.txt"
    assert "corpora" in class_of(file, "datasets")
    assert all(word == word.casefold() for name in ("trained", "nodata", "condition") for word in class_of(file, name))
    assert "framework".endswith(tuple(class_of(file, "onsystem")))
    with pytest.raises(WordsError, match=r"phrases_benchmark\.txt: there is no line `nosuchclass"):
        class_of(file, "nosuchclass")


@pytest.mark.parametrize(
    ("text", "registered"),
    [
        ("FixNet grasps objects and reaches 97.7% accuracy on the Cornell dataset.", "Cornell Grasp"),
        ("FixNet classifies nodes of heterophilous graphs and reaches 81.2% accuracy on Cornell.", "Cornell"),
        ("FixNet reaches 81.2% accuracy on Cornell.", None),
        ("FixNet obtains a mean landmark error of 3.49% on 300-W.", "300W"),
        ("FixNet writes SQL and has an execution accuracy of 58.9% on Bird.", "BIRD"),
        ("FixNet obtains 39.1 BLEU on the WMT16 Romanian-English dataset.", "WMT 2016"),
        ("FixNet obtains an error rate of 6.3% on the IMDB movie review dataset.", "IMDb"),
        ("We introduce DocVQA, a benchmark of documents. Humans reach an accuracy of 94.3%.", "DocVQA"),
        ("FixNet has an EPE of 0.73 on the Scene Flow dataset for stereo matching.", "SceneFlow"),
    ],
)
def test_a_name_that_the_registry_knows_is_looked_up_however_it_was_found(text, registered):
    assert {claim.benchmark_ids for claim in extract(text).claims} == {(registered,)}
