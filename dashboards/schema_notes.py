"""What the tables and columns of the database are, as the comments in ``sql/`` say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from leaderboard.resources import sql_dir
from leaderboard.store import queries

# Migrations never change once they have run anywhere, comments included; so what their tables are is said here.
_TABLES = {
    "aliases": "Other names of benchmarks, metrics and splits.",
    "benchmarks": "The benchmarks that the registry knows.",
    "claim_benchmarks": "Which benchmarks a claim was measured on, one row each.",
    "claims": "One row for each reported number, with everything that was read about it.",
    "metrics": "The metrics that the registry knows, with their unit and which way is better.",
    "paper_sources": "Which file each paper was read from, and where in it.",
    "papers": "One row for each paper, with its abstract.",
    "rejected": "Entries of files that could not be read, and why.",
    "runs": "One row for each load.",
    "schema_migrations": "Which steps have built this database.",
    "sources": "One row for each file that was read.",
}
# A table or view and the queries that show its rows, whose heads say what the columns are.
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
    """What a table or view is, in a sentence; empty where nobody has said."""
    return _TABLES.get(name) or _views().get(name, "")


def column(of: str, name: str) -> str:
    """What a column of a table or view is; empty where nobody has said."""
    said = (queries.get(query).columns.get(name, "") for query in _SHOWN_BY.get(of, ()))
    return _columns().get((of, name)) or next(filter(None, said), "")


@cache
def _views() -> dict[str, str]:
    return dict(_first_sentences())


def _first_sentences() -> Iterator[tuple[str, str]]:
    """For each file of a view: its name and the first sentence of the comment that it begins with."""
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
