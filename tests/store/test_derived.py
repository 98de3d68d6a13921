"""Derived tables are what follows from the other tables, after any sequence of loads."""

from __future__ import annotations

import random
from collections import Counter

import duckdb
import pytest
from fake_extractors import CRASH, abstract, claim

from leaderboard.store import filling, migrate, queries, reading
from tests.store.by_hand import CLAIM_ROWS, COVERAGE, LEADERBOARD, ByHand

LEVELS = (None, 0, 0.6, 1)
# Named queries that answer from derived tables, with what makes them give every row.
QUERIES = {
    "areas": {},
    "benchmarks": {},
    "methods": {"limit": 10_000},
    "papers_search": {"limit": 10_000},
    "sources": {},
    "systems": {"limit": 10_000},
    "totals": {},
}
BENCHMARKS = ["ImageNet", "COCO", "New-Bench", "new bench", "imagenet 1k", "LibriSpeech"]


def some_claim(chance, start):
    metric = chance.choice(["accuracy", "accuracy", "error rate", "WER", "price", "niceness", None])
    known = metric if metric != "niceness" else None
    value = float(chance.randint(1, 6))
    return claim(
        value,
        start=start,
        kind=chance.choice(["score", "score", "score", "gain", "ratio", "cost"]),
        metric=metric,
        metric_id=known,
        canonical_value=value if known else None,
        canonical_high=value + 1 if known and chance.random() < 0.2 else None,
        canonical_unit=chance.choice(["USD", "EUR"]) if metric == "price" else "%",
        benchmarks=chance.choices(BENCHMARKS, k=chance.choice([0, 1, 1, 1, 2])),
        split=chance.choice([None, None, "test", "val", "Val "]),
        role=chance.choice(["proposed", "proposed", "baseline"]),
        method=chance.choice(["Ours", "Theirs", "ours", "OURS-2", "ours 2", "Ours 2.5", "Ours 25", None]),
        flags=chance.choice([*[[]] * 6, ["out-of-range"], ["odd"], ["wrong-dimension"]]),
        confidence=chance.choice([None, 0.2, 0.6, 0.9]),
        task=chance.choice([*[None] * 6, "image classification", "semantic segmentation"]),
        protocol=chance.choice([*[[]] * 8, ["few-shot"], ["zero-shot", "few-shot", "zero-shot"]]),
        bound=chance.choice(["exact", "exact", "up_to", "at_least"]),
    )


def some_papers(chance, how_many):
    for _ in range(how_many):
        entry = {
            "title": f"Paper {chance.randrange(1500)}",
            "abstract": abstract(*(some_claim(chance, n) for n in range(chance.randrange(5)))),
        }
        dated = chance.choice([{}, {"year": chance.randint(2015, 2020)}, {"date": f"20{chance.randint(15, 20)}-0{chance.randint(1, 9)}"}])
        yield entry | dated | chance.choice([{}, {"abstract": CRASH}, {}, {}, {}])


def frozen(rows, columns):
    """How often each row is there, as tuples in the order of the columns; whether it has others is for the caller to see."""
    return Counter(tuple(tuple(row[name]) if isinstance(row[name], list) else row[name] for name in columns) for row in rows)


def assert_relation(con, relation, columns, expected):
    """A view or table macro has these columns, with their types, and exactly these rows."""
    source = f"{relation} SELECT COLUMNS(lambda name: name <> 'board')"  # only a number
    assert [row[:2] for row in con.execute(f"DESCRIBE FROM {source}").fetchall()] == list(columns.items())
    shown = [dict(zip(columns, row, strict=True)) for row in con.execute(f"FROM {source}").fetchall()]
    one, other = frozen(shown, columns), frozen(expected, columns)
    assert (one - other, other - one) == (Counter(), Counter()), relation


def assert_derived(con):
    by_hand = ByHand(con)
    assert_relation(con, "claim_rows", CLAIM_ROWS, by_hand.claim_rows)
    assert_relation(con, "coverage", COVERAGE, by_hand.coverage)
    for level in LEVELS:
        shown = "NULL" if level is None else level
        assert_relation(con, f"leaderboard_at({shown})", LEADERBOARD, by_hand.leaderboard_at(level))
        assert_relation(con, f"state_of_the_art_at({shown})", LEADERBOARD, by_hand.state_of_the_art_at(level))
    for name, params in QUERIES.items():
        assert queries.run(con, name, **params).to_dicts() == getattr(by_hand, name)(), name


def assert_overview(con):
    """What the overview shows of each benchmark's fullest board is what that board's own rows say."""
    for least in (None, 0.5, 0.95):
        for row in queries.run(con, "fullest_boards", min_confidence=least).iter_rows(named=True):
            if row["metric"] is None:
                assert (row["best"], row["results"], row["curve"]) == (None, 0, None)
                continue
            board = {name: row[name] for name in ("benchmark", "metric", "split", "protocol")}
            board |= {"task": row["board_task"], "min_confidence": least}
            listed = queries.run(con, "leaderboard_rows", **board, limit=10_000)
            assert (row["results"], row["result_papers"]) == (listed.height, listed["paper_id"].n_unique())
            best = con.execute(
                "SELECT rank_value, method, paper_id, year FROM state_of_the_art_at($min_confidence) "
                "WHERE (benchmark, metric, split, task, protocol) = ($benchmark, $metric, $split, $task, $protocol)",
                board,
            ).fetchall()
            assert [(row["best"], row["method"], row["paper_id"], row["year"])] == (best or [(None, None, None, None)])
            assert row["curve"] == steps(queries.run(con, "progress_rows", **board))


def steps(progress):
    """The running best at 24 equal steps from its first value to its last."""
    records = {best: day.toordinal() for best, day in reversed(progress.select("running_best", "published").rows())}
    days = sorted((day, best) for best, day in records.items())
    if len(days) < 2:
        return None
    first, last = days[0][0], days[-1][0]
    return [max((day, best) for day, best in days if (day - first) * 23 <= (last - first) * step)[1] for step in range(24)]


@pytest.mark.parametrize("seed", range(3))
def test_after_every_load_it_is_what_the_tables_say(store, seed):
    chance = random.Random(seed)
    for step, factory in enumerate(["build", "build", "build_newer", "build_newer"]):
        store.load(store.write(*some_papers(chance, 300), name=f"papers{step % 3}.jsonl"), factory=f"fake_extractors:{factory}")
        with reading.connect(store.db) as con:
            assert_derived(con)
            assert_overview(con)
            assert con.execute("SELECT count(*) > 4 FROM state_of_the_art_at(NULL)").fetchall() == [(True,)]
            assert con.execute("SELECT count(DISTINCT doubt), bool_or(folded) FROM leaderboard").fetchall() == [(2, True)]
            flags = {flag for (flag,) in con.execute("SELECT DISTINCT unnest(flags) FROM leaderboard").fetchall()}
            assert {"implied-metric", "converted"} <= flags


def test_an_empty_database_lists_nothing_and_its_totals_are_zero():
    with duckdb.connect() as con:
        migrate.migrate(con)
        assert_derived(con)
        assert queries.run(con, "totals")["claims"].to_list() == [0]


def test_changed_definitions_are_derived_anew_when_an_older_database_is_upgraded(fixed, tmp_path):
    copy = tmp_path / "old.duckdb"
    copy.write_bytes(fixed.db.read_bytes())
    with duckdb.connect(str(copy)) as con:
        con.execute("DELETE FROM derived.scores; UPDATE schema_migrations SET digest = 'of older files' WHERE name = 'views'")
        migrate.migrate(con)
        assert_derived(con)
        assert con.execute("SELECT count(*) FROM leaderboard").fetchall() == [(2,)]


def test_a_listing_that_fails_leaves_the_load_undone(store, monkeypatch):
    store.papers(a=[claim()])
    before = store.tables()

    def fail(con):
        con.execute("SELECT * FROM no_such_table")

    monkeypatch.setattr(filling, "derive", fail)
    with pytest.raises(Exception, match=r"no_such_table.*is unchanged"):
        store.papers(b=[claim()])
    assert store.tables() == before


def test_derived_tables_are_not_among_what_people_are_shown(fixed):
    assert {"leaderboard", "claims"} <= {row["name"] for row in fixed.ask("schema")}
    assert [row for row in fixed.ask("schema") if row["name"] in {"scores", "others", "boards", "areas"}] == []
