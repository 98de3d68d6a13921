"""How sure a claim is: kept, brought into older databases, and used to hide what is less sure than wanted."""

from __future__ import annotations

import duckdb
import pytest
from fake_extractors import claim

from leaderboard.ids import paper_id
from leaderboard.store import migrate, queries, sql_files

BOARD = {"benchmark": "ImageNet-1k", "metric": "accuracy"}
BEFORE = [step for step in sql_files.folder("schema") if step.name < "004"]
VIEWS = ["claim_rows", "leaderboard", "state_of_the_art", "progress", "improvements", "efficiency"]
# What the queries that list claims need to be given to list those of the store below.
LISTING = {
    "gains_and_costs": {},
    "leaderboard_rows": BOARD,
    "method_rows": {"method": "ours"},
    "paper_claims": {"paper_id": paper_id("c_2021")},
    "progress_rows": BOARD,
}


@pytest.fixture(scope="module")
def graded(request, tmp_path_factory):
    """The best score is the least sure; of each kind there is an unsure claim, a sure one and one without a confidence."""
    store = type(request.getfixturevalue("fixed"))(tmp_path_factory.mktemp("graded"))
    grades = (0.2, 0.9, None)
    gains = [claim(n, kind="gain", start=n, confidence=grade) for n, grade in enumerate(grades, start=10)]
    costs = [claim(n, kind="cost", start=n, confidence=grade) for n, grade in enumerate(grades, start=20)]
    store.papers(
        e_2018=[claim(75, confidence=0.8)],
        a_2019=[claim(82)],
        b_2020=[claim(94, confidence=0.2)],
        c_2021=[claim(85, confidence=0.6), *gains, *costs],
        d_2022=[claim(90, confidence=0.9), claim(99, role="baseline", start=6, confidence=0.5)],
    )
    return store


def test_the_confidence_of_each_claim_is_loaded(graded):
    rows = graded.sql("SELECT value, confidence FROM claims WHERE kind = 'score' ORDER BY value")
    assert rows == [(75, 0.8), (82, None), (85, 0.6), (90, 0.9), (94, 0.2), (99, 0.5)]


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_of_claims_shows_it(graded, view):
    rows = graded.sql(f"SELECT v.confidence, c.confidence FROM {view} AS v JOIN claims AS c USING (claim_id)")
    assert any(shown is not None for shown, _ in rows)
    assert [row for row in rows if row[0] != row[1]] == []


def test_every_query_that_lists_claims_can_hide_the_less_sure():
    listing = {name for name in queries.names() if "claim_id" in queries.get(name).columns}
    assert listing == {*LISTING, "all_leaders", "compare_rows", "latest_records", "sheet_rows", "tradeoff_rows"}
    assert {name for name in listing if "min_confidence" in {p.name for p in queries.get(name).params}} == listing


@pytest.mark.parametrize("name", LISTING)
def test_a_query_hides_what_is_below_the_threshold_and_never_what_has_no_confidence(graded, name):
    def confidences(**more):
        return [row["confidence"] for row in graded.ask(name, **LISTING[name], **more)]

    everything = confidences()
    assert {0.2, 0.9, None} <= set(everything)
    assert confidences(min_confidence=0) == everything
    assert confidences(min_confidence=0.9) == [c for c in everything if c in (0.9, None)]
    assert set(confidences(min_confidence=1)) == {None}


def test_a_record_passes_on_to_the_best_that_is_left(graded):
    assert [(r["best"], r["confidence"]) for r in graded.ask("all_leaders")] == [(94, 0.2)]
    assert [(r["best"], r["confidence"]) for r in graded.ask("all_leaders", min_confidence=0.6)] == [(90, 0.9)]


@pytest.mark.parametrize(
    ("least", "ranked"),
    [
        (None, [(99, None, 1), (94, 1, 2), (90, 2, 3), (85, 3, 4), (82, 4, 5), (75, 5, 6)]),
        (0.3, [(99, None, 1), (90, 1, 2), (85, 2, 3), (82, 3, 4), (75, 4, 5)]),
        (0.6, [(90, 1, 1), (85, 2, 2), (82, 3, 3), (75, 4, 4)]),
        (0.61, [(90, 1, 1), (82, 2, 2), (75, 3, 3)]),
        (1, [(82, 1, 1)]),
    ],
)
def test_what_is_left_is_ranked_anew(graded, least, ranked):
    rows = graded.ask("leaderboard_rows", **BOARD, min_confidence=least)
    assert [(r["value"], r["rank"], r["rank_all"]) for r in rows] == ranked
    assert graded.sql(f"SELECT max(rank) FROM leaderboard_at({least or 'NULL'})") == [(max(rank or 0 for _, rank, _ in ranked),)]


def test_the_running_best_and_the_records_are_those_of_what_is_left(graded):
    def progress(**more):
        return [(r["year"], r["running_best"], r["is_record"]) for r in graded.ask("progress_rows", **BOARD, **more)]

    assert progress() == [(2018, 75, True), (2019, 82, True), (2020, 94, True), (2021, 94, False), (2022, 94, False)]
    assert progress(min_confidence=0.6) == [(2018, 75, True), (2019, 82, True), (2021, 85, True), (2022, 90, True)]


def test_the_choice_of_boards_stays_and_says_how_many_a_threshold_hides(graded):
    def hidden(least):
        return [(r["scores"], r["hidden"]) for r in graded.ask("benchmark_choices", benchmark="ImageNet-1k", min_confidence=least)]

    assert (hidden(None), hidden(0.6), hidden(1)) == ([(6, 0)], [(6, 2)], [(6, 5)])


def test_an_older_database_gets_the_column_and_its_claims_are_not_hidden(store):
    with duckdb.connect(str(store.db)) as con:
        migrate.migrate(con, BEFORE)
        con.execute("INSERT INTO papers (paper_id, title, abstract, run_id, extractor) VALUES ('p', 'Old', '[]', 1, 'fake-1')")
        con.execute(
            "INSERT INTO claims (claim_id, paper_id, start_offset, end_offset, quote, kind, value, bound, role, settings, origin, rule, "
            "metric_id, canonical_value, flags, extractor, run_id) VALUES ('c', 'p', 0, 1, '[', 'score', 70, 'exact', 'proposed', [], "
            "'prose', 'test', 'accuracy', 70, [], 'fake-1', 1)"
        )
        con.execute("INSERT INTO claim_benchmarks VALUES ('c', 0, 'ImageNet', 'ImageNet-1k', 'ImageNet-1k')")
    store.papers(new=[claim(80, confidence=0.8)], unsure=[claim(90, confidence=0.1)])
    assert store.sql("SELECT value, confidence FROM claims ORDER BY value") == [(70, None), (80, 0.8), (90, 0.1)]
    rows = store.ask("leaderboard_rows", **BOARD, min_confidence=0.5)
    assert [(r["value"], r["rank"], r["confidence"]) for r in rows] == [(80, 1, 0.8), (70, 2, None)]
