"""Loading: what ends up in the tables, and that doing it again changes nothing."""

from __future__ import annotations

import gzip
import io
import json
import sys

import pytest
from fake_extractors import CRASH, DIE, PROBLEM, abstract, claim

from leaderboard.errors import LeaderboardError, NewerSchema, NotADatabase, RegistryError, SourceError, UnknownFormat
from leaderboard.store.loading import Hooks

NEWER = "fake_extractors:build_newer"


def entry(title, *claims, **more):
    return {"title": title, "abstract": abstract(*claims), **more}


def test_papers_claims_and_the_run_are_recorded(store):
    report = store.load(
        store.write(entry("A", claim(1), claim(2, start=3)), entry("B", claim(3, benchmarks=["COCO", "New"])), {"title": "C"})
    )
    assert (report.entries, report.new_papers, report.extracted, report.claims, report.rejected, report.run_id) == (3, 2, 2, 3, 1, 1)
    assert (report.papers_total, report.claims_total) == (2, 3)
    named = store.sql(
        "SELECT c.name, benchmark_id, benchmark, position FROM claim_benchmarks AS c JOIN claims USING (claim_id) WHERE value = 3"
    )
    assert named == [
        ("COCO", "COCO", "COCO", 0),
        ("New", None, "New", 1),
    ]
    (run,) = store.ask("runs")
    assert (run["run_id"], run["entries"], run["new_papers"], run["claims"], run["rejected"]) == (1, 3, 2, 3, 1)
    assert run["extractor"] == "fake-1"
    assert run["seconds"] > 0
    (bad,) = store.ask("rejected")
    assert (bad["line"], bad["run_id"]) == (3, 1)
    assert bad["reason"]


def test_the_same_files_again_change_nothing_at_all(store):
    file = store.write(entry("A", claim(1)), {"title": "no abstract"})
    store.load(file)
    before = store.db.read_bytes()
    report = store.load(file)
    assert (report.run_id, report.known_sources, report.extracted) == (None, 1, 0)
    assert store.db.read_bytes() == before


def test_a_copy_of_a_file_under_another_name_is_the_same_source(store):
    file = store.write(entry("A", claim(1)))
    store.load(file)
    copy = store.folder / "copy.jsonl"
    copy.write_bytes(file.read_bytes())
    assert store.load(copy).run_id is None
    assert store.load(file, copy).run_id is None


def test_the_same_paper_in_two_files_is_one_paper_from_two_places(store):
    store.load(store.write(entry("A Paper", claim(1))), store.write(entry("a paper!", claim(2)), entry("B")))
    assert store.sql("SELECT title, count(*) FROM papers JOIN paper_sources USING (paper_id) GROUP BY ALL ORDER BY 1") == [
        ("A Paper", 2),
        ("B", 1),
    ]
    assert store.sql("SELECT value FROM claims") == [(1,)]


@pytest.mark.parametrize("at_once", [True, False], ids=["in one load", "in two loads"])
def test_the_first_listing_stays_and_later_ones_fill_what_it_lacks(store, at_once):
    files = [
        store.write(entry("A", claim(1), year=2020)),
        store.write(entry("a", claim(2), year=1999, venue="First Conference", url="https://example.org/1")),
        store.write(entry("A.", claim(3), venue="Second Conference", authors="Somebody")),
    ]
    for group in [files] if at_once else [[file] for file in files]:
        store.load(*group)
    assert store.sql("SELECT title, year, venue, url, authors FROM papers") == [
        ("A", 2020, "First Conference", "https://example.org/1", "Somebody")
    ]
    assert store.sql("SELECT value FROM claims") == [(1,)]


def test_one_load_or_many_give_the_same_tables(store, other_store):
    one, two = (
        store.write(entry("A", claim(1)), entry("B", claim(2))),
        store.write(entry("C", claim(3, benchmarks=["New"])), entry("a", year=2000)),
    )
    store.load(one)
    store.load(two)
    other_store.load(one, two)
    assert store.tables() == other_store.tables()


def test_many_papers_in_worker_processes_give_the_same_tables_as_here(store, other_store):
    entries = [entry(f"Paper {n}", claim(n), claim(n + 0.5, start=2)) for n in range(1300)]
    file = store.write(*entries, {"title": "bad"})
    store.load(file, workers=2)
    other_store.load(file, workers=0)
    assert store.tables() == other_store.tables()
    assert store.sql("SELECT count(*) FROM claims") == [(2600,)]


def test_a_newer_extractor_works_on_every_paper_again(store):
    first, second = store.write(entry("A", claim(1))), store.write(entry("B", claim(2)), {"title": "C", "abstract": CRASH})
    store.load(first)
    store.load(second)
    report = store.load(first, factory=NEWER)
    assert (report.extracted, report.new_papers, report.run_id) == (3, 0, 3)
    assert sorted(store.sql("SELECT value, extractor FROM claims")) == [(2, "fake-2"), (3, "fake-2")]
    assert store.sql("SELECT count(*) FROM claim_benchmarks") == [(2,)]
    assert [r["code"] for r in store.ask("rejected")] == ["extraction-failed"]
    assert store.load(first, factory=NEWER).run_id is None


def test_re_extraction_and_a_fresh_load_agree(store, other_store):
    file = store.write(*(entry(f"P{n}", claim(n)) for n in range(20)))
    store.load(file)
    store.load(file, factory=NEWER)
    other_store.load(file, factory=NEWER)
    assert store.tables() == other_store.tables()


def test_a_paper_the_extraction_fails_on_is_rejected_with_its_place(store):
    report = store.load(store.write(entry("A", claim(1)), {"title": "Hard one", "abstract": CRASH}, {"title": "P", "abstract": PROBLEM}))
    assert (report.claims, report.rejected) == (1, 2)
    rows = {row["code"]: row for row in store.ask("rejected")}
    assert rows["extraction-failed"]["reason"] == "ValueError: this abstract is too hard"
    assert rows["extraction-failed"]["excerpt"] == "Hard one"
    assert (rows["extraction-failed"]["line"], rows["extraction-problem"]["line"]) == (2, 3)
    assert store.sql("SELECT count(*) FROM papers") == [(3,)]


def test_a_paper_that_kills_the_extraction_costs_only_itself(store):
    entries = [entry(f"P{n}", claim(n)) for n in range(40)]
    entries[17]["abstract"] = DIE
    report = store.load(store.write(*entries), workers=1)
    assert (report.claims, report.rejected) == (39, 1)


def test_a_file_that_changed_replaces_its_faults_and_adds_its_papers(store):
    file = store.write(entry("A", claim(1)), {"title": "no abstract"}, name="list.jsonl")
    store.load(file)
    assert len(store.ask("rejected")) == 1
    store.write(entry("A", claim(1)), entry("B", claim(2)), name="list.jsonl")
    store.load(file)
    assert store.ask("rejected") == []
    assert store.sql("SELECT title FROM papers ORDER BY 1") == [("A",), ("B",)]


def test_a_faulty_file_among_good_ones_is_listed_and_stops_nothing(store):
    bad = store.folder / "bad.bin"
    bad.write_bytes(b"\x00\x01\x02\xff" * 100)
    report = store.load(store.write(entry("A", claim(1))), bad)
    assert (report.new_papers, report.rejected) == (1, 1)
    assert store.ask("rejected")[0]["path"].endswith("bad.bin")
    assert store.load(store.write(entry("A", claim(1)), name="papers1.jsonl"), bad).run_id is None


def test_a_load_without_a_single_paper_is_an_error_and_makes_no_database(store):
    bad = store.folder / "bad.bin"
    bad.write_bytes(b"\x00\x01\x02\xff" * 100)
    with pytest.raises(SourceError):
        store.load(bad)
    with pytest.raises(SourceError, match="nothing was loaded"):
        store.load(store.write({"title": "A"}), bad)
    assert sorted(p.name for p in store.folder.iterdir()) == ["bad.bin", "papers1.jsonl"]


def test_a_faulty_only_file_leaves_an_existing_database_as_it_is(store):
    store.papers(a=[claim()])
    before = store.db.read_bytes()
    with pytest.raises(SourceError):
        store.load(store.write({"title": "A"}))
    assert store.db.read_bytes() == before


@pytest.mark.parametrize(("path", "error"), [("missing.jsonl", SourceError), ("empty", SourceError)])
def test_missing_files_and_empty_folders_are_errors(store, path, error):
    (store.folder / "empty").mkdir()
    with pytest.raises(error, match=path):
        store.load(store.folder / path)


def test_an_unknown_format_is_an_error(store):
    with pytest.raises(UnknownFormat, match="jsonl"):
        store.load(store.write(entry("A")), format="docx")


def test_a_missing_registry_folder_is_an_error(store):
    from leaderboard.engine.local import CHAIN

    with pytest.raises(RegistryError):
        store.load(store.write(entry("A")), factory=CHAIN, registry=[store.folder / "none"])


def test_a_folder_means_all_its_files_and_input_is_never_changed(store):
    folder = store.folder / "in"
    folder.mkdir()
    (folder / "a.jsonl").write_text(json.dumps(entry("A", claim(1))) + "\n")
    (folder / "b.jsonl.gz").write_bytes(gzip.compress((json.dumps(entry("B", claim(2))) + "\n").encode()))
    before = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.iterdir()}
    assert store.load(folder).new_papers == 2
    assert {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.iterdir()} == before


def test_standard_input_twice_changes_nothing(store, monkeypatch):
    text = "".join(json.dumps(e) + "\n" for e in (entry("A", claim(1)), entry("B", claim(2)))).encode()
    for expected in (1, None):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
        assert store.load("-").run_id == expected
    assert store.sql("SELECT path, entries FROM sources") == [("-", 2)]


@pytest.mark.parametrize(
    "title", ["<script>alert(1)</script>", "'; DROP TABLE papers; --", '=HYPERLINK("http://x","y")', "a\tb", "\u202eevil", "🙂" * 300]
)
def test_any_title_is_kept_as_it_is(store, title):
    store.load(store.write({"title": title, "abstract": "[]"}))
    ((kept,),) = store.sql("SELECT title FROM papers")
    assert kept.split() == title.split()


def test_the_registry_is_in_the_database(store):
    store.papers(a=[])
    assert store.sql("SELECT direction FROM metrics WHERE metric_id = 'WER'") == [("lower",)]
    assert store.sql("SELECT count(*) > 100 FROM benchmarks") == [(True,)]
    assert store.sql("SELECT name FROM aliases WHERE alias = 'ImageNet' AND kind = 'benchmark'") == [("ImageNet-1k",)]


def test_progress_is_reported_and_ends_with_everything(store):
    seen = []
    store.load(store.write(*(entry(f"P{n}", claim(n)) for n in range(600))), hooks=Hooks(progress=seen.append))
    assert (seen[-1].entries, seen[-1].extracted, seen[-1].claims) == (600, 600, 600)
    assert [p.entries for p in seen] == sorted(p.entries for p in seen)


def test_nothing_is_left_beside_the_database(store):
    store.papers(a=[claim()])
    store.papers(b=[claim()])
    assert sorted(p.name for p in store.folder.iterdir()) == ["papers1.jsonl", "papers2.jsonl", "store.duckdb"]


def test_a_link_stays_a_link(store):
    store.papers(a=[claim()])
    real = store.folder / "real.duckdb"
    store.db.rename(real)
    store.db.symlink_to(real)
    store.papers(b=[claim()])
    assert store.db.is_symlink()
    assert store.sql("SELECT count(*) FROM papers") == [(2,)]


def test_the_files_mode_is_kept(store):
    store.papers(a=[claim()])
    store.db.chmod(0o640)
    store.papers(b=[claim()])
    assert store.db.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("content", [b"", b"not a database\n" * 1000], ids=["empty", "text"])
def test_a_file_that_is_no_database_is_never_replaced(store, content):
    store.db.write_bytes(content)
    with pytest.raises(NotADatabase, match=r"store\.duckdb"):
        store.papers(a=[claim()])
    assert store.db.read_bytes() == content


def test_a_database_from_the_future_is_never_replaced(store):
    import duckdb

    store.papers(a=[claim()])
    with duckdb.connect(str(store.db)) as con:
        con.execute("INSERT INTO schema_migrations VALUES ('900_future', 'x', now()::TIMESTAMP)")
    before = store.db.read_bytes()
    with pytest.raises(NewerSchema, match="upgrade leaderboard"):
        store.papers(b=[claim()])
    assert store.db.read_bytes() == before


def test_a_journal_of_another_program_stops_the_load(store):
    store.papers(a=[claim()])
    (store.folder / "store.duckdb.wal").write_bytes(b"x")
    with pytest.raises(LeaderboardError, match="another program"):
        store.papers(b=[claim()])
