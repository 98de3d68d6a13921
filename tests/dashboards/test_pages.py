"""Every page on every state of the database: what it shows, what stands in its address, and that nothing ends in a traceback."""

from __future__ import annotations

from types import SimpleNamespace

import pyarrow as pa
import pytest

PAGES = ("overview", "benchmark", "paper", "sql")
TROUBLES = {
    "missing": "There is no database yet",
    "broken": "This file is not a leaderboard database",
    "foreign": "This file is not a leaderboard database",
    "newer": "This database is from a newer version of leaderboard",
    "older": "This database is from an older version of leaderboard",
}


def texts(at):
    """Everything that a page says in words."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "code")
    return "\n".join(str(element.value) for kind in kinds for element in getattr(at, kind))


def html_of(at):
    return "\n".join(element.proto.body for element in at.get("html"))


def table(at, key):
    """The table whose key begins so; tables in which nothing can be chosen have none and are meant by their first column."""
    (found,) = [frame.value for frame in at.dataframe if (frame.key or frame.value.columns[0]).startswith(key)]
    return found


def drawn(at):
    """The dots of the page's chart as (name, value), and the heights of its line, each in the order of the chart's data."""
    (chart,) = at.get("vega_lite_chart")
    data = [pa.ipc.open_stream(one.data.data).read_all().to_pydict() for one in chart.proto.datasets]
    dots = max((one for one in data if "name" in one), key=lambda one: len(one["name"]))
    (line,) = [one["running_best"] for one in data if "running_best" in one] or [None]
    return list(zip(dots["name"], dots["value"], strict=True)), line


def choose(at, key, row):
    (name,) = [frame.key for frame in at.dataframe if frame.key and frame.key.startswith(key)]
    at.session_state[name] = {"selection": {"rows": [row], "columns": [], "cells": []}}
    return at.run()


def well(at):
    assert [error.value for error in at.exception] == []
    return at


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_database_that_cannot_be_shown_is_explained(show, stores, tmp_path, page, trouble):
    path = tmp_path / "some.duckdb"
    if trouble != "missing":
        getattr(stores, trouble)(path)
    at = well(show(page, path))
    assert [header.value for header in at.header] == [TROUBLES[trouble]]
    assert "some" in at.warning[0].value


@pytest.mark.parametrize("page", ["overview", "benchmark", "paper"])
def test_an_empty_database_says_how_to_fill_it(show, stores, tmp_path, page):
    at = well(show(page, stores.schema(tmp_path / "empty.duckdb")))
    assert "Nothing has been loaded yet" in texts(at)
    assert "leaderboard ingest" in texts(at)


@pytest.mark.parametrize("page", ["overview", "benchmark", "paper"])
def test_papers_without_claims_are_told_apart_from_an_empty_database(show, stores, tmp_path, page):
    assert "No reported numbers yet" in texts(well(show(page, stores.without_claims(tmp_path / "bare.duckdb"))))


def test_sql_works_on_an_empty_database(show, stores, tmp_path):
    assert "0 rows" in texts(well(show("sql", stores.schema(tmp_path / "empty.duckdb"))))


def test_overview_counts_and_lists(show, full_store):
    at = well(show("overview", full_store))
    figures = {metric.label: metric.value for metric in at.metric}
    assert figures["Papers"] == "7"
    assert figures["Reported numbers"] == "12"
    assert figures["Years"] == "2018 to 2023"
    listed = table(at, "all benchmarks")
    assert listed["Benchmark"].tolist() == ["Digits", "Voices", "<i>Evil</i> bench"]
    assert listed["Best"].tolist()[:2] == [95.5, 3.1]
    assert listed["Held by"].tolist()[:2] == ["BetterNet", "EarB"]
    assert "1 entries could not be read" in [expander.label for expander in at.expander]


def test_overview_search_stands_in_the_address_both_ways(show, full_store):
    at = well(show("overview", full_store, q="voi"))
    assert table(at, "all benchmarks")["Benchmark"].tolist() == ["Voices"]
    at.text_input[0].set_value("dig").run()
    assert table(well(at), "all benchmarks")["Benchmark"].tolist() == ["Digits"]
    assert at.query_params["q"] == "dig"
    at.text_input[0].set_value("").run()
    assert "q" not in at.query_params


def test_overview_area_filter(show, full_store):
    at = well(show("overview", full_store, area="speech"))
    assert table(at, "all benchmarks")["Benchmark"].tolist() == ["Voices"]


def test_overview_names_what_is_near_a_search_without_results(show, full_store):
    said = texts(well(show("overview", full_store, q="Ciphers<b>")))
    assert "No benchmark is called" in said
    assert "**Digits**" in said
    assert "<b>" not in said.replace("\\<b\\>", "")


def test_overview_row_opens_the_benchmark(show, full_store):
    at = well(choose(show("overview", full_store), "all benchmarks", 1))
    assert at.title[0].value == "Voices"


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


def test_paper_marks_every_claim_by_kind(show, full_store):
    at = well(show("paper", full_store, paper="p2021"))
    shown = html_of(at)
    for kind, quote in (("cost", "3M"), ("score", "95.5%"), ("gain", "5.5 points"), ("ratio", "2x")):
        assert f'<mark class="claim {kind}" title="' in shown
        assert f">{quote}</mark>" in shown
    assert table(at, "Quote")["Quote"].tolist() == ["3M", "95.5%", "5.5 points", "2x"]
    assert table(at, "Quote")["Change"].fillna("").tolist() == ["", "", "up", "up"]
    assert table(at, "Quote")["Confidence"].fillna(-1).tolist() == [-1, 0.3, 0.6, -1]


def test_paper_shows_the_fields_of_the_chosen_claim(show, full_store):
    at = well(show("paper", full_store, paper="p2021", claim="p2021-58"))
    said = texts(at)
    for words in (
        "Value: **5\\.5 points**",
        "Kind: **gain**",
        "Against: **FirstNet**",
        "Change: **up**",
        "Read by rule: **by\\-hand**",
        "Confidence: **0\\.60**",
    ):
        assert words in said


def test_paper_search_and_its_address(show, full_store):
    at = well(show("paper", full_store, title="reader best"))
    assert table(at, "papers")["Paper"].tolist() == ["Not the best reader"]
    at.text_input[0].set_value("position").run()
    assert "No paper has all these words" in texts(well(at))
    at.toggle[0].set_value(True).run()
    assert table(well(at), "papers")["Paper"].tolist() == ["A position paper"]
    assert dict(at.query_params) == {"title": "position", "all": "yes"}
    assert well(choose(at, "papers", 0)).title[0].value == "A position paper"
    assert "reports no result in numbers" in texts(at)


def test_an_unknown_paper_leads_to_the_list(show, full_store):
    at = well(show("paper", full_store, paper="nope"))
    assert "not in this database" in at.info[0].value
    assert len(table(at, "papers")) == 6


@pytest.mark.parametrize("page", PAGES)
def test_hostile_titles_stay_text(show, full_store, stores, page):
    params = {"benchmark": {"benchmark": "<i>Evil</i> bench"}, "paper": {"paper": "phostile"}, "sql": {"sql": "SELECT title FROM papers"}}
    at = well(show(page, full_store, **params.get(page, {})))
    if page == "benchmark":
        choose(at, "board", 0)
    for markup in ("<script>window", "<i>Evil", "<b onmouseover"):
        assert markup not in html_of(at)
        assert markup not in texts(at)
    assert not [link for link in at.get("link_button") if "javascript" in link.proto.url]
    assert "](javascript" not in texts(at)


def test_sql_runs_what_the_address_says_and_only_reads(show, full_store):
    at = well(show("sql", full_store, sql="SELECT count(*) AS n FROM papers"))
    assert table(at, "n")["n"].tolist() == [7]
    for bad in (
        "DELETE FROM papers",
        "COPY papers TO 'x.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "ATTACH 'x' AS y",
        "SELECT 1; SELECT 2",
        "SELEC",
    ):
        at.text_area[0].set_value(bad).run()
        assert len(well(at).error) == 1, bad
    at.text_area[0].set_value("").run()
    assert not well(at).error


def test_every_example_query_runs(show, full_store):
    at = well(show("sql", full_store))
    for name in at.selectbox("example").options:
        at.selectbox("example").select(name).run()
        assert not well(at).error, name
        assert at.text_area[0].value.startswith("-- ")
        assert at.query_params["sql"] == at.text_area[0].value


def test_a_database_replaced_while_open_is_seen_on_the_next_interaction(show, stores, tmp_path):
    path = stores.full(tmp_path / "live.duckdb", stores.PAPERS[:1])
    at = well(show("overview", path))
    assert {metric.label: metric.value for metric in at.metric}["Papers"] == "1"
    stores.full(tmp_path / "next.duckdb").replace(path)
    assert {metric.label: metric.value for metric in well(at.run()).metric}["Papers"] == "7"
    path.unlink()
    assert [header.value for header in well(at.run()).header] == ["There is no database yet"]


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
