"""Extracts reported results from papers' abstracts and builds leaderboards.

>>> import leaderboard
>>> sorted(leaderboard.__all__)
['Claim', 'Paper', '__version__', 'connect', 'extract', 'ingest']

Importing the package is cheap: heavy dependencies are loaded on first use.
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
        abstract: the text that the claims' ``start`` and ``end`` are offsets into.
        title: the paper's title, if known; it often names the paper's method.
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
    """Load papers from files into a database and publish it; loading the same files again changes nothing.

    Args:
        paths: files and folders; ``-`` is standard input.
        db: the database file; by default ``LEADERBOARD_DB``, else ``leaderboard.duckdb`` in the current directory.
        format: format of the files; by default recognised from their content.
        registry: folders with additional registry entries.
        engine: ``local`` for the processors of this machine, ``ray`` for those of a Ray cluster (requires the ``ray`` extra).
        ray_address: address of the cluster, as for ``ray.init``; by default ``RAY_ADDRESS``, else a cluster started for this load.

    Returns:
        counts of what was read and extracted.

    Raises:
        LeaderboardError: nothing could be loaded; the database is unchanged.
    """
    from leaderboard.engine.engines import choose
    from leaderboard.store.loading import ingest as run

    given = [paths] if isinstance(paths, Path | str) else list(paths)
    return run(given, db, format=format, registry=[Path(p) for p in registry], engine=choose(engine, ray_address))


def connect(db: Path | str | None = None) -> DuckDBPyConnection:
    """A read-only DuckDB connection to the database; ``sql/README.md`` lists its tables and views.

    Raises:
        LeaderboardError: there is no database, or it cannot be read.
    """
    from leaderboard.store.reading import connect as run

    return run(db)
