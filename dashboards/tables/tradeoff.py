"""Scores beside what they cost."""

from __future__ import annotations

import polars as pl

from dashboards.tables.common import check_this, protocol_words, task_words, words
from dashboards.theme import BOUND_WORDS, ROLES


def tradeoff(rows: pl.DataFrame) -> pl.DataFrame:
    """The methods of one trade-off, from rows of ``tradeoff_rows``, in the same order."""
    return rows.select(
        pl.col("on_front").alias("On Pareto front"),
        pl.col("method").alias("Method"),
        pl.col("quality").alias("Value"),
        pl.col("quality_unit").alias("Unit"),
        words("quality_bound", BOUND_WORDS).alias("Bound"),
        pl.col("cost_value").alias("Cost"),
        pl.col("cost_unit").alias("Cost unit"),
        words("cost_bound", BOUND_WORDS).alias("Cost bound"),
        pl.col("baseline").alias("Against"),
        pl.col("title").alias("Paper"),
        pl.col("year").alias("Year"),
        words("role", ROLES).alias("Role"),
        pl.col("quote").alias("Quote"),
        pl.col("cost_quote").alias("Cost quote"),
        pl.col("confidence").alias("Confidence"),
        pl.col("venue").alias("Venue"),
        check_this(),
        task_words(),
        protocol_words(),
    )
