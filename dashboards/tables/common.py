"""What several tables share: notes and words instead of codes, and leaving out columns that say nothing."""

from __future__ import annotations

import polars as pl

from dashboards.theme import FLAGS


def notes() -> pl.Expr:
    """The flags of a claim in plain words, empty where there is nothing odd."""
    return pl.col("flags").list.eval(pl.element().replace(FLAGS)).list.join("; ")


def without_empty(frame: pl.DataFrame, keep: tuple[str, ...] = ()) -> pl.DataFrame:
    """The frame without the columns in which no row says anything (but for ``keep``): a table shows what there is."""
    said = {
        name: frame[name].is_not_null().any() and (frame.schema[name] != pl.String or (frame[name].fill_null("") != "").any())
        for name in frame.columns
    }
    return frame.select(name for name in frame.columns if said[name] or name in keep)


def words(column: str, said: dict[str, str]) -> pl.Expr:
    """A column of codes in words."""
    return pl.col(column).replace(said)
