"""Folds by paper: every paper in one of them, for good, and together the whole."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.scoring import Report
from leaderboard.scoring.folds import fold_of
from leaderboard.scoring.matching import LEVELS
from tests.scoring.by_hand import invented, missed, outcome, wrong

TITLES = tuple(f"Tree number {n}" for n in range(40))
KINDS = (outcome, missed, invented, lambda **fields: wrong("unit", **fields))


def forest() -> Report:
    """40 papers with one to four outcomes each, of all kinds."""
    return Report(TITLES, tuple(KINDS[(n + k) % 4](paper=title, start=k) for n, title in enumerate(TITLES) for k in range(n % 4 + 1)))


@given(st.text(), st.integers(1, 20))
def test_a_fold_is_one_of_so_many(title, folds):
    assert 1 <= fold_of(title, folds) <= folds


@given(st.text(string.printable), st.sampled_from([str.upper, str.lower, str.title, str.swapcase, "  {}\n".format]))
def test_case_and_blanks_around_a_title_do_not_move_it(title, written):
    assert fold_of(written(title), 7) == fold_of(title, 7)


@pytest.mark.parametrize(
    ("title", "fold"), [("Larch: Fast Trees", 2), ("Maple Networks", 3), ("Willow", 4), ("Elm", 5), ("Rowan", 1), ("Études de l'érable", 3)]
)
def test_a_paper_stays_in_its_fold_for_good(title, fold):
    assert fold_of(title, 5) == fold


def test_each_paper_with_all_its_outcomes_is_in_exactly_one_fold():
    parts = forest().folds(5)
    assert len(parts) == 5
    assert all(part.papers for part in parts)
    assert sorted(title for part in parts for title in part.titles) == sorted(TITLES)
    assert all({o.paper for o in part.outcomes} == set(part.titles) for part in parts)
    assert all(fold_of(title, 5) == k for k, part in enumerate(parts, 1) for title in part.titles)


def test_folds_sum_to_the_whole():
    whole, parts = forest(), forest().folds(3)
    assert sorted((o for part in parts for o in part.outcomes), key=lambda o: o.place) == sorted(whole.outcomes, key=lambda o: o.place)
    for count in (lambda r: r.papers, lambda r: r.labelled, lambda r: r.predicted, *(lambda r, k=k: r.hits(k) for k in LEVELS)):
        assert sum(map(count, parts)) == count(whole) > 0


def test_papers_without_numbers_count_as_papers():
    silent = Report(TITLES, ())
    assert sum(part.papers for part in silent.folds(5)) == 40


@pytest.mark.parametrize("hidden", range(1, 6))
def test_no_disagreement_of_a_hidden_fold_is_shown_and_every_other_one_is(hidden):
    text = forest().part(lambda title: fold_of(title, 5) != hidden).errors_as_text()
    wanted = {o.paper for o in forest().disagreements if fold_of(o.paper, 5) != hidden}
    assert {title for title in TITLES if f"in {title!r}:" in text} == wanted
    assert 0 < len(wanted) < len(TITLES)


def test_the_figures_of_each_fold_and_of_all_others():
    titles = {1: "Hazel", 2: "Alder"}
    assert {k: fold_of(title, 2) for k, title in titles.items()} == {1: 1, 2: 1}
    other = "Willow"
    assert fold_of(other, 2) == 2
    found = Report(("Hazel", "Alder", other), (outcome(paper="Hazel"), missed(paper="Alder"), wrong("metric", paper=other)))
    heading, first, second = found.folds_as_text(2).splitlines()
    assert heading.split()[:7] == ["fold", "papers", "labelled", *LEVELS]
    assert first.split() == ["1", "2", "2", "0.667", "0.667", "0.667", "0.667", "(1.000", "1.000", "0.000", "0.000)"]
    assert second.split() == ["2", "1", "1", "1.000", "1.000", "0.000", "0.000", "(0.667", "0.667", "0.667", "0.667)"]
