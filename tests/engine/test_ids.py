from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.ids import digest, file_digest, fold_title, folders_digest, paper_id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Attention Is All You Need", "attention is all you need."),
        ("A  Title", "A Title"),
        ("ViT-B: a study", "ViT B – A Study"),
        ("\ufb01ne tuning", "fine tuning"),
    ],
)
def test_the_same_title_written_differently_is_one_paper(one, other):
    assert paper_id(one) == paper_id(other)


@pytest.mark.parametrize(("one", "other"), [("A study", "A study 2"), ("GPT-3", "GPT-4"), ("αβ", "α"), ("?", "!")])
def test_different_titles_are_different_papers(one, other):
    assert paper_id(one) != paper_id(other)


@given(st.text())
def test_any_title_has_an_id_and_folding_twice_changes_nothing(title):
    assert len(paper_id(title)) == 16
    assert fold_title(fold_title(title)) == fold_title(title) or not fold_title(title).isalnum()


def test_values_do_not_run_together():
    assert len({digest("a", "b"), digest("ab"), digest("a", None, "b"), digest("a", 1), digest("a", "1")}) == 5


def test_ids_are_the_same_on_every_machine():
    assert paper_id("Attention Is All You Need") == "12286c43e70efbab"
    assert digest("p", 1, 2.5, None) == "73223c27060268a1"


def test_a_folder_is_known_by_its_texts_not_by_its_place(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name / "sub").mkdir(parents=True)
        (tmp_path / name / "sub" / "x.txt").write_text("same")
    assert folders_digest([tmp_path / "a"]) == folders_digest([tmp_path / "b"])
    (tmp_path / "b" / "sub" / "x.txt").write_text("other")
    assert folders_digest([tmp_path / "a"]) != folders_digest([tmp_path / "b"])


def test_the_asked_format_is_part_of_a_source(tmp_path):
    file = tmp_path / "x"
    file.write_bytes(b"abc")
    assert file_digest(file) != file_digest(file, "csv")
