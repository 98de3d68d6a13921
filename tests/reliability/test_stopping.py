"""Ctrl-C and SIGTERM, once and twice, at several moments: a word and an exit code, nothing lost, no worker left, and a way on."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from leaderboard.store.staging import INTERRUPTED, staged

STOPPED = "the database is unchanged. Rerun the command to resume"
REPLACED = "the database has been replaced by a complete new one"
AT_ONCE = "stopped immediately; the published database is intact"


@pytest.mark.parametrize(
    ("name", "times", "stages"),
    [
        ("SIGINT", 1, ["reading", "extracting", "filling"]),
        ("SIGINT", 2, ["reading", "extracting"]),
        ("SIGTERM", 1, ["extracting"]),
        ("SIGTERM", 2, ["filling"]),
    ],
)
def test_stopped_in_any_stage_it_says_so_and_the_same_command_goes_on(work, name, times, stages):
    number = signal.Signals[name]
    chance = random.Random(times)
    work.add(40)
    work.load_here()
    work.add()
    history = []
    for stage in stages:
        before = work.count()
        with work.start() as run:
            reached = run.wait_for(stage)
            for _ in range(times):
                if run.process.poll() is None:
                    os.killpg(run.group, number)
                time.sleep(chance.choice([0, 0.002, 0.02]))
            code, _, errors = run.result()
            run.wait_for_the_end_of_all()
        history.append((stage, reached, code, errors))
        assert "Traceback" not in errors, history
        if code == 0:  # it came to its end before it could be stopped
            assert work.count()[0] == work.total
            continue
        # Where the second signal came between the end of the program and that of its process, the system ends it.
        assert code == 128 + number or (times == 2 and code == -number), history
        said = [text for text in (STOPPED, REPLACED, AT_ONCE) if text in errors]
        assert said, history
        assert STOPPED not in said or work.count() == before, history
        assert work.count() in {before, (work.total, work.count()[1])}, history
        if times == 1:
            assert set(work.leftovers()) <= {"x.duckdb.staging"}, history
    assert any(code for _, _, code, _ in history), history
    work.load()
    assert work.count()[0] == work.total
    assert work.leftovers() == []


def test_what_a_stopped_load_extracted_is_not_extracted_again(work):
    work.add()
    with work.start() as run:
        assert run.wait_for("extracting")
        os.killpg(run.group, signal.SIGINT)
        assert run.result()[0] == 130
    kept = {path: path.stat().st_mtime_ns for path in work.staging.glob("shards-*/*.claims.parquet")}
    assert kept
    with work.start() as run:
        assert run.wait_for("filling")
        os.killpg(run.group, signal.SIGSTOP)  # so that the folder is still there to be looked at
        again = [path for path, made in kept.items() if path.exists() and path.stat().st_mtime_ns != made]
        os.killpg(run.group, signal.SIGCONT)
        code, _, errors = run.result()
    assert (code, again) == (0, []), errors


ENDLESS = """
    import os, signal, sys, threading
    from leaderboard.cli import main
    from leaderboard.store import filling

    def load(con):
        threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
        while True:
            con.execute("SELECT max(hash(a.range)) FROM range(100000000) AS a")

    filling.load = load
    sys.argv = ["leaderboard", "ingest", {papers!r}, "--db", {db!r}]
    main()
"""


def test_a_statement_that_is_stopped_is_no_error(work):
    """DuckDB makes an error of its own of a signal that comes while it is at work, and not a KeyboardInterrupt."""
    work.add(40)
    program = textwrap.dedent(ENDLESS.format(papers=str(work.papers), db=str(work.db)))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 130, done.stderr
    assert STOPPED in done.stderr
    assert "Traceback" not in done.stderr
    assert work.leftovers() == ["x.duckdb.staging"]  # with what was extracted
    assert work.count() == (0, 0)


def test_only_that_error_of_duckdb_means_that_it_was_stopped(work):
    with pytest.raises(KeyboardInterrupt), staged(work.db, "1"):
        raise RuntimeError(INTERRUPTED)
    with pytest.raises(RuntimeError, match="another"), staged(work.db, "1"):
        raise RuntimeError("another")


def test_stopped_while_it_waits_for_another_load_it_leaves_that_alone(work):
    work.add(40)
    second = work.add()
    with work.start() as first:
        assert first.wait_for("reading")
        os.killpg(first.group, signal.SIGSTOP)
        with work.start(second) as waiting:
            assert "waiting for it to finish" in waiting.process.stderr.readline()
            os.killpg(waiting.group, signal.SIGINT)
            code, _, errors = waiting.result()
        assert (code, errors.count("\n")) == (130, 2), errors
        os.killpg(first.group, signal.SIGCONT)
        assert first.result()[0] == 0
    assert work.count()[0] == work.total
    assert work.leftovers() == []
