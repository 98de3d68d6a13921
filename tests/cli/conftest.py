"""Runs commands in this process, as the console script does, in a folder of its own."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass

import pytest

from leaderboard.cli import main

PAPERS = [
    {"title": "Foo: A Model", "abstract": "Foo reaches 91.5% top-1 accuracy on ImageNet-1k.", "year": 2021},
    {"title": "Bar: Another Model", "abstract": "Bar obtains 88.0% top-1 accuracy on ImageNet-1k.", "year": 2020},
    {"title": "Baz: A Third", "abstract": "Baz has a word error rate of 2.1% on LibriSpeech.", "year": 2022},
    {"title": "=HYPERLINK(1)", "abstract": "Qux attains 70.0% top-1 accuracy on ImageNet-1k.", "year": 2019},
    {"title": "Nothing to report", "abstract": "We say something about the world."},
]


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    def json(self):
        return json.loads(self.out)


@pytest.fixture
def run(tmp_path, monkeypatch, capfdbinary):
    """Call with the arguments; gives exit code and output. The current folder and database are the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LEADERBOARD_DB", raising=False)

    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["leaderboard", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return call


@pytest.fixture
def papers(tmp_path):
    path = tmp_path / "papers.jsonl"
    path.write_text("".join(json.dumps(paper) + "\n" for paper in PAPERS))
    return path


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """A database with the papers above; for commands that only read."""
    from leaderboard import ingest

    folder = tmp_path_factory.mktemp("built")
    (folder / "papers.jsonl").write_text("".join(json.dumps(paper) + "\n" for paper in PAPERS))
    ingest(folder / "papers.jsonl", folder / "built.duckdb")
    return folder / "built.duckdb"


@pytest.fixture
def ask(run, built):
    """The same on the built database."""
    return lambda *arguments: run(*arguments, "--db", built)
