from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest


def test_it_says_what_it_did_and_the_second_time_that_there_was_nothing_to_do(run, papers):
    first = run("ingest", papers)
    assert first.code == 0
    assert "read 5 entries: 5 new papers, 4 claims, 0 rejected, in " in first.out
    assert "leaderboard.duckdb: 5 papers, 4 claims" in first.out
    second = run("ingest", papers)
    assert second.code == 0
    assert "nothing new" in second.out


def test_rejected_entries_are_told_with_their_place(run, papers):
    papers.write_text(papers.read_text() + '{"title": "No abstract"}\n')
    result = run("ingest", papers)
    assert result.code == 0
    assert "1 rejected" in result.out
    assert f"{papers}:6: " in result.out
    assert run("sql", "rejected", "--format", "json").json()[0]["line"] == 6


def test_the_database_is_the_one_of_the_option_or_of_the_variable(run, papers, tmp_path, monkeypatch):
    run("ingest", papers, "--db", "option.duckdb")
    monkeypatch.setenv("LEADERBOARD_DB", str(tmp_path / "variable.duckdb"))
    run("ingest", papers)
    assert sorted(p.name for p in tmp_path.glob("*.duckdb")) == ["option.duckdb", "variable.duckdb"]


def test_a_registry_of_ones_own_counts(run, papers, tmp_path):
    folder = tmp_path / "mine"
    (folder / "benchmarks").mkdir(parents=True)
    shipped = run("sql", "SELECT 1", "--db", "none")  # nothing there yet
    assert shipped.code == 1
    run("ingest", papers)
    result = run("ingest", papers, "--registry", folder)
    assert result.code == 0


@pytest.mark.parametrize("path", ["none.jsonl", "no/such/folder"])
def test_a_missing_path_is_an_error(run, path):
    result = run("ingest", path)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"leaderboard: {path}: no such file")


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff\x00\x01" * 50, b"\x1f\x8b\x08\x00broken", b'{"title": "A"}\n', b"[1, 2, 3]"],
    ids=["empty", "binary", "gzip", "no abstract", "shape"],
)
def test_a_file_without_papers_is_an_error_of_one_line_and_no_traceback(run, tmp_path, content):
    (tmp_path / "x").write_bytes(content)
    result = run("ingest", "x")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("leaderboard: ")
    assert result.err.count("\n") == 1
    assert not list(tmp_path.glob("*.duckdb*"))


def test_an_unknown_format_lists_the_known_ones(run, papers):
    result = run("ingest", papers, "--format", "docx")
    assert result.code in (1, 2)
    assert "jsonl" in result.err


def test_a_file_that_is_no_database_is_left_alone(run, papers, tmp_path):
    (tmp_path / "text.duckdb").write_text("hello")
    result = run("ingest", papers, "--db", "text.duckdb")
    assert result.code == 1
    assert "not a DuckDB database" in result.err
    assert (tmp_path / "text.duckdb").read_text() == "hello"


def test_control_characters_in_titles_do_not_reach_the_terminal(run, tmp_path):
    (tmp_path / "p.jsonl").write_text('{"title": "\\u001b[31mred"}\n{"title": "A", "abstract": "b"}\n')
    assert "\x1b" not in run("ingest", "p.jsonl").out


def test_standard_input(tmp_path, papers):
    command = [sys.executable, "-m", "leaderboard", "ingest", "-", "--db", str(tmp_path / "x.duckdb")]
    result = subprocess.run(command, input=papers.read_bytes(), capture_output=True, check=False)
    assert result.returncode == 0, result.stderr
    assert b"5 new papers" in result.stdout


def test_ctrl_c_says_that_nothing_is_lost(tmp_path):
    """The source is a pipe that never ends, so the load is surely under way when it is stopped."""
    os.mkfifo(tmp_path / "pipe")
    command = [sys.executable, "-m", "leaderboard", "ingest", "-", "--db", str(tmp_path / "x.duckdb")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while not (tmp_path / "x.duckdb.staging").exists():
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"the database is unchanged" in errors
    assert b"Traceback" not in errors
    assert list(tmp_path.iterdir()) == [tmp_path / "pipe"]
