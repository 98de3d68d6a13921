"""Bands of confidence: exact means and shares on outcomes made by hand."""

from __future__ import annotations

import json
import re

import pytest

from leaderboard.scoring import Report
from leaderboard.scoring.report import Band
from tests.scoring.by_hand import invented, missed, outcome

MIXED = Report(
    ("FixNet",),
    (
        outcome(confidence=0.95),
        outcome(confidence=0.9),
        outcome(confidence=0.55, level=2, cause="metric", wrong=("metric",)),
        outcome(confidence=0.51),
        invented(confidence=0.59),
        outcome(confidence=0.52, level=1, cause="unit", wrong=("unit",)),
        invented(confidence=0.1),
        missed(),
    ),
)


def test_means_and_shares_of_each_band():
    low, middle, high = MIXED.bands()
    assert (low.low, low.high, low.claims, low.confidence, low.precision) == (0.0, 0.5, 1, 0.1, (0.0, 0.0, 0.0, 0.0))
    assert (middle.low, middle.high, middle.claims, middle.precision) == (0.5, 0.6, 4, (0.75, 0.5, 0.25, 0.25))
    assert middle.confidence == pytest.approx((0.55 + 0.51 + 0.59 + 0.52) / 4)
    assert (high.low, high.high, high.claims, high.precision) == (0.9, 1.0, 2, (1.0, 1.0, 1.0, 1.0))
    assert high.confidence == pytest.approx(0.925)


@pytest.mark.parametrize(
    ("confidence", "low", "high"),
    [
        (0.0, 0.0, 0.5),
        (0.49, 0.0, 0.5),
        (0.5, 0.5, 0.6),
        (0.6, 0.6, 0.7),
        (0.7, 0.7, 0.8),
        (0.8, 0.8, 0.9),
        (0.9, 0.9, 1.0),
        (1.0, 0.9, 1.0),
    ],
)
def test_a_confidence_is_in_one_band_which_begins_with_it(confidence, low, high):
    assert Report(("FixNet",), (outcome(confidence=confidence),)).bands() == [Band(low, high, 1, confidence, (1.0, 1.0, 1.0, 1.0))]


def test_each_extracted_claim_is_in_a_band_and_no_missed_one():
    assert sum(band.claims for band in MIXED.bands()) == MIXED.predicted == 7


def test_claims_without_confidence_make_no_band():
    plain = Report(("FixNet",), (outcome(), missed()))
    assert plain.bands() == []
    assert plain.as_dict()["bands"] == []
    assert "share right" not in plain.as_text()


def test_bands_as_text_and_for_json():
    assert re.search(r"^0\.5 - 0\.6\s+4\s+0\.54\s+0\.75\s+0\.50\s+0\.25\s+0\.25$", MIXED.as_text(), re.M)
    assert "0.6 - 0.7" not in MIXED.as_text()
    assert json.loads(json.dumps(MIXED.as_dict()))["bands"][1] == {
        "from": 0.5,
        "to": 0.6,
        "claims": 4,
        "confidence": 0.5425,
        "number": 0.75,
        "quantity": 0.5,
        "result": 0.25,
        "full": 0.25,
    }
