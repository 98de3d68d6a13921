"""Tables for pages and downloads: pure functions from the rows of named queries to labelled columns."""

from __future__ import annotations

from dashboards.tables.answer import brief, columns
from dashboards.tables.board import board, one_unit
from dashboards.tables.changes import changes, gains
from dashboards.tables.common import BOARD, notes, stated, without_empty
from dashboards.tables.compare import BEST, boards, compared, head
from dashboards.tables.home import CURVE, benchmarks, records
from dashboards.tables.loaded import areas, bands, files, kinds, levels, reasons, rejected, runs, sources
from dashboards.tables.method import method_costs, method_gains, of_board, paired, sides, systems
from dashboards.tables.paper import claims, fields, papers
from dashboards.tables.tradeoff import tradeoff
from dashboards.tables.why import asides, evidence, matching, no_results, others, rows, tokens, why

__all__ = [
    "BEST",
    "BOARD",
    "CURVE",
    "areas",
    "asides",
    "bands",
    "benchmarks",
    "board",
    "boards",
    "brief",
    "changes",
    "claims",
    "columns",
    "compared",
    "evidence",
    "fields",
    "files",
    "gains",
    "head",
    "kinds",
    "levels",
    "matching",
    "method_costs",
    "method_gains",
    "no_results",
    "notes",
    "of_board",
    "one_unit",
    "others",
    "paired",
    "papers",
    "reasons",
    "records",
    "rejected",
    "rows",
    "runs",
    "sides",
    "sources",
    "stated",
    "systems",
    "tokens",
    "tradeoff",
    "why",
    "without_empty",
]
