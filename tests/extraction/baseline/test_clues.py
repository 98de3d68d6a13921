"""Each clue to the baseline of a change has a sentence in which it decides, and what it answers."""

from __future__ import annotations

import pytest

from leaderboard.extraction.baseline.before import OBJECTS, PLACES
from leaderboard.extraction.baseline.bind import CLUES, baseline_of
from leaderboard.extraction.baseline.comparisons import COMPARE_IN_COMPANY, comparison_after
from tests.extraction.drafts import changes

TITLE = "FixNet: Repairing Features"

# clue, sentence, which of its numbers, baseline, code of the reason
DECIDES = [
    ("a system right before its own number", "FixNet beats OldNet by 2.0%, SlowNet by 2.3%.", 1, "SlowNet", None),
    (
        "a system before its own bracket",
        "FixNet outperforms models such as OldNet (+1.7% PQ) and SlowNet (+0.6% PQ).",
        1,
        "SlowNet",
        "before-bracket",
    ),
    (
        "a second competitor before its own number",
        "FixNet outperforms the usual approach by 4.1% and other approaches by up to 7.3% in accuracy.",
        1,
        "approaches",
        "before-own-number",
    ),
    (
        "one of several systems that are improved",
        "FixNet improves the accuracy of VGG on ImageNet by 1.5%, LeNet on MNIST by 1.4%.",
        1,
        "LeNet",
        "improved",
    ),
    ("what a share is a share of", "FixNet retains 93% of the performance of BERT on MNLI.", 0, "BERT", "whole"),
    (
        "as many systems as numbers between slashes",
        "FixNet lifts OldNet, SlowNet and BigNet by 2.1/1.3/3.4 mAP on COCO.",
        1,
        "SlowNet",
        "one-each",
    ),
    ("a word of comparison after the number", "FixNet improves accuracy by 2.1% over OldNet.", 0, "OldNet", "after-comparison"),
    ("the system that was improved, after 'for'", "FixNet gains 14.6% accuracy for BERT.", 0, "BERT", "improved"),
    (
        "a comparison, or the object of a verb, before the number",
        "Compared to OldNet, it improves accuracy by 2.1%.",
        0,
        "OldNet",
        "after-comparison",
    ),
    ("a comparison, or the object of a verb, before the number", "FixNet improves the accuracy of OldNet by 5.3%.", 0, "OldNet", "object"),
    (
        "the system that was improved, after 'on'",
        "FixNet gains +2.4% accuracy on BERT and +2.2% accuracy on RoBERTa.",
        0,
        "BERT",
        "improved",
    ),
    ("a well-known system after 'on'", "FixNet gains 2.4% accuracy on BERT.", 0, "BERT", None),
]


def first_that_answers(table, change):
    return next(clue for clue, finder in table if finder(change) is not None)


@pytest.mark.parametrize(("clue", "text", "which", "baseline", "code"), DECIDES)
def test_a_clue_decides(clue, text, which, baseline, code):
    change = changes(text, TITLE)[which]
    assert first_that_answers(CLUES, change) == clue
    found = baseline_of(change)
    assert found is not None
    assert (found.name, found.reason and found.reason.code) == (baseline, code)


def test_every_clue_has_a_sentence():
    assert [clue for clue, _ in CLUES if clue not in {row[0] for row in DECIDES}] == []


@pytest.mark.parametrize(
    ("clue", "text"),
    [
        ("'from' after a reduction", "FixNet brings a 17.6% error reduction from the best published result."),
        ("'as'", "FixNet uses 3.2x fewer parameters at the same accuracy as OldNet."),
        ("'match' after a ratio", "FixNet needs 3.2x fewer steps to match OldNet."),
        ("'to' after a word of parity", "FixNet has 3.2x fewer parameters with comparable performance to OldNet."),
        ("'to' after an improvement", "FixNet shows a 3.1% accuracy improvement to the baseline."),
    ],
)
def test_a_word_compares_in_its_company(clue, text):
    change = changes(text, TITLE)[0]
    word = comparison_after(change)
    assert word is not None
    assert [name for name, compares in COMPARE_IN_COMPANY if compares(change, word)] == [clue]


def test_a_word_out_of_its_company_compares_nothing():
    assert comparison_after(changes("FixNet improves accuracy by 2.1% to 84.3% on MNLI.", TITLE)[0]) is None


@pytest.mark.parametrize("table", [CLUES, PLACES, OBJECTS, COMPARE_IN_COMPANY])
def test_a_table_says_each_thing_once(table):
    assert len({clue for clue, _ in table}) == len(table)
