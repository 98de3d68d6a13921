"""Gains, ratios and costs as a table."""

from __future__ import annotations

import polars as pl

from dashboards.tables.common import notes, words
from dashboards.theme import BOUND_WORDS, ROLES, UNSPECIFIED

BETTER = {("up", "higher"): "better", ("down", "lower"): "better", ("up", "lower"): "worse", ("down", "higher"): "worse"}


def changes(rows: pl.DataFrame) -> pl.DataFrame:
    """The table of gains, or of ratios and costs, in the order of the rows.

    Args:
        rows: of the query ``gains_and_costs``.
    """
    return rows.select(
        pl.col("method").alias("Method"),
        pl.col("value").alias("Value"),
        pl.col("value_high").alias("to"),
        pl.col("unit").alias("Unit"),
        pl.col("change").alias("Change"),
        pl.col("metric").alias("Metric"),
        pl.col("baseline").alias("Against"),
        pl.col("year").alias("Year"),
        pl.col("title").alias("Paper"),
        pl.col("quote").alias("Quote"),
        words("bound", BOUND_WORDS).alias("Bound"),
        pl.col("uncertainty").alias("±"),
        pl.col("split").replace(UNSPECIFIED, None).alias("Split"),
        words("role", ROLES).alias("Role"),
        pl.col("settings").list.join(", ").alias("Setting"),
        pl.col("confidence").alias("Confidence"),
        pl.col("venue").alias("Venue"),
        notes().alias("Note"),
    )


def gains(rows: pl.DataFrame) -> pl.DataFrame:
    """The table of gains, with a sign and whether the change is better or worse."""
    signed = pl.when(pl.col("change") == "down").then(-pl.col("value")).otherwise("value")
    shown = changes(rows).rename({"Value": "Gain"}).drop("Change")
    added = rows.select(signed.alias("Gain"), better().alias("Better or worse"))
    return shown.with_columns(added["Gain"]).insert_column(4, added["Better or worse"])


def better() -> pl.Expr:
    """``better`` or ``worse`` from a change and the metric's registered direction, else null."""
    said = pl.lit(None, dtype=pl.String)
    for (change, direction), word in BETTER.items():
        said = pl.when((pl.col("change") == change) & (pl.col("direction") == direction)).then(pl.lit(word)).otherwise(said)
    return said
