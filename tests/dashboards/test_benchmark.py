"""The benchmark page: boards, filters, the address, chart and table alike, the words behind a number."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.dashboards.seen import choose, drawn, html_of, table, texts, well


def test_benchmark_shows_the_fullest_board_first_and_says_so_in_the_address(show, full_store):
    at = well(show("benchmark", full_store))
    assert at.title[0].value == "Digits"
    assert dict(at.query_params) == {"benchmark": "Digits", "metric": "accuracy", "split": "unspecified"}
    assert "Best: **95\\.5%** by **BetterNet** (2021)." in texts(at)


def test_benchmark_table_ranks_own_comparable_results_only(show, full_store):
    rows = table(well(show("benchmark", full_store)), "board")
    assert rows["Method"].tolist() == ["BetterNet", "OtherNet", "FirstNet", "Oldie", "Wishful"]
    assert rows["Rank"].fillna(0).tolist() == [1, 2, 3, 0, 0]
    assert rows["Role"].tolist() == ["own result"] * 3 + ["cited baseline", "own result"]
    assert rows["vs. best before"].fillna(0).tolist() == [5.5, 0, 0, 0, 0]
    assert rows["Bound"].tolist() == ["", "about", "", "", ""]
    assert rows["Note"].tolist()[-1] == "impossible value for this metric"
    assert set(rows["Unit"]) == {"%"}


def test_lower_is_better_is_ranked_that_way(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Voices"))
    assert table(at, "board")["Method"].tolist() == ["EarB", "EarA"]
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
    assert dict(at.query_params) == {name: value for name, value in params.items() if value != "2019"}


def test_confidence_hides_the_same_rows_in_chart_and_table_and_ranks_the_rest(show, full_store):
    at = well(show("benchmark", full_store))
    everything = ["BetterNet", "OtherNet", "FirstNet", "Oldie", "Wishful"]
    assert table(at, "board")["Method"].tolist() == [name for name, _ in drawn(at)[0]] == everything
    assert table(at, "board")["Confidence"].fillna(-1).tolist() == [0.3, 0.9, 0.5, -1, -1]
    assert drawn(at)[1] == [90.0, 95.5, 95.5, 95.5]
    slider(at).set_value(0.4).run()
    rows = table(well(at), "board")
    assert rows["Method"].tolist() == [name for name, _ in drawn(at)[0]] == everything[1:]
    assert rows["Rank"].fillna(0).tolist() == [1, 2, 0, 0]
    assert drawn(at)[1] == [90.0, 93.0, 93.0]
    assert "Best: **≈ 93%** by **OtherNet** (2022)." in texts(at)
    assert at.query_params["confidence"] == "0.4"
    slider(at).set_value(0.95).run()
    assert table(well(at), "board")["Method"].tolist() == [name for name, _ in drawn(at)[0]] == ["Oldie", "Wishful"]
    slider(at).set_value(0.0).run()
    assert table(well(at), "board")["Method"].tolist() == everything
    assert "confidence" not in at.query_params


def slider(at):
    (found,) = [one for one in at.slider if one.label == "Confidence at least"]
    return found


def test_confidence_is_a_slider_that_says_what_it_means(show, full_store):
    one = slider(well(show("benchmark", full_store)))
    assert (one.min, one.max, one.value) == (0, 0.95, 0)
    assert "in 8 of 10 cases" in one.help


@pytest.mark.parametrize(
    ("said", "value"), [("0.4", 0.4), ("0.33", 0.33), (".5", 0.5), ("1", 0.95), ("70", 0.95), ("-1", 0), ("nan", 0), ("x", 0)]
)
def test_a_link_with_a_confidence_reproduces_the_view(show, full_store, said, value):
    at = well(show("benchmark", full_store, benchmark="Digits", confidence=said))
    assert slider(at).value == value
    assert at.query_params.get("confidence", "0") == f"{value:g}"
    assert ("BetterNet" in table(at, "board")["Method"].tolist()) == (value <= 0.3)


def test_a_quick_hand_that_is_ahead_of_the_address_wins(show, full_store):
    """The browser sends a change before it knows of the address that the change before has led to."""
    at = well(show("benchmark", full_store))
    slider(at).set_value(0.4).run()
    slider(at).set_value(0.6)
    del at.query_params["confidence"]
    assert slider(well(at.run())).value == 0.6
    assert at.query_params["confidence"] == "0.6"
    del at.query_params["confidence"]
    assert slider(well(at.run())).value == 0  # nobody touched the slider: a link was followed


def test_confidence_goes_with_the_years_and_stays_on_another_board(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Digits", confidence="0.95", to="2020", own="yes"))
    assert "Nothing in this selection" in texts(at)
    assert "ask for less confidence" in texts(at)
    at.selectbox[0].set_value("Voices").run()
    assert table(well(at), "board")["Method"].tolist() == [name for name, _ in drawn(at)[0]] == ["EarB", "EarA"]
    assert at.query_params["confidence"] == "0.95"
    assert "Confidence" not in table(at, "board").columns


@pytest.mark.parametrize("nonsense", [{"from": "x", "to": "9999999"}, {"from": "2030", "to": "-5"}, {"split": "?"}, {"metric": "<b>"}])
def test_nonsense_in_the_address_falls_back_to_what_there_is(show, full_store, nonsense):
    at = well(show("benchmark", full_store, benchmark="Digits", **nonsense))
    assert at.title[0].value == "Digits"


def test_years_without_results_are_an_empty_state(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Digits", **{"from": "2020", "to": "2020"}))
    assert "Nothing in this selection" in texts(at)


def test_an_unknown_benchmark_is_named_and_near_ones_offered(show, full_store):
    at = well(show("benchmark", full_store, benchmark="Digitz"))
    assert "There is no benchmark “Digitz”" in at.info[0].value
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


def test_a_row_shows_the_words_and_leads_to_the_paper(show, full_store):
    at = well(choose(show("benchmark", full_store), "board", 0))
    assert '<mark class="claim score" title="score by BetterNet">95.5%</mark>' in html_of(at)
    at.button("open paper").click().run()
    assert well(at).title[0].value == "Better reader"
    assert dict(at.query_params) == {"paper": "p2021", "claim": "p2021-31"}
    assert '<mark class="claim score chosen"' in html_of(at)


def test_downloads_are_the_tables(show, full_store, monkeypatch):
    from dashboards import shell

    given = []
    monkeypatch.setattr(
        shell.st, "download_button", lambda label, data, **more: given.append(SimpleNamespace(label=label, data=data, **more))
    )
    at = well(show("benchmark", full_store, benchmark="<i>Evil</i> bench"))
    rows = table(at, "board")
    lines = given[-1].data.splitlines()
    assert lines[0] == ",".join(rows.columns)
    assert len(lines) == 1 + len(rows)
    assert "'=cmd|' /C x'!A0" in lines[1]
    assert given[-1].file_name == "i-evil-i-bench_unregistered-cuteness_unspecified.csv"
