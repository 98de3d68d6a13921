"""Tables as pages show them and downloads repeat them: from the rows of a named query to labelled columns. Pure functions on frames."""

from __future__ import annotations

from dashboards.tables.board import board, one_unit
from dashboards.tables.changes import changes, gains
from dashboards.tables.common import notes, stated, without_empty
from dashboards.tables.compare import BEST, boards, compared, head
from dashboards.tables.home import CURVE, benchmarks, records
from dashboards.tables.loaded import areas, bands, files, kinds, levels, reasons, rejected, runs, sources
from dashboards.tables.method import method_costs, method_gains, of_board, paired, sides, systems
from dashboards.tables.paper import claims, fields, papers
from dashboards.tables.tradeoff import tradeoff

__all__ = [
    "BEST",
    "CURVE",
    "areas",
    "bands",
    "benchmarks",
    "board",
    "boards",
    "changes",
    "claims",
    "compared",
    "fields",
    "files",
    "gains",
    "head",
    "kinds",
    "levels",
    "method_costs",
    "method_gains",
    "notes",
    "of_board",
    "one_unit",
    "paired",
    "papers",
    "reasons",
    "records",
    "rejected",
    "runs",
    "sides",
    "sources",
    "stated",
    "systems",
    "tradeoff",
    "without_empty",
]
