"""What is shown for one abstract says which rule made a claim, what was bound to what, and why another number is none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.extraction import explain, extract
from leaderboard.extraction.claim.reason import Reason

TEXT = (
    "We propose FixNet, a network. FixNet improves top-1 accuracy on ImageNet by 2.1\\% over ResNet-50. The challenge took place in 2019."
)
TITLE = "Repairing Features"


@pytest.fixture(scope="module")
def explanation():
    return explain(TEXT, TITLE)


def test_text_names_system_rule_bindings_and_other_numbers(explanation):
    claim = extract(TEXT, TITLE).claims[0]
    text = explanation.as_text()
    assert "system: FixNet" in text
    assert f"rule {claim.rule} " in text
    assert "over ResNet-50" in text
    assert "metric=top-1 accuracy" in text
    assert "baseline=ResNet-50" in text
    assert "2019" in text.split("other numbers:")[1]
    assert "year" in text.split("other numbers:")[1]


def test_text_shows_what_was_repaired(explanation):
    assert "by 2.1% over" in explanation.as_text()
    assert "repaired" not in explain("Plain text with 2.1% accuracy.").as_text()


def test_text_says_what_is_background():
    assert "background" in explain("Deaths from the disease have risen by 30% in recent years.").as_text()


def test_dictionary_is_json_and_says_the_same_as_the_extraction(explanation):
    values = json.loads(json.dumps(explanation.as_dict()))
    found = extract(TEXT, TITLE)
    assert values["title"] == TITLE
    assert values["system"]["name"] == "FixNet"
    assert [c["quote"] for c in values["claims"]] == [c.quote for c in found.claims]
    assert [v["code"] for v in values["verdicts"]] == [v.code for v in found.verdicts]
    rules = [reading["rule"] for sentence in values["sentences"] for reading in sentence["readings"]]
    assert [c.rule for c in found.claims] == [rule for rule in rules if rule in {c.rule for c in found.claims}]


def test_every_claim_s_rule_is_in_the_text():
    text = "FixNet reaches 95.9% and 80.2% accuracy on CIFAR-10 and CIFAR-100, is 3x faster than BERT and needs 12 GB of memory (+1.2 mAP)."
    shown = explain(text).as_text()
    claims = extract(text).claims
    assert len(claims) >= 4
    assert all(f"rule {claim.rule} " in shown for claim in claims)


def test_nothing_to_explain():
    found = explain("No numbers at all.")
    assert "claims: 0" in found.as_text()
    assert found.as_dict()["claims"] == []


@given(st.text(max_size=120))
def test_any_text_can_be_explained(text):
    found = explain(text, text[:10])
    assert "claims:" in found.as_text()
    json.dumps(found.as_dict())


def test_the_reasons_are_those_of_the_claims_in_their_order(explanation):
    whys = explanation.whys()
    assert [why.claim for why in whys] == list(extract(TEXT, TITLE).claims)
    (why,) = whys
    assert (why.rule, why.frame) == (why.claim.rule, "delta")
    assert "2.1%" in why.covers
    assert why.covers in why.sentence
    assert why.because["metric"] == Reason("nearest", "top-1 accuracy")
    assert why.evidence[0].trait == "rule"
    assert 0 < why.evidence[0].right <= why.evidence[0].claims
    assert ("2.1%", "Q") in why.tokens


def test_the_first_number_of_a_move_has_its_metric_and_benchmark_for_the_same_reasons_as_the_second():
    first, second = explain("We propose FixNet. It lifts the accuracy of BaseNet from 75.2% to 79% on CIFAR-10.").whys()
    assert (first.claim.metric, first.claim.benchmarks) == (second.claim.metric, second.claim.benchmarks)
    assert {field: first.because.get(field) for field in ("metric", "benchmark")} == {
        field: second.because.get(field) for field in ("metric", "benchmark")
    }
    assert "benchmark" in second.because
