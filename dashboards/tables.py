"""Tables as pages show them and downloads repeat them: from the rows of a named query to labelled columns. Pure functions on frames."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from dashboards import text
from dashboards.theme import BOUND_WORDS, FLAGS, ROLES

FIELDS = {
    "kind": "Kind",
    "metric": "Metric",
    "metric_id": "Listed as",
    "benchmarks": "Benchmarks",
    "listed_under": "Listed under",
    "split": "Split",
    "method": "Method",
    "role": "Role",
    "baseline": "Against",
    "change": "Change",
    "settings": "Setting",
    "rule": "Read by rule",
}
SAME = {"metric_id": "metric", "listed_under": "benchmarks"}


def board(rows: pl.DataFrame, progress: pl.DataFrame) -> pl.DataFrame:
    """The ranked table of one leaderboard.

    Args:
        rows: of ``leaderboard_rows``.
        progress: of ``progress_rows`` for the same board, for the change against the best before.

    Returns:
        one row for each row, in the same order; value and ± on the metric's own scale where the registry knows it, else as stated.
    """
    before = progress.filter("is_record").select("claim_id", "best_before")
    joined = rows.join(before, on="claim_id", how="left", maintain_order="left")
    known = pl.col("rank_value").is_not_null()
    return joined.select(
        pl.col("rank").alias("Rank"),
        pl.col("method").alias("Method"),
        pl.when(known).then("rank_value").otherwise("value").alias("Value"),
        pl.when(known).then("canonical_unit").otherwise("unit").alias("Unit"),
        pl.col("uncertainty").alias("±"),
        _words("bound", BOUND_WORDS).alias("Bound"),
        (pl.col("rank_value") - pl.col("best_before")).round(6).alias("vs. best before"),
        pl.col("title").alias("Paper"),
        pl.col("year").alias("Year"),
        _words("role", ROLES).alias("Role"),
        pl.col("quote").alias("Quote"),
        pl.col("confidence").alias("Confidence"),
        pl.col("settings").list.join(", ").alias("Setting"),
        pl.col("venue").alias("Venue"),
        notes().alias("Note"),
    )


def notes() -> pl.Expr:
    """The flags of a claim in plain words, empty where there is nothing odd."""
    return pl.col("flags").list.eval(pl.element().replace(FLAGS)).list.join("; ")


def claims(rows: pl.DataFrame) -> pl.DataFrame:
    """A paper's claims, from the rows of ``paper_claims``, in the order of the text."""
    return rows.select(
        pl.col("quote").alias("Quote"),
        pl.col("kind").alias("Kind"),
        pl.col("metric").alias("Metric"),
        pl.col("benchmarks").list.join(", ").alias("Benchmark"),
        pl.col("split").alias("Split"),
        pl.col("method").alias("Method"),
        _words("role", ROLES).alias("Role"),
        pl.col("baseline").alias("Against"),
        pl.col("change").alias("Change"),
        _words("bound", BOUND_WORDS).alias("Bound"),
        pl.col("value").alias("Value"),
        pl.col("value_high").alias("to"),
        pl.col("unit").alias("Unit"),
        pl.col("uncertainty").alias("±"),
        pl.col("confidence").alias("Confidence"),
        pl.col("settings").list.join(", ").alias("Setting"),
        notes().alias("Note"),
        pl.col("rule").alias("Rule"),
    )


def fields(claim: Mapping[str, object]) -> dict[str, str]:
    """What was read into one claim (a row of ``paper_claims``), by label; only fields that say something, and say something new."""
    bound = str(claim["bound"])
    value = text.quantity(claim["value"], claim["unit"], bound, claim["value_high"])
    scaled = text.quantity(claim["canonical_value"], claim["canonical_unit"], bound, claim["canonical_high"])
    said = {"Value": value + (f" ± {text.number(claim['uncertainty'])}" if claim["uncertainty"] is not None else "")}
    said["On the metric's scale"] = scaled if scaled != value else ""
    for name, label in FIELDS.items():
        found = claim[name]
        if name not in SAME or found != claim[SAME[name]]:
            said[label] = ", ".join(map(str, found)) if isinstance(found, list) else ROLES.get(str(found), str(found or ""))
    said["Confidence"] = "" if claim["confidence"] is None else f"{claim['confidence']:.2f}"
    flags = claim["flags"]
    said["Note"] = "; ".join(FLAGS.get(flag, flag) for flag in flags) if isinstance(flags, list) else ""
    return {label: words for label, words in said.items() if words}


def papers(rows: pl.DataFrame) -> pl.DataFrame:
    """The list of papers, from the rows of ``papers_search``."""
    return rows.select(
        pl.col("title").alias("Paper"), pl.col("year").alias("Year"), pl.col("venue").alias("Venue"), pl.col("claims").alias("Claims")
    )


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


def without_empty(frame: pl.DataFrame, keep: tuple[str, ...] = ()) -> pl.DataFrame:
    """The frame without the columns in which no row says anything (but for ``keep``): a table shows what there is."""
    said = {
        name: frame[name].is_not_null().any() and (frame.schema[name] != pl.String or (frame[name].fill_null("") != "").any())
        for name in frame.columns
    }
    return frame.select(name for name in frame.columns if said[name] or name in keep)


def _words(column: str, words: dict[str, str]) -> pl.Expr:
    return pl.col(column).replace(words)
