"""The ranked table of one leaderboard."""

from __future__ import annotations

import polars as pl

from dashboards.tables.common import notes, words
from dashboards.theme import BOUND_WORDS, ROLES


def board(rows: pl.DataFrame, progress: pl.DataFrame) -> pl.DataFrame:
    """The ranked table of one leaderboard.

    Args:
        rows: of ``leaderboard_rows``.
        progress: of ``progress_rows`` for the same board, for the change against the best before.

    Returns:
        one row for each row, in the same order; value and ± on the metric's own scale where the registry knows it, else as stated.
    """
    before = progress.filter("is_record").select("claim_id", "best_before")
    joined = rows.join(before, on="claim_id", how="left", maintain_order="left")
    known = pl.col("rank_value").is_not_null()
    return joined.select(
        pl.col("rank").alias("Rank"),
        pl.col("method").alias("Method"),
        pl.when(known).then("rank_value").otherwise("value").alias("Value"),
        pl.when(known).then("canonical_unit").otherwise("unit").alias("Unit"),
        pl.col("uncertainty").alias("±"),
        words("bound", BOUND_WORDS).alias("Bound"),
        (pl.col("rank_value") - pl.col("best_before")).round(6).alias("vs. best before"),
        pl.col("title").alias("Paper"),
        pl.col("year").alias("Year"),
        words("role", ROLES).alias("Role"),
        pl.col("quote").alias("Quote"),
        pl.col("confidence").alias("Confidence"),
        pl.col("settings").list.join(", ").alias("Setting"),
        pl.col("venue").alias("Venue"),
        notes().alias("Note"),
    )
