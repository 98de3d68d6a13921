"""The accuracy that a change may not fall below, level by level. Raise the figures when the extraction gets better."""

from __future__ import annotations

import pytest

from leaderboard.resources import sample_dir
from leaderboard.scoring import Report, score_file

SHARED = {"number": 0.97, "quantity": 0.96, "result": 0.845, "full": 0.655}
SAMPLE = {"number": 0.97, "quantity": 0.955, "result": 0.88, "full": 0.72}


@pytest.fixture(scope="module")
def on_shared(shared) -> Report:
    path = shared / "gold" / "dev.jsonl"
    if not path.is_file():
        pytest.skip("needs the labelled claims in ../shared/gold")
    return score_file(path)


@pytest.fixture(scope="module")
def on_sample() -> Report:
    return score_file(sample_dir() / "claims.jsonl")


@pytest.mark.parametrize("level", SHARED)
def test_claims_of_real_abstracts(on_shared, level):
    assert on_shared.labelled > 300
    assert on_shared.f1(level) >= SHARED[level]


@pytest.mark.parametrize("level", SAMPLE)
def test_claims_of_the_shipped_sample(on_sample, level):
    assert on_sample.labelled > 50
    assert on_sample.f1(level) >= SAMPLE[level]
