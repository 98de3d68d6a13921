"""Commands that read a database."""

from __future__ import annotations

import csv
import io
import json

import polars as pl
import pytest

from leaderboard.cli import show
from leaderboard.errors import UsageError


def test_benchmarks_are_listed_with_their_best(ask):
    rows = ask("benchmarks", "--format", "json").json()
    assert [(row["benchmark"], row["claims"], row["best"]) for row in rows] == [("ImageNet-1k", 3, 91.5), ("LibriSpeech", 1, None)]
    table = ask("benchmarks").out
    assert "ImageNet-1k" in table
    assert "91.5%" in table


def test_a_search_without_a_hit_says_so(ask):
    result = ask("benchmarks", "nothing-like-it")
    assert (result.code, result.out) == (0, "no matching benchmark in the database\n")


def test_show_prints_the_fullest_board_ranked(ask):
    result = ask("show", "imagenet")
    lines = [line.split() for line in result.out.splitlines() if line.strip()[:1].isdigit()]
    assert [line[:3] for line in lines[:2]] == [["1", "Foo", "91.5%"], ["2", "Bar", "88%"]]
    assert lines[2][0] == "3"
    assert "70%" in lines[2]
    assert (
        "ImageNet-1k, top-1 accuracy, image classification, split unspecified, protocol ordinary (higher is better): 3 results of 3 papers"
        in result.out
    )


def test_show_ranks_error_rates_the_other_way(ask):
    assert "lower is better" in ask("show", "LibriSpeech").out


@pytest.mark.parametrize("metric", ["top-1 accuracy", "Top 1 Accuracy"])
def test_show_takes_a_metric_in_any_spelling(ask, metric):
    assert len(ask("show", "ImageNet-1k", "--metric", metric, "--format", "json").json()) == 3


@pytest.fixture
def graded(run, built, tmp_path):
    """The same on a copy in which the best result on ImageNet-1k is the least sure, and the last has no confidence."""
    import duckdb

    from leaderboard.store import filling

    path = tmp_path / "graded.duckdb"
    path.write_bytes(built.read_bytes())
    with duckdb.connect(str(path)) as con:
        con.execute("UPDATE claims SET confidence = CASE value WHEN 91.5 THEN 0.4 WHEN 88 THEN 0.75 END")
        filling.derive(con)
    return lambda *arguments: run(*arguments, "--db", path)


def test_show_hides_what_is_less_sure_than_asked_for_and_ranks_the_rest(graded):
    def shown(*more):
        return [(row["rank"], row["value"], row["confidence"]) for row in graded("show", "ImageNet-1k", *more, "--format", "json").json()]

    assert shown() == shown("--min-confidence", "0") == [(1, 91.5, 0.4), (2, 88.0, 0.75), (3, 70.0, None)]
    assert shown("--min-confidence", "0.6") == [(1, 88.0, 0.75), (2, 70.0, None)]
    assert shown("--min-confidence", "1") == [(1, 70.0, None)]


def test_show_prints_the_confidence_and_how_many_are_hidden(graded):
    def lines(*more):
        return [line.split() for line in graded("show", "ImageNet-1k", *more).out.splitlines() if line.strip()]

    head, columns, _, *rows = lines("--min-confidence", "0.6")
    assert " ".join(head).endswith("3 results of 3 papers, 1 of them hidden (confidence below 0.6)")
    assert columns[2:5] == ["value", "conf.", "role"]
    assert [row[0] for row in rows] == ["1", "2"]
    assert rows[0][1:5] == ["Bar", "88%", "0.75", "proposed"]
    assert rows[1][rows[1].index("70%") + 1] == "proposed"
    assert " ".join(lines()[0]).endswith(": 3 results of 3 papers")


def test_show_explains_the_threshold(run):
    said = " ".join(run("show", "--help").out.split())
    assert "--min-confidence" in said
    assert "claims without one are kept" in said


def test_show_of_an_unknown_benchmark_suggests_others(ask):
    result = ask("show", "imagnet")
    assert result.code == 2
    assert "did you mean ImageNet-1k" in result.err


def test_show_of_an_unknown_metric_says_what_there_is(ask):
    result = ask("show", "ImageNet-1k", "--metric", "BLEU")
    assert result.code == 2
    assert result.err.splitlines() == [
        "leaderboard: ImageNet-1k: no leaderboard has metric 'BLEU'; the nearest:",
        "  --metric 'top-1 accuracy' --split unspecified --task 'image classification' --protocol ordinary  (3 results)",
        "list all 1: leaderboard sql benchmark_choices --set benchmark=ImageNet-1k",
    ]


@pytest.mark.parametrize("asked", ["top-1", "top 1", "acc", "top1 acc", "Top-1 Acc"])
def test_show_takes_an_alias_or_words_of_a_metric(ask, asked):
    result = ask("show", "ImageNet-1k", "--metric", asked)
    assert result.code == 0
    assert result.out.startswith("ImageNet-1k, top-1 accuracy, image classification, split unspecified")


def board(metric, scores, split="unspecified"):
    return {"metric": metric, "split": split, "task": "t", "protocol": "ordinary", "scores": scores}


MANY = [
    board("top-1 accuracy", 90),
    board("top-1 error", 40),
    board("mAP", 5, "val"),
    *(board(f"unregistered: M{n}", 1) for n in range(35)),
]


def test_words_of_several_metrics_are_answered_with_the_nearest_three_on_lines_of_their_own():
    with pytest.raises(UsageError) as error:
        show.choose("B", MANY, {"metric": "top-1"})
    first, *boards, last = str(error.value).splitlines()
    assert first == "B: metric 'top-1' fits several leaderboards; the nearest:"
    assert boards == [
        "  --metric 'top-1 accuracy' --split unspecified --task t --protocol ordinary  (90 results)",
        "  --metric 'top-1 error' --split unspecified --task t --protocol ordinary  (40 results)",
    ]
    assert last == "list all 38: leaderboard sql benchmark_choices --set benchmark=B"


@pytest.mark.parametrize(
    ("metric", "split", "nearest"),
    [("maq", None, "mAP"), ("mAP", "test", "mAP"), ("zzz", None, "top-1 accuracy"), (None, "x", "top-1 accuracy")],
)
def test_what_no_board_has_is_answered_with_at_most_three(metric, split, nearest):
    with pytest.raises(UsageError) as error:
        show.choose("B", MANY, {"metric": metric, "split": split})
    lines = str(error.value).splitlines()
    assert f"'{nearest}'" in lines[1] or f"--metric {nearest} " in lines[1]
    assert len(lines) <= 5


def test_a_registered_metric_is_taken_by_its_alias_also_where_it_is_grouped_by_unit():
    assert show.choose("B", MANY, {"metric": "top1err"}, ["top-1 error", "top-1 accuracy"])["metric"] == "top-1 error"
    assert show.choose("B", [board("price (USD)", 3), board("price (EUR)", 2)], {"metric": "cost"}, ["price"])["metric"] == "price (USD)"


def test_both_commands_know_a_benchmark_by_its_alias(ask):
    assert ask("show", "ILSVRC 2012").out.startswith("ImageNet-1k, ")
    assert [row["benchmark"] for row in ask("benchmarks", "ILSVRC 2012", "--format", "json").json()] == ["ImageNet-1k"]


def test_a_parameter_is_read_in_the_type_that_the_query_declares(ask):
    assert ask("sql", "leaderboard_rows", "--set", "benchmark=2048", "--set", "metric=7", "--format", "json").json() == []
    result = ask("sql", "runs", "--set", "limit=many")
    assert (result.code, result.err) == (1, "leaderboard: limit must be a whole number, not 'many'\n")


def test_sql_schema_shows_what_the_columns_hold(ask):
    rows = ask("sql", "schema", "--format", "json").json()
    notes = {(row["name"], row["column_name"]): row["note"] for row in rows}
    assert notes["claims", "quote"] == notes["leaderboard", "quote"] == "the number as written in the abstract"


def test_formulas_in_titles_are_text_in_csv_and_whole_in_json(ask):
    rows = list(csv.DictReader(io.StringIO(ask("show", "ImageNet-1k", "--format", "csv").out)))
    assert rows[2]["title"] == "'=HYPERLINK(1)"
    assert rows[2]["value"] == "70.0"
    assert ask("show", "ImageNet-1k", "--format", "json").json()[2]["title"] == "=HYPERLINK(1)"


def test_sql_in_three_shapes(ask):
    query = "SELECT kind, count(*) AS n FROM claims GROUP BY ALL"
    assert ask("sql", query, "--format", "csv").out == "kind,n\nscore,4\n"
    assert ask("sql", query, "--format", "json").json() == [{"kind": "score", "n": 4}]
    assert ask("sql", query).out.split() == ["kind", "n", *[w for w in ask("sql", query).out.split() if "─" in w], "score", "4"]


def test_sql_from_a_file(ask, tmp_path):
    (tmp_path / "q.sql").write_text("SELECT count(*) AS n FROM papers")
    assert ask("sql", tmp_path / "q.sql", "--format", "csv").out == "n\n5\n"


def test_sql_by_the_name_of_a_query(ask):
    assert ask("sql", "totals", "--format", "json").json()[0]["papers"] == 5
    rows = ask(
        "sql",
        "leaderboard_rows",
        "--set",
        "benchmark=ImageNet-1k",
        "--set",
        "metric=top-1 accuracy",
        "--set",
        "limit=1",
        "--format",
        "json",
    )
    assert [row["rank"] for row in rows.json()] == [1]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["SELECT * FROM read_csv('/etc/passwd')"], 1, "only the tables of this database"),
        (["COPY claims TO 'x.csv'"], 1, "only read-only statements"),
        (["ATTACH 'x.duckdb'"], 1, "only read-only statements"),
        (["INSTALL httpfs"], 1, "only read-only statements"),
        (["PRAGMA database_list"], 1, "only read-only statements"),
        (["SET threads = 1"], 1, "only read-only statements"),
        (["DROP TABLE claims"], 1, "only read-only statements"),
        (["SELECT 1; SELECT 2"], 1, "one statement at a time"),
        (["SELECT nonsense FROM claims"], 1, "nonsense"),
        (["no_such_query"], 1, "neither SQL, nor a file, nor a named query"),
        (["no_such_file.sql"], 1, "cannot be read"),
        (["leaderboard_rows"], 1, "needs benchmark, metric"),
        (["totals", "--set", "x"], 2, "NAME=VALUE"),
        (["SELECT 1", "--set", "x=1"], 2, "--set requires a named query"),
    ],
)
def test_sql_that_cannot_be_run_is_an_error_of_a_few_words(ask, tmp_path, arguments, code, says):
    result = ask("sql", *arguments)
    assert (result.code, result.out) == (code, "")
    assert says in result.err
    assert "Traceback" not in result.err
    assert list(tmp_path.iterdir()) == []


def test_more_rows_than_the_limit_are_said(ask):
    result = ask("sql", "SELECT title FROM papers", "--rows", "2", "--format", "json")
    assert len(result.json()) == 2
    assert "only the first 2 rows" in result.err
    assert len(ask("sql", "SELECT title FROM papers", "--rows", "0", "--format", "json").json()) == 5


@pytest.mark.parametrize("kind", ["csv", "parquet", "json"])
def test_export_writes_every_table_and_view(ask, tmp_path, kind):
    result = ask("export", tmp_path / "out", "--format", kind)
    assert result.code == 0
    names = {path.stem for path in (tmp_path / "out").iterdir()}
    tables = {"sources", "papers", "paper_sources", "claims", "claim_benchmarks", "benchmarks", "metrics", "aliases", "rejected", "runs"}
    views = {"leaderboard", "state_of_the_art", "progress", "improvements", "efficiency", "coverage"}
    assert tables | views <= names
    read = {"csv": pl.read_csv, "parquet": pl.read_parquet, "json": pl.read_json}[kind]
    frame = read(tmp_path / "out" / f"leaderboard.{kind}")
    assert frame.height == 4
    assert frame["confidence"].is_between(0, 1, closed="none").all()
    assert ("'=HYPERLINK(1)" if kind == "csv" else "=HYPERLINK(1)") in frame["title"].to_list()


def test_export_to_a_place_that_cannot_be_written_is_an_error(ask, tmp_path):
    (tmp_path / "file").write_text("x")
    result = ask("export", tmp_path / "file")
    assert result.code == 1
    assert "cannot write to" in result.err


@pytest.mark.parametrize(
    "command", [["benchmarks"], ["show", "X"], ["sql", "totals"], ["export", "out"], ["serve"], ["explain", "--paper", "x"]], ids=" ".join
)
def test_without_a_database_every_command_says_how_to_make_one(run, command):
    result = run(*command)
    assert (result.code, result.out) == (1, "")
    assert "leaderboard ingest PATH" in result.err


def test_a_database_of_a_newer_version_is_an_error(run, papers, tmp_path):
    import duckdb

    run("ingest", papers)
    with duckdb.connect(str(tmp_path / "leaderboard.duckdb")) as con:
        con.execute("INSERT INTO schema_migrations VALUES ('900_future', 'x', now()::TIMESTAMP)")
    result = run("benchmarks")
    assert result.code == 1
    assert "newer version of leaderboard" in result.err


def test_a_port_in_use_is_an_error(ask):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = ask("serve", "--port", taken.getsockname()[1])
    assert result.code == 1
    assert "choose another with --port" in result.err


def test_json_output_is_one_document(ask):
    for command in (["benchmarks"], ["show", "ImageNet-1k"], ["sql", "runs"]):
        assert isinstance(json.loads(ask(*command, "--format", "json").out), list)


@pytest.fixture
def doubted(run, tmp_path):
    """Three papers, of which the best is far ahead and the second has two results, one of them an error rate."""
    papers = [
        ("Foo: A Model", "Foo reaches 99.5% accuracy on CIFAR-10."),
        (
            "Bar: Another Model",
            "Bar obtains an error rate of 10.0% on CIFAR-10. With less training, Bar obtains 88.0% accuracy on CIFAR-10.",
        ),
        ("Baz: A Third", "Baz obtains 85.0% accuracy on CIFAR-10."),
    ]
    path = tmp_path / "doubted.jsonl"
    path.write_text("".join(json.dumps({"title": title, "abstract": text}) + "\n" for title, text in papers))
    assert run("ingest", path, "--db", tmp_path / "doubted.duckdb").code == 0
    return lambda *arguments: run(*arguments, "--db", tmp_path / "doubted.duckdb")


def test_show_marks_what_to_check_and_what_was_converted_and_folds_other_results(doubted):
    shown = doubted("show", "CIFAR-10", "--metric", "error rate").out
    assert "99.5% [check this: far ahead of the next paper]" in shown
    assert "90% [converted]" in shown
    assert "88%" not in shown
    assert "1 other result of the same papers: --all" in shown
    every = doubted("show", "CIFAR-10", "--all").out
    assert "88% [folded]" in every
    assert "--all" not in every
    rows = doubted("show", "CIFAR-10", "--format", "json").json()
    assert [(row["rank"], row["rank_value"], row["doubt"], row["folded"]) for row in rows] == [
        (1, 99.5, "far-ahead", False),
        (2, 90.0, None, False),
        (3, 85.0, None, False),
        (None, 88.0, None, True),
    ]
