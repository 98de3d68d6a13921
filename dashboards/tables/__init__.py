"""Tables as pages show them and downloads repeat them: from the rows of a named query to labelled columns. Pure functions on frames."""

from __future__ import annotations

from dashboards.tables.board import board, one_unit
from dashboards.tables.changes import changes, gains
from dashboards.tables.common import notes, without_empty
from dashboards.tables.home import CURVE, benchmarks, records
from dashboards.tables.paper import claims, fields, papers

__all__ = [
    "CURVE",
    "benchmarks",
    "board",
    "changes",
    "claims",
    "fields",
    "gains",
    "notes",
    "one_unit",
    "papers",
    "records",
    "without_empty",
]
