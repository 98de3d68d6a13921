"""The data page: loads, rejected entries, coverage, accuracy, and every table as a file."""

from __future__ import annotations

import io
from types import SimpleNamespace

import duckdb
import polars as pl
import pytest

from dashboards import charts, tables
from dashboards.panels import download
from leaderboard.resources import sample_dir
from leaderboard.scoring import score_file
from leaderboard.scoring.matching import LEVELS
from leaderboard.store import exporting, queries, reading
from leaderboard.store.spreadsheet import MOST_ROWS
from tests.dashboards.seen import html_of, table, texts, well


@pytest.fixture(scope="module")
def report():
    return score_file(sample_dir() / "claims.jsonl")


def test_loads_and_files_are_listed_first(show, full_store):
    at = well(show("data", full_store))
    assert "section" not in at.query_params
    runs = table(at, "Started")
    assert runs["Paths"].tolist() == ["papers.jsonl"]
    assert runs[["Entries", "New papers", "Results", "Rejected"]].to_numpy().tolist() == [[11, 10, 15, 1]]
    assert table(at, "File")[["File", "Entries", "Papers", "Rejected"]].to_numpy().tolist() == [["papers.jsonl", 11, 10, 1]]


@pytest.mark.parametrize("section", ["Rejected", "Coverage", "Downloads"])
def test_a_section_stands_in_the_address_and_only_it_is_worked_out(show, full_store, section):
    at = well(show("data", full_store, section=section))
    assert at.query_params["section"] == section
    assert "Most recent load first" in texts(at) if section == "Rejected" else "1 load" not in texts(at)
    assert "Extraction accuracy" not in texts(at)


def test_a_section_that_is_none_shows_the_loads(show, full_store):
    assert "1 load" in texts(well(show("data", full_store, section="<b>")))


@pytest.fixture
def littered(stores, tmp_path):
    """Three rejected entries of two reasons, one of them hostile."""
    path = stores.full(tmp_path / "littered.duckdb")
    with duckdb.connect(str(path)) as con:
        con.execute("INSERT INTO rejected VALUES ('s1', 'papers.jsonl', 9, NULL, NULL, 'bad-json', 'not JSON', ?, 1)", [stores.HOSTILE])
        con.execute("INSERT INTO rejected VALUES ('s1', 'papers.jsonl', 10, NULL, NULL, 'bad-json', 'not JSON', '[', 1)")
    return path


def test_rejected_entries_are_counted_and_narrowed_to_one_reason(show, littered, stores):
    at = well(show("data", littered, section="Rejected"))
    assert table(at, "Reason")[["Reason", "Entries"]].to_numpy().tolist() == [["bad json", 2], ["no title", 1]]
    assert len(table(at, "File")) == 3
    at.selectbox[0].set_value("bad-json").run()
    assert well(at).query_params["reason"] == "bad-json"
    rows = table(at, "File")
    assert rows[["File", "Line", "Excerpt"]].to_numpy().tolist() == [["papers.jsonl", 9, stores.HOSTILE], ["papers.jsonl", 10, "["]]
    assert "<script>window" not in texts(at) + html_of(at)


def test_a_link_to_a_reason_shows_its_entries_and_an_unknown_one_shows_all(show, littered):
    assert len(table(well(show("data", littered, section="Rejected", reason="no-title")), "File")) == 1
    assert len(table(well(show("data", littered, section="Rejected", reason="=x")), "File")) == 3


def test_nothing_rejected_is_said(show, stores, tmp_path):
    path = stores.full(tmp_path / "clean.duckdb")
    with duckdb.connect(str(path)) as con:
        con.execute("DELETE FROM rejected")
    assert "No entries were rejected" in texts(well(show("data", path, section="Rejected")))


def test_coverage_adds_up_to_the_totals(show, full_store):
    at = well(show("data", full_store, section="Coverage"))
    assert "**9 of 10 papers** report results in their abstracts, 15 in total" in texts(at)
    assert table(at, "Kind")["Results"].tolist() == [12, 1, 1, 1]
    assert dict(table(at, "Area")[["Area", "Results"]].to_numpy().tolist()) == {"vision": 8, "speech": 4, "not in the registry": 1}
    assert "3 papers without a year are not in the chart" in texts(at)
    assert "2 of 3 benchmarks are in the registry" in texts(at)


def test_the_bars_of_a_year_are_its_papers(full_store):
    with reading.connect(full_store) as con:
        rows = queries.run(con, "coverage_by_year")
    spec = charts.by_year(rows).to_dict()
    bars = spec["datasets"][spec["data"]["name"]]
    assert sum(bar["papers"] for bar in bars) == rows.filter(pl.col("year").is_not_null())["papers"].sum() == 7
    assert {(bar["year"], bar["which"]): bar["papers"] for bar in bars}[2018, "without"] == 1


def test_accuracy_is_what_scoring_the_sample_gives(show, full_store, report):
    at = well(show("data", full_store, section="Accuracy"))
    rows = table(at, "What must")
    assert rows["Precision"].tolist() == [round(report.precision(level), 3) for level in LEVELS]
    assert rows["Recall"].tolist() == [round(report.recall(level), 3) for level in LEVELS]
    assert rows["F1"].tolist() == [round(report.f1(level), 3) for level in LEVELS]
    assert f"{report.labelled:,} results in {report.papers} papers" in texts(at)


def test_confidence_bands_count_every_claim_of_the_database_once(full_store, report):
    with reading.connect(full_store) as con:
        shown = tables.bands(queries.run(con, "confidence_counts"), report)
        claims = queries.rows(con, "totals")[0]["claims"]
    assert shown["Results here"].sum() == claims == 15
    assert dict(shown.select("Confidence band", "Results here").iter_rows())["no confidence"] == 11
    assert shown["Labelled"].sum() == report.predicted


def test_confidence_on_the_edge_of_a_band_is_in_the_upper_one(report):
    counts = pl.DataFrame({"confidence": [0.0, 0.5, 0.6, 1.0], "claims": [1, 2, 4, 8]})
    shown = tables.bands(counts, report)
    assert shown["Results here"].to_list() == [1, 2, 4, 0, 0, 8]
    assert shown["Expected accuracy"].to_list() == [0.0, 0.5, 0.6, None, None, 1.0]


def test_every_table_and_view_can_be_chosen_with_its_rows(show, full_store):
    at = well(show("data", full_store, section="Downloads", table="papers"))
    assert at.query_params["table"] == "papers"
    listed = table(at, "Name")
    with reading.connect(full_store) as con:
        assert sorted(listed["Name"]) == sorted(exporting.names(con))
    assert dict(listed[["Name", "Rows"]].to_numpy().tolist())["papers"] == 10
    assert [one.proto.label for one in at.get("download_button")] == ["Parquet for data tools", "CSV for spreadsheets"]


def test_files_hold_the_whole_table_and_no_formula(full_store, monkeypatch):
    monkeypatch.setenv("LEADERBOARD_DB", str(full_store))
    given = []
    button = lambda label, make, **more: given.append(SimpleNamespace(make=make, **more))  # noqa: E731
    monkeypatch.setattr(download.st, "download_button", button)
    download.whole("claims", 12)
    parquet, csv = given
    assert (parquet.file_name, csv.file_name) == ("claims.parquet", "claims.csv")
    assert {one.on_click for one in given} == {"ignore"}
    with reading.connect(full_store) as con:
        assert pl.read_parquet(io.BytesIO(parquet.make())).equals(exporting.read(con, "claims"))
    text = csv.make().decode()
    assert len(text.splitlines()) == 16
    assert ",'=cmd|' /C x'!A0," in text


@pytest.mark.parametrize(("rows", "files"), [(MOST_ROWS, 2), (MOST_ROWS + 1, 1)])
def test_what_no_spreadsheet_opens_is_given_as_parquet_only(monkeypatch, rows, files):
    given = []
    monkeypatch.setattr(download.st, "download_button", lambda label, make, **more: given.append(label))
    download.whole("claims", rows)
    assert len(given) == files
    assert given[0].startswith("Parquet")


def test_an_empty_database_says_how_to_fill_it(show, stores, tmp_path):
    at = well(show("data", stores.schema(tmp_path / "empty.duckdb")))
    assert "No papers loaded yet" in texts(at)


def test_a_database_without_claims_still_shows_what_was_loaded(show, stores, tmp_path):
    at = well(show("data", stores.without_claims(tmp_path / "bare.duckdb")))
    assert "1 load" in texts(at)
    assert "**0 of 1 paper** report" in texts(well(show("data", stores.without_claims(tmp_path / "b2.duckdb"), section="Coverage")))
