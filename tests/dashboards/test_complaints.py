"""What people complained about at other leaderboards, one test each: none of it happens here."""

from __future__ import annotations

import pytest

from tests.dashboards.seen import chosen_in, drawn, marks_of, table, texts, well


@pytest.fixture(scope="module")
def traps(stores, tmp_path_factory):
    """A database whose numbers must not be mixed up."""
    return stores.traps(tmp_path_factory.mktemp("traps") / "traps.duckdb")


def test_error_rates_are_not_ranked_upside_down(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Voices"))
    assert table(at, "board")["Value"].tolist() == [3.1, 4.5, 5.0]
    assert table(at, "board")["Rank"].tolist() == [1, 2, 3]
    assert "lower is better" in at.get("vega_lite_chart")[0].proto.spec


def test_top_1_and_top_5_never_stand_on_one_board(show, traps):
    at = well(show("benchmark", traps, benchmark="Frames"))
    assert at.selectbox[1].options == ["top-1 accuracy (fewer than 3 papers)", "top-5 accuracy (fewer than 3 papers)"]
    assert 96.5 not in table(at, "board")["Value"].tolist()
    at.selectbox[1].set_value("top-5 accuracy").run()
    assert table(well(at), "board")["Value"].tolist() == [96.5]


def test_a_validation_score_is_not_shown_as_a_test_score(show, traps):
    at = well(show("benchmark", traps, benchmark="Frames"))
    assert at.selectbox[2].options == ["test or not stated (3; fewer than 3 papers)", "validation (1; fewer than 3 papers)"]
    assert 70.0 not in table(at, "board")["Value"].tolist()


def test_two_protocols_are_told_apart_and_can_be_ranked_apart(show, traps):
    at = well(show("benchmark", traps, benchmark="Frames"))
    assert table(at, "board")["Setting"].tolist() == ["ensemble", ""]
    at.selectbox[3].set_value("unspecified").run()
    assert table(well(at), "board")[["Method", "Rank"]].values.tolist() == [["ClipB", 1], ["ClipA", 2]]
    assert table(at, "board")["Value"].tolist() == [85.0, 84.0]


@pytest.mark.parametrize("claim", ["p2021-31", "p2022-20", "p2019-27", "p2019-59"])
def test_every_number_has_a_source_to_the_character(show, full_store, claim):
    at = well(show("benchmark", full_store, benchmark="Digits", claim=claim))
    assert chosen_in(at, "words text") == claim
    quotes = table(at, "board")["Quote"].tolist()
    assert {words for words, _ in marks_of(at, "words text")} & set(quotes)


def test_no_column_is_lost_between_the_data_and_the_page(show, full_store):
    shown = set(table(well(show("benchmark", full_store, benchmark="Digits")), "board").columns)
    known = {
        "Rank",
        "Method",
        "Value",
        "Unit",
        "Bound",
        "vs. previous best",
        "Year",
        "Paper",
        "Quote",
        "Role",
        "Confidence",
        "Venue",
        "Note",
    }
    assert known <= shown


def test_no_board_is_empty(show, full_store, traps):
    for database, name in ((full_store, "Digits"), (full_store, "Voices"), (full_store, "<i>Evil</i> bench"), (traps, "Frames")):
        at = well(show("benchmark", database, benchmark=name))
        for metric in at.selectbox[1].options:
            at.selectbox[1].select(metric).run()
            for split in at.selectbox[2].options:
                at.selectbox[2].select(split).run()
                assert len(table(well(at), "board")) > 0, (name, metric, split)


def test_the_numbers_in_list_chart_heading_and_table_agree(show, traps):
    at = well(show("benchmark", traps, benchmark="Frames"))
    (count,) = {len(table(at, "board")), len(drawn(at)[0])}
    assert f"{count} results from 2 papers" in texts(at)
    assert f"Other results of the same papers ({3 - count})" in [toggle.label for toggle in at.toggle]
    everything = well(show("benchmark", traps, benchmark="Frames", others="yes"))
    every = len(table(everything, "board"))
    assert f"{every} results from 2 papers" in texts(everything)
    assert len(drawn(everything)[0]) == count
    assert f"({every}; " in at.selectbox[2].options[0]
    assert f"Scores ({every})" in [option for group in at.get("button_group") for option in group.options]


def test_an_axis_does_not_begin_at_zero_where_that_hides_the_differences(show, traps):
    at = well(show("benchmark", traps, benchmark="Frames"))
    assert '"zero": false' in at.get("vega_lite_chart")[0].proto.spec
    values = [value for _, value in drawn(at)[0]]
    assert min(values) == 84.0


def test_years_can_be_left_out(show, traps):
    at = well(show("benchmark", traps, benchmark="Frames", **{"from": "2021"}))
    assert set(table(at, "board")["Year"]) == {2021}


@pytest.mark.parametrize("jargon", ["protocol", "instrument", "tuple", "canonical", "runs"])
def test_the_page_speaks_plainly(show, full_store, jargon):
    assert jargon not in texts(well(show("benchmark", full_store))).lower()
