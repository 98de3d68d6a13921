"""The compare page: choosing systems, what they share as table and chart, the words behind a cell."""

from __future__ import annotations

import duckdb
import pytest

from dashboards import charts, url_state
from leaderboard.store import queries
from tests.dashboards import systems
from tests.dashboards.seen import choose, drawn, table, texts, well


@pytest.fixture(scope="module")
def nets(stores, tmp_path_factory):
    return systems.store(stores, tmp_path_factory.mktemp("nets") / "nets.duckdb")


def links_of(at):
    return [link.proto.label.replace("\\", "") for link in at.get("page_link")]


def test_without_a_choice_pairs_that_share_boards_are_offered(show, nets):
    at = well(show("compare", nets))
    assert "Choose at least two methods" in texts(at)
    assert "ResNet-9 and MiniNet (2 shared leaderboards)" in links_of(at)
    assert dict(at.query_params) == {}


def test_a_link_by_any_spelling_shows_the_table_and_says_it_with_the_usual_names(show, nets):
    at = well(show("compare", nets, methods="resnet9|mininet|FirstNet"))
    shown = table(at, "compared")
    columns = ["Benchmark", "Metric", "Unit", "Better", "ResNet-9", "MiniNet", "FirstNet"]
    assert shown.columns.tolist() == columns
    assert shown.values.tolist() == [
        ["Digits", "accuracy", "%", "↑ higher", "92 own", "★ ≤ 96 own", "90 own"],
        ["Voices", "WER", "%", "↓ lower", "5 own", "★ 4 own", ""],
    ]
    assert dict(at.query_params) == {"methods": "ResNet-9|MiniNet|FirstNet"}


def test_the_chart_has_the_same_numbers_as_the_table_with_better_to_the_right(show, nets):
    dots, _ = drawn(well(show("compare", nets, methods="ResNet-9|MiniNet|FirstNet")), "place")
    assert dots == [("MiniNet", 1.0), ("ResNet-9", pytest.approx(1 / 3)), ("FirstNet", 0.0), ("MiniNet", 1.0), ("ResNet-9", 0.0)]


def test_a_cited_number_stands_in_only_where_there_is_no_own_one_and_says_so(show, nets):
    shown = table(well(show("compare", nets, methods="Oldie|FirstNet")), "compared")
    assert shown[["Oldie", "FirstNet"]].values.tolist() == [["85 cited", "★ 90 own"]]


def test_a_suggestion_adds_a_system(show, nets):
    at = well(show("compare", nets, methods="ResNet-9"))
    assert "Choose at least one more method" in texts(at)
    (button,) = [button for button in at.button if button.label == "MiniNet (2)"]
    button.click().run()
    assert at.query_params["methods"] == "ResNet-9|MiniNet"
    assert "MiniNet" in table(well(at), "compared").columns


def test_a_typed_name_is_looked_up_and_an_unknown_one_is_said(show, nets):
    at = well(show("compare", nets, methods="ResNet-9"))
    at.multiselect[0].set_value(["ResNet-9", "mini net", "<b>Nope"]).run()
    assert at.multiselect[0].value == ["ResNet-9", "MiniNet"]
    assert "No paper in this database names a method “\\<b\\>Nope”" in well(at).info[0].value
    assert at.query_params["methods"] == "ResNet-9|MiniNet"


def test_no_more_than_six_are_compared(show, nets):
    given = ["ResNet-9", "MiniNet", "FirstNet", "Oldie", "BetterNet", "OtherNet", "ResNet-9-D"]
    at = well(show("compare", nets, methods="|".join(given)))
    assert at.multiselect[0].value == given[:6]
    assert not [button for button in at.button if button.key and button.key.startswith("add ")]


def test_systems_that_share_nothing_are_told_and_pairs_offered(show, nets):
    at = well(show("compare", nets, methods="EarA|FirstNet"))
    assert "These methods share no benchmark" in texts(at)
    assert "ResNet-9 and MiniNet (2 shared leaderboards)" in links_of(at)


def test_confidence_hides_numbers(show, nets):
    at = well(show("compare", nets, methods="ResNet-9|FirstNet|EarA", confidence="0.85"))
    assert table(at, "compared")[["ResNet-9", "EarA", "FirstNet"]].values.tolist() == [["5 own", "★ 4.2 own", ""]]
    assert "No shared results for FirstNet" in texts(at)


def test_a_cell_shows_its_words_and_a_row_those_of_its_best_number(show, nets):
    at = well(choose(show("compare", nets, methods="ResNet-9|MiniNet"), "compared", 1))
    assert at.selectbox[0].options[0] == "4%, MiniNet, own result in: Small nets (2021)"
    assert "Value: **4%**" in texts(at)
    (key,) = [frame.key for frame in at.dataframe if frame.key.startswith("compared")]
    at.session_state[key] = {"selection": {"rows": [], "columns": [], "cells": [(1, "ResNet-9")]}}
    assert "Value: **5% ± 0\\.2**" in texts(well(at.run()))


def test_hostile_names_and_names_of_columns_are_only_names(show, nets):
    at = well(show("compare", nets, methods=url_state.listed([systems.HOSTILE, "Metric"])))
    assert table(at, "compared").columns.tolist()[-2:] == [systems.HOSTILE, "Metric (method)"]
    assert "<b onclick" not in texts(at).replace("\\<", "")
    added = well(show("compare", nets, methods="Metric"))
    (button,) = [button for button in added.button if "onclick" in button.label]
    assert button.label.startswith("\\<b onclick")


def test_every_system_has_a_colour_and_a_shape_of_its_own(nets):
    names = ["ResNet-9", "MiniNet", "FirstNet", "BetterNet", "OtherNet", "Oldie"]
    with duckdb.connect(str(nets), read_only=True) as con:
        rows = queries.run(con, "compare_rows", methods=url_state.listed(names))
    encoding = charts.side_by_side(rows, names).to_dict()["layer"][-1]["encoding"]
    for channel in ("color", "shape"):
        scale = encoding[channel]["scale"]
        assert scale["domain"] == names
        assert len(set(scale["range"])) == 6
