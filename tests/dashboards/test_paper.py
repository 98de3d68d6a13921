"""The paper page: the list, the marks in the abstract, what was read into one claim and why, the other numbers."""

from __future__ import annotations

import pytest

from leaderboard import extract
from tests.dashboards.seen import choose, marks_of, table, texts, well

ABSTRACT = (
    "In 2021 we trained on 8 GPUs. NewNet reaches 95.9% accuracy on CIFAR-10, 2.1 points more than ResNet-50. "
    "Old things stay at 93.8% here."
)
TITLE = "NewNet: Something New"


@pytest.fixture(scope="module")
def read_store(stores, tmp_path_factory):
    """A database whose claims are those that the running version reads, but for the last, which nobody would read so today."""
    found = extract(ABSTRACT, TITLE)
    assert [claim.quote for claim in found] == ["95.9%", "2.1 points", "93.8%"]
    stale = ("93.8%", "score", 93.8, "%", "accuracy", "accuracy", "CIFAR-10", None, "Old", "baseline", {"rule": "an-old-rule"})
    papers = [("new", TITLE, 2021, None, ABSTRACT, [*map(as_stored, found[:2]), stale])]
    return stores.full(tmp_path_factory.mktemp("read") / "read.duckdb", papers)


def as_stored(claim):
    """A claim as the makers of databases want it."""
    names = ("change", "baseline", "bound", "rule", "confidence", "value_high", "uncertainty")
    more = {name: getattr(claim, name) for name in names} | {"settings": list(claim.settings)}
    benchmark = claim.benchmarks[0] if claim.benchmarks else None
    where = (claim.metric, claim.metric_id, benchmark, claim.split, claim.method, claim.role)
    return (claim.quote, claim.kind, claim.value, claim.unit, *where, more)


def claim_at(quote):
    return f"new-{ABSTRACT.index(quote)}"


def test_paper_marks_every_claim_by_kind(show, full_store):
    at = well(show("paper", full_store, paper="p2021"))
    assert marks_of(at, "paper p2021 text") == [("3M", "cost"), ("95.5%", "score"), ("5.5 points", "gain"), ("2x", "ratio")]
    assert table(at, "paper p2021 claims")["Quote"].tolist() == ["3M", "95.5%", "5.5 points", "2x"]
    assert table(at, "paper p2021 claims")["Change"].fillna("").tolist() == ["", "", "up", "up"]
    assert table(at, "paper p2021 claims")["Confidence"].fillna(-1).tolist() == [-1, 0.75, 0.85, -1]
    assert "Click a highlighted number" in texts(at)
    assert "claim" not in at.query_params


def test_paper_shows_the_fields_of_the_chosen_claim(show, full_store):
    at = well(show("paper", full_store, paper="p2021", claim="p2021-58"))
    said = texts(at)
    for words in (
        "Value: **5\\.5 points**",
        "Kind: **gain**",
        "Against: **FirstNet**",
        "Change: **up**",
        "Rule: **by\\-hand**",
        "Confidence: **0\\.85**",
    ):
        assert words in said
    assert "Click a highlighted number" not in said


def test_a_row_of_the_table_chooses_its_claim_and_the_address_says_so(show, full_store):
    at = well(show("paper", full_store, paper="p2021"))
    well(choose(at, "paper p2021 claims", 1))
    assert at.query_params["claim"] == "p2021-31"
    assert "Value: **95\\.5%**" in texts(at)
    well(choose(at, "paper p2021 claims", 0))
    assert at.query_params["claim"] == "p2021-5"


def test_a_claim_of_another_paper_is_not_shown(show, full_store):
    at = well(show("paper", full_store, paper="p2019", claim="p2021-58"))
    assert "Click a highlighted number" in texts(at)
    assert "claim" not in at.query_params


def test_why_a_claim_was_read_so_is_said_in_words_and_step_by_step(show, read_store):
    at = well(show("paper", read_store, paper="new", claim=claim_at("95.9%")))
    said = texts(at)
    assert "fit the rule **number\\-metric**: it reads the number as a measured value" in said
    assert "Metric: **accuracy**, “accuracy” is the nearest metric" in said
    assert "Benchmark: **CIFAR\\-10**, “CIFAR\\-10”, 3 words after the number" in said
    assert "Method: **NewNet**" in said
    assert table(at, "Word")["Read as"].tolist()[:4] == ["NAME", "GET", "Q", "METRIC"]
    assert table(at, "Based on")["Based on"].tolist()[0] == "read by this rule"
    assert not at.info


def test_a_claim_that_would_not_be_read_so_today_is_not_explained(show, read_store):
    at = well(show("paper", read_store, paper="new", claim=claim_at("93.8%")))
    assert "by another version of leaderboard" in at.info[0].value
    assert "an\\-old\\-rule" in at.info[0].value
    assert "fit the rule" not in texts(at)


def test_numbers_that_are_no_results_are_marked_on_request_with_the_reason(show, read_store):
    at = well(show("paper", read_store, paper="new"))
    assert "aside" not in {kind for _, kind in marks_of(at, "paper new text")}
    at.toggle[0].set_value(True).run()
    assert at.query_params["others"] == "yes"
    marks = marks_of(well(at), "paper new text")
    assert [mark for mark in marks if mark[1] == "aside"] == [("2021", "aside"), ("8", "aside")]
    others = table(at, "Number")
    assert others["Why it is not a result"].tolist()[:2] == ["a year", "counts things"]
    assert others["In the text"].tolist()[0].startswith("In 2021 we trained")


def test_the_switch_stands_in_the_address(show, read_store):
    at = well(show("paper", read_store, paper="new", others="yes"))
    assert at.toggle[0].value is True
    at.toggle[0].set_value(False).run()
    assert "others" not in well(at).query_params


def test_paper_search_and_its_address(show, full_store):
    at = well(show("paper", full_store, title="reader best"))
    assert table(at, "papers")["Paper"].tolist() == ["Not the best reader"]
    at.text_input[0].set_value("position").run()
    assert "No matching paper" in texts(well(at))
    at.toggle[0].set_value(True).run()
    assert table(well(at), "papers")["Paper"].tolist() == ["A position paper"]
    assert dict(at.query_params) == {"title": "position", "all": "yes"}
    assert well(choose(at, "papers", 0)).title[0].value == "A position paper"
    assert "No results were found in this abstract" in texts(at)


def test_an_unknown_paper_leads_to_the_list(show, full_store):
    at = well(show("paper", full_store, paper="nope"))
    assert "not in this database" in at.info[0].value
    assert len(table(at, "papers")) == 9
