"""The front page on every state: search, totals, cards, the list of benchmarks, what came in with the last load."""

from __future__ import annotations

from contextlib import closing

import duckdb
import pytest

from dashboards import tables
from leaderboard.store import filling, queries, reading
from tests.dashboards.seen import choose, links_of, table, texts, well


@pytest.fixture
def two_loads(stores, tmp_path):
    """The same database, but the paper with the best result on Digits came with a second load, as did one that beats nothing."""
    path = stores.full(tmp_path / "two.duckdb")
    with duckdb.connect(str(path)) as con:
        con.execute("UPDATE claims SET run_id = 2 WHERE paper_id IN ('p2021', 'p2022')")
        con.execute("INSERT INTO runs SELECT 2, started_at + INTERVAL 1 DAY, 2.5, paths, 2, 2, 2, 6, 0, extractor, product FROM runs")
        filling.derive(con)
    return path


def cards(at):
    """Each card's metric as (label, value)."""
    return [(card.label, card.value) for card in at.metric]


def test_the_totals_are_one_line(show, full_store):
    said = texts(well(show("home", full_store)))
    assert "**10** papers · **15** results · **3** benchmarks · **11** methods · **3** leaderboards · 2018 to 2023" in said


def test_cards_show_the_best_its_holder_and_the_way_there(show, full_store):
    at = well(show("home", full_store))
    first, second = cards(at)
    assert first == ("accuracy · higher is better", "95\\.5%")
    assert second == ("WER · lower is better", "3\\.1%")
    (line,) = at.get("image")  # the second has no dates
    assert line.proto.imgs[0].alt == "Best result over time, 2018 to 2021"
    assert "2018 to 2021" in texts(at)
    board = {"benchmark": "Digits", "metric": "accuracy", "split": "unspecified", "task": "unspecified", "protocol": "ordinary"}
    assert links_of(at, "benchmark")[0] == ("**Digits**", board)
    assert "BetterNet, 2021  \n6 results in 5 papers" in texts(at)


def test_a_paper_never_stands_for_a_system_without_a_name(show, stores, tmp_path):
    (listeners,) = [place for place, paper in enumerate(stores.PAPERS) if paper[0] == "pnodate"]
    paper_id, title, year, date, abstract, (*_, claim) = stores.PAPERS[listeners]
    nameless = (paper_id, title, year, date, abstract, [(*claim[:8], None, *claim[9:])])
    at = well(show("home", stores.full(tmp_path / "nameless.duckdb", [nameless, *stores.PAPERS[listeners + 1 : listeners + 3]])))
    assert "unnamed method in “Undated listeners”" in texts(at)
    assert table(at, "all benchmarks")["Held by"].tolist() == ["unnamed method in “Undated listeners”"]


def test_the_list_has_every_benchmark_and_its_row_opens_it(show, full_store):
    at = well(show("home", full_store))
    listed = table(at, "all benchmarks")
    assert listed["Benchmark"].tolist() == ["Digits", "Voices", "<i>Evil</i> bench"]
    assert listed["Best"].tolist()[:2] == [95.5, 3.1]
    assert listed["Better"].tolist()[:2] == ["higher", "lower"]
    assert listed["Held by"].tolist()[:2] == ["BetterNet", "EarB"]
    assert listed["Over time"][0][-1] == 95.5
    assert "3 benchmarks" in [head.value for head in at.subheader]
    assert well(choose(at, "all benchmarks", 1)).title[0].value == "Voices"


def test_a_list_that_is_cut_says_how_many_there_are(show, stores, tmp_path, monkeypatch):
    whole = queries.run

    def cut(con, name, **params):
        return whole(con, name, **params | ({"limit": 2} if name == "fullest_boards" else {}))

    monkeypatch.setattr(queries, "run", cut)
    at = well(show("home", stores.full(tmp_path / "cut.duckdb")))
    assert table(at, "all benchmarks")["Benchmark"].tolist() == ["Digits", "Voices"]
    assert "3 benchmarks" in [head.value for head in at.subheader]
    assert "The first 2, with the most results, are listed" in texts(at)


def test_confidence_decides_the_best_and_is_carried_on(show, full_store):
    at = well(show("home", full_store, confidence="0.8", q="digits"))
    (digits, _) = cards(at)
    assert digits[1] == "≈ 93%"
    assert "2018 to 2022" in texts(at)
    curve = table(at, "all benchmarks")["Over time"][0]
    assert (curve[0], curve[-1]) == (80.0, 93.0)
    assert table(at, "all benchmarks")["Best"].tolist()[0] == 93.0
    assert table(at, "all benchmarks")["Scores"].tolist()[0] == 5
    assert {said["confidence"] for _, said in links_of(at, "benchmark")} == {"0.8"}
    assert "≈ 93% accuracy" in links_of(at, "benchmark")[0][0]
    at.slider[0].set_value(0.95).run()
    assert "OtherNet" not in texts(well(at))
    assert at.query_params["confidence"] == "0.95"


def test_confidence_that_leaves_no_best_says_so(show, stores, tmp_path):
    at = well(show("home", stores.full(tmp_path / "one.duckdb", stores.PAPERS[:1]), confidence="0.9"))
    assert cards(at) == []
    assert "Lower the minimum confidence" in texts(at)
    assert table(at, "all benchmarks")["Benchmark"].tolist() == ["Digits"]


def test_the_area_stands_in_the_address_both_ways(show, full_store):
    at = well(show("home", full_store, area="speech"))
    assert table(at, "all benchmarks")["Benchmark"].tolist() == ["Voices"]
    assert [card[0] for card in cards(at)] == ["WER · lower is better"]
    assert "1 benchmark in speech" in [head.value for head in at.subheader]
    at.button_group[0].set_value("vision").run()
    assert table(well(at), "all benchmarks")["Benchmark"].tolist() == ["Digits"]
    assert at.query_params["area"] == "vision"
    at.button_group[0].set_value("All areas").run()
    assert "area" not in well(at).query_params


def test_an_area_that_there_is_not_means_all(show, full_store):
    at = well(show("home", full_store, area="<b>nothing"))
    assert len(table(at, "all benchmarks")) == 3


def test_the_search_finds_benchmarks_methods_and_papers(show, full_store):
    at = well(show("home", full_store, q="digits"))
    assert links_of(at, "benchmark")[0] == ("**Digits** :small[95\\.5% accuracy · 8 results]", {"benchmark": "Digits"})
    at.text_input[0].set_value("betternet").run()
    assert links_of(well(at), "method") == [("**BetterNet** :small[4 results on 1 benchmark]", {"method": "BetterNet"})]
    at.text_input[0].set_value("reader better").run()
    assert links_of(well(at), "paper") == [("Better reader :small[Conf · 2021 · 4 results]", {"paper": "p2021"})]


def test_the_search_stands_in_the_address_both_ways(show, full_store):
    at = well(show("home", full_store))
    at.text_input[0].set_value("earb").run()
    assert at.query_params["q"] == "earb"
    assert [said for _, said in links_of(well(at), "method")] == [{"method": "EarB"}]
    at.text_input[0].set_value("").run()
    assert "q" not in at.query_params
    assert links_of(well(at), "method") == []


def test_another_name_of_a_benchmark_finds_it(show, full_store):
    assert links_of(well(show("home", full_store, q="ciph")), "benchmark")[0][1] == {"benchmark": "Digits"}


def test_a_misspelt_benchmark_is_answered_with_what_is_near(show, full_store):
    at = well(show("home", full_store, q="Didgits"))
    assert "No exact match. Similar names:" in texts(at)
    assert links_of(at, "benchmark")[0][1] == {"benchmark": "Digits"}


def test_a_search_that_finds_nothing_says_so(show, full_store):
    said = texts(well(show("home", full_store, q="qqqqqq<b>[x](y)")))
    assert "No matching benchmark." in said
    assert "No matching method." in said
    assert "No title contains all of these words." in said


def test_hits_with_hostile_names_stay_text(show, full_store):
    at = well(show("home", full_store, q="evil"))
    assert links_of(at, "benchmark")[0][0].startswith("**\\<i\\>Evil\\<\\/i\\> bench**")
    at = well(show("home", full_store, q="hyperlink"))
    ((label, said),) = links_of(at, "paper")
    assert label.startswith("\\<script\\>")
    assert said == {"paper": "phostile"}


def test_more_hits_than_are_shown_are_counted(show, stores, tmp_path):
    many = [(f"p{n}", f"Reader number {n}", 2020, None, "No numbers.", []) for n in range(9)]
    at = well(show("home", stores.full(tmp_path / "many.duckdb", [*stores.PAPERS, *many]), q="reader"))
    assert "**Papers** :small[14, first 6]" in texts(at)
    assert len(links_of(at, "paper")) == 6
    assert links_of(at, "paper")[0][1] == {"paper": "p0"}


def test_a_first_load_has_no_records_to_beat(show, full_store):
    said = texts(well(show("home", full_store)))
    assert "2024-01-02 03:04 UTC: 10 new papers and 15 results in 1.5 s." in said
    assert "All results came with this load" in said


def test_rejected_entries_lead_to_the_reasons(show, full_store, two_loads):
    assert links_of(well(show("home", full_store)), "data")[0][0].startswith("1 entry rejected")
    assert [label for label, _ in links_of(well(show("home", two_loads)), "data") if "rejected" in label] == []


def test_the_records_of_the_last_load_and_what_they_beat(show, two_loads):
    at = well(show("home", two_loads))
    assert "It set **1 new record**" in texts(at)
    (row,) = table(at, "records").to_dict("records")
    assert (row["Benchmark"], row["Best"], row["vs. previous best"], row["Held by"]) == ("Digits", 95.5, 5.5, "BetterNet")
    assert well(choose(at, "records", 0)).title[0].value == "Digits"


def test_a_load_that_beats_nothing_says_so(show, two_loads):
    with duckdb.connect(str(two_loads)) as con:
        con.execute("UPDATE claims SET run_id = 1 WHERE paper_id = 'p2021'")
        filling.derive(con)
    assert "No new records in this load." in texts(well(show("home", two_loads)))


def test_records_are_those_of_claims_that_are_sure_enough(two_loads):
    with closing(reading.connect(two_loads)) as con:
        shown = tables.records(queries.run(con, "latest_records", min_confidence=0.8))
    assert shown.select("Best", "vs. previous best", "Held by").row(0) == (93.0, 3.0, "OtherNet")


def test_numbers_without_benchmarks_are_said_to_be_so(show, stores, tmp_path):
    cost = ("3M", "cost", 3e6, "params", "parameters", None, None, None, "A", "proposed", {})
    paper = ("p1", "Costs only", 2020, None, "It has 3M weights.", [cost])
    said = texts(well(show("home", stores.full(tmp_path / "costs.duckdb", [paper]))))
    assert "No benchmarks yet" in said
