"""Tables as pages show them and downloads repeat them: from the rows of a named query to labelled columns. Pure functions on frames."""

from __future__ import annotations

from dashboards.tables.answer import brief, columns
from dashboards.tables.board import board
from dashboards.tables.common import notes, without_empty
from dashboards.tables.home import benchmarks
from dashboards.tables.paper import claims, fields, papers
from dashboards.tables.why import asides, evidence, matching, no_results, others, rows, tokens, why

__all__ = [
    "asides",
    "benchmarks",
    "board",
    "brief",
    "claims",
    "columns",
    "evidence",
    "fields",
    "matching",
    "no_results",
    "notes",
    "others",
    "papers",
    "rows",
    "tokens",
    "why",
    "without_empty",
]
