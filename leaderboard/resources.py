"""The folders of the files that are not Python: SQL, registry, sample data, dashboards.

An installed package has them in ``leaderboard/_shipped``, a checkout at its top level.
"""

from __future__ import annotations

from pathlib import Path

from leaderboard.errors import LeaderboardError

VERSION = "0.2.0"
"""The version of leaderboard; ``pyproject.toml`` has the same."""

PACKAGE = Path(__file__).resolve().parent


def sql_dir() -> Path:
    """The folder with ``schema``, ``macros``, ``load``, ``derived``, ``views``, ``comments`` and ``queries``."""
    return _find("sql", "sql")


def registry_dir() -> Path:
    """The folder with the registry's files."""
    return _find("registry", "data/registry")


def sample_dir() -> Path:
    """The folder with the sample papers."""
    return _find("sample", "data/sample")


def dashboards_dir() -> Path:
    """The folder with the Streamlit app."""
    return _find("dashboards", "dashboards")


def _find(shipped: str, in_checkout: str) -> Path:
    """The first of the two places that exists.

    Raises:
        LeaderboardError: neither exists, so the installation is incomplete.
    """
    for place in (PACKAGE / "_shipped" / shipped, PACKAGE.parent / in_checkout):
        if place.is_dir():
            return place
    raise LeaderboardError(f"the folder {in_checkout!r} is missing from this installation of leaderboard; reinstall it")
