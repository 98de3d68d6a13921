"""The benchmark page: boards, filters, the address, chart and table alike, the words behind a number."""

from __future__ import annotations

import json

import duckdb
import polars as pl
import pytest

from dashboards.panels import download
from leaderboard.store import filling
from tests.dashboards.seen import choose, chosen_in, column, drawn, marks_of, table, texts, well


def test_benchmark_shows_the_fullest_board_first_and_says_so_in_the_address(show, full_store):
    at = well(show("benchmark", full_store))
    assert at.title[0].value == "Digits"
    assert dict(at.query_params) == {"benchmark": "Digits", "metric": "accuracy", "split": "unspecified"}
    assert "Best: **95\\.5%** by **BetterNet** (2021)." in texts(at)


def test_benchmark_table_ranks_own_comparable_results_only(show, full_store):
    at = well(show("benchmark", full_store))
    rows = table(at, "board")
    assert rows["Method"].tolist() == ["BetterNet", "OtherNet", "FirstNet", "Oldie", "SlowNet", "Wishful"]
    assert rows["Rank"].fillna(0).tolist() == [1, 2, 3, 0, 4, 0]
    assert rows["Role"].tolist() == ["own result"] * 3 + ["cited baseline"] + ["own result"] * 2
    assert rows["vs. previous best"].fillna(0).tolist() == [5.5, 0, 10, 0, 0, 0]
    assert rows["Bound"].fillna("").tolist() == ["", "about", "", "", "", ""]
    assert rows["Note"].tolist()[-1] == "value out of range for this metric"
    assert set(rows["Unit"]) == {"%"}
    assert column(at, "board", "Value")["type_config"]["format"] == "%.10g%%"


def test_lower_is_better_is_ranked_that_way(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Voices"))
    assert table(at, "board")["Method"].tolist() == ["EarB", "EarC", "EarD"]
    assert "Best: **3\\.1%** by **EarB**." in texts(at)


def test_a_link_to_a_split_shows_that_split(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Digits", metric="accuracy", split="hard"))
    assert table(at, "board")["Value"].tolist() == [71.0]


def test_baselines_and_years_can_be_left_out_and_the_address_says_so(show, full_store):
    at = well(show("benchmark", full_store))
    at.toggle[0].set_value(True).run()
    assert "Oldie" not in table(well(at), "board")["Method"].tolist()
    assert at.query_params["own"] == "yes"
    at.slider[0].set_value((2021, 2022)).run()
    assert table(well(at), "board")["Method"].tolist() == ["BetterNet", "OtherNet"]
    assert (at.query_params["from"], at.query_params["to"]) == ("2021", "2022")


def test_a_link_with_filters_reproduces_the_view(show, full_store):
    params = {"benchmark": "Digits", "metric": "accuracy", "split": "unspecified", "own": "yes", "from": "2019", "to": "2021"}
    at = well(show("benchmark", full_store, **params))
    assert table(at, "board")["Method"].tolist() == ["BetterNet", "FirstNet"]
    assert dict(at.query_params) == params


def test_confidence_hides_the_same_rows_in_chart_and_table_and_ranks_the_rest(show, full_store):
    at = well(show("benchmark", full_store))
    everything = ["BetterNet", "OtherNet", "FirstNet", "Oldie", "SlowNet", "Wishful"]
    assert table(at, "board")["Method"].tolist() == everything
    assert [name for name, _ in drawn(at)[0]] == everything[:-1]  # the impossible value is only in the table
    assert table(at, "board")["Confidence"].fillna(-1).tolist() == [0.75, 0.9, 0.8, -1, -1, -1]
    assert drawn(at)[1] == [80.0, 90.0, 95.5, 95.5]
    slider(at).set_value(0.8).run()
    rows = table(well(at), "board")
    assert rows["Method"].tolist() == everything[1:]
    assert [name for name, _ in drawn(at)[0]] == everything[1:-1]
    assert rows["Rank"].fillna(0).tolist() == [1, 2, 0, 3, 0]
    assert drawn(at)[1] == [80.0, 90.0, 93.0]
    assert "Best: **≈ 93%** by **OtherNet** (2022)." in texts(at)
    assert at.query_params["confidence"] == "0.8"
    slider(at).set_value(0.95).run()
    assert table(well(at), "board")["Method"].tolist() == ["Oldie", "SlowNet", "Wishful"]
    assert [name for name, _ in drawn(at)[0]] == ["Oldie", "SlowNet"]
    assert "No best result: fewer than three papers" in texts(at)
    slider(at).set_value(0.0).run()
    assert table(well(at), "board")["Method"].tolist() == everything
    assert at.query_params["confidence"] == "0"
    slider(at).set_value(0.7).run()
    assert "confidence" not in well(at).query_params


def slider(at):
    (found,) = [one for one in at.slider if one.label == "Minimum confidence"]
    return found


def test_confidence_is_a_slider_that_says_what_it_means(show, full_store):
    one = slider(well(show("benchmark", full_store)))
    assert (one.min, one.max, one.value) == (0, 0.95, 0.7)
    assert "0.80 means 8 of 10" in one.help


@pytest.mark.parametrize(
    ("said", "value"),
    [("0.8", 0.8), ("0.73", 0.73), (".5", 0.5), ("0", 0), ("1", 0.95), ("70", 0.95), ("-1", 0.7), ("nan", 0.7), ("x", 0.7)],
)
def test_a_link_with_a_confidence_reproduces_the_view(show, full_store, said, value):
    at = well(show("benchmark", full_store, benchmark="Digits", confidence=said))
    assert slider(at).value == value
    assert at.query_params.get("confidence", "0.7") == f"{value:g}"
    assert ("BetterNet" in table(at, "board")["Method"].tolist()) == (value <= 0.75)


def test_a_quick_hand_that_is_ahead_of_the_address_wins(show, full_store):
    """The browser sends a change before it knows of the address that the change before has led to."""
    at = well(show("benchmark", full_store))
    slider(at).set_value(0.4).run()
    slider(at).set_value(0.6)
    del at.query_params["confidence"]
    assert slider(well(at.run())).value == 0.6
    assert at.query_params["confidence"] == "0.6"
    del at.query_params["confidence"]
    assert slider(well(at.run())).value == 0.7  # nobody touched the slider: a link was followed


def test_confidence_goes_with_the_years_and_stays_on_another_board(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Digits", confidence="0.95", **{"from": "2019", "to": "2020"}, own="yes"))
    assert "No results match these filters" in texts(at)
    assert "lower the minimum confidence" in texts(at)
    at.selectbox[0].set_value("Voices").run()
    assert table(well(at), "board")["Method"].tolist() == [name for name, _ in drawn(at)[0]] == ["EarB", "EarC", "EarD"]
    assert at.query_params["confidence"] == "0.95"
    assert "Confidence" not in table(at, "board").columns


@pytest.mark.parametrize("nonsense", [{"from": "x", "to": "9999999"}, {"from": "2030", "to": "-5"}, {"split": "?"}, {"metric": "<b>"}])
def test_nonsense_in_the_address_falls_back_to_what_there_is(show, full_store, nonsense):
    at = well(show("benchmark", full_store, benchmark="Digits", **nonsense))
    assert at.title[0].value == "Digits"


def test_years_hide_rows_and_ranks_stay_those_of_all_years(show, full_store):
    said = {"benchmark": "Digits", "metric": "accuracy", "split": "unspecified"}
    at = well(show("benchmark", full_store, **said, **{"from": "2022", "to": "2023"}))
    assert not at.info
    assert "Best in these years (rank 2 of all years): **≈ 93%** by **OtherNet** (2022)." in texts(at)
    assert "Ranks count all years; results from other years are hidden" in texts(at)
    assert table(at, "board")["Rank"].fillna(0).tolist() == [2, 0]
    whole = texts(well(show("benchmark", full_store, **said)))
    assert "Ranks count all years" not in whole
    assert "Best: **95" in whole
    unranked = well(show("benchmark", full_store, **said, **{"from": "2023"}))
    assert "listed but not ranked: there is no comparable result of a paper's own in these years" in unranked.info[0].value


def test_years_without_results_are_an_empty_state(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Digits", **{"from": "2020", "to": "2020"}))
    assert "No results match these filters" in texts(at)


def test_an_unknown_benchmark_is_named_and_near_ones_offered(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Digitz"))
    assert "No benchmark with scores matches “Digitz”" in at.info[0].value
    assert "Digits" in at.info[0].value


@pytest.mark.parametrize("spelling", ["digits", "Ciphers", "DIG-ITS"])
def test_another_spelling_of_a_benchmark_leads_to_it(show, full_store, spelling):
    at = well(show("benchmark", full_store, benchmark=spelling))
    assert at.title[0].value == "Digits"
    assert not at.info
    assert at.query_params["benchmark"] == "Digits"


def test_an_unregistered_metric_is_listed_but_not_ranked(show, full_store):
    at = well(show("benchmark", full_store, benchmark="<i>Evil</i> bench"))
    assert "listed but not ranked" in at.info[0].value
    assert table(at, "board")["Value"].tolist() == [7.5]


def test_changing_the_benchmark_changes_address_metric_and_table(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Digits", split="hard"))
    at.selectbox[0].set_value("Voices").run()
    assert dict(well(at).query_params) == {"benchmark": "Voices", "metric": "WER", "split": "unspecified"}


def test_following_another_link_wins_over_what_was_chosen_before(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Digits"))
    at.query_params["benchmark"] = "Voices"
    assert well(at.run()).title[0].value == "Voices"


def test_the_best_result_stands_with_its_words_before_anybody_has_chosen(show, full_store):
    at = well(show("benchmark", full_store))
    assert ("95.5%", "score") in marks_of(at, "words text")
    assert chosen_in(at, "words text") == "p2021-31"
    assert "claim" not in at.query_params


def test_a_row_shows_the_words_behind_its_number_and_the_address_says_so(show, full_store):
    at = well(choose(show("benchmark", full_store), "board", 1))
    assert chosen_in(at, "words text") == "p2022-20"
    assert at.query_params["claim"] == "p2022-20"
    assert "Confidence: **0\\.90**" in texts(at)
    (link,) = [one for one in at.get("page_link") if "Not the best reader" in one.proto.label]
    assert link.proto.query_string == "paper=p2022&claim=p2022-20"


def test_a_cell_chooses_its_row_and_a_dot_its_claim_whichever_came_last(show, full_store):
    at = show("benchmark", full_store)
    (table_key,) = [frame.key for frame in at.dataframe if frame.key.startswith("board")]
    chart_key = at.get("vega_lite_chart")[0].proto.id.split("-", 2)[2]
    at.session_state[table_key] = {"selection": {"rows": [], "columns": [], "cells": [(2, "Paper")]}}
    assert chosen_in(well(at.run()), "words text") == "p2019-27"
    at.session_state[chart_key] = {"selection": {"pick": [{"claim_id": "p2021-31"}]}}
    assert chosen_in(well(at.run()), "words text") == "p2021-31"
    at.session_state[table_key] = {"selection": {"rows": [1], "columns": [], "cells": []}}
    assert chosen_in(well(at.run()), "words text") == "p2022-20"


def test_a_link_to_a_number_shows_its_words(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Digits", claim="p2022-20"))
    assert chosen_in(at, "words text") == "p2022-20"
    other = well(show("benchmark", full_store, benchmark="Voices", claim="p2022-20"))
    assert "claim" not in other.query_params


def test_a_setting_ranks_only_what_was_made_in_it(show, stores, tmp_path):
    at = well(show("benchmark", stores.with_settings(tmp_path / "settings.duckdb"), benchmark="Digits"))
    assert at.selectbox[3].options == ["unspecified (3)", "ensemble (2)", "zero-shot (1)"]
    at.selectbox[3].set_value("ensemble").run()
    rows = table(well(at), "board")
    assert (rows["Method"].tolist(), rows["Rank"].tolist()) == (["BetterNet", "OtherNet"], [1, 2])
    assert [name for name, _ in drawn(at)[0]] == ["BetterNet", "OtherNet"]
    assert at.query_params["setting"] == "ensemble"
    linked = well(show("benchmark", stores.with_settings(tmp_path / "again.duckdb"), benchmark="Digits", setting="zero-shot"))
    assert table(linked, "board")["Method"].tolist() == ["FirstNet"]


def test_a_board_without_settings_says_so(show, full_store):
    at = well(show("benchmark", full_store))
    assert at.selectbox[3].disabled
    assert at.selectbox[3].placeholder == "no settings"


def test_gains_and_efficiency_have_tables_of_their_own(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Digits", show="gain"))
    rows = table(at, "gain")
    assert rows[["Method", "Gain", "Against"]].values.tolist() == [["BetterNet", 5.5, "FirstNet"]]
    assert not at.get("vega_lite_chart")
    assert chosen_in(at, "words text") == "p2021-58"
    assert at.query_params["show"] == "gain"
    assert "cannot be ranked" in texts(at)
    later = well(show("benchmark", full_store, benchmark="Digits", show="gain", to="2020"))
    assert "No gains in this selection" in texts(later)


def test_a_kind_that_a_benchmark_has_none_of_is_not_offered(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Voices", show="gain"))
    assert "show" not in at.query_params
    assert table(at, "board")["Method"].tolist() == ["EarB", "EarC", "EarD"]


def test_what_the_chart_leaves_out_is_said(show, full_store):
    said = texts(well(show("benchmark", full_store)))
    assert "6 results from 5 papers" in said


def test_the_link_to_this_view_is_the_address(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Digits", own="yes"))
    (link,) = [code.value for code in at.code]
    assert link.endswith("?benchmark=Digits&own=yes&metric=accuracy&split=unspecified")


def test_downloads_are_the_tables(full_store, show, monkeypatch):
    files = {}
    monkeypatch.setattr(download.st, "download_button", lambda label, make, **more: files.setdefault(more["key"], (make, more)))
    rows = table(well(show("benchmark", full_store, benchmark="<i>Evil</i> bench")), "board")
    csv = files["download board csv"][0]().decode().splitlines()
    marks = ["Folded", "Task", "Protocol"]  # always there, so that files of several leaderboards have the same columns
    assert csv[0] == ",".join(name for name in csv[0].split(",") if name in {*rows.columns, "Check this", *marks})
    assert {*rows.columns, "Check this", *marks} == set(csv[0].split(","))
    assert len(csv) == 1 + len(rows)
    assert "'=cmd|' /C x'!A0" in csv[1]
    assert files["download board csv"][1]["file_name"] == "i-evil-i-bench_unregistered-cuteness_unspecified.csv"
    parquet = pl.read_parquet(files["download board parquet"][0]())
    assert parquet.columns == csv[0].split(",")
    assert parquet["Method"].to_list() == ["=cmd|' /C x'!A0"]  # data tools run no formulas
    assert json.loads(files["download board json"][0]())[0]["Value"] == 7.5
    tex = files["download board tex"][0]().decode()
    assert "=cmd|' /C x'!A0 & 7.5" in tex
    assert r"\textless{}i\textgreater{}Evil" in tex
    assert files["download chart svg"][0]().startswith("<svg")


def test_what_the_minimum_confidence_hides_is_said_and_one_click_shows_it(show, full_store):
    at = well(show("benchmark", full_store, confidence="0.8"))
    assert "1 result of this leaderboard with a confidence below 0.80 is hidden." in texts(at)
    assert "BetterNet" not in table(at, "board")["Method"].tolist()
    (button,) = [one for one in at.button if one.label == "Show all"]
    button.click().run()
    assert "BetterNet" in table(well(at), "board")["Method"].tolist()
    assert at.query_params["confidence"] == "0"
    assert not [one for one in at.button if one.label == "Show all"]


def test_what_makes_the_board_is_said_in_one_sentence(show, full_store):
    said = texts(well(show("benchmark", full_store, benchmark="Voices"))).replace("\\", "")
    what = "task (task not stated), metric (WER), split (test or not stated) and conditions (as usual)."
    assert f"Ranked together: results on Voices with the same {what}" in said


def test_a_paper_stands_once_and_its_other_results_on_demand(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Voices"))
    (toggle,) = [one for one in at.toggle if one.label.startswith("Other results")]
    assert toggle.label == "Other results of the same papers (1)"
    toggle.set_value(True).run()
    rows = table(well(at), "board")
    assert rows["Method"].tolist() == ["EarB", "EarC", "EarD", "EarA"]
    assert rows["Rank"].fillna(0).tolist() == [1, 2, 3, 0]
    assert rows["Folded"].fillna("").tolist() == ["", "", "", "other result of a ranked paper"]
    assert at.query_params["others"] == "yes"


def changed(stores, tmp_path, change):
    """The same database with other claims."""
    path = stores.full(tmp_path / "changed.duckdb")
    with duckdb.connect(str(path)) as con:
        con.execute(change)
        filling.derive(con)
    return path


def test_a_result_far_ahead_is_marked_and_neither_best_nor_on_the_line(show, stores, tmp_path):
    path = changed(stores, tmp_path, "UPDATE claims SET value = 99.5, canonical_value = 99.5 WHERE value = 95.5")
    at = well(show("benchmark", path))
    rows = table(at, "board")
    assert rows["Method"].tolist()[:2] == ["BetterNet", "OtherNet"]
    assert rows["Check this"].fillna("").tolist()[:2] == ["far ahead of the next paper, and nothing confirms it", ""]
    assert "Best: **≈ 93%** by **OtherNet** (2022). 1 better result has to be checked first." in texts(at)
    assert max(drawn(at)[1]) == 93.0
    home = well(show("home", path))
    assert home.metric[0].value == "≈ 93%"


def test_tasks_and_protocols_are_offered_where_there_is_a_choice(show, full_store, stores, tmp_path):
    assert [one.label for one in well(show("benchmark", full_store)).selectbox] == ["Benchmark", "Metric", "Split", "Setting"]
    path = changed(stores, tmp_path, "UPDATE claims SET protocol = ['few-shot'] WHERE value IN (80.0, 90.0)")
    at = well(show("benchmark", path, benchmark="Digits"))
    (protocol,) = [one for one in at.selectbox if one.label == "Protocol"]
    assert protocol.options == ["as usual (4; fewer than 3 papers)", "few-shot (2; fewer than 3 papers)"]
    assert at.query_params["protocol"] == "ordinary"
    protocol.set_value("few-shot").run()
    assert table(well(at), "board")["Method"].tolist() == ["FirstNet", "SlowNet"]
    assert "No best result: fewer than three papers" in texts(at)
    linked = well(show("benchmark", path, benchmark="Digits", protocol="few-shot"))
    assert table(linked, "board")["Protocol"].tolist() == ["few-shot"] * 2


def test_an_address_with_an_error_rate_leads_to_the_accuracy_that_lists_it(show, stores, tmp_path):
    path = changed(
        stores,
        tmp_path,
        "INSERT INTO metrics VALUES ('error rate', 'lower', '%', 0, 100, 'error', 'quality');"
        "INSERT INTO board_metrics VALUES ('error rate', 'accuracy', true, NULL);"
        "UPDATE claims SET metric = 'error rate', metric_id = 'error rate', value = 20, canonical_value = 20 WHERE value = 80.0",
    )
    at = well(show("benchmark", path, benchmark="Digits", metric="error rate", split="test"))
    assert (at.query_params["metric"], at.query_params["split"]) == ("accuracy", "unspecified")
    (slow,) = table(at, "board").query("Method == 'SlowNet'").to_dict("records")
    assert (slow["Value"], slow["Rank"]) == (80.0, 4)
    assert slow["Note"].startswith("converted: stated as what is missing to 100%")
