"""What tests of the store share: the fake extractors, and a database made from claims that the test names."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "engine"))

from fake_extractors import abstract, claim

from leaderboard.store import queries, reading
from leaderboard.store.loading import ingest

FAKE = "fake_extractors:build"


class Store:
    """A database in a folder of its own, loaded through the real path with the fake extractor."""

    def __init__(self, folder):
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.db = folder / "store.duckdb"
        self.files = 0

    def write(self, *entries, name=None):
        """A file with these entries."""
        self.files += 1
        path = self.folder / (name or f"papers{self.files}.jsonl")
        path.write_text("".join(json.dumps(entry) + "\n" for entry in entries))
        return path

    def load(self, *paths, factory=FAKE, workers=0, **more):
        return ingest(paths, self.db, factory=factory, workers=workers, **more)

    def papers(self, **claims_of):
        """Load one paper for each name, with these claims; a name like ``p2021`` also says the year."""
        entries = []
        for title, claims in claims_of.items():
            year = title.partition("_")[2]
            entries.append({"title": title, "abstract": abstract(*claims), **({"year": int(year)} if year else {})})
        return self.load(self.write(*entries))

    def ask(self, name, /, **params):
        with reading.connect(self.db) as con:
            return queries.run(con, name, **params).to_dicts()

    def sql(self, text):
        with reading.connect(self.db) as con:
            return con.execute(text).fetchall()

    def tables(self):
        """Every table but the record of runs, as sorted rows; run numbers and times left out."""
        with reading.connect(self.db) as con:
            found = "SELECT schema_name || '.' || table_name FROM duckdb_tables() WHERE database_name = current_database()"
            names = [name for (name,) in con.execute(found).fetchall()]
            return {
                name: con.execute(f"SELECT COLUMNS(lambda c: c NOT IN ('run_id', 'applied_at')) FROM {name} ORDER BY ALL").fetchall()
                for name in names
                if name != "main.runs"
            }


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path)


@pytest.fixture
def other_store(tmp_path):
    return Store(tmp_path / "other")


@pytest.fixture(scope="module")
def fixed(tmp_path_factory):
    """A database that the tests of a module share, for those that only read."""
    store = Store(tmp_path_factory.mktemp("fixed"))
    store.papers(a_2020=[claim(90), claim(2, kind="gain", start=3)], b_2021=[claim(95), claim(3, kind="cost", start=4)])
    return store
