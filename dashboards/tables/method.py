"""The results of one method: scores in its own papers and in others, gains, ratios and costs."""

from __future__ import annotations

import polars as pl

from dashboards import text
from dashboards.rows import Row
from dashboards.tables.common import BOARD, goodness, notes, protocol_words, stated, task_words, words
from dashboards.theme import BOUND_WORDS, ROLES, UNREGISTERED, UNSPECIFIED

LISTED = 3
UNNAMED = "unspecified"
SAME = 1e-9
BETTER = {"higher": "↑ higher", "lower": "↓ lower"}


def systems(rows: pl.DataFrame) -> pl.DataFrame:
    """The list of methods, from rows of ``systems``."""
    return rows.select(
        pl.col("method").alias("Method"),
        pl.col("claims").alias("Results"),
        pl.col("papers").alias("Papers"),
        pl.col("benchmarks").alias("Benchmarks"),
        pl.col("own").alias("Own results"),
        pl.when(pl.col("spellings").list.len() > 1).then(pl.col("spellings").list.slice(1).list.join(", ")).alias("Other spellings"),
    )


def paired(rows: pl.DataFrame) -> pl.DataFrame:
    """Scores by board, in the method's own papers and in other papers.

    Args:
        rows: of ``method_rows``, scores only.

    Returns:
        one row per board, first those that both sides report, then by number of claims; ``own`` and ``others`` as text, the best first;
        ``own_best``, ``others_best`` and ``difference`` (others minus own) only if the results are comparable.
    """
    aside = pl.when(~pl.col("comparable") & pl.col("direction").is_not_null() & pl.col("benchmark").is_not_null())
    ahead = pl.col("doubt") == "far-ahead"
    sides = (
        rows.with_columns(good=pl.when("comparable").then(goodness()), own_side=pl.col("role") == "proposed")
        .with_columns(
            stated=stated() + aside.then(pl.lit(" (not comparable)")).when(ahead).then(pl.lit(" (check this)")).otherwise(pl.lit(""))
        )
        .sort("good", "value", "claim_id", descending=[True, True, False], nulls_last=True)
    )
    grouped = sides.group_by(BOARD, maintain_order=True).agg(
        pl.col("direction").first(),
        pl.when("comparable").then("canonical_unit").otherwise(None).drop_nulls().first().alias("unit"),
        pl.len().alias("claims"),
        *(column for side, mine in (("own", pl.col("own_side")), ("others", ~pl.col("own_side"))) for column in _side(side, mine)),
    )
    found = grouped.with_columns(
        *(pl.Series(side, [_list(said) for said in grouped[side]], dtype=pl.String) for side in ("own", "others")),
        difference=(pl.col("others_best") - pl.col("own_best")).round(6),
        inexact=pl.any_horizontal(pl.col("own_bound", "others_bound").fill_null("exact") != "exact"),
    )
    both = pl.col("own").is_not_null() & pl.col("others").is_not_null()
    order = (both, pl.col("difference").is_not_null(), pl.col("claims"), *BOARD)
    return found.sort(*order, descending=[True] * 3 + [False] * len(BOARD), nulls_last=True)


def _side(side: str, mine: pl.Expr) -> tuple[pl.Expr, ...]:
    best = pl.col("good").filter(mine).is_not_null()
    return (
        pl.col("stated").filter(mine).alias(side),
        pl.col("rank_value").filter(mine).filter(best).first().alias(f"{side}_best"),
        pl.col("bound").filter(mine).filter(best).first().alias(f"{side}_bound"),
    )


def _list(said: list[str]) -> str | None:
    """Some values as text: all of a few, the first and the last of many.

    >>> _list(["92%", "91%", "91%"]), _list(["9%", "8%", "7%", "6%"])
    ('92%, 91%', '9% … 6% (4 results)')
    """
    distinct = list(dict.fromkeys(said))
    if not distinct:
        return None
    return ", ".join(distinct) if len(distinct) <= LISTED else f"{distinct[0]} … {distinct[-1]} ({len(said):,} results)"


def sides(pairs: pl.DataFrame) -> pl.DataFrame:
    """The table of both sides, from :func:`paired`."""
    said = [_difference(row) for row in pairs.iter_rows(named=True)]
    return pairs.select(
        pl.col("benchmark").fill_null(UNNAMED).alias("Benchmark"),
        metric_words(),
        split_words(),
        task_words(),
        protocol_words(),
        pl.col("direction").replace_strict(BETTER, default="", return_dtype=pl.String).alias("Better"),
        pl.col("own").fill_null("").alias("Own papers"),
        pl.col("others").fill_null("").alias("Other papers"),
        pl.Series("Difference", said, dtype=pl.String),
        pl.col("claims").cast(pl.Int64).alias("Results"),
    )


def _difference(pair: Row) -> str:
    """The difference between the best in other papers and in its own, with what it means."""
    by = pair["difference"]
    if not isinstance(by, float):
        return ""
    about = "about " if pair["inexact"] else ""
    if abs(by) < SAME:
        return f"= {about}the same"
    better = (by < 0) == (pair["direction"] == "lower")
    unit = "points" if pair["unit"] == "%" else pair["unit"]
    size = text.quantity(abs(by), str(unit) if unit else None)
    return f"{'▲' if better else '▼'} {about}{'+' if by > 0 else '−'}{size}: other papers report {'better' if better else 'worse'}"


def metric_words() -> pl.Expr:
    """The metric's label."""
    return (
        pl.when(pl.col("metric") == UNSPECIFIED)
        .then(pl.lit(UNNAMED))
        .otherwise(pl.col("metric").str.strip_prefix(UNREGISTERED))
        .alias("Metric")
    )


def split_words() -> pl.Expr:
    """The split's label, empty if unspecified."""
    return pl.when(pl.col("split") == UNSPECIFIED).then(pl.lit("")).otherwise("split").alias("Split")


def method_gains(rows: pl.DataFrame) -> pl.DataFrame:
    """Gains, from rows of ``method_rows``."""
    return _plain(rows)


def method_costs(rows: pl.DataFrame) -> pl.DataFrame:
    """Ratios and costs, from the rows of ``method_rows``."""
    return _plain(rows, pl.col("kind").alias("Kind"))


def _plain(rows: pl.DataFrame, *first: pl.Expr) -> pl.DataFrame:
    return rows.select(
        *first,
        metric_words(),
        pl.col("change").alias("Change"),
        pl.col("value").alias("Value"),
        pl.col("value_high").alias("to"),
        pl.col("unit").alias("Unit"),
        words("bound", BOUND_WORDS).alias("Bound"),
        pl.col("baseline").alias("Against"),
        pl.col("benchmark").alias("Benchmark"),
        split_words(),
        words("role", ROLES).alias("Role"),
        pl.col("title").alias("Paper"),
        pl.col("year").alias("Year"),
        pl.col("settings").list.join(", ").alias("Setting"),
        pl.col("quote").alias("Quote"),
        pl.col("confidence").alias("Confidence"),
        notes().alias("Note"),
    )


def of_board(rows: pl.DataFrame, pair: Row) -> pl.DataFrame:
    """The rows summarised in one row of :func:`paired`, the method's own papers first."""
    same = pl.all_horizontal(pl.col(name).eq_missing(pl.lit(pair[name], dtype=pl.String)) for name in BOARD)
    return rows.filter(same).sort(pl.col("role") != "proposed", maintain_order=True)
