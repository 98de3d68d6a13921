"""Descriptions of tables and columns, taken from the comments in ``sql/``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from leaderboard.resources import sql_dir
from leaderboard.store import queries

# Migrations never change after a release, comments included, so their tables are described here.
_TABLES = {
    "aliases": "Alternative names of benchmarks, metrics and splits.",
    "benchmarks": "The benchmarks in the registry.",
    "claim_benchmarks": "The benchmarks of each claim, one row per claim and benchmark.",
    "claims": "One row per claim (a reported result), with all extracted fields.",
    "metrics": "The metrics in the registry, with unit and direction.",
    "paper_sources": "The files each paper was read from, with the position in the file.",
    "papers": "One row per paper, with its abstract.",
    "rejected": "Entries that could not be read, with the reason.",
    "runs": "One row per load.",
    "schema_migrations": "The migrations applied to this database.",
    "sources": "One row per input file.",
}
# For each table or view, the queries that return its rows; their headers describe the columns.
_RANKED = ("leaderboard_rows", "all_leaders", "progress_rows", "paper_claims")
_SHOWN_BY = {
    "leaderboard": _RANKED,
    "claim_rows": _RANKED,
    "state_of_the_art": ("all_leaders", *_RANKED),
    "progress": ("progress_rows", *_RANKED),
    "improvements": ("improvements_rows", *_RANKED),
    "efficiency": ("efficiency_rows", *_RANKED),
    "coverage": ("benchmarks",),
    "claims": ("paper_claims",),
    "papers": ("paper",),
    "runs": ("runs",),
    "rejected": ("rejected",),
    "sources": ("sources",),
}
_CREATED = re.compile(r"^CREATE TABLE (?:IF NOT EXISTS )?(\w+) \((.*?)^\);", re.MULTILINE | re.DOTALL)
_COLUMN = re.compile(r"^    (\w+) .*?-- (.+)$", re.MULTILINE)
_ADDED = re.compile(r"^-- (.+)\nALTER TABLE (\w+) ADD COLUMN (\w+)", re.MULTILINE)
_SENTENCE = re.compile(r"(.+?\.)(?:\s|$)")


def table(name: str) -> str:
    """The description of a table or view in one sentence; empty if there is none."""
    return _TABLES.get(name) or _views().get(name, "")


def column(of: str, name: str) -> str:
    """The description of a column of a table or view; empty if there is none."""
    said = (queries.get(query).columns.get(name, "") for query in _SHOWN_BY.get(of, ()))
    return _columns().get((of, name)) or next(filter(None, said), "")


@cache
def _views() -> dict[str, str]:
    return dict(_first_sentences())


def _first_sentences() -> Iterator[tuple[str, str]]:
    """For each view file: the view's name and the first sentence of its leading comment."""
    for path in sorted((sql_dir() / "views").glob("*.sql")):
        head = " ".join(line.removeprefix("--").strip() for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("--"))
        found = _SENTENCE.match(head)
        yield path.stem.partition("_")[2], found[1] if found else head


@cache
def _columns() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for path in sorted((sql_dir() / "schema").glob("*.sql")):
        script = path.read_text(encoding="utf-8")
        for created in _CREATED.finditer(script):
            found |= {(created[1], one[1]): one[2].strip() for one in _COLUMN.finditer(created[2])}
        found |= {(added[2], added[3]): added[1].strip() for added in _ADDED.finditer(script)}
    return found
