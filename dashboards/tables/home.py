"""The list of benchmarks, and the records of a load."""

from __future__ import annotations

import polars as pl

from dashboards import text
from dashboards.tables.common import words
from dashboards.theme import BOUND_WORDS, ORDINARY, UNSPECIFIED

CURVE = "Over time"


def benchmarks(rows: pl.DataFrame) -> pl.DataFrame:
    """The list of benchmarks, from rows of ``fullest_boards``."""
    return rows.select(
        pl.col("benchmark").alias("Benchmark"),
        pl.col("metric").alias("Metric"),
        pl.col("direction").alias("Better"),
        pl.col("best").alias("Best"),
        pl.col("unit").alias("Unit"),
        pl.col("curve").alias(CURVE),
        holders(rows),
        pl.col("year").alias("Since"),
        pl.col("results").alias("Scores"),
        pl.col("claims").alias("Results"),
        pl.col("papers").alias("Papers"),
        pl.col("area").alias("Area"),
        pl.col("task").alias("Task"),
        words("bound", BOUND_WORDS).alias("Bound"),
    )


def records(rows: pl.DataFrame) -> pl.DataFrame:
    """The records of a load, from the rows of ``latest_records``."""
    return rows.select(
        pl.col("benchmark").alias("Benchmark"),
        pl.concat_str(
            "metric",
            *(pl.when(pl.col(part) != usual).then(pl.col(part)) for part, usual in (("split", UNSPECIFIED), ("protocol", ORDINARY))),
            separator=", ",
            ignore_nulls=True,
        ).alias("Metric"),
        pl.col("direction").alias("Better"),
        pl.col("best").alias("Best"),
        pl.col("unit").alias("Unit"),
        words("bound", BOUND_WORDS).alias("Bound"),
        (pl.col("best") - pl.col("best_before")).round(6).alias("vs. previous best"),
        holders(rows),
        pl.col("title").alias("Paper"),
        pl.col("year").alias("Year"),
    )


def holders(rows: pl.DataFrame) -> pl.Series:
    """The holder of each best result, as a column; null if there is none."""
    said = [text.holder(method, title) if title else None for method, title in rows.select("method", "title").iter_rows()]
    return pl.Series("Held by", said, dtype=pl.String)
