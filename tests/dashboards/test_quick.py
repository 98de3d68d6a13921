"""The quick chart: what it draws of any answer, and why it draws nothing."""

from __future__ import annotations

import datetime as dt

import polars as pl
import pytest

from dashboards import charts, schema_notes, tables

FRAME = pl.DataFrame(
    {
        "name": ["a", "b", "a"],
        "year": [2020, 2021, 2022],
        "day": [dt.date(2020, 1, 1), dt.date(2021, 1, 1), None],
        "value": [1.5, float("inf"), 2.5],
        "same": [1, 1, 1],
    }
)


def drawn(chart):
    (rows,) = chart.to_dict()["datasets"].values()
    return rows


def test_guesses_come_in_the_order_in_which_they_fit():
    found = charts.choices(FRAME)
    assert (found.y, found.x, found.colour) == (["value", "same", "year"], ["day", "year", "name", "value", "same"], ["name"])


@pytest.mark.parametrize(
    ("frame", "why"),
    [
        (FRAME.head(0), "no rows"),
        (pl.DataFrame({"a": ["x"], "b": [None]}), "a numeric column"),
        (pl.DataFrame({"a": [float("nan")], "b": ["x"]}), "a numeric column"),
        (pl.DataFrame({"a": [1.0, 2.0]}), "second column"),
        (FRAME, None),
        (pl.DataFrame({"a": [1], "b": [2]}), None),
    ],
)
def test_what_cannot_be_drawn_says_why(frame, why):
    said = charts.cannot(frame)
    assert said is None if why is None else why in said


def test_dots_over_numbers_leave_out_what_has_no_place():
    chart = charts.quick(FRAME, "year", "value", "name")
    assert [(row["x"], row["y"], row["group"]) for row in drawn(chart)] == [(2020, 1.5, "a"), (2022, 2.5, "a")]
    spec = chart.to_dict()["encoding"]
    assert (spec["x"]["type"], spec["x"]["axis"]["format"], spec["y"]["title"]) == ("quantitative", "d", "value")
    assert spec["y"]["scale"]["domain"][0] > 1


def test_dots_over_dates():
    spec = charts.quick(FRAME, "day", "value").to_dict()
    assert spec["encoding"]["x"]["type"] == "temporal"
    assert spec["encoding"]["color"]["legend"] is None


def test_names_go_down_the_side_one_line_each():
    frame = pl.DataFrame({"name": ["a", "a", "b"] * 20, "n": range(60)})
    chart = charts.quick(frame, "name", "n")
    lines = [row["line"] for row in drawn(chart)]
    assert len(set(lines)) == charts.NAMED
    assert [line.strip("\u200b") for line in lines[:3]] == ["a", "a", "b"]
    assert chart.to_dict()["encoding"]["y"]["sort"] == lines


@pytest.mark.parametrize("name", ["a.b", "a[0]", "x:Q", "it's", '"', "y", "group", "line", ""])
def test_columns_of_any_name_are_drawn(name):
    frame = pl.DataFrame({name: [1.0, 2.0], "other": ["p", "q"]})
    chart = charts.quick(frame, "other", name, "other")
    assert [row["y"] for row in drawn(chart)] == [1.0, 2.0]
    assert chart.to_dict()["encoding"]["x"]["title"] == name


def test_brief_answers_shorten_long_texts_lists_and_many_columns():
    frame = pl.DataFrame({"long": ["x" * 501, "y" * 500, None], "list": [[1, 2], [], None], "n": [1, 2, 3]})
    shown, said = tables.brief(frame)
    assert shown["long"].to_list() == ["x" * 500 + "…", "y" * 500, None]
    assert shown["list"].to_list() == ["1, 2", "", None]
    assert "long texts" in said
    assert tables.brief(frame.select("n"))[1] == ""
    wide = pl.DataFrame({f"c{n}": [n] for n in range(101)})
    assert (tables.brief(wide)[0].width, "100 of 101 columns" in tables.brief(wide)[1]) == (100, True)


def test_every_table_and_view_of_the_schema_is_described(stores, tmp_path):
    import duckdb

    from leaderboard.store import queries

    with duckdb.connect(str(stores.schema(tmp_path / "x.duckdb"))) as con:
        schema = queries.run(con, "schema")
    names = schema["name"].unique().to_list()
    assert len(names) > 10
    assert [name for name in names if not schema_notes.table(schema, name).endswith(".")] == []
    assert schema_notes.column(schema, "claims", "confidence")
    assert schema_notes.column(schema, "leaderboard", "rank") != schema_notes.column(schema, "leaderboard", "rank_all")
    assert schema_notes.column(schema, "leaderboard", "no such column") == schema_notes.column(schema, "nothing", "x") == ""
    assert schema_notes.table(schema, "nothing") == ""
