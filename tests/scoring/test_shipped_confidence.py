"""The shipped counts of `data/registry/confidence.txt` fit together, fit the grammar, and give every claim a confidence."""

from __future__ import annotations

import re

import pytest

from leaderboard.extraction import extract
from leaderboard.extraction.claim.confidence import read_calibration
from leaderboard.extraction.grammar.rule_file import RULES
from leaderboard.resources import registry_dir
from leaderboard.scoring.calibration import as_text

NAMES = ["rule", "metric", "benchmark", "method", "baseline"]
#: What takes the numbers that follow another one in a list; see `grammar.py`.
WITHOUT_A_LINE = {"list"}
RESULTS = [rule for rule in RULES if rule.frame != "none"]


@pytest.fixture(scope="module")
def shipped():
    return read_calibration()


def test_the_file_is_as_the_command_writes_it(shipped):
    path = registry_dir() / "confidence.txt"
    assert read_calibration(path) == shipped
    assert as_text(shipped) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_every_counted_claim_has_each_trait_once(shipped, name):
    counts = [count for (trait, _), count in shipped.counts.items() if trait == name]
    assert (sum(claims for claims, _ in counts), sum(right for _, right in counts)) == shipped.total
    assert all(0 <= right <= claims > 0 for claims, right in counts)


def test_there_are_no_other_traits(shipped):
    assert {name for name, _ in shipped.counts} == set(NAMES)


def test_the_rules_that_were_counted_are_those_of_the_grammar(shipped):
    counted = {value for name, value in shipped.counts if name == "rule"}
    unknown = counted - {rule.name for rule in RESULTS} - WITHOUT_A_LINE
    assert not unknown, f"counted, but no rule of rules.txt: {unknown}; run `leaderboard score GOLD --calibrate` again"
    assert len(counted) > len(RESULTS) / 2


@pytest.mark.parametrize("rule", RESULTS, ids=[rule.name for rule in RESULTS])
def test_what_a_rule_takes_has_a_confidence(rule):
    claims = extract(re.sub("[«»]", "", rule.example)).claims
    assert claims
    for claim in claims:
        assert claim.confidence is not None
        assert 0.02 <= claim.confidence <= 0.98
        assert claim.confidence == round(claim.confidence, 2)


def test_readings_differ_in_confidence():
    found = {claim.confidence for rule in RESULTS for claim in extract(re.sub("[«»]", "", rule.example)).claims}
    assert len(found) > 10
    assert max(found) - min(found) > 0.3


def test_a_plain_result_is_surer_than_one_without_metric_and_benchmark():
    (plain,) = extract("We present Larch. Larch reaches 91.2% accuracy on MNLI.", "Larch").claims
    (bare,) = extract("The improvement is 7.3% in the end.", "Larch").claims
    assert plain.confidence > bare.confidence
