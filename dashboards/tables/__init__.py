"""Tables as pages show them and downloads repeat them: from the rows of a named query to labelled columns. Pure functions on frames."""

from __future__ import annotations

from dashboards.tables.board import board
from dashboards.tables.common import notes, without_empty
from dashboards.tables.home import benchmarks
from dashboards.tables.loaded import areas, bands, files, kinds, levels, reasons, rejected, runs, sources
from dashboards.tables.paper import claims, fields, papers
from dashboards.tables.tradeoff import tradeoff

__all__ = [
    "areas",
    "bands",
    "benchmarks",
    "board",
    "claims",
    "fields",
    "files",
    "kinds",
    "levels",
    "notes",
    "papers",
    "reasons",
    "rejected",
    "runs",
    "sources",
    "tradeoff",
    "without_empty",
]
