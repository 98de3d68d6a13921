"""`own-names.txt` and `comparisons.txt`: every class is asked for, and every class that is asked for is there."""

from __future__ import annotations

import ast

import pytest

from leaderboard.extraction.lexicon.word_files import read_words
from leaderboard.resources import registry_dir

FILES = {"own-names.txt": ("method",), "comparisons.txt": ("method", "baseline")}


def texts_in(root, rooms):
    """Every text that stands by itself in the code of some rooms."""
    files = [path for room in rooms for path in (root / "leaderboard" / "extraction" / room).glob("*.py")]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in files]
    return {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@pytest.mark.parametrize("file", FILES)
def test_every_class_is_asked_for(root, file):
    classes = {one.name for one in read_words(registry_dir() / file)}
    assert len(classes) > 15
    assert classes - texts_in(root, FILES[file]) == set()


@pytest.mark.parametrize("file", FILES)
def test_no_word_stands_twice_in_a_class(file):
    words = [(one.name, word) for one in read_words(registry_dir() / file) for word in one.words]
    assert sorted(set(words)) == sorted(words)
