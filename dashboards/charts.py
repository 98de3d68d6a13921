"""The charts: pure functions from the rows of named queries to Altair charts, so that each can be tested without a page.

Every chart starts its value axis where the values are, never at zero: the differences are what people look for.
"""

from __future__ import annotations

import altair as alt
import polars as pl

from dashboards import text
from dashboards.theme import ACCENT, QUIET, ROLES, UNSPECIFIED

HEIGHT = 380
ROW_HEIGHT = 24
LABELLED = 7
SHOWN_RANKED = 40
LABEL_WIDTH = 26
MARGIN = 0.07
UNSEEN = "\u200b"
TOOLTIP = [
    alt.Tooltip("name:N", title="Method"),
    alt.Tooltip("label:N", title="Value"),
    alt.Tooltip("paper:N", title="Paper"),
    alt.Tooltip("year:Q", title="Year", format="d"),
    alt.Tooltip("role:N", title="Role"),
    alt.Tooltip("quote:N", title="In the text"),
]


def points(rows: pl.DataFrame) -> pl.DataFrame:
    """What a chart needs of the rows of ``leaderboard_rows``: a name, a value on one scale, and the words for its tooltip."""
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
    )
    labels = [text.quantity(v, unit, bound) for v, unit, bound in shown.select("value", "unit", "bound").iter_rows()]
    return shown.with_columns(
        pl.Series("label", labels, dtype=pl.String),
        pl.Series("short", [text.shorten(name, LABEL_WIDTH) for name in shown["name"]], dtype=pl.String),
    )


def datable(rows: pl.DataFrame) -> bool:
    """Whether the rows have enough dates to be drawn over time: at least two different ones."""
    return rows["published"].drop_nulls().n_unique() > 1


def axis_title(metric: str, unit: str | None, direction: str | None) -> str:
    """The value axis's title: metric, unit and which way is better.

    >>> axis_title("WER", "%", "lower")
    'WER (%) · lower is better'
    """
    better = {"higher": " · higher is better", "lower": " · lower is better"}.get(direction or "", "")
    name = "value" if metric == UNSPECIFIED else metric
    return f"{name} ({unit})" * bool(unit) + name * (not unit) + better


def over_time(rows: pl.DataFrame, progress: pl.DataFrame, title: str, ink: str = QUIET) -> alt.LayerChart:
    """Results over time, the running best as a step line, the record holders named.

    Args:
        rows: of ``leaderboard_rows``; those without a date are left out.
        progress: of ``progress_rows`` for the same board, cut to the same years.
        title: of the value axis.
        ink: the colour of the names.
    """
    dots = points(rows.filter(pl.col("published").is_not_null()))
    records = progress.filter("is_record").unique("published", keep="first", maintain_order=True).select("claim_id")
    named = dots.join(records, on="claim_id", how="semi").sort("published").tail(LABELLED)
    x = alt.X("published:T", title=None, axis=alt.Axis(format="%Y", tickCount="year", grid=False), scale=alt.Scale(padding=24))
    y = alt.Y("value:Q", title=title, scale=value_scale(dots), axis=alt.Axis(tickCount=7))
    line = (
        alt.Chart(steps(progress, dots))
        .mark_line(interpolate="step-after", strokeWidth=2.5, color=ACCENT, opacity=0.9)
        .encode(x=x, y=alt.Y("running_best:Q"))
    )
    marks = alt.Chart(dots).mark_point(size=75, opacity=0.85, strokeWidth=1.6).encode(x=x, y=y, tooltip=TOOLTIP, **_looks(dots))
    # Late names are written to the left of their points, where there is room.
    middle = dots["published"].min() + (dots["published"].max() - dots["published"].min()) * 0.6
    names = [
        alt.Chart(some)
        .mark_text(align=side, baseline="bottom", dx=dx, dy=-6, fontSize=12, color=ink, limit=180)
        .encode(x=x, y=y, text="short:N")
        for side, dx, some in (
            ("left", 8, named.filter(pl.col("published") <= middle)),
            ("right", -8, named.filter(pl.col("published") > middle)),
        )
        if some.height
    ]
    return alt.layer(line, marks, *names).properties(height=HEIGHT)


def value_scale(dots: pl.DataFrame) -> alt.Scale:
    """The scale of the values: as wide as they are, with a little room, and not below zero where they are not."""
    low, high = dots["value"].min(), dots["value"].max()
    if low is None or high is None:
        return alt.Scale(zero=False)
    room = (high - low) * MARGIN or abs(high) * MARGIN or 1.0
    return alt.Scale(zero=False, nice=False, domain=[max(low - room, 0.0) if low >= 0 else low - room, high + room])


def steps(progress: pl.DataFrame, dots: pl.DataFrame) -> pl.DataFrame:
    """The running best by date, carried on to the last date that the chart shows."""
    line = progress.select(pl.col("published").cast(pl.Datetime("ms")), "running_best").unique(
        "published", keep="last", maintain_order=True
    )
    end = dots["published"].max()
    if line.is_empty() or end is None or end == line["published"].max():
        return line
    return pl.concat([line, pl.DataFrame({"published": [end], "running_best": [line["running_best"][-1]]}, schema=line.schema)])


def ranked(rows: pl.DataFrame, title: str) -> alt.Chart:
    """Results as dots, the best on top; where nothing can be ranked, in the order of the rows."""
    dots = points(rows.head(SHOWN_RANKED)).with_row_index("place", offset=1)
    # Characters that nobody sees keep two rows of one system apart.
    keys = [
        f"{f'{rank}. ' if rank else ''}{name}{UNSEEN * place}" for place, rank, name in dots.select("place", "rank", "short").iter_rows()
    ]
    dots = dots.with_columns(pl.Series("key", keys, dtype=pl.String))
    order = dots["key"].to_list()
    names = alt.Axis(labelLimit=190, ticks=False, domain=False, grid=True, gridOpacity=0.6)
    return (
        alt.Chart(dots)
        .mark_point(size=85, opacity=0.9, strokeWidth=1.6)
        .encode(
            x=alt.X("value:Q", title=title, scale=value_scale(dots), axis=alt.Axis(grid=False, tickCount=8)),
            y=alt.Y("key:N", sort=order, title=None, axis=names),
            tooltip=TOOLTIP,
            **_looks(dots),
        )
        .properties(height=max(len(order) * ROW_HEIGHT + 60, 140))
    )


def _looks(dots: pl.DataFrame) -> dict[str, object]:
    """Colour and shape by role: own results filled in the accent colour, cited baselines grey squares; a legend only where both occur."""
    roles = [ROLES["proposed"], ROLES["baseline"]]
    legend = alt.Legend(title=None, orient="top", symbolOpacity=1) if dots["role"].n_unique() > 1 else None
    colour = alt.Scale(domain=roles, range=[ACCENT, QUIET])
    return {
        "color": alt.Color("role:N", scale=colour, legend=legend),
        "fill": alt.Fill("role:N", scale=alt.Scale(domain=roles, range=[ACCENT, "transparent"]), legend=legend),
        "shape": alt.Shape("role:N", scale=alt.Scale(domain=roles, range=["circle", "square"]), legend=legend),
    }
