"""The front page on every state: totals, search, areas, what came in."""

from __future__ import annotations

from tests.dashboards.seen import choose, table, texts, well


def test_overview_counts_and_lists(show, full_store):
    at = well(show("home", full_store))
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
    at = well(show("home", full_store, q="voi"))
    assert table(at, "all benchmarks")["Benchmark"].tolist() == ["Voices"]
    at.text_input[0].set_value("dig").run()
    assert table(well(at), "all benchmarks")["Benchmark"].tolist() == ["Digits"]
    assert at.query_params["q"] == "dig"
    at.text_input[0].set_value("").run()
    assert "q" not in at.query_params


def test_overview_area_filter(show, full_store):
    at = well(show("home", full_store, area="speech"))
    assert table(at, "all benchmarks")["Benchmark"].tolist() == ["Voices"]


def test_overview_names_what_is_near_a_search_without_results(show, full_store):
    said = texts(well(show("home", full_store, q="Ciphers<b>")))
    assert "No benchmark is called" in said
    assert "**Digits**" in said
    assert "<b>" not in said.replace("\\<b\\>", "")


def test_overview_row_opens_the_benchmark(show, full_store):
    at = well(choose(show("home", full_store), "all benchmarks", 1))
    assert at.title[0].value == "Voices"
