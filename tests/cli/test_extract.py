from __future__ import annotations

import csv
import io
import json

import leaderboard

FIELDS = [
    *("paper", "start", "end", "quote", "kind", "value", "value_high", "unit", "change", "bound", "uncertainty"),
    *("metric", "benchmarks", "split", "method", "role", "baseline", "settings", "task", "task_source", "protocol", "confidence"),
]


def test_jsonl_has_the_fields_of_a_claim_and_the_papers_title(run, papers):
    rows = [json.loads(line) for line in run("extract", papers).out.splitlines()]
    assert [list(row) for row in rows] == [FIELDS] * 4
    assert (rows[0]["paper"], rows[0]["quote"], rows[0]["value"], rows[0]["metric"]) == ("Foo: A Model", "91.5%", 91.5, "top-1 accuracy")
    assert all(0 < row["confidence"] < 1 for row in rows)


def test_csv_and_table(run, papers):
    rows = list(csv.DictReader(io.StringIO(run("extract", papers, "--format", "csv").out)))
    assert [row["value"] for row in rows] == ["91.5", "88.0", "2.1", "70.0"]
    assert rows[3]["paper"] == "'=HYPERLINK(1)"
    assert all(0 < float(row["confidence"]) < 1 for row in rows)
    assert "top-1 accuracy" in run("extract", papers, "--format", "table").out


def test_rejected_entries_are_told_apart_from_the_claims(run, papers):
    papers.write_text('{"title": "x"}\n' + papers.read_text())
    result = run("extract", papers)
    assert result.code == 0
    assert len(result.out.splitlines()) == 4
    assert f"{papers}:1" in result.err


def test_a_file_without_papers_is_an_error(run, tmp_path):
    (tmp_path / "x").write_bytes(b"")
    assert run("extract", "x").code == 1


def test_explain_shows_the_steps(run):
    result = run("explain", "Foo reaches 91.5% top-1 accuracy on ImageNet-1k with 12 layers.")
    assert result.code == 0
    assert "91.5%" in result.out
    shown = run("explain", "Foo reaches 91.5% top-1 accuracy on ImageNet-1k.", "--format", "json").json()
    assert shown["claims"][0]["value"] == 91.5


def test_explain_finds_a_paper_by_a_part_of_its_title(ask):
    result = ask("explain", "--paper", "baz")
    assert result.code == 0
    assert "2.1%" in result.out
    assert "Baz: A Third" in result.err


def test_explain_says_when_a_title_means_several_papers_or_none(ask):
    assert "several papers" in ask("explain", "--paper", "model").err
    assert "no paper" in ask("explain", "--paper", "zzzzzz").err


def test_explain_needs_one_of_text_and_paper(run):
    assert run("explain").code == 2
    assert run("explain", "text", "--paper", "title").code == 2


def test_control_characters_do_not_reach_the_terminal(run):
    assert "\x1b" not in run("explain", "Foo \x1b[31mreaches 91.5% accuracy on COCO.").out


def test_python_offers_the_same(papers, tmp_path):
    claims = leaderboard.extract("Foo reaches 91.5% top-1 accuracy on ImageNet-1k.", "Foo: A Model")
    assert [(c.value, c.metric, c.benchmarks) for c in claims] == [(91.5, "top-1 accuracy", ("ImageNet-1k",))]
    report = leaderboard.ingest(str(papers), tmp_path / "x.duckdb")
    assert (report.new_papers, report.claims) == (5, 4)
    with leaderboard.connect(tmp_path / "x.duckdb") as con:
        assert con.execute("SELECT DISTINCT method FROM leaderboard WHERE rank = 1 ORDER BY 1").fetchall() == [("Baz",), ("Foo",)]
        assert con.execute("SELECT method FROM state_of_the_art").fetchall() == [("Foo",)]  # the other board has results of one paper
