"""The charts: what is drawn, from which values, and which way is up."""

from __future__ import annotations

from contextlib import closing

import polars as pl
import pytest

from dashboards import charts
from leaderboard.store import queries, reading

DIGITS = {"benchmark": "Digits", "metric": "accuracy", "split": "unspecified"}
VOICES = {"benchmark": "Voices", "metric": "WER", "split": "unspecified"}


@pytest.fixture
def ask(full_store):
    with closing(reading.connect(full_store)) as con:
        yield lambda name, **params: queries.run(con, name, **params)


def bare(key):
    return key.rstrip(charts.UNSEEN)


def values_of(chart, layer=None):
    """The rows that a chart (or one of its layers) carries, and its specification."""
    spec = chart.to_dict()
    part = spec if layer is None else spec["layer"][layer]
    return spec["datasets"][part["data"]["name"]], part


def test_points_have_one_scale_and_words_for_the_tooltip(ask):
    found = charts.points(ask("leaderboard_rows", **DIGITS))
    other = found.filter(pl.col("name") == "OtherNet").select("value", "label", "role", "rank")
    assert other.row(0) == (93.0, "≈ 93%", "own result", 2)
    assert found.filter(pl.col("name") == "Wishful")["rank"].to_list() == [None]


def test_over_time_draws_every_dated_row_and_the_running_best_to_the_end(ask):
    chart = charts.over_time(ask("leaderboard_rows", **DIGITS), ask("progress_rows", **DIGITS), "accuracy")
    line, spec = values_of(chart, 0)
    assert spec["mark"]["interpolate"] == "step-after"
    assert [(row["published"][:10], row["running_best"]) for row in line] == [
        ("2019-01-01", 90.0),
        ("2021-05-04", 95.5),
        ("2022-01-01", 95.5),
        ("2023-01-01", 95.5),
    ]
    dots, spec = values_of(chart, 1)
    assert {row["name"] for row in dots} == {"FirstNet", "Oldie", "BetterNet", "OtherNet", "Wishful"}
    assert spec["encoding"]["y"]["scale"]["zero"] is False


def test_over_time_names_the_record_holders_only(ask):
    chart = charts.over_time(ask("leaderboard_rows", **DIGITS), ask("progress_rows", **DIGITS), "accuracy").to_dict()
    named = [row["name"] for layer in chart["layer"][2:] for row in chart["datasets"][layer["data"]["name"]]]
    assert named == ["FirstNet", "BetterNet"]


def test_over_time_without_a_ranked_row_has_no_line(ask):
    rows = ask("leaderboard_rows", **DIGITS).filter(pl.col("role") == "baseline")
    chart = charts.over_time(rows, ask("progress_rows", **DIGITS).clear(), "accuracy").to_dict()
    assert chart["datasets"][chart["layer"][0]["data"]["name"]] == []


def test_ranked_has_the_best_on_top_where_lower_is_better(ask):
    rows, spec = values_of(charts.ranked(ask("leaderboard_rows", **VOICES), "WER"))
    assert [bare(key) for key in spec["encoding"]["y"]["sort"]] == ["1. EarB", "2. EarA"]
    assert [row["value"] for row in rows] == [3.1, 4.2]
    assert spec["encoding"]["x"]["scale"]["zero"] is False


def test_ranked_keeps_two_rows_of_one_system_apart(ask):
    rows = ask("leaderboard_rows", **VOICES)
    both = pl.concat([rows.head(1), rows.head(1)])
    keys = values_of(charts.ranked(both, "WER"))[1]["encoding"]["y"]["sort"]
    assert [bare(key) for key in keys] == ["1. EarB", "1. EarB"]
    assert len(set(keys)) == 2


@pytest.mark.parametrize(
    ("values", "domain"),
    [([10.0, 20.0], [9.3, 20.7]), ([0.1, 50.0], [0.0, 53.493]), ([5.0], [4.65, 5.35]), ([0.0], [0.0, 1.0]), ([-1.0, 1.0], [-1.14, 1.14])],
)
def test_the_value_axis_is_as_wide_as_the_values(values, domain):
    assert charts.value_scale(pl.DataFrame({"value": values})).domain == pytest.approx(domain)


def test_a_legend_stands_only_where_there_are_two_roles(ask):
    rows = ask("leaderboard_rows", **DIGITS)
    assert values_of(charts.ranked(rows, ""))[1]["encoding"]["color"]["legend"] is not None
    own = rows.filter(pl.col("role") == "proposed")
    assert values_of(charts.ranked(own, ""))[1]["encoding"]["color"]["legend"] is None


def test_datable_wants_two_different_dates(ask):
    assert charts.datable(ask("leaderboard_rows", **DIGITS))
    assert not charts.datable(ask("leaderboard_rows", **VOICES))
    assert not charts.datable(ask("leaderboard_rows", **DIGITS).head(1))


@pytest.mark.parametrize(
    ("metric", "unit", "direction", "title"),
    [
        ("accuracy", "%", "higher", "accuracy (%) · higher is better"),
        ("FID", None, "lower", "FID · lower is better"),
        ("cuteness", None, None, "cuteness"),
        ("unspecified", None, None, "value"),
    ],
)
def test_the_axis_says_unit_and_direction(metric, unit, direction, title):
    assert charts.axis_title(metric, unit, direction) == title
