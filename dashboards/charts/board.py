"""The chart of one board: results over time with the running best, or ranked if dates are unknown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import altair as alt
import polars as pl

from dashboards import text
from dashboards.charts import look
from dashboards.theme import ACCENT, QUIET, ROLES

HEIGHT = 400
ROW_HEIGHT = 24
LABELLED = 7
SHOWN_RANKED = 40
SPREAD = timedelta(days=320)
ENOUGH = 8
FAR = 2.5
FEW = 0.1


def points(rows: pl.DataFrame) -> pl.DataFrame:
    """The dots of ``leaderboard_rows``: a name, a value on one scale, and the fields of the tooltip."""
    value = pl.coalesce("rank_value", "value")
    shown = rows.select(
        pl.coalesce("method", "title").alias("name"),
        value.alias("value"),
        pl.coalesce("canonical_unit", "unit").alias("unit"),
        "bound",
        pl.col("title").alias("paper"),
        "year",
        pl.col("published").cast(pl.Datetime("ms")),
        pl.col("role").replace(ROLES),
        "rank",
        "quote",
        "claim_id",
        "doubt",
    )
    labels = [
        f"{text.quantity(v, unit, bound)}{' (check this)' if doubt else ''}"
        for v, unit, bound, doubt in shown.select("value", "unit", "bound", "doubt").iter_rows()
    ]
    return shown.with_columns(
        pl.Series("label", labels, dtype=pl.String),
        pl.Series("short", [text.shorten(name, look.LABEL_WIDTH) for name in shown["name"]], dtype=pl.String),
    )


def datable(rows: pl.DataFrame) -> bool:
    """Whether the rows have at least two different dates, and so can be drawn over time."""
    return rows["published"].drop_nulls().n_unique() > 1


@dataclass(frozen=True, slots=True)
class Focus:
    """The range of values to draw, and how many outliers on the worse side are outside it."""

    low: float
    high: float
    hidden: int


def focus(rows: pl.DataFrame, direction: str | None) -> Focus | None:
    """The range of the dated results without outliers on the worse side; None if there are none or too many.

    A few results from another protocol would otherwise compress all others. An outlier is more than :data:`FAR` times the interquartile
    range from the quartiles (after Tukey's fences); a result that was a record never is one.

    Args:
        rows: of ``leaderboard_rows``.
        direction: ``higher`` or ``lower`` is better.
    """
    dated = rows.filter(pl.col("published").is_not_null() & pl.col("rank_value").is_not_null()).sort("published", "claim_id")
    values = dated["rank_value"]
    if values.len() < ENOUGH:
        return None
    first, last = values.quantile(0.25), values.quantile(0.75)
    if first is None or last is None:
        return None
    room = FAR * (last - first)
    if direction == "lower":
        near = dated.filter((values <= last + room) | (values <= values.cum_min()))
    else:
        near = dated.filter((values >= first - room) | (values >= values.cum_max()))
    hidden = dated.height - near.height
    ends = look.extent(near["rank_value"])
    if ends is None or not 0 < hidden <= dated.height * FEW:
        return None
    return Focus(*ends, hidden)


def year_only(rows: pl.DataFrame) -> bool:
    """Whether several papers of one year are dated by year only, so that the chart spreads them."""
    first_days = rows.filter(rows["published"].dt.ordinal_day() == 1)["published"]
    return first_days.n_unique() < first_days.len()


def over_time(rows: pl.DataFrame, progress: pl.DataFrame, title: str, ink: str = QUIET, near: Focus | None = None) -> alt.LayerChart:
    """Results over time with the running best as a step line and labelled records. A click on a dot selects its claim.

    Args:
        rows: rows of ``leaderboard_rows``; undated ones are left out.
        progress: rows of ``progress_rows`` for the same board and years.
        title: of the value axis.
        ink: the colour of the labels.
        near: the range of values to draw; None for all.
    """
    records = progress.filter("is_record").unique("published", keep="first", maintain_order=True)["claim_id"]
    dots = spread(points(rows.filter(pl.col("published").is_not_null())), records)
    named = dots.filter(pl.col("claim_id").is_in(records.implode())).sort("published").tail(LABELLED)
    x = alt.X("drawn:T", title=None, axis=alt.Axis(format="%Y", tickCount="year", grid=False), scale=alt.Scale(padding=24))
    shown = pl.Series([near.low, near.high]) if near else dots["value"]
    y = alt.Y("value:Q", title=title, scale=look.value_scale(shown), axis=alt.Axis(tickCount=7))
    line = (
        alt.Chart(steps(progress, dots))
        .mark_line(interpolate="step-after", strokeWidth=2.5, color=ACCENT, opacity=0.9, clip=True)
        .encode(x=x, y=alt.Y("running_best:Q"))
    )
    marks = look.pickable(dots, x, y, look.TOOLTIP)
    falling = progress["direction"].first() == "lower" if progress.height else False
    return alt.LayerChart(layer=[line, marks, *_names(named, dots, x, y, ink, below=falling)], height=HEIGHT)


def _names(named: pl.DataFrame, dots: pl.DataFrame, x: alt.X, y: alt.Y, ink: str, *, below: bool) -> list[alt.Chart]:
    """The labels of the records, on the empty side of the line; late ones end at their dots, where there is room."""
    first, last = dots["drawn"].min(), dots["drawn"].max()
    if not isinstance(first, datetime) or not isinstance(last, datetime):
        return []
    middle = first + (last - first) * 0.6
    return look.names(named, pl.col("drawn") <= middle, x, y, ink, below=below)


def spread(dots: pl.DataFrame, records: pl.Series) -> pl.DataFrame:
    """The dots with ``drawn``, the time each is drawn at: papers dated by year only are spread over the year.

    Records stay where the line steps. The order within a year has no meaning.
    """
    holds = pl.col("claim_id").is_in(records.implode())
    year_only = (pl.col("published").dt.ordinal_day() == 1) & (pl.len().over("published") > 1) & ~holds
    mixed = pl.col("claim_id").hash(seed=1).rank("ordinal").over("published", year_only)
    place = mixed / (pl.len().over("published", year_only) + 1)
    late = (place * SPREAD.total_seconds() * 1000).cast(pl.Duration("ms"))
    return dots.with_columns(drawn=pl.when(year_only).then(pl.col("published") + late).otherwise("published"))


def steps(progress: pl.DataFrame, dots: pl.DataFrame) -> pl.DataFrame:
    """The running best by date (``drawn``), extended to the last date of the chart."""
    moved = pl.col("running_best") != pl.col("running_best").shift()
    line = progress.select(pl.col("published").cast(pl.Datetime("ms")).alias("drawn"), "running_best")
    line = line.unique("drawn", keep="last", maintain_order=True).filter(moved.fill_null(value=True))
    end, last = dots["drawn"].max(), line["drawn"].max()
    if not isinstance(end, datetime) or not isinstance(last, datetime) or end <= last:
        return line
    return pl.concat([line, pl.DataFrame({"drawn": [end], "running_best": [line["running_best"][-1]]}, schema=line.schema)])


def ranked(rows: pl.DataFrame, title: str) -> alt.Chart:
    """Results as dots, best on top, in row order if unranked. A click on a dot selects its claim."""
    dots = points(rows.head(SHOWN_RANKED)).with_row_index("place", offset=1)
    # Invisible characters keep two rows of one method apart.
    keys = [
        f"{f'{rank}. ' if rank else ''}{name}{look.UNSEEN * place}"
        for place, rank, name in dots.select("place", "rank", "short").iter_rows()
    ]
    dots = dots.with_columns(pl.Series("key", keys, dtype=pl.String))
    order = dots["key"].to_list()
    names = alt.Axis(labelLimit=190, ticks=False, domain=False, grid=True, gridOpacity=0.6)
    drawn: alt.Chart = (
        alt.Chart(dots)
        .mark_point(size=85, opacity=0.9, strokeWidth=1.6, cursor="pointer")
        .encode(
            x=alt.X("value:Q", title=title, scale=look.value_scale(dots["value"]), axis=alt.Axis(grid=False, tickCount=8)),
            y=alt.Y("key:N", sort=order, title=None, axis=names),
            tooltip=look.TOOLTIP,
            **look.roles(dots),
        )
        .add_params(alt.selection_point(name=look.PICK, fields=["claim_id"], on="click", empty=False))
        .properties(height=max(len(order) * ROW_HEIGHT + 60, 140))
    )
    return drawn
