"""Tables as pages show them and downloads repeat them: from the rows of a named query to labelled columns. Pure functions on frames."""

from __future__ import annotations

from dashboards.tables.board import board
from dashboards.tables.common import notes, stated, without_empty
from dashboards.tables.compare import BEST, boards, compared, head
from dashboards.tables.home import benchmarks
from dashboards.tables.method import costs, gains, of_board, paired, sides, systems
from dashboards.tables.paper import claims, fields, papers

__all__ = [
    "BEST",
    "benchmarks",
    "board",
    "boards",
    "claims",
    "compared",
    "costs",
    "fields",
    "gains",
    "head",
    "notes",
    "of_board",
    "paired",
    "papers",
    "sides",
    "stated",
    "systems",
    "without_empty",
]
