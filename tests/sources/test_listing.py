from __future__ import annotations

import pytest

from leaderboard.sources.faults import UnknownFormat

A = "We pad a small network with noise and it reaches 91.5% accuracy on CIFAR-10, 2.1 points above the plain one."
B = "A second look at pruning shows that half of the weights can go, at a cost of 0.3 BLEU on WMT14."
C = "Sorting the batches by length makes training 1.8x faster and costs nothing on GLUE."
HEADER = ["new", "Get trending papers in your email inbox!", "Subscribe", "byAK and the research community", "Mar 14"]


def test_paragraphs_below_header_lines(reading) -> None:
    got = reading("\n\n".join([*HEADER, "Noise Helps", A, "Is Pruning Free?", B]))
    assert [(p.title, p.abstract, p.place.line) for p in got.papers] == [("Noise Helps", A, 11), ("Is Pruning Free?", B, 15)]
    assert not got.rejected


def test_lines_whose_first_title_is_glued_to_subscribe(reading) -> None:
    lines = [
        "Get trending papers in your email inbox once a day!",
        "Get trending papers in your email inbox!",
        "SubscribeNoise Helps",
        A,
        "Twice",
        B,
    ]
    got = reading("\n".join(lines))
    assert got.titles == ["Noise Helps", "Twice"]
    assert [p.place.line for p in got.papers] == [3, 5]


@pytest.mark.parametrize(
    ("before", "line", "title"),
    [
        ("Get trending papers in your email inbox!\n", "Subscribepi0: A Policy", "pi0: A Policy"),
        ("", "SubscribepLSTM", "SubscribepLSTM"),
        ("", "Subscribe3D Boxes", "3D Boxes"),
        ("", "Subscriber Churn in Networks", "Subscriber Churn in Networks"),
        ("", "Subscribe to My Channel", "Subscribe to My Channel"),
        ("Get trending papers in your email inbox!\nSubscribe\n", "Subscribers Leave", "Subscribers Leave"),
    ],
)
def test_only_a_button_is_taken_off_a_title(reading, before: str, line: str, title: str) -> None:
    assert reading(f"{before}{line}\n{A}\n", form="listing").titles == [title]


def test_two_listings_one_behind_the_other(reading) -> None:
    one = "\n\n".join([*HEADER, "Noise Helps", A])
    assert reading(f"{one}\n\n{one.replace('Helps', 'Hurts')}").titles == ["Noise Helps", "Noise Hurts"]


def test_an_abstract_of_several_lines_keeps_them(reading) -> None:
    got = reading(f"Noise Helps\n\n{A}\nCode is at example.org\n{B}\n\nTwice\n\n{C}\n", form="listing")
    assert [p.abstract for p in got.papers] == [f"{A}\nCode is at example.org\n{B}", C]


def test_a_title_may_stand_right_above_its_abstract(reading) -> None:
    got = reading(f"Noise Helps\n{A}\n{B}\n\nTwice\n{C}\n", form="listing")
    assert [(p.title, p.abstract) for p in got.papers] == [("Noise Helps", f"{A}\n{B}"), ("Twice", C)]


def test_a_title_without_an_abstract_costs_only_itself(reading) -> None:
    got = reading("\n\n".join([*HEADER, "Forgotten", "Noise Helps", A, "Twice", B, "The End"]))
    assert got.titles == ["Noise Helps", "Twice"]
    assert [(r.code, r.excerpt, r.place.line) for r in got.rejected] == [("no-abstract", "Forgotten", 11), ("no-abstract", "The End", 21)]


def test_an_abstract_without_a_title_costs_only_itself(reading) -> None:
    got = reading("\n\n".join([*HEADER, "Noise Helps", A, " ".join([B] * 5), "Twice", B]))
    assert got.titles == ["Noise Helps", "Twice"]
    assert [(r.code, r.place.line) for r in got.rejected] == [("no-title", 15)]


def test_an_abstract_may_be_short_and_without_a_full_stop(reading) -> None:
    got = reading("\n\n".join([*HEADER, "Noise Helps", "91.5% on CIFAR-10", "Twice", "0.3 BLEU", "Thrice", B]))
    assert [(p.title, p.abstract) for p in got.papers] == [("Noise Helps", "91.5% on CIFAR-10"), ("Twice", "0.3 BLEU"), ("Thrice", B)]


def test_a_blank_line_may_stray_into_a_listing_of_lines(reading) -> None:
    entries = [f"Title {n}\n{A}" for n in range(40)]
    got = reading("\n".join(["Get trending papers in your email inbox!", *entries[:20], "", *entries[20:]]))
    assert got.titles == [f"Title {n}" for n in range(40)]


def test_windows_line_ends_and_byte_order_mark(reading) -> None:
    got = reading(b"\xef\xbb\xbf" + "\r\n\r\n".join([*HEADER, "Noise Helps", A]).encode())
    assert [(p.title, p.abstract) for p in got.papers] == [("Noise Helps", A)]


LONG = f"{A} {B} {C}"
README = """Small Tools

This folder holds a few small tools that have grown over the years and that nobody wanted to throw away when the big ones came, so that they
are kept here for those who still like to use them.

They are not tested any more. If one of them breaks, you may keep both pieces of it, and tell us about it, because we would like to know how
it came to that after all these years of quiet work.
"""
CODE = "import os\n\nNAMES = [1, 2]\n\ndef work(names):\n    return names\n\n\nclass Tool:\n    pass\n"
LICENCE = f"The Licence\n\nCopyright (c) 2020 A. Body\n\n{LONG}\n\n{LONG}\n"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_listing_without_any_header_is_recognised_by_its_shape(reading, between: str) -> None:
    entries = [f"Title {number}: A Study{between}{LONG} More at https://example.org/{number}" for number in range(300)]
    assert len(reading(between.join(entries)).papers) == 300
    assert len(reading(entries[0]).papers) == 1


@pytest.mark.parametrize("text", [README, CODE, LICENCE, LONG, f"# Notes\n\n{LONG}\n", f"Notes\n=====\n\n{LONG}\n"])
def test_other_texts_are_not_taken_for_listings(reading, text: str) -> None:
    with pytest.raises(UnknownFormat):
        reading(text)
