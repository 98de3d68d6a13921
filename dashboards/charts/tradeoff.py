"""Scores against costs: a dot per method, and the Pareto front."""

from __future__ import annotations

import math

import altair as alt
import polars as pl

from dashboards import text
from dashboards.charts import look
from dashboards.theme import ACCENT, QUIET, ROLES

HEIGHT = 400
NAMED = 8
WIDE = 20
ROOM = 0.08
COUNTED = {"params", "FLOPs", "tokens", "FLOP/s", "B"}
TOOLTIP = [
    alt.Tooltip("name:N", title="Method"),
    alt.Tooltip("label:N", title="Score"),
    alt.Tooltip("cost_label:N", title="Cost"),
    alt.Tooltip("against:N", title="Against"),
    alt.Tooltip("paper:N", title="Paper"),
    alt.Tooltip("year:Q", title="Year", format="d"),
    alt.Tooltip("role:N", title="Role"),
    alt.Tooltip("quote:N", title="In the text"),
]


def tradeoff(rows: pl.DataFrame, quality_title: str, cost_title: str, ink: str = QUIET) -> alt.LayerChart:
    """Scores against costs, with the Pareto front as a labelled step line. A click on a dot selects its claim.

    Args:
        rows: of ``tradeoff_rows``.
        quality_title: of the score's axis.
        cost_title: of the cost's axis.
        ink: the colour of the labels.
    """
    dots = tradeoff_points(rows)
    unit = rows["cost_unit"][0]
    scale = cost_scale(dots["cost"])
    x = alt.X("cost:Q", title=cost_title, scale=scale, axis=_cost_axis(unit))
    y = alt.Y("value:Q", title=quality_title, scale=look.value_scale(dots["value"]), axis=alt.Axis(tickCount=7))
    more_is_better = rows["cost_direction"][0] == "higher"
    line = (
        alt.Chart(front(dots, more_is_better=more_is_better))
        .mark_line(interpolate="step-before" if more_is_better else "step-after", strokeWidth=2.5, color=ACCENT, opacity=0.9, clip=True)
        .encode(x=alt.X("cost:Q", scale=scale), y=alt.Y("best:Q"))
    )
    tooltip = [one for one in TOOLTIP if one.shorthand != "against:N" or rows["baseline"].is_not_null().any()]
    marks = look.pickable(dots, x, y, tooltip)
    return alt.LayerChart(layer=[line, marks, *_names(dots, x, y, scale, ink)], height=HEIGHT)


def tradeoff_points(rows: pl.DataFrame) -> pl.DataFrame:
    """The dots of ``tradeoff_rows``: a name, both values, and the fields of the tooltip."""
    said = rows.select("quality", "quality_unit", "quality_bound", "cost_value", "cost_unit", "cost_bound").iter_rows()
    labels = [(text.quantity(q, unit, bound), text.quantity(c, cost_unit, cost_bound)) for q, unit, bound, c, cost_unit, cost_bound in said]
    names = pl.coalesce("method", "title")
    return rows.select(
        names.alias("name"),
        pl.col("quality").alias("value"),
        pl.col("cost_value").alias("cost"),
        pl.col("on_front").fill_null(value=False),
        pl.col("title").alias("paper"),
        pl.col("baseline").fill_null("").alias("against"),
        "year",
        pl.col("role").replace(ROLES),
        pl.concat_str("quote", "cost_quote", separator=" · ").alias("quote"),
        "claim_id",
        pl.Series("label", [quality for quality, _ in labels], dtype=pl.String),
        pl.Series("cost_label", [cost for _, cost in labels], dtype=pl.String),
        pl.Series("short", [text.shorten(name, look.LABEL_WIDTH) for name in rows.select(names.alias("n"))["n"]], dtype=pl.String),
    )


def front(dots: pl.DataFrame, *, more_is_better: bool) -> pl.DataFrame:
    """The Pareto front as ``cost`` and ``best`` (the best score at that cost), extended to the most expensive dot.

    Args:
        dots: of :func:`tradeoff_points`.
        more_is_better: whether a higher cost is better, as for frames per second.
    """
    members = dots.filter("on_front").select("cost", pl.col("value").alias("best")).unique().sort("cost")
    if members.is_empty():
        return members
    worst = dots["cost"].min() if more_is_better else dots["cost"].max()
    best = members["best"][0 if more_is_better else -1]
    end = pl.DataFrame({"cost": [worst], "best": [best]}, schema=members.schema)
    return pl.concat([members, end]).unique().sort("cost")


def cost_scale(costs: pl.Series) -> alt.Scale:
    """The range of the costs with a margin; logarithmic if they span more than a factor of :data:`WIDE`."""
    low, high = look.extent(costs) or (0.0, 0.0)
    if low > 0 and high / low > WIDE:
        room = (high / low) ** ROOM
        return alt.Scale(type="log", nice=False, domain=[low / room, high * room])
    return look.value_scale(costs)


def _cost_axis(unit: str | None) -> alt.Axis:
    """The axis of costs: large counts as 21M, times and ratios in full."""
    if unit in COUNTED:
        billions = "replace(format(datum.value, '~s'), 'G', 'B')" if unit in {"params", "tokens"} else "format(datum.value, '~s')"
        return alt.Axis(grid=False, tickCount=6, labelExpr=billions, labelOverlap=True)
    return alt.Axis(grid=False, tickCount=6, format=",.6~g", labelOverlap=True)


def _names(dots: pl.DataFrame, x: alt.X, y: alt.Y, scale: alt.Scale, ink: str) -> list[alt.Chart]:
    """The labels of the Pareto front, thinned out if there are many; those in the right half are left of their dots."""
    members = dots.filter("on_front").sort("cost").unique("short", keep="first", maintain_order=True)
    members = members.gather_every(math.ceil(members.height / NAMED)) if members.height else members
    low, high = scale.domain
    middle = math.sqrt(low * high) if scale.to_dict().get("type") == "log" else (low + high) / 2
    return look.names(members, pl.col("cost") <= middle, x, y, ink)
