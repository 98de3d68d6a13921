"""The result of any query as shown on a page, and the columns of a database table."""

from __future__ import annotations

import polars as pl

from dashboards import schema_notes

COLUMNS = 100
CELL = 500


def brief(frame: pl.DataFrame) -> tuple[pl.DataFrame, str]:
    """The result with long texts shortened and columns limited, and a sentence about what was left out (empty if nothing)."""
    shown = frame.select(frame.columns[:COLUMNS])
    texts = [name for name, kind in shown.schema.items() if kind == pl.String]
    lists = [name for name, kind in shown.schema.items() if isinstance(kind, pl.List)]
    shown = shown.with_columns(_text(name) for name in lists)
    long = [name for name in (*texts, *lists) if (shown[name].str.len_chars() > CELL).any()]
    shown = shown.with_columns(
        pl.when(pl.col(name).str.len_chars() > CELL).then(pl.col(name).str.head(CELL) + "…").otherwise(name).alias(name) for name in long
    )
    said = [f"the first {COLUMNS} of {frame.width:,} columns"] * (frame.width > COLUMNS) + ["the beginning of long texts"] * bool(long)
    return shown, f"The table shows {' and '.join(said)}; downloads are complete." if said else ""


def _text(name: str) -> pl.Expr:
    """A list joined to one text, cut if long."""
    few = pl.col(name).list.head(CELL // 2)
    return few.list.eval(pl.element().cast(pl.String)).list.join(", ", ignore_nulls=True).alias(name)


def columns(schema: pl.DataFrame, name: str) -> pl.DataFrame:
    """The columns of a table or view with their descriptions, from the rows of ``schema``."""
    found = schema.filter(pl.col("name") == name)
    notes = [schema_notes.column(schema, name, column) for column in found["column_name"]]
    return found.select(
        pl.col("column_name").alias("Column"), pl.col("type").alias("Type"), pl.Series("Description", notes, dtype=pl.String)
    )
