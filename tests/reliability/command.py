"""The real command in a process group of its own, what it leaves, and where it is at a moment."""

from __future__ import annotations

import copy
import itertools
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from leaderboard.resources import sample_dir
from leaderboard.store import reading
from leaderboard.store.intake import BATCH
from leaderboard.store.loading import ingest

TWO_BATCHES = BATCH + 60  # enough for worker processes
EVERY = 8  # one paper in so many is one of the sample; the others report nothing, so that a run takes a moment and not a minute
PATIENCE = 120.0  # seconds after which a test gives up on what should have happened
# What differs between a load that was killed and done again and one that was not: when it was, how long it took, which run brought what.
NOT_COMPARED = ("run_id", "started_at", "seconds", "applied_at")
# Where a run is, in order; see Run.at.
STAGES = ("starting", "reading", "extracting", "filling", "published")


def papers(count, tag):
    """So many papers with titles of their own; every few of them one of the sample, again and again."""
    lines = (sample_dir() / "papers.jsonl").read_text(encoding="utf-8").splitlines()
    sample = itertools.cycle(list(map(json.loads, lines)))
    for number in range(count):
        if number % EVERY:
            yield {"title": f"Plain paper {tag} {number}", "abstract": f"We look at subject {number} of {tag} and say what we think of it."}
        else:
            paper = next(sample)
            yield paper | {"title": f"{paper['title']} {tag} {number}"}


def alive(group):
    """The processes of a group that are still running, by their ids."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                state, _, its_group = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(its_group) == group and state != "Z":
                found.append(int(folder.name))
    return found


def wait_until(true, why):
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, why
        time.sleep(0.002)


class Work:
    """A folder with papers and a database."""

    def __init__(self, folder):
        self.folder = folder
        self.db = folder / "x.duckdb"
        self.staging = folder / "x.duckdb.staging"
        self.papers = folder / "papers"
        self.papers.mkdir()
        self.total = 0

    def add(self, count=TWO_BATCHES):
        """Another file of papers."""
        name = f"part{len(list(self.papers.iterdir())):02}"
        self.total += count
        text = "".join(f"{json.dumps(one)}\n" for one in papers(count, name))
        part = self.folder / name
        part.write_text(text)
        return part.rename(self.papers / f"{name}.jsonl")

    def start(self, *paths, **more):
        return Run(self, *(paths or (self.papers,)), **more)

    def load(self, *paths, **more):
        """A load that is left alone and has to succeed; gives what it said."""
        with self.start(*paths, **more) as run:
            code, out, errors = run.result()
        assert code == 0, errors
        return out + errors

    def load_here(self, *paths):
        """The same in this process, which is quicker, for what a test only needs to have."""
        return ingest(paths or [self.papers], self.db)

    def beside(self, db):
        """The same papers with another database."""
        other = copy.copy(self)
        other.db, other.staging = db, db.with_name(f"{db.name}.staging")
        return other

    def undisturbed(self):
        """What a load of everything into a database of its own gives."""
        other = self.beside(self.folder / "undisturbed.duckdb")
        other.load_here()
        return other.content()

    def count(self):
        """How many papers and claims are published; (0, 0) where nothing is."""
        if reading.published(self.db) is None:
            return 0, 0
        with reading.opened(self.db) as con:
            return con.execute("SELECT (SELECT count(*) FROM papers), (SELECT count(*) FROM claims)").fetchone()

    def content(self):
        """Every table and view as sorted rows, and the sums of what all runs together did."""
        with reading.opened(self.db) as con:
            found = "SELECT table_schema || '.' || table_name FROM information_schema.tables WHERE table_catalog = current_database()"
            names = sorted({name for (name,) in con.execute(found).fetchall()} - {"main.runs"})
            columns = f"COLUMNS(lambda c: c NOT IN {NOT_COMPARED})"
            tables = {name: con.execute(f"SELECT {columns} FROM {name} ORDER BY ALL").fetchall() for name in names}
            sums = "sum(entries), sum(new_papers), sum(extracted), sum(claims), sum(rejected)"
            return tables | {"runs": con.execute(f"SELECT {sums}, any_value(extractor), any_value(product) FROM runs").fetchall()}

    def leftovers(self):
        """Everything beside the papers and the databases."""
        return sorted(path.name for path in self.folder.iterdir() if path != self.papers and path.suffix != ".duckdb")


class Run:
    """One ``leaderboard ingest`` in a process group of its own, as a shell starts it."""

    def __init__(self, work, *paths, **more):
        command = [sys.executable, "-m", "leaderboard", "ingest", *map(str, paths), "--db", str(work.db)]
        self.work = work
        self.since = time.time_ns()
        self.published = reading.published(work.db)
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, **more)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Nothing that a failed test started goes on."""
        if alive(self.group):
            os.killpg(self.group, 9)
        self.process.communicate()

    @property
    def group(self):
        return self.process.pid

    def workers(self):
        return [one for one in alive(self.group) if one != self.process.pid]

    def at(self, stage):
        """Whether the run has come so far, from the files that it made (an earlier one that was killed may have left older ones)."""
        if stage == "reading":
            return self._made(self.work.staging / "entries.parquet")
        if stage == "extracting":
            return any(map(self._made, self.work.staging.glob("shards-*/*.claims.parquet")))
        if stage == "filling":
            return self.at("reading") and any(map(self._made, self.work.staging.glob("next.*")))
        if stage == "published":
            return reading.published(self.work.db) not in (self.published, None)
        return True

    def wait_for(self, stage):
        """Wait until the run is there, or has ended; whether it is there."""
        wait_until(lambda: self.at(stage) or self.process.poll() is not None, f"the run does not come to {stage}")
        return self.at(stage)

    def result(self):
        """Exit code, output and errors, when it has ended."""
        out, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, out, errors

    def wait_for_the_end_of_all(self):
        wait_until(lambda: not alive(self.group), "workers outlive the run that started them")

    def _made(self, path):
        try:
            return path.stat().st_mtime_ns >= self.since
        except FileNotFoundError:
            return False
