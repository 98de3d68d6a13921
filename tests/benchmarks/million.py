"""A database of any size for benchmarks: made up by rule in DuckDB, loaded by the very statements that a real load ends with.

``python -m tests.benchmarks.million DATABASE [CLAIMS]`` makes one by hand.
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from leaderboard import registry
from leaderboard.store import filling, migrate

CLAIMS = 1_000_000
CLAIMS_PER_PAPER = 1 / 0.35
MADE_UP = Path(__file__).with_name("million.sql")


def make(path, claims=CLAIMS):
    """Make the database; returns the seconds that its load took, from what is staged to the closed file."""
    papers = int(claims / CLAIMS_PER_PAPER)
    totals = filling.Totals(papers, papers, papers, claims, 2700, "made-up", "made up")
    path.unlink(missing_ok=True)
    with filling.writing(path, path.parent) as con:
        migrate.migrate(con)
        filling.stage_registry(con, registry.load())
        for statement in con.extract_statements(MADE_UP.read_text(encoding="utf-8")):
            con.execute(
                statement, {name: value for name, value in (("papers", papers), ("claims", claims)) if name in statement.named_parameters}
            )
        filling.stage_run(con, 1, datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None), 0.0, ["made up"], totals)
        started = time.monotonic()
        filling.load(con)
        con.execute("CHECKPOINT")
    return time.monotonic() - started


if __name__ == "__main__":
    begun = time.monotonic()
    database = Path(sys.argv[1])
    loading = make(database, *map(int, sys.argv[2:]))
    print(f"{database}: made in {time.monotonic() - begun:.1f} s, {loading:.1f} s of it loading; {database.stat().st_size / 1e6:,.0f} MB")
