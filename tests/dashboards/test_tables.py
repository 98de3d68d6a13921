"""Tables as pages show them and downloads repeat them."""

from __future__ import annotations

from contextlib import closing

import polars as pl
import pytest

from dashboards import tables
from leaderboard.store import queries, reading


@pytest.fixture
def ask(full_store):
    with closing(reading.connect(full_store)) as con:
        yield lambda name, **params: queries.run(con, name, **params)


def test_a_board_keeps_the_order_and_the_number_of_its_rows(ask):
    key = {"benchmark": "Digits", "metric": "accuracy"}
    rows = ask("leaderboard_rows", **key)
    shown = tables.board(rows, ask("progress_rows", **key))
    assert shown["Quote"].to_list() == rows["quote"].to_list()
    assert shown["vs. previous best"].drop_nulls().to_list() == [5.5, 10.0]


def test_a_board_of_an_unregistered_metric_shows_the_value_as_stated(ask):
    key = {"benchmark": "<i>Evil</i> bench", "metric": "unregistered: cuteness"}
    shown = tables.board(ask("leaderboard_rows", **key), ask("progress_rows", **key))
    assert shown.select("Rank", "Value", "Unit", "Note").row(0) == (None, 7.5, None, "metric is not in the registry")


def test_the_unit_stands_with_each_value_only_where_all_have_the_same(ask):
    rows = ask("leaderboard_rows", benchmark="Digits", metric="accuracy")
    assert tables.one_unit(rows) == "%"
    assert tables.one_unit(pl.concat([rows, rows.head(1).with_columns(canonical_unit=pl.lit("s"))])) is None
    assert tables.one_unit(ask("leaderboard_rows", benchmark="<i>Evil</i> bench", metric="unregistered: cuteness")) is None


def test_gains_have_a_sign_and_say_whether_that_is_better(ask):
    row = ask("gains_and_costs", kinds="gain", benchmark="Digits")
    rows = pl.concat([row] * 4).with_columns(
        change=pl.Series(["up", "down", "up", None]), direction=pl.Series(["higher", "higher", "lower", "higher"], dtype=pl.String)
    )
    shown = tables.gains(rows)
    assert shown["Gain"].to_list() == [5.5, -5.5, 5.5, 5.5]
    assert shown["Better or worse"].to_list() == ["better", "worse", "worse", None]
    assert "Change" not in shown.columns
    assert tables.changes(rows)["Value"].to_list() == [5.5] * 4


def test_columns_that_say_nothing_are_left_out_unless_they_are_always_shown():
    frame = pl.DataFrame({"a": [1, None], "b": ["", None], "c": pl.Series([None, None], dtype=pl.Int64), "d": ["x", ""]})
    assert tables.without_empty(frame).columns == ["a", "d"]
    assert tables.without_empty(frame, keep=("c",)).columns == ["a", "c", "d"]
    assert tables.without_empty(frame.clear(), keep=("a",)).columns == ["a"]


def test_the_fields_of_a_claim_say_each_thing_once(ask):
    claim = {row["quote"]: row for row in ask("paper_claims", paper_id="p2021").iter_rows(named=True)}["95.5%"]
    shown = tables.fields(claim)
    assert shown == {
        "Value": "95.5%",
        "Kind": "score",
        "Metric": "accuracy",
        "Benchmarks": "Digits",
        "Method": "BetterNet",
        "Role": "own result",
        "Rule": "by-hand",
        "Confidence": "0.75",
    }
    other = tables.fields(
        {**claim, "canonical_value": 0.955, "canonical_unit": None, "metric_id": "acc", "uncertainty": 0.2, "flags": ["odd"]}
    )
    assert (other["Value"], other["On the metric's scale"], other["Registry metric"], other["Note"]) == (
        "95.5% ± 0.2",
        "0.955",
        "acc",
        "odd",
    )


def test_the_overview_says_who_holds_what_and_which_way_is_better(ask):
    shown = tables.benchmarks(ask("fullest_boards"))
    assert shown.select("Benchmark", "Metric", "Better", "Best", "Unit", "Held by").rows() == [
        ("Digits", "accuracy", "higher", 95.5, "%", "BetterNet"),
        ("Voices", "WER", "lower", 3.1, "%", "EarB"),
        ("<i>Evil</i> bench", None, None, None, None, None),
    ]
    assert shown[tables.CURVE].is_null().to_list() == [False, True, True]


def test_records_name_the_split_and_the_paper_where_the_system_has_no_name():
    row = {
        "benchmark": "Voices",
        "metric": "WER",
        "split": "noisy",
        "protocol": "few-shot",
        "direction": "lower",
        "best": 3.1,
        "best_before": 4.2,
        "unit": "%",
    }
    row |= {"bound": "up_to", "method": None, "title": "Listeners", "year": 2020}
    shown = tables.records(pl.DataFrame([row, row | {"split": "unspecified", "protocol": "ordinary", "method": "EarB", "bound": "exact"}]))
    assert shown.select("Metric", "Bound", "vs. previous best", "Held by").rows() == [
        ("WER, noisy, few-shot", "up to", -1.1, "unnamed method in “Listeners”"),
        ("WER", "", -1.1, "EarB"),
    ]
