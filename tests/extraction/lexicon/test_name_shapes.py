"""Which words look like coined names."""

from __future__ import annotations

import pytest

from leaderboard.extraction.lexicon.name_shapes import has_shape


@pytest.mark.parametrize("word", ["FixNet", "BERT", "ViT-B", "DeepID2", "GPT-4", "mT5", "ER-SAN", "X"])
def test_coined_names_have_a_shape(word):
    assert has_shape(word)


@pytest.mark.parametrize("word", ["Fine-Tuning", "network", "Attention", "Data-Efficient", ""])
def test_ordinary_words_have_none(word):
    assert not has_shape(word)
