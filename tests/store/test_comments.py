"""Every table, view and column has a comment, in the database itself and in what the query schema shows."""

from __future__ import annotations

import pytest

from leaderboard.store import reading


def test_every_table_and_view_has_a_comment_of_one_sentence(fixed):
    about = {row["name"]: row["about"] for row in fixed.ask("schema")}
    assert {"claims", "leaderboard", "coverage"} <= about.keys()
    assert [name for name, text in about.items() if not (text or "").endswith(".")] == []


def test_every_column_has_a_note(fixed):
    assert [(row["name"], row["column_name"]) for row in fixed.ask("schema") if not row["note"]] == []


@pytest.mark.parametrize(
    ("view", "column", "like"),
    [
        ("improvements", "quote", ("claims", "quote")),
        ("progress", "rank", ("leaderboard", "rank")),
        ("state_of_the_art", "metric", ("claim_rows", "metric")),
        ("efficiency", "title", ("papers", "title")),
    ],
)
def test_a_column_of_a_view_has_the_note_of_the_column_it_shows(fixed, view, column, like):
    notes = {(row["name"], row["column_name"]): row["note"] for row in fixed.ask("schema")}
    assert notes[view, column] == notes[like]
    assert notes["claim_rows", "metric"] != notes["claims", "metric"]


def test_any_client_sees_the_comments(fixed):
    with reading.connect(fixed.db) as con:
        found = con.execute("SELECT comment FROM duckdb_columns() WHERE table_name = 'leaderboard' AND column_name = 'rank'").fetchall()
    assert "null where it has none" in found[0][0]
