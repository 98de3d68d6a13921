from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.registry.folding import Name, exact_key, fold

SAME = [
    ("top-1 accuracy", "Top 1 Accuracy"),
    ("top-1 accuracy", "top1-accuracy"),
    ("ImageNet-1k", "ImageNet1K"),
    ("CIFAR-10", "cifar 10"),
    ("BLEU-4", "BLEU4"),
    ("WMT'14", "WMT14"),
    ("WMT\u201914", "WMT-14"),
    ("AP_50", "AP$_{50}$"),
    ("mAP\u201150", "mAP-50"),
    ("Fréchet Inception Distance", "Frechet inception distance"),
    ("R²", "R^2"),
    ("E.T. Bench", "ET-Bench"),
    ("SQuAD v1.1", "SQuAD V1.1"),
    ("\uff23IFAR-10", "CIFAR-10"),
]
DIFFERENT = [
    ("SQuAD 1.1", "SQuAD 2.0"),
    ("SQuAD 1.1", "SQuAD 11"),
    ("CIFAR-10", "CIFAR-100"),
    ("CIFAR-10", "CIFAR-10.1"),
    ("CIFAR-10", "CIFAR-10-C"),
    ("HumanEval", "HumanEval+"),
    ("ImageNet-A", "ImageNet-R"),
    ("AP@50", "AP50"),
    ("recall@1", "recall@10"),
    ("F1@10", "F1@1.0"),
    ("J&F", "JF"),
    ("CNN/DailyMail", "CNNDailyMail"),
    ("#params", "params"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@given(st.text(alphabet=st.sampled_from("aB1. -_'é"), min_size=1), st.integers(0, 20), st.sampled_from(" -_'"))
def test_noise_between_letters_makes_no_difference(text: str, place: int, noise: str) -> None:
    place = min(place, len(text))
    if text[place - 1 : place + 1].strip("0123456789") == "" or "." in text:
        return  # a blank inside a number or beside its dot may make two numbers of it
    assert fold(text[:place] + noise + text[place:]) == fold(text)


@given(st.text())
def test_folded_names_have_no_capitals_and_no_blanks(text: str) -> None:
    assert fold(text) == fold(text).casefold()
    assert not any(c.isspace() for c in fold(text))


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="~!"), min_size=1), st.booleans(), st.booleans())
def test_marks_survive_writing_and_reading(text: str, exact: bool, shared: bool) -> None:
    name = Name(" ".join(text.split()), exact, shared)
    assert Name.from_string(name.to_string()) == name


def test_an_exact_name_has_a_key_of_its_own() -> None:
    assert Name("IS", exact=True).key != Name("IS").key
    assert exact_key("R-2") != exact_key("R2")
    assert exact_key("Moments  in Time") == exact_key("Moments in Time")
