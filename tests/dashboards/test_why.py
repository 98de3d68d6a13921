"""Reasons in plain words: of claims, of numbers that are none, and of stored claims that would be read differently today."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from dashboards import tables, text, theme
from leaderboard.extraction import explain
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.grammar.rule import Frame
from leaderboard.extraction.quantities.not_results import BY_CONTEXT, BY_FORM
from leaderboard.model import Span, Verdict

TEXT = "In 2021, <b>Net</b> lifts accuracy on CIFAR-10 from 91.0% to 95.9%, a gain of 4.9 points over *OldNet*; it is 2x faster."


@pytest.fixture(scope="module")
def whys():
    return explain(TEXT, "Net: A Net").whys()


def test_every_code_and_every_frame_has_plain_words():
    codes = {code for code, _ in (*BY_FORM, *BY_CONTEXT)} | {"no-rule", "setting", "background", "listing"}
    assert codes == set(theme.NO_RESULT)
    assert set(theme.FRAMES) == set(get_args(Frame)) - {"none"}


def test_the_reasons_of_each_claim_name_its_rule_and_its_fields(whys):
    assert [why.claim.quote for why in whys] == ["91.0%", "95.9%", "4.9 points", "2x"]
    assert [why.rule for why in whys] == [why.claim.rule for why in whys]
    for why in whys:
        assert why.claim.quote in why.covers or why.claim.quote in why.sentence
        said = tables.why(why)
        assert why.rule.replace("-", "\\-").replace(":", "\\:") in said[0]
        assert theme.FRAMES[why.frame] in said[0]
        assert any(line.startswith("Metric: **") for line in said)


def test_what_a_level_is_compared_with_is_only_asked_of_changes(whys):
    asked = {why.claim.kind: any(line.startswith("Compared with") for line in tables.why(why)) for why in whys}
    assert asked == {"score": False, "gain": True, "ratio": True}


def test_markup_of_the_text_stays_text(whys):
    bad = "<b>[x](javascript:1)</b> `y`"
    claim = replace(whys[2].claim, metric=bad, method=bad, baseline=bad, benchmarks=(bad,))
    said = tables.why(
        replace(
            whys[2],
            claim=claim,
            covers=bad,
            rule=bad,
            because={"metric": Reason("nearest", bad), "benchmark": Reason("after", bad, 3), "baseline": Reason("object", bad)},
        )
    )
    assert len(said) == 5
    assert all(text.plain(bad) in line for line in said)
    assert not any(bad in line or "<b>" in line or "](" in line for line in said)


def test_the_evidence_says_how_often_it_was_right(whys):
    frame = tables.evidence(whys[1])
    assert frame["Based on"][0] == "read by this rule"
    first = whys[1].evidence[0]
    assert frame["Correct when checked"][0] == f"{first.right:,} of {first.claims:,}"
    assert "comparison found like this" not in frame["Based on"].to_list()


@pytest.mark.parametrize(
    ("field", "value"), [("metric", "error"), ("benchmarks", ["x"]), ("value", 96.0), ("rule", "old"), ("method", None)]
)
def test_a_stored_claim_is_explained_only_where_it_would_be_read_the_same(whys, field, value):
    stored = tables.rows([why.claim for why in whys]).row(1, named=True)
    assert tables.matching(whys, stored) is whys[1]
    assert tables.matching(whys, stored | {field: value}) is None


def test_other_numbers_come_with_the_words_around_them():
    verdicts = explain(TEXT, "Net: A Net").result.extraction.verdicts
    frame = tables.others(verdicts, TEXT)
    assert frame.row(0) == ("2021", "a year", TEXT[:37] + "…")
    assert [TEXT[mark["start_offset"] : mark["end_offset"]] for mark in tables.asides(verdicts)] == frame["Number"].to_list()


def test_a_code_without_words_is_shown_as_it_is():
    assert tables.others([Verdict(Span(0, 1), "1", "new-code")], "1").row(0) == ("1", "new-code", "1")


def test_rows_of_claims_fit_the_tables_of_stored_ones(whys):
    rows = tables.rows([why.claim for why in whys])
    assert tables.claims(rows)["Quote"].to_list() == ["91.0%", "95.9%", "4.9 points", "2x"]
    assert tables.fields(rows.row(1, named=True))["Value"] == "95.9%"
    assert tables.rows([]).height == 0
