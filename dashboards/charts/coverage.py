"""Papers per year, with and without results."""

from __future__ import annotations

import altair as alt
import polars as pl

from dashboards.theme import ACCENT, QUIET

HEIGHT = 260
WITH, WITHOUT = "with results", "without"


def by_year(rows: pl.DataFrame) -> alt.Chart:
    """Papers by year as stacked bars, those with claims below.

    Args:
        rows: of ``coverage_by_year``; papers without a year are left out.
    """
    dated = rows.filter(pl.col("year").is_not_null())
    share = pl.format("{}%", (100 * pl.col("papers_with_claims") / pl.col("papers")).round(0).cast(pl.Int64)).alias("share")
    with_claims = dated.select(
        "year", pl.col("papers_with_claims").alias("papers"), share, pl.lit(WITH).alias("which"), pl.lit(0).alias("order")
    )
    without = dated.select(
        "year",
        (pl.col("papers") - pl.col("papers_with_claims")).alias("papers"),
        share,
        pl.lit(WITHOUT).alias("which"),
        pl.lit(1).alias("order"),
    )
    drawn: alt.Chart = (
        alt.Chart(pl.concat([with_claims, without]))
        .mark_bar()
        .encode(
            x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, labelOverlap=True)),
            y=alt.Y("papers:Q", title="papers", axis=alt.Axis(tickCount=5)),
            color=alt.Color(
                "which:N",
                scale=alt.Scale(domain=[WITH, WITHOUT], range=[ACCENT, QUIET]),
                legend=alt.Legend(title=None, orient="top"),
            ),
            order="order:Q",
            tooltip=[
                alt.Tooltip("year:O", title="Year"),
                alt.Tooltip("which:N", title="Papers"),
                alt.Tooltip("papers:Q", title="How many", format=","),
                alt.Tooltip("share:N", title="With results"),
            ],
        )
        .properties(height=HEIGHT)
    )
    return drawn
