"""Tables as pages show them and downloads repeat them: from the rows of a named query to labelled columns. Pure functions on frames."""

from __future__ import annotations

from dashboards.tables.board import board, one_unit
from dashboards.tables.changes import changes, gains
from dashboards.tables.common import notes, without_empty
from dashboards.tables.home import CURVE, benchmarks, records
from dashboards.tables.loaded import areas, bands, files, kinds, levels, reasons, rejected, runs, sources
from dashboards.tables.paper import claims, fields, papers
from dashboards.tables.tradeoff import tradeoff

__all__ = [
    "CURVE",
    "areas",
    "bands",
    "benchmarks",
    "board",
    "changes",
    "claims",
    "fields",
    "files",
    "gains",
    "kinds",
    "levels",
    "notes",
    "one_unit",
    "papers",
    "reasons",
    "records",
    "rejected",
    "runs",
    "sources",
    "tradeoff",
    "without_empty",
]
