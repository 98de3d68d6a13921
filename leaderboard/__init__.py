"""Papers' abstracts in, leaderboards out.

>>> import leaderboard
>>> sorted(leaderboard.__all__)
['Claim', 'Paper', '__version__', 'connect', 'extract', 'ingest']

Importing this package is cheap; the parts that take time are loaded when they are first used.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from leaderboard.model import Claim, Paper
from leaderboard.resources import VERSION as __version__  # noqa: N811 - the name that packages use

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from leaderboard.store.loading import Report

__all__ = ["Claim", "Paper", "__version__", "connect", "extract", "ingest"]


def extract(abstract: str, title: str | None = None) -> list[Claim]:
    """The claims of one abstract, in the order of its text.

    Args:
        abstract: the text; every claim's ``start`` and ``end`` are offsets in it.
        title: the paper's title, where known: it often has the name of the paper's own system.
    """
    from leaderboard.extraction import extract as run

    return list(run(abstract, title).claims)


def ingest(
    paths: Iterable[Path | str] | Path | str,
    db: Path | str | None = None,
    *,
    format: str | None = None,  # noqa: A002 - the name of the command's option
    registry: Iterable[Path | str] = (),
    engine: str = "local",
    ray_address: str | None = None,
) -> Report:
    """Load papers from files into a database and publish it; loading the same again changes nothing.

    Args:
        paths: files and folders; ``-`` is standard input.
        db: the database; by default ``LEADERBOARD_DB`` or ``leaderboard.duckdb`` in the current directory.
        format: the files' format, where it should not be recognised from their content.
        registry: folders with entries of your own, on top of the shipped registry.
        engine: ``local`` for the processors of this machine, ``ray`` for those of a Ray cluster (needs ``leaderboard[ray]``).
        ray_address: the cluster, as ``ray.init`` takes it; by default what ``RAY_ADDRESS`` says, else one started for this load.

    Returns:
        what was read and found.

    Raises:
        LeaderboardError: nothing could be loaded; the database is as it was.
    """
    from leaderboard.engine.engines import choose
    from leaderboard.store.loading import ingest as run

    given = [paths] if isinstance(paths, Path | str) else list(paths)
    return run(given, db, format=format, registry=[Path(p) for p in registry], engine=choose(engine, ray_address))


def connect(db: Path | str | None = None) -> DuckDBPyConnection:
    """A DuckDB connection that can only read the database; see ``sql/views`` for what there is to select from.

    Raises:
        LeaderboardError: there is no database, or it cannot be read.
    """
    from leaderboard.store.reading import connect as run

    return run(db)
