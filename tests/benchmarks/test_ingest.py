"""A whole load as a user starts it, on all cores, and the same again."""

from __future__ import annotations

import os
import sys

from tests.benchmarks import watched
from tests.benchmarks.table import Fact, Rate


def test_ingest_and_again(benchmark, papers, measured, tmp_path):
    command = [sys.executable, "-m", "leaderboard", "ingest", str(papers.file), "--db", "bench.duckdb"]
    cores = str(len(os.sched_getaffinity(0)))
    first = benchmark.pedantic(watched.run, (command, tmp_path), rounds=1)
    measured.append(Rate("leaderboard ingest", papers.papers, first.seconds, cores, "from the file to the published database"))
    again = watched.run(command, tmp_path)
    assert "nothing new" in again.output
    measured.append(Rate("the same file again", papers.papers, again.seconds, cores, f"{first.seconds / again.seconds:.1f} times as fast"))
    measured.append(Fact("peak memory of all processes of the load", f"{first.peak_bytes / 1e6:,.0f} MB"))
    measured.append(Fact("the database's size after it", f"{(tmp_path / 'bench.duckdb').stat().st_size / 1e6:,.1f} MB"))
