"""Loads, rejected entries, coverage and accuracy."""

from __future__ import annotations

from itertools import pairwise

import polars as pl

from dashboards.rows import Row
from dashboards.theme import KINDS
from leaderboard.scoring import Report
from leaderboard.scoring.matching import LEVELS
from leaderboard.scoring.report import BANDS

LEVEL_WORDS = {
    "number": "it is a result",
    "quantity": "… and its kind, unit and direction of change",
    "result": "… and its metric and benchmark",
    "full": "… and its method, role, baseline and split (all fields)",
}


def runs(rows: pl.DataFrame) -> pl.DataFrame:
    """The loads, from the rows of ``runs``."""
    return rows.select(
        pl.col("started_at").dt.truncate("1s").alias("Started (UTC)"),
        pl.col("paths").list.join(", ").alias("Paths"),
        pl.col("entries").alias("Entries"),
        pl.col("new_papers").alias("New papers"),
        pl.col("extracted").alias("Extracted"),
        pl.col("claims").alias("Results"),
        pl.col("rejected").alias("Rejected"),
        pl.col("seconds").alias("Seconds"),
        pl.col("extractor").alias("Extractor"),
        pl.col("product").alias("Version"),
    )


def sources(rows: pl.DataFrame) -> pl.DataFrame:
    """The files, from the rows of ``sources``."""
    return rows.select(
        pl.col("path").alias("File"),
        pl.col("entries").alias("Entries"),
        pl.col("papers").alias("Papers"),
        pl.col("rejected").alias("Rejected"),
        pl.col("bytes").alias("Bytes"),
    )


def reasons(rows: pl.DataFrame) -> pl.DataFrame:
    """Why entries were rejected, from the rows of ``rejected_counts``."""
    return rows.select(
        pl.col("code").str.replace_all("-", " ").alias("Reason"), pl.col("entries").alias("Entries"), pl.col("example").alias("Example")
    )


def rejected(rows: pl.DataFrame) -> pl.DataFrame:
    """Entries that could not be read, from the rows of ``rejected``."""
    return rows.select(
        pl.col("path").alias("File"),
        pl.col("line").alias("Line"),
        pl.col("entry").alias("Entry"),
        pl.col("reason").alias("Reason"),
        pl.col("excerpt").alias("Excerpt"),
        pl.col("paper_id").alias("Paper id"),
    )


def kinds(totals: Row) -> pl.DataFrame:
    """How many claims of each kind, from the row of ``totals``."""
    said = [(kind.plural, totals[kind.plural], kind.meaning) for kind in KINDS.values()]
    return pl.DataFrame(said, schema=["Kind", "Results", "Description"], orient="row")


def areas(rows: pl.DataFrame) -> pl.DataFrame:
    """Areas of the registry, from the rows of ``areas``."""
    return rows.select(
        pl.col("area").fill_null("not in the registry").alias("Area"),
        pl.col("benchmarks").alias("Benchmarks"),
        pl.col("claims").alias("Results"),
    )


def levels(report: Report) -> pl.DataFrame:
    """Precision, recall and F1 by level; each level requires more fields to be correct."""
    said = [(LEVEL_WORDS[level], *(round(share(level), 3) for share in (report.precision, report.recall, report.f1))) for level in LEVELS]
    return pl.DataFrame(said, schema=["What must be correct", "Precision", "Recall", "F1"], orient="row")


def bands(counts: pl.DataFrame, report: Report) -> pl.DataFrame:
    """Calibration by confidence band: claims in the database, their mean confidence, and the accuracy on labelled claims.

    Args:
        counts: of ``confidence_counts``.
        report: on the labelled papers.
    """
    judged = {band.low: band for band in report.bands()}
    said = []
    for low, high in pairwise(BANDS):
        below = pl.col("confidence") <= high if high == BANDS[-1] else pl.col("confidence") < high
        here = counts.filter((pl.col("confidence") >= low) & below)
        claims = int(here["claims"].sum())
        should = round(float((here["confidence"] * here["claims"]).sum()) / claims, 3) if claims else None
        band = judged.get(low)
        said.append(
            (f"{low:.1f} to {high:.1f}", claims, should, band.claims if band else 0, round(band.precision[-1], 3) if band else None)
        )
    without = int(counts.filter(pl.col("confidence").is_null())["claims"].sum())
    said += [("no confidence", without, None, 0, None)] if without else []
    schema = {
        "Confidence band": pl.String,
        "Results here": pl.Int64,
        "Expected accuracy": pl.Float64,
        "Labelled": pl.Int64,
        "Observed accuracy": pl.Float64,
    }
    return pl.DataFrame(said, schema=schema, orient="row")


def files(schema: pl.DataFrame, counts: pl.DataFrame) -> pl.DataFrame:
    """Every table and view with its number of rows and its columns.

    Args:
        schema: of ``schema``.
        counts: of ``row_counts``.
    """
    described = schema.group_by("name", "kind", maintain_order=True).agg(pl.col("column_name").str.join(", ").alias("columns"))
    joined = described.join(counts, on="name", how="left", maintain_order="left")
    return joined.select(
        pl.col("name").alias("Name"), pl.col("kind").alias("Kind"), pl.col("rows").alias("Rows"), pl.col("columns").alias("Columns")
    )
