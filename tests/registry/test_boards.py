"""boards.txt: what shares a leaderboard, and what is wrong with a line."""

from __future__ import annotations

import re

import pytest

from leaderboard.registry import load
from leaderboard.registry.boards import BoardsError, DefaultMetric, SharedBoard, board_problems, read_boards


def rules(tmp_path, text):
    path = tmp_path / "boards.txt"
    path.write_text(text, encoding="utf-8")
    return read_boards(path)


def test_a_file_is_read_line_by_line(tmp_path):
    found = rules(tmp_path, "# head\n\nsame MAP = mAP\ncomplement error rate = accuracy | CIFAR-10\ndefault object detection = mAP\n")
    assert found.shared == (SharedBoard("MAP", "mAP", False, None, 3), SharedBoard("error rate", "accuracy", True, "CIFAR-10", 4))
    assert found.defaults == (DefaultMetric("object detection", "mAP", 5),)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("same mAP", ":1: expected `same|complement METRIC = METRIC [| NAME]`"),
        ("\nalike MAP = mAP", ":2: expected"),
        ("default COCO = mAP | detection", ":1: expected"),
        ("same MAP = mAP\nsame MAP = AP", ":2: 'MAP' has a line already"),
        ("default COCO = mAP\ndefault COCO = AP", ":2: 'COCO' has a line already"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path, text, complaint):
    with pytest.raises(BoardsError, match=re.escape(f"{tmp_path / 'boards.txt'}{complaint}")):
        rules(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("same MAP = mAPP", "unknown-metric"),
        ("default COCO = mean precision", "unknown-metric"),
        ("complement WER = accuracy | x", None),
        ("complement FID = accuracy", "bad-complement"),
        ("complement top-1 accuracy = accuracy", "bad-complement"),
        ("same error rate = accuracy", "bad-pair"),
        ("same PSNR = accuracy", "bad-pair"),
    ],
)
def test_names_and_pairs_are_checked(tmp_path, text, code):
    assert [problem.code for problem in board_problems(load(), rules(tmp_path, text))] == ([code] if code else [])


def test_the_shipped_file_has_no_problems():
    assert list(board_problems(load())) == []
    assert len(read_boards().shared) > 5
