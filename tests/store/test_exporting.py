"""Whole tables for files."""

from __future__ import annotations

import pytest

from leaderboard.errors import QueryError
from leaderboard.store import exporting, queries, reading


def test_every_table_and_view_is_counted_as_it_is_read(fixed):
    with reading.connect(fixed.db) as con:
        counted = {row["name"]: row["rows"] for row in queries.rows(con, "row_counts")}
        assert counted == {name: exporting.read(con, name).height for name in exporting.names(con)}
        assert counted["leaderboard"] == 2


@pytest.mark.parametrize("name", ["nothing", "derived.scores", "claims; DROP TABLE claims", "duckdb_tables()"])
def test_what_is_no_table_for_people_is_not_read(fixed, name):
    with reading.connect(fixed.db) as con, pytest.raises(QueryError, match="there is no table or view named"):
        exporting.read(con, name)
