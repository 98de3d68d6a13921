"""The SQL files of ``sql/``, and running them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from duckdb import DuckDBPyConnection

from leaderboard.resources import sql_dir


@dataclass(frozen=True, slots=True)
class Script:
    """One SQL file: its name without suffix, and its text."""

    name: str
    sql: str


def folder(name: str) -> tuple[Script, ...]:
    """The scripts of one folder of ``sql/``, sorted by name."""
    return scripts_in(sql_dir() / name)


def scripts_in(path: Path) -> tuple[Script, ...]:
    """The scripts of any folder, sorted by name."""
    return tuple(Script(p.stem, p.read_text(encoding="utf-8")) for p in sorted(path.glob("*.sql")))


def run_all(con: DuckDBPyConnection, scripts: Iterable[Script]) -> None:
    """Run the scripts in order."""
    for script in scripts:
        con.execute(script.sql)


def digest(scripts: Iterable[Script]) -> str:
    """A short hash of the scripts' names and texts, to detect changes."""
    return blake2b("\0".join(f"{s.name}\0{s.sql}" for s in scripts).encode(), digest_size=8).hexdigest()
