"""Each clue to the method of a number has a sentence in which it decides, and what it answers."""

from __future__ import annotations

import pytest

from leaderboard.extraction.method.bind import CLUES, SUBJECTS, method_of
from leaderboard.extraction.method.competitors import LEVELS_OF_BASELINES
from leaderboard.extraction.method.name_clues import PLACES
from tests.extraction.drafts import numbers

TITLE = "FixNet: Repairing Features"

# clue, sentence, title, which of its numbers, method, role
DECIDES = [
    ("a level of humans or of chance", "FixNet reaches the human-level accuracy of 84.4%.", TITLE, 0, "human", "baseline"),
    ("a level of humans or of chance", "FixNet is above chance level of 50% accuracy.", TITLE, 0, "chance", "baseline"),
    ("a level with the name of a baseline after it", "It reaches an F1 of 0.4 with BiLSTM baseline.", TITLE, 0, "BiLSTM", "baseline"),
    (
        "a level in brackets after what was beaten",
        "FixNet reaches 63% accuracy on MNLI, surpassing earlier models (65.2% on SST-2).",
        TITLE,
        1,
        "earlier models",
        "baseline",
    ),
    ("the rule reads the level of a baseline", "FixNet reaches 71.5% on ImageNet, surpassing CLIP's 68.3%.", TITLE, 1, "CLIP", "baseline"),
    (
        "a relative clause about what was beaten",
        "FixNet outperforms OldNet, which achieves 71.3% accuracy on MNLI.",
        TITLE,
        0,
        "OldNet",
        "baseline",
    ),
    (
        "a subject that is contrasted with the paper's own",
        "While OldNet reaches 43.1% accuracy, FixNet reaches 51.2%.",
        TITLE,
        0,
        "OldNet",
        "baseline",
    ),
    (
        "a subject that is older than the paper",
        "The previous best model reached an accuracy of 58.7%.",
        TITLE,
        0,
        "previous best model",
        "baseline",
    ),
    (
        "two levels, of the paper's own and of a competitor",
        "FixNet and the best competitor OldNet reach accuracies of 61.2% and 54.4%.",
        TITLE,
        1,
        "OldNet",
        "baseline",
    ),
    ("a system named for comparison", "For comparison, BERT reaches an accuracy of 54.4%.", TITLE, 0, "BERT", "baseline"),
    ("the subject", "FixNet-L reaches 84.1% accuracy on ImageNet.", TITLE, 0, "FixNet-L", "proposed"),
    ("the paper's own system", "We reach 84.1% accuracy on ImageNet.", TITLE, 0, "FixNet", "proposed"),
    ("the paper's own system", "We reach 84.1% accuracy on ImageNet.", "", 0, None, "proposed"),
]


def first_that_answers(table, number):
    return next(clue for clue, finder in table if finder(number) is not None)


@pytest.mark.parametrize(("clue", "text", "title", "which", "method", "role"), DECIDES)
def test_a_clue_decides(clue, text, title, which, method, role):
    number = numbers(text, title)[which]
    assert first_that_answers(CLUES, number) == clue
    found = method_of(number)
    assert (found.method, found.role) == (method, role)


def test_every_clue_has_a_sentence():
    assert [clue for clue, _ in CLUES if clue not in {row[0] for row in DECIDES}] == []


# clue, sentence, title, which of its numbers, what the sentence before speaks of, subject
SUBJECT = [
    (
        "a system in brackets after each number",
        "The models solve 61.2% of tasks (FixNet2) and 68.4% of tasks (FixNet4).",
        "",
        1,
        None,
        "FixNet4",
    ),
    ("as many subjects as numbers", "Alpha-7B and Beta-13B reach 61.2% and 68.4% on MMLU.", "", 1, None, "Beta-13B"),
    ("the system whose metric is the subject", "The accuracy of OldNet on SST-2 is 93.2%.", "", 0, None, "OldNet"),
    ("the subject of the verb", "On MNLI, Alpha-7B can also reach 61.2% accuracy.", "", 0, None, "Alpha-7B"),
    ("the subject of the sentence", "It reaches 61.2% accuracy on MNLI.", "", 0, "Alpha-7B", "Alpha-7B"),
    ("a subject without a coined name", "Masked pretraining improves F1 by 7% on SQuAD.", "", 0, None, "Masked pretraining"),
]


@pytest.mark.parametrize(("clue", "text", "title", "which", "before", "subject"), SUBJECT)
def test_a_subject_is_found(clue, text, title, which, before, subject):
    number = numbers(text, title, before)[which]
    assert first_that_answers(SUBJECTS, number) == clue
    assert method_of(number).method == subject


def test_every_kind_of_subject_has_a_sentence():
    assert [clue for clue, _ in SUBJECTS if clue not in {row[0] for row in SUBJECT}] == []


@pytest.mark.parametrize("table", [CLUES, SUBJECTS, LEVELS_OF_BASELINES, PLACES])
def test_a_table_says_each_thing_once_and_each_finder_gives_an_example(table):
    assert len({clue for clue, _ in table}) == len(table)
    documented = [finder for _, finder in table if "``" in (finder.__doc__ or "")]
    assert len(documented) >= len(table) - 4
