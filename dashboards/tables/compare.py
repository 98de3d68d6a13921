"""Several methods on the boards they share."""

from __future__ import annotations

import polars as pl

from dashboards import text
from dashboards.rows import Row
from dashboards.tables.common import BOARD, protocol_words, task_words, without_empty
from dashboards.tables.method import BETTER, metric_words, split_words

BEST = "★"
HEADS = ("Benchmark", "Metric", "Split", "Task", "Protocol", "Unit", "Better")
SIDES = {"proposed": "own", "baseline": "cited"}


def boards(rows: pl.DataFrame) -> pl.DataFrame:
    """The boards of the rows of ``compare_rows``, in their order."""
    return rows.select(*BOARD, "direction", "canonical_unit").unique(BOARD, keep="first", maintain_order=True)


def compared(rows: pl.DataFrame, systems: list[str]) -> pl.DataFrame:
    """The table: a row per board, a column per method, a star at the best of each row.

    Args:
        rows: of ``compare_rows``.
        systems: the methods' names, in column order.
    """
    said = [
        f"{BEST} {_cell(row)}" if row["best"] else _cell(row)
        for row in rows.select("rank_value", "bound", "role", "best", "doubt").iter_rows(named=True)
    ]
    cells = rows.select(*BOARD, "method", pl.Series("cell", said, dtype=pl.String))
    found = boards(rows)
    for name in systems:
        mine = cells.filter(pl.col("method") == name).select(*BOARD, pl.col("cell").alias(_column(name)))
        found = found.join(mine, on=BOARD, how="left", maintain_order="left")
    return without_empty(
        found.select(
            pl.col("benchmark").alias("Benchmark"),
            metric_words(),
            split_words(),
            task_words(),
            protocol_words(),
            pl.col("canonical_unit").alias("Unit"),
            pl.col("direction").replace_strict(BETTER, default="", return_dtype=pl.String).alias("Better"),
            *(pl.col(_column(name)).fill_null("").alias(head(name)) for name in systems),
        ),
        keep=("Benchmark", "Metric", "Better", *(head(name) for name in systems)),
    )


def head(system: str) -> str:
    """The header of a method's column, made unique if the method is named like another column."""
    return f"{system} (method)" if system in HEADS else system


def _column(system: str) -> str:
    return f"method {system}"


def _cell(row: Row) -> str:
    check = " (check this)" if row["doubt"] else ""
    return f"{text.quantity(row['rank_value'], None, str(row['bound']))} {SIDES[str(row['role'])]}{check}"
