"""Loads that are killed, run at the same time, or run out of space: nothing published is lost, and the next load completes the work."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fake_extractors import SLOW, Fake, abstract, claim

from leaderboard.engine import local
from leaderboard.errors import StoreError
from leaderboard.store import reading

ONE_LOAD = Path(__file__).with_name("one_load.py")


def start(store, file, workers=1, *moment, **more):
    command = [sys.executable, str(ONE_LOAD), str(store.db), str(file), str(workers), *moment]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, **more)


def slow_papers(store, how_many):
    return store.write(*({"title": f"Slow {n}", "abstract": SLOW} for n in range(how_many)))


def count(store):
    with reading.connect(store.db) as con:
        return con.execute("SELECT (SELECT count(*) FROM papers), (SELECT count(*) FROM claims)").fetchone()


@pytest.mark.parametrize("workers", [0, 2], ids=["in one process", "with workers"])
def test_killed_at_any_moment_the_published_data_is_intact_and_the_next_load_completes(store, other_store, workers):
    before, file = store.write({"title": "before", "abstract": abstract(claim(1))}), slow_papers(store, 1200)
    store.load(before)
    other_store.load(before)
    chance = random.Random(20 + workers)
    for _ in range(5):
        process = start(store, file, workers)
        time.sleep(chance.uniform(0.1, 3.0))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert count(store) in {(1, 1), (1201, 1201)}
    store.load(file, workers=workers)
    other_store.load(file, workers=workers)
    assert store.tables() == other_store.tables()
    assert count(store) == (1201, 1201)
    assert not list(store.folder.glob("*.staging"))


@pytest.mark.parametrize(("moment", "left"), [("publish", (1, 1)), ("rename", (1, 1)), ("cleaning", (2, 2))])
def test_killed_while_publishing_either_the_old_or_the_new_data_is_there(store, moment, left):
    store.papers(a=[claim()])
    file = store.write({"title": "b", "abstract": abstract(claim())})
    process = start(store, file, 0, moment)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, errors
    assert count(store) == left
    store.load(file)
    assert count(store) == (2, 2)
    assert sorted(p.name for p in store.folder.iterdir()) == ["papers1.jsonl", "papers2.jsonl", "store.duckdb"]


def test_finished_batches_of_a_killed_load_are_used_by_the_next(store, monkeypatch):
    file = slow_papers(store, 1200)
    process = start(store, file, 0)
    while int(process.stdout.readline()) < 512:
        pass
    process.send_signal(signal.SIGKILL)
    process.communicate()
    done = list(store.folder.glob("*.staging/shards-*/*.claims.parquet"))
    assert done
    fake = Fake()
    monkeypatch.setattr(local, "load_extractor", lambda factory, folders: fake)
    store.load(file)
    assert len(fake.seen) == 1200 - 512 * len(done)
    assert count(store) == (1200, 1200)


def test_ctrl_c_ends_a_load_with_its_workers_and_leaves_the_database(store):
    store.papers(before=[claim(1)])
    process = start(store, slow_papers(store, 3000), 2, start_new_session=True)
    assert process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode != 0
    assert "KeyboardInterrupt" in errors
    assert count(store) == (1, 1)
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_of_two_loads_at_once_the_second_waits_and_nothing_is_lost(store):
    one, two = slow_papers(store, 300), store.write(*({"title": f"Other {n}", "abstract": SLOW} for n in range(300)))
    first = start(store, one, 0)
    while not (store.folder / "store.duckdb.staging").exists():
        time.sleep(0.01)
    second = start(store, two, 0)
    outputs = [process.communicate(timeout=60)[0] for process in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0)
    assert outputs[0].splitlines()[-1] == "published 1"
    assert outputs[1].splitlines()[0] == "waiting"
    assert outputs[1].splitlines()[-1] == "published 2"
    assert count(store) == (600, 600)
    assert sorted(p.suffix for p in store.folder.iterdir()) == [".duckdb", ".jsonl", ".jsonl"]


@pytest.mark.parametrize("limit", [2_000, 100_000, 1_500_000])
def test_a_full_disk_is_said_and_nothing_is_lost(store, limit):
    """The operating system refuses to let any file grow beyond the limit, as it does on a full disk."""
    store.papers(before=[claim(1)])
    before = store.db.read_bytes()
    chance = random.Random(1)
    noise = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=1500)) for _ in range(3000)]
    file = store.write(*({"title": f"T{n}", "abstract": abstract(claim(n, method=text))} for n, text in enumerate(noise)))
    process = start(store, file, 0, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    _, errors = process.communicate(timeout=120)
    last = errors.strip().splitlines()[-1]
    assert last.startswith("leaderboard.errors.StoreError")
    assert "store.duckdb is unchanged" in last
    assert store.db.read_bytes() == before
    assert store.load(file).new_papers == 3000


def test_a_full_disk_in_a_worker_is_said_too(store):
    file = slow_papers(store, 600)
    store.papers(before=[])
    process = start(store, file, 1, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000)))
    _, errors = process.communicate(timeout=120)
    assert "leaderboard.errors.StoreError" in errors
    assert count(store) == (1, 0)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_said(store):
    file = store.write({"title": "a", "abstract": "[]"})
    store.folder.chmod(0o555)
    try:
        with pytest.raises(StoreError, match=r"cannot write in .*permission denied.*--db"):
            store.load(file)
    finally:
        store.folder.chmod(0o755)


def test_a_folder_that_takes_no_files_is_said(store):
    """The kernel's own folder refuses new files to everybody, root included."""
    store.db = Path("/proc/leaderboard.duckdb")
    with pytest.raises(StoreError, match=r"cannot write in /proc"):
        store.load(store.write({"title": "a", "abstract": "[]"}))


def test_a_missing_folder_is_said(store):
    store.db = store.folder / "no" / "such" / "x.duckdb"
    with pytest.raises(StoreError, match="there is no folder"):
        store.load(store.write({"title": "a", "abstract": "[]"}))


def test_leftovers_of_another_version_are_removed(store):
    rubbish = store.folder / "store.duckdb.staging"
    (rubbish / "shards-0123").mkdir(parents=True)
    (rubbish / "shards-0123" / "x.claims.parquet").write_bytes(b"old")
    (rubbish / "next.duckdb").write_bytes(b"half a database")
    store.papers(a=[claim()])
    assert count(store) == (1, 1)
    assert not rubbish.exists()
