"""The list of benchmarks."""

from __future__ import annotations

import polars as pl


def benchmarks(rows: pl.DataFrame) -> pl.DataFrame:
    """The list of benchmarks, from the rows of ``benchmarks``."""
    return rows.select(
        pl.col("benchmark").alias("Benchmark"),
        pl.col("area").alias("Area"),
        pl.col("task").alias("Task"),
        pl.col("claims").alias("Claims"),
        pl.col("papers").alias("Papers"),
        pl.col("best").alias("Best"),
        pl.col("unit").alias("Unit"),
        pl.col("metric").alias("Metric"),
        pl.col("method").alias("Held by"),
        pl.col("year").alias("Since"),
    )
