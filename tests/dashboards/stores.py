"""Small databases for tests of the pages: each state that a page can meet, made by hand so that what it shows is known beforehand."""

from __future__ import annotations

import duckdb

from leaderboard.store import filling, migrate

HOSTILE = "<script>window.hacked=1</script> =HYPERLINK('http://example.org') [x](javascript:1) **b** $x$"
METRICS = [
    ("accuracy", "higher", "%", 0.0, 100.0, "accuracy", "quality"),
    ("WER", "lower", "%", 0.0, None, "error", "quality"),
    ("top-1 accuracy", "higher", "%", 0.0, 100.0, "accuracy", "quality"),
    ("top-5 accuracy", "higher", "%", 0.0, 100.0, "accuracy", "quality"),
]
BENCHMARKS = [("Digits", "reading digits", "vision"), ("Voices", "transcription", "speech"), ("Frames", "telling actions apart", "video")]

# paper, title, year, date, abstract, claims: (quote, kind, value, unit, metric, metric_id, benchmark, split, method, role, more)
PAPERS = [
    ("p2019", "First reader", 2019, None, "FirstNet reads Digits with 90.0% accuracy, where Oldie had 85.0%.", [
        ("90.0%", "score", 90.0, "%", "accuracy", "accuracy", "Digits", None, "FirstNet", "proposed", {"confidence": 0.8}),
        ("85.0%", "score", 85.0, "%", "accuracy", "accuracy", "Digits", None, "Oldie", "baseline", {}),
    ]),
    ("p2021", "Better reader", None, "2021-05-04", "With 3M weights BetterNet gets 95.5% on Digits, a gain of 5.5 points, 2x faster.", [
        ("3M", "cost", 3e6, "params", "parameters", None, None, None, "BetterNet", "proposed", {}),
        ("95.5%", "score", 95.5, "%", "accuracy", "accuracy", "Digits", None, "BetterNet", "proposed", {"confidence": 0.75}),
        ("5.5 points", "gain", 5.5, "points", "accuracy", "accuracy", "Digits", None, "BetterNet", "proposed",
         {"baseline": "FirstNet", "change": "up", "confidence": 0.85}),
        ("2x", "ratio", 2.0, "x", "speed", None, None, None, "BetterNet", "proposed", {"change": "up"}),
    ]),
    ("p2022", "Not the best reader", 2022, None, "OtherNet gets about 93.0% on Digits; on its hard part 71.0%.", [
        ("93.0%", "score", 93.0, "%", "accuracy", "accuracy", "Digits", None, "OtherNet", "proposed",
         {"bound": "about", "confidence": 0.9}),
        ("71.0%", "score", 71.0, "%", "accuracy", "accuracy", "Digits", "hard", "OtherNet", "proposed", {}),
    ]),
    ("pslow", "A slow reader", 2018, None, "SlowNet reads Digits at 80.0%.", [
        ("80.0%", "score", 80.0, "%", "accuracy", "accuracy", "Digits", None, "SlowNet", "proposed", {}),
    ]),
    ("pwrong", "Too good a reader", 2023, None, "Wishful reports 950% on Digits.", [
        ("950%", "score", 950.0, "%", "accuracy", "accuracy", "Digits", None, "Wishful", "proposed", {"flags": ["out-of-range"]}),
    ]),
    ("pnodate", "Undated listeners", None, None, "WER on Voices: 4.2% with EarA, 3.1% with EarB.", [
        ("4.2%", "score", 4.2, "%", "WER", "WER", "Voices", None, "EarA", "proposed", {}),
        ("3.1%", "score", 3.1, "%", "WER", "WER", "Voices", None, "EarB", "proposed", {}),
    ]),
    ("pnodate2", "More undated listeners", None, None, "EarC has 4.5% on Voices.", [
        ("4.5%", "score", 4.5, "%", "WER", "WER", "Voices", None, "EarC", "proposed", {}),
    ]),
    ("pnodate3", "Undated listeners again", None, None, "EarD has 5.0% on Voices.", [
        ("5.0%", "score", 5.0, "%", "WER", "WER", "Voices", None, "EarD", "proposed", {}),
    ]),
    ("phostile", HOSTILE, 2020, None, f"{HOSTILE} & <b onmouseover=alert(1)>scores</b> 7.5 cuteness on <i>Evil</i> bench.", [
        ("7.5", "score", 7.5, None, "cuteness", None, "<i>Evil</i> bench", None, "=cmd|' /C x'!A0", "proposed",
         {"flags": ["unregistered-metric"]}),
    ]),
    ("pnone", "A position paper", 2018, None, "No numbers here.", []),
]  # fmt: skip


def schema(path):
    """An empty database."""
    with duckdb.connect(str(path)) as con:
        migrate.migrate(con)
    return path


def full(path, papers=PAPERS):
    """A database with ``papers``, a run, a source and one rejected entry."""
    schema(path)
    with duckdb.connect(str(path)) as con:
        for name, direction, unit, low, high, family, kind in METRICS:
            _add(con, "metrics", metric_id=name, direction=direction, unit=unit, low=low, high=high, family=family, kind=kind)
        for name, task, area in BENCHMARKS:
            _add(con, "benchmarks", benchmark_id=name, task=task, area=area)
        _add(con, "aliases", alias="Ciphers", kind="benchmark", name="Digits")
        _add(con, "sources", source_id="s1", path="papers.jsonl", bytes=10, entries=11, rejected=1, run_id=1)
        _add(
            con, "rejected", source_id="s1", path="papers.jsonl", line=11, code="no-title", reason="it has no title", excerpt="{", run_id=1
        )
        run = {"started_at": "2024-01-02 03:04:05", "seconds": 1.5, "paths": ["papers.jsonl"], "entries": 11, "new_papers": 10}
        _add(con, "runs", run_id=1, **run, extracted=10, claims=15, rejected=1, extractor="x1", product="0.1")
        for line, paper in enumerate(papers, start=1):
            _add_paper(con, line, *paper)
        filling.derive(con)
    return path


def _add_paper(con, line, paper_id, title, year, date, abstract, claims):
    url = "javascript:alert(1)" if title == HOSTILE else "https://example.org/p"
    said = {"title": title, "abstract": abstract, "year": year, "date": date, "venue": "Conf", "url": url, "authors": "A. Author"}
    _add(con, "papers", paper_id=paper_id, **said, extractor="x1", run_id=1)
    _add(con, "paper_sources", paper_id=paper_id, source_id="s1", line=line)
    for quote, kind, value, unit, metric, metric_id, benchmark, split, method, role, more in claims:
        start = abstract.index(quote)
        claim = {"claim_id": f"{paper_id}-{start}", "start_offset": start, "end_offset": start + len(quote), "quote": quote, "kind": kind}
        claim |= {"value": value, "unit": unit, "metric": metric, "metric_id": metric_id, "split": split, "method": method, "role": role}
        claim |= {"bound": "exact", "settings": [], "flags": [], "origin": "prose", "rule": "by-hand", "extractor": "x1", "run_id": 1}
        if metric_id and kind == "score":
            claim |= {"canonical_value": value, "canonical_unit": "%"}
        _add(con, "claims", paper_id=paper_id, **claim | more)
        if benchmark:
            registered = benchmark if benchmark in {name for name, _, _ in BENCHMARKS} else None
            listed = {"name": benchmark, "benchmark_id": registered, "benchmark": benchmark}
            _add(con, "claim_benchmarks", claim_id=claim["claim_id"], position=0, **listed)


def _add(con, table, **values):
    """One row, by the names of its columns; what is not named is null."""
    names = con.execute(f"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}'").fetchall()
    filled = {name: "" for (name,) in names if name == "product"} | values
    con.execute(f"INSERT INTO {table} ({', '.join(filled)}) VALUES ({', '.join('?' * len(filled))})", list(filled.values()))


def without_claims(path):
    """Papers, none of which reports a number."""
    return full(path, [paper for paper in PAPERS if paper[0] == "pnone"])


def with_settings(path):
    """The same papers, some of their results made in a named setting."""
    full(path)
    with duckdb.connect(str(path)) as con:
        for method, settings in (("BetterNet", ["ensemble"]), ("OtherNet", ["ensemble"]), ("FirstNet", ["zero-shot"])):
            con.execute("UPDATE claims SET settings = ? WHERE method = ? AND kind = 'score' AND split IS NULL", [settings, method])
        con.execute("UPDATE claims SET settings = [] WHERE method = 'Oldie'")
        filling.derive(con)
    return path


# What leaderboards elsewhere got wrong: one benchmark with two metrics that differ by one digit, two splits, a protocol, and error rates.
TRAPS = [
    ("t1", "Frames one", 2020, None, "ClipA has 84.0% top-1 and 96.5% top-5 accuracy on Frames, 70.0% on its validation set.", [
        ("84.0%", "score", 84.0, "%", "top-1 accuracy", "top-1 accuracy", "Frames", None, "ClipA", "proposed", {}),
        ("96.5%", "score", 96.5, "%", "top-5 accuracy", "top-5 accuracy", "Frames", None, "ClipA", "proposed", {}),
        ("70.0%", "score", 70.0, "%", "top-1 accuracy", "top-1 accuracy", "Frames", "validation", "ClipA", "proposed", {}),
    ]),
    ("t2", "Frames two", 2021, None, "ClipB has 85.0% top-1 accuracy on Frames, 88.0% with an ensemble.", [
        ("85.0%", "score", 85.0, "%", "top-1 accuracy", "top-1 accuracy", "Frames", None, "ClipB", "proposed", {}),
        ("88.0%", "score", 88.0, "%", "top-1 accuracy", "top-1 accuracy", "Frames", None, "ClipB", "proposed", {"settings": ["ensemble"]}),
    ]),
]  # fmt: skip


def traps(path):
    """Papers whose numbers must not be mixed up."""
    return full(path, TRAPS)


def broken(path):
    """A file that is no database."""
    path.write_bytes(b"this is not a database" * 1000)
    return path


def foreign(path):
    """A DuckDB database of another program."""
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE t (a INTEGER)")
    return path


def newer(path):
    """A database that a later version has changed."""
    full(path)
    with duckdb.connect(str(path)) as con:
        con.execute("INSERT INTO schema_migrations VALUES ('999_from_the_future', 'x', now()::TIMESTAMP)")
    return path


def older(path):
    """A database whose views are those of an earlier version."""
    full(path)
    with duckdb.connect(str(path)) as con:
        con.execute("UPDATE schema_migrations SET digest = 'earlier' WHERE name = 'views'")
    return path
