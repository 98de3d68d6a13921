"""Each finder of a number's benchmark, and each clue to the name of one, has a sentence that it decides."""

from __future__ import annotations

import pytest

from leaderboard.extraction import extract


def benchmarks(text: str) -> list[tuple[str, ...]]:
    """The benchmarks of each claim of a text, in order."""
    return [claim.benchmarks for claim in extract(text).claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FixNet improves mAP on COCO by 0.7% and on KITTI by 1.6%.", [("COCO",), ("KITTI",)]),
        ("FixNet reaches a high accuracy on SVHN (97.1%) and MNIST (99.2%).", [("SVHN",), ("MNIST",)]),
        ("FixNet reaches 97.1% and 99.2% accuracy on SVHN and MNIST.", [("SVHN",), ("MNIST",)]),
        ("FixNet reaches 97.1% accuracy on SVHN.", [("SVHN",)]),
        ("FixNet reaches 97.1% accuracy on SVHN and MNIST.", [("SVHN", "MNIST")]),
        ("On SVHN, FixNet reaches 97.1% accuracy.", [("SVHN",)]),
        ("FixNet reaches 97.1% accuracy on FooBarSet.", [("FooBarSet",)]),
        ("FixNet reaches 97.1% accuracy in the few-shot setting.", [()]),
    ],
)
def test_a_number_finds_its_benchmark(text, expected):
    assert benchmarks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FixNet reaches 97.1% accuracy on the Foolia dataset.", [("Foolia",)]),
        ("FixNet reaches 97.1% accuracy on a new test set (FooSet).", [("FooSet",)]),
        ("FixNet reaches 97.1% accuracy on benchmarks such as FooSet.", [("FooSet",)]),
        ("FixNet, pre-trained on SVHN, reaches 97.1% accuracy.", [()]),
    ],
)
def test_words_around_a_name_show_whether_it_is_a_benchmark(text, expected):
    assert benchmarks(text) == expected
