"""Helpers shared by tables: labels for codes, notes, and dropping empty columns."""

from __future__ import annotations

import polars as pl

from dashboards import text
from dashboards.rows import Row
from dashboards.theme import DOUBTS, FLAGS, ORDINARY, UNSPECIFIED

BOARD = ("benchmark", "metric", "split", "task", "protocol")
SCALED = ("canonical_value", "canonical_high", "canonical_unit")
AS_STATED = ("value", "value_high", "unit")


def goodness() -> pl.Expr:
    """The ranked value, negated if lower is better, so that higher is always better."""
    return pl.when(pl.col("direction") == "lower").then(-pl.col("rank_value")).otherwise("rank_value")


def notes() -> pl.Expr:
    """The flags of a claim as text, empty if there are none."""
    return pl.col("flags").list.eval(pl.element().replace(FLAGS)).list.join("; ")


def check_this() -> pl.Expr:
    """Why a result holds no record, in words; null if nothing speaks against it."""
    return pl.col("doubt").cast(pl.String).replace(DOUBTS).alias("Check this")


def task_words() -> pl.Expr:
    """The board's task, empty if it is not stated."""
    return pl.when(pl.col("task") == UNSPECIFIED).then(pl.lit("")).otherwise("task").alias("Task")


def protocol_words() -> pl.Expr:
    """The board's protocol, empty if it is the usual one."""
    return pl.when(pl.col("protocol") == ORDINARY).then(pl.lit("")).otherwise("protocol").alias("Protocol")


def without_empty(frame: pl.DataFrame, keep: tuple[str, ...] = ()) -> pl.DataFrame:
    """The frame without empty columns, except those in ``keep``."""
    said = {
        name: frame[name].is_not_null().any() and (frame.schema[name] != pl.String or (frame[name].fill_null("") != "").any())
        for name in frame.columns
    }
    return frame.select(name for name in frame.columns if said[name] or name in keep)


def words(column: str, said: dict[str, str]) -> pl.Expr:
    """A column of codes replaced by their labels."""
    return pl.col(column).replace(said)


def stated() -> pl.Expr:
    """A claim's value as text, ``stated``: on the canonical scale if the metric is registered, with unit, bound and uncertainty."""
    fields = ("value", "value_high", "unit", "canonical_value", "canonical_high", "canonical_unit", "bound", "uncertainty")
    return pl.struct(fields).map_elements(_stated, return_dtype=pl.String).alias("stated")


def _stated(claim: Row) -> str:
    known = claim["canonical_value"] is not None
    value, high, unit = (claim[name] for name in (SCALED if known else AS_STATED))
    said = text.quantity(value, unit, claim["bound"], high)
    return said if claim["uncertainty"] is None else f"{said} ± {text.number(claim['uncertainty'])}"
