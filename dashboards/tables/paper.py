"""A paper's claims as a table and as fields, and the list of papers."""

from __future__ import annotations

import polars as pl

from dashboards import text
from dashboards.rows import Row
from dashboards.tables.common import notes, words
from dashboards.theme import BOUND_WORDS, FLAGS, ROLES

FIELDS = {
    "kind": "Kind",
    "metric": "Metric",
    "metric_id": "Registry metric",
    "benchmarks": "Benchmarks",
    "listed_under": "Leaderboard",
    "split": "Split",
    "task": "Task",
    "protocol": "Protocol",
    "method": "Method",
    "role": "Role",
    "baseline": "Against",
    "change": "Change",
    "settings": "Setting",
    "rule": "Rule",
}
SAME = {"metric_id": "metric", "listed_under": "benchmarks"}


def claims(rows: pl.DataFrame) -> pl.DataFrame:
    """A paper's claims, from the rows of ``paper_claims``, in the order of the text."""
    return rows.select(
        pl.col("quote").alias("Quote"),
        pl.col("kind").alias("Kind"),
        pl.col("metric").alias("Metric"),
        pl.col("benchmarks").list.join(", ").alias("Benchmark"),
        pl.col("split").alias("Split"),
        pl.col("method").alias("Method"),
        words("role", ROLES).alias("Role"),
        pl.col("baseline").alias("Against"),
        pl.col("change").alias("Change"),
        words("bound", BOUND_WORDS).alias("Bound"),
        pl.col("value").alias("Value"),
        pl.col("value_high").alias("to"),
        pl.col("unit").alias("Unit"),
        pl.col("uncertainty").alias("±"),
        pl.col("confidence").alias("Confidence"),
        pl.col("settings").list.join(", ").alias("Setting"),
        notes().alias("Note"),
        pl.col("rule").alias("Rule"),
    )


def fields(claim: Row) -> dict[str, str]:
    """The fields of one claim (a row of ``paper_claims``), by label; empty and redundant fields are left out."""
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
    said["Note"] = "; ".join(FLAGS.get(str(flag), str(flag)) for flag in flags) if isinstance(flags, list) else ""
    return {label: words for label, words in said.items() if words}


def papers(rows: pl.DataFrame) -> pl.DataFrame:
    """The list of papers, from the rows of ``papers_search``."""
    return rows.select(
        pl.col("title").alias("Paper"), pl.col("year").alias("Year"), pl.col("venue").alias("Venue"), pl.col("claims").alias("Results")
    )
