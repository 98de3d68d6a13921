"""The answer of any query, as a page shows it, and the columns of a table of the database."""

from __future__ import annotations

import polars as pl

from dashboards import schema_notes

COLUMNS = 100
CELL = 500


def brief(frame: pl.DataFrame) -> tuple[pl.DataFrame, str]:
    """The answer with long texts shortened and only so many columns; and what was left out, in words (empty where nothing was)."""
    shown = frame.select(frame.columns[:COLUMNS])
    texts = [name for name, kind in shown.schema.items() if kind == pl.String]
    lists = [name for name, kind in shown.schema.items() if isinstance(kind, pl.List)]
    shown = shown.with_columns(_text(name) for name in lists)
    long = [name for name in (*texts, *lists) if (shown[name].str.len_chars() > CELL).any()]
    shown = shown.with_columns(
        pl.when(pl.col(name).str.len_chars() > CELL).then(pl.col(name).str.head(CELL) + "…").otherwise(name).alias(name) for name in long
    )
    said = [f"the first {COLUMNS} of {frame.width:,} columns"] * (frame.width > COLUMNS) + ["the beginning of long texts"] * bool(long)
    return shown, f"The table shows {' and '.join(said)}; downloads have everything." if said else ""


def _text(name: str) -> pl.Expr:
    """A list as one text; long ones are cut first."""
    few = pl.col(name).list.head(CELL // 2)
    return few.list.eval(pl.element().cast(pl.String)).list.join(", ", ignore_nulls=True).alias(name)


def columns(schema: pl.DataFrame, name: str) -> pl.DataFrame:
    """The columns of a table or view, from the rows of the query ``schema``, with what each is."""
    found = schema.filter(pl.col("name") == name)
    notes = [schema_notes.column(name, column) for column in found["column_name"]]
    return found.select(
        pl.col("column_name").alias("Column"), pl.col("type").alias("Type"), pl.Series("What it is", notes, dtype=pl.String)
    )
