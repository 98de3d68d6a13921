"""The ranked table of one board."""

from __future__ import annotations

import polars as pl

from dashboards.tables.common import check_this, notes, protocol_words, task_words, words
from dashboards.theme import BOUND_WORDS, ROLES


def board(rows: pl.DataFrame, progress: pl.DataFrame) -> pl.DataFrame:
    """The ranked table of one board.

    Args:
        rows: rows of ``leaderboard_rows``.
        progress: rows of ``progress_rows`` for the same board, for the change from the previous best.

    Returns:
        one row per input row, in the same order; values on the metric's canonical scale if it is registered, else as stated.
    """
    before = progress.filter("is_record").select("claim_id", "best_before")
    joined = rows.join(before, on="claim_id", how="left", maintain_order="left")
    known = pl.col("rank_value").is_not_null()
    return joined.select(
        pl.col("rank").alias("Rank"),
        pl.col("method").alias("Method"),
        pl.when(known).then("rank_value").otherwise("value").alias("Value"),
        check_this(),
        pl.col("uncertainty").alias("±"),
        words("bound", BOUND_WORDS).replace("", None).alias("Bound"),
        (pl.col("rank_value") - pl.col("best_before")).round(6).alias("vs. previous best"),
        pl.col("year").alias("Year"),
        pl.col("title").alias("Paper"),
        pl.col("quote").alias("Quote"),
        pl.col("settings").list.join(", ").alias("Setting"),
        words("role", ROLES).alias("Role"),
        pl.col("confidence").alias("Confidence"),
        pl.col("venue").alias("Venue"),
        pl.when(known).then("canonical_unit").otherwise("unit").alias("Unit"),
        notes().alias("Note"),
        pl.when("folded").then(pl.lit("other result of a ranked paper")).alias("Folded"),
        task_words(),
        protocol_words(),
    )


def one_unit(rows: pl.DataFrame) -> str | None:
    """The unit shared by all values of :func:`board`; None if there is none or more than one."""
    units = rows.select(pl.when(pl.col("rank_value").is_not_null()).then("canonical_unit").otherwise("unit")).to_series().unique()
    return units[0] if units.len() == 1 else None
