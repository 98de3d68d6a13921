"""What becomes of every number: in order of place, with the reason why it was not taken, and both readings."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from leaderboard.extraction import extract
from leaderboard.model import Span, Verdict
from leaderboard.scoring import LabelledPaper, Outcome
from leaderboard.scoring.outcomes import outcomes
from tests.scoring.by_hand import ABSTRACT, NOTHING, RIGHT, claim, labels, outcomes_of


def verdict(quote, code, why="") -> Verdict:
    start = ABSTRACT.index(quote)
    return Verdict(Span(start, start + len(quote)), quote, code, why)


def test_outcomes_stand_in_order_of_place_whatever_became_of_them():
    found = outcomes_of(labels(RIGHT[2], RIGHT[0]), RIGHT[1], claim("3x", kind="gain", unit="x"))
    assert [(o.quote, o.cause) for o in found] == [("91.2%", "missed number"), ("88.0%", "number that is no claim"), ("3x", "kind")]
    assert [o.start for o in found] == [ABSTRACT.index(quote) for quote in ("91.2%", "88.0%", "3x")]


def test_what_is_right_has_no_cause_and_twice_the_same_reading():
    (only,) = outcomes_of(labels(RIGHT[2]), RIGHT[2])
    assert (only.level, only.cause, only.wrong, only.rule) == (4, "", (), "by-hand")
    assert only.labelled == only.extracted == "kind=ratio value=3 unit=x change=up metric=speed method=FixNet role=proposed"


def test_every_wrong_field_stands_in_capitals_in_both_readings():
    (only,) = outcomes_of(labels(RIGHT[0], split="dev", bound="about"), claim("91.2%", metric="F1", bound="about", baseline="BERT"))
    assert (only.level, only.cause, only.wrong) == (2, "metric", ("metric", "benchmarks", "split", "method", "baseline"))
    assert only.labelled == (
        "kind=score value=91.2 unit=% bound=about METRIC=accuracy BENCHMARKS=MNLI SPLIT=dev METHOD=FixNet role=proposed BASELINE=None"
    )
    assert only.extracted == (
        "kind=score value=91.2 unit=% bound=about METRIC=F1 BENCHMARKS=None SPLIT=None METHOD=None role=proposed BASELINE=BERT"
    )


def test_several_benchmarks_and_both_ends_of_a_range_are_shown():
    ranged = claim("91.2%", value_high=95.0, benchmarks=("MNLI", "QNLI"), role="baseline")
    (only,) = outcomes_of(labels(ranged), ranged)
    assert only.extracted == "kind=score value=91.2 value_high=95 unit=% metric=accuracy benchmarks=MNLI, QNLI role=baseline"


def test_an_alternative_that_is_equally_right_is_not_in_capitals():
    (only,) = outcomes_of(labels(RIGHT[0], metric="F1", metric_also=["accuracy"]), RIGHT[0])
    assert (only.cause, only.wrong) == ("", ())
    assert "metric=F1 " in only.labelled
    assert "metric=accuracy " in only.extracted


@pytest.mark.parametrize(
    ("verdicts", "why"),
    [
        pytest.param([], "not recognised as a number", id="no verdict"),
        pytest.param([verdict("91.2%", "setting", "rule x")], "not recognised as a number", id="of another number"),
        pytest.param([verdict("88.0%", "no-rule")], "no-rule", id="no rule"),
        pytest.param([verdict("88.0%", "setting", "rule labels-setting")], "setting: rule labels-setting", id="rule that refused it"),
        pytest.param([verdict("91.2%", "year"), verdict("88.0", "version", "two dots")], "version: two dots", id="a part of it"),
        pytest.param([verdict(" and ", "name"), verdict("88.0%", "no-rule")], "no-rule", id="beside what touches it"),
    ],
)
def test_a_missed_number_names_what_refused_it(verdicts, why):
    (only,) = outcomes_of(labels(RIGHT[1]), verdicts=verdicts)
    assert (only.quote, only.cause, only.level, only.rule) == ("88.0%", "missed number", 0, why)
    assert only.labelled == "kind=score value=88 unit=% metric=accuracy benchmarks=QNLI method=FixNet role=proposed"
    assert only.extracted is None
    assert only.confidence is None


def test_the_verdict_comes_from_the_extraction_itself():
    abstract = "Willow, made in 2019, reaches 90.3% accuracy on QNLI."
    label = {"start": 16, "end": 20, "quote": "2019", "value": 2019, "kind": "score"}
    found = outcomes(LabelledPaper("Willow", abstract, (label,)), extract(abstract, "Willow"), NOTHING)
    assert [(o.quote, o.cause) for o in found] == [("2019", "missed number"), ("90.3%", "number that is no claim")]
    assert found[0].rule.startswith("year")


def test_a_number_that_was_misread_is_missed_and_invented_at_one_place():
    found = outcomes_of(labels(RIGHT[0]), claim("91.2%", value=9.12), verdicts=[verdict("91.2%", "claim", "rule by-hand")])
    assert [(o.cause, o.rule) for o in found] == [("missed number", "claim: rule by-hand"), ("number that is no claim", "by-hand")]
    assert found[0].place == found[1].place == ("FixNet", 15, 20)
    assert found[1].labelled is None
    assert found[1].extracted == "kind=score value=9.12 unit=% metric=accuracy role=proposed"


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param((), id="not extracted"),
        pytest.param((RIGHT[1],), id="extracted as labelled"),
        pytest.param((claim("88.0%", kind="gain", metric="F1"),), id="extracted otherwise"),
    ],
)
def test_a_label_that_is_not_sure_has_no_outcome(claims):
    assert outcomes_of(labels(RIGHT[1], sure=False), *claims) == []
    others = outcomes_of(labels(RIGHT[0]) + labels(RIGHT[1], sure=False), *claims, RIGHT[2])
    assert [(o.quote, o.cause) for o in others] == [("91.2%", "missed number"), ("3x", "number that is no claim")]


def test_a_label_is_sure_where_it_does_not_say():
    label = labels(RIGHT[0])[0]
    del label["sure"]
    assert [o.cause for o in outcomes_of([label])] == ["missed number"]


def test_the_sentence_is_that_of_the_number_which_is_marked():
    abstract = "We build oaks. Larch  reaches 91.2% accuracy\non MNLI. Then we rest."
    (only,) = outcomes_of([], claim("91.2%", abstract), abstract=abstract)
    assert only.sentence == "Larch reaches «91.2%» accuracy on MNLI."


def test_the_confidence_is_that_of_the_claim():
    found = outcomes_of(labels(RIGHT[0], confidence=0.3), claim("91.2%", confidence=0.85), claim("3x", confidence=0.4))
    assert [o.confidence for o in found] == [0.85, 0.4]


def test_an_outcome_survives_json():
    (only,) = outcomes_of(labels(RIGHT[0]), claim("91.2%", metric="F1", confidence=0.5))
    values = json.loads(json.dumps(only.as_dict()))
    assert list(values) == [f.name for f in fields(Outcome)]
    assert Outcome(**{**values, "wrong": tuple(values["wrong"])}) == only
