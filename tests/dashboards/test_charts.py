"""The charts: what is drawn, from which values, and which way is up."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import date

import polars as pl
import pytest
from altair.utils import schemapi

from dashboards import charts, theme
from leaderboard.store import queries, reading


@pytest.fixture(autouse=True)
def checked():
    """Every chart is held against Altair's schema, which the running app leaves out."""
    with schemapi.debug_mode(arg=True):
        yield


DIGITS = {"benchmark": "Digits", "metric": "accuracy", "split": "unspecified"}
VOICES = {"benchmark": "Voices", "metric": "WER", "split": "unspecified"}


@pytest.fixture
def ask(full_store):
    with closing(reading.connect(full_store)) as con:
        yield lambda name, **params: queries.run(con, name, **params)


def bare(key):
    return key.rstrip("\u200b")


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
    assert [(row["drawn"][:10], row["running_best"]) for row in line] == [
        ("2018-01-01", 80.0),
        ("2019-01-01", 90.0),
        ("2021-05-04", 95.5),
        ("2023-01-01", 95.5),
    ]
    dots, spec = values_of(chart, 1)
    assert {row["name"] for row in dots} == {"FirstNet", "Oldie", "BetterNet", "OtherNet", "SlowNet", "Wishful"}
    assert spec["encoding"]["y"]["scale"]["zero"] is False


def test_over_time_names_the_record_holders_only(ask):
    chart = charts.over_time(ask("leaderboard_rows", **DIGITS), ask("progress_rows", **DIGITS), "accuracy").to_dict()
    named = [row["name"] for layer in chart["layer"][2:] for row in chart["datasets"][layer["data"]["name"]]]
    assert named == ["SlowNet", "FirstNet", "BetterNet"]


def board_of(values, direction="higher", days=None):
    """Rows as ``leaderboard_rows`` gives them, of a board with these values, a year apart, each by a system of its own."""
    count = len(values)
    return pl.DataFrame(
        {
            "method": [f"Net{n}" for n in range(count)],
            "title": ["A paper"] * count,
            "rank_value": values,
            "value": values,
            "canonical_unit": ["%"] * count,
            "unit": ["%"] * count,
            "bound": ["exact"] * count,
            "year": [2000 + n for n in range(count)],
            "published": days or [date(2000 + n, 1, 1) for n in range(count)],
            "role": ["proposed"] * count,
            "rank": range(1, count + 1),
            "quote": [str(value) for value in values],
            "claim_id": [f"c{n}" for n in range(count)],
            "doubt": [None] * count,
            "direction": [direction] * count,
        }
    )


def test_papers_of_one_year_are_spread_over_it_but_records_stay():
    rows = board_of([80.0, 81.0, 82.0, 90.0], days=[date(2020, 1, 1)] * 3 + [date(2020, 5, 2)])
    drawn = charts.spread(charts.points(rows), pl.Series(["c2"]))
    day = {claim: str(when.date()) for claim, when in drawn.select("claim_id", "drawn").iter_rows()}
    assert (day["c2"], day["c3"]) == ("2020-01-01", "2020-05-02")
    assert len({day["c0"], day["c1"], day["c2"]}) == 3
    assert all("2020-01-01" < day[one] < "2021-01-01" for one in ("c0", "c1"))
    assert charts.year_only(rows)
    assert not charts.year_only(board_of([1.0, 2.0]))


@pytest.mark.parametrize(
    ("values", "direction", "found"),
    [
        ([80, 81, 82, 83, 84, 85, 86, 87, 88, 5], "higher", (80, 88, 1)),
        ([20, 19, 18, 17, 16, 15, 14, 13, 12, 95], "lower", (12, 20, 1)),
        ([80, 81, 82, 83, 84, 85, 86, 87, 88, 100], "higher", None),  # far off, but better: never hidden
        ([5, 80, 81, 82, 83, 84, 85, 86, 87, 88], "higher", None),  # the first record
        ([80, 81, 82, 83, 84, 85, 86, 1, 2, 3], "higher", None),  # too many to be called far off
        ([80, 81, 82, 5], "higher", None),  # too few to say
    ],
)
def test_a_few_far_off_values_leave_the_others_their_room(values, direction, found):
    near = charts.focus(board_of([float(value) for value in values], direction), direction)
    assert (near and (near.low, near.high, near.hidden)) == found


def test_far_off_values_are_outside_of_the_axis(ask):
    rows = board_of([80.0, 81.0, 82.0, 83.0, 84.0, 85.0, 86.0, 87.0, 88.0, 5.0])
    progress = ask("progress_rows", **DIGITS).clear()
    wide = values_of(charts.over_time(rows, progress, ""), 1)[1]["encoding"]["y"]["scale"]["domain"]
    close = values_of(charts.over_time(rows, progress, "", near=charts.focus(rows, "higher")), 1)[1]["encoding"]["y"]["scale"]["domain"]
    assert wide[0] < 5.0
    assert 79 < close[0] < 80


def test_the_line_has_no_more_points_than_turns_and_an_end():
    rows = board_of([80.0, 70.0, 60.0, 90.0, 85.0])
    progress = rows.with_columns(running_best=pl.Series([80.0, 80.0, 80.0, 90.0, 90.0]))
    dots = charts.spread(charts.points(rows), pl.Series(["c0", "c3"]))
    assert [(day.year, best) for day, best in charts.steps(progress, dots).iter_rows()] == [(2000, 80.0), (2003, 90.0), (2004, 90.0)]


@pytest.mark.parametrize(
    ("event", "claim"),
    [({"selection": {"pick": [{"claim_id": "c1"}]}}, "c1"), ({"selection": {"pick": []}}, None), ({"selection": {}}, None), ({}, None)],
)
def test_the_picked_dot(event, claim):
    assert charts.picked(event) == claim


def test_a_chart_can_be_taken_away_as_a_picture(ask):
    chart = charts.over_time(ask("leaderboard_rows", **DIGITS), ask("progress_rows", **DIGITS), "accuracy (%)")
    drawn = charts.svg(chart)
    assert drawn.startswith("<svg")
    for word in ("FirstNet", "BetterNet", "accuracy (%)"):
        assert word in drawn
    assert charts.png(chart).startswith(b"\x89PNG")


def test_a_picture_taken_away_from_a_dark_page_has_dark_words_on_white(ask):
    chart = charts.over_time(ask("leaderboard_rows", **DIGITS), ask("progress_rows", **DIGITS), "accuracy", theme.INK["dark"])
    drawn = charts.svg(chart)
    assert theme.INK["light"] in drawn
    assert theme.INK["dark"] not in drawn
    assert 'fill="white"' in drawn


def test_words_of_axes_and_legends_take_the_ink(ask):
    config = charts.inked(charts.ranked(ask("leaderboard_rows", **DIGITS), ""), "#123456").to_dict()["config"]
    assert {config[part][word] for part in ("axis", "legend") for word in ("labelColor", "titleColor")} == {"#123456"}


def test_over_time_without_a_ranked_row_has_no_line(ask):
    rows = ask("leaderboard_rows", **DIGITS).filter(pl.col("role") == "baseline")
    chart = charts.over_time(rows, ask("progress_rows", **DIGITS).clear(), "accuracy").to_dict()
    assert chart["datasets"][chart["layer"][0]["data"]["name"]] == []


def test_ranked_has_the_best_on_top_where_lower_is_better(ask):
    rows, spec = values_of(charts.ranked(ask("leaderboard_rows", **VOICES), "WER"))
    assert [bare(key) for key in spec["encoding"]["y"]["sort"]] == ["1. EarB", "2. EarC", "3. EarD", "EarA"]
    assert [row["value"] for row in rows] == [3.1, 4.5, 5.0, 4.2]
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
    assert charts.value_scale(pl.Series(values)).domain == pytest.approx(domain)


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


def test_a_line_the_size_of_a_word_steps_from_value_to_value():
    drawn = charts.spark([90.0, 90.0, 95.0], "#123456")
    (path,) = re.findall(r'd="([^"]+)"', drawn)
    points = [tuple(map(float, point.split())) for point in re.split("[ML]", path)[1:]]
    assert [x for x, _ in points] == sorted(x for x, _ in points)
    assert points[0][1] == points[-2][1] > points[-1][1]  # the higher value lies higher up
    assert "#123456" in drawn


@pytest.mark.parametrize("values", [[5.0], [5.0, 5.0, 5.0], [-1e9, 1e9]])
def test_a_line_stays_inside_of_its_picture(values):
    (path,) = re.findall(r'd="([^"]+)"', charts.spark(values, "#123456"))
    for point in re.split("[ML]", path)[1:]:
        x, y = map(float, point.split())
        assert 0 <= x <= 240
        assert 0 <= y <= 44
