"""What several tables share: notes and words instead of codes, and leaving out columns that say nothing."""

from __future__ import annotations

import polars as pl

from dashboards import text
from dashboards.rows import Row
from dashboards.theme import FLAGS

BOARD = ("benchmark", "metric", "split")
SCALED = ("canonical_value", "canonical_high", "canonical_unit")
AS_STATED = ("value", "value_high", "unit")


def goodness() -> pl.Expr:
    """The number that decides a rank, turned so that more is better."""
    return pl.when(pl.col("direction") == "lower").then(-pl.col("rank_value")).otherwise("rank_value")


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


def stated() -> pl.Expr:
    """A claim's value in words, ``stated``: on the metric's own scale where the registry knows it, with unit, bound and uncertainty."""
    fields = ("value", "value_high", "unit", "canonical_value", "canonical_high", "canonical_unit", "bound", "uncertainty")
    return pl.struct(fields).map_elements(_stated, return_dtype=pl.String).alias("stated")


def _stated(claim: Row) -> str:
    known = claim["canonical_value"] is not None
    value, high, unit = (claim[name] for name in (SCALED if known else AS_STATED))
    said = text.quantity(value, unit, claim["bound"], high)
    return said if claim["uncertainty"] is None else f"{said} ± {text.number(claim['uncertainty'])}"
