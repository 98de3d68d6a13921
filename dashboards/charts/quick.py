"""A chart of any query result: a numeric column over another column, with sensible defaults or a reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass

import altair as alt
import polars as pl

from dashboards import text
from dashboards.charts import look
from dashboards.theme import ACCENT, KINDS, QUIET

HEIGHT = 380
ROW_HEIGHT = 24
NAMED = 40
COLOURS = 8
_PALETTE = [*(kind.colour for kind in KINDS.values()), "#7d6fe0", "#a0692d", "#d1495b", QUIET]


@dataclass(frozen=True, slots=True)
class Choices:
    """The columns usable as values (numeric), as x axis, and as colour (groups)."""

    y: list[str]
    x: list[str]
    colour: list[str]


def choices(frame: pl.DataFrame) -> Choices:
    """The possible uses of each column, best first: for the x axis dates, names, then numbers; constant columns last."""
    numbers = [name for name in frame.columns if frame.schema[name].is_numeric() and _finite(frame[name]).len()]
    dates = [name for name in frame.columns if frame.schema[name].is_temporal() and frame.schema[name] != pl.Time]
    names = [name for name in frame.columns if frame.schema[name] in (pl.String, pl.Boolean) and frame[name].drop_nulls().len()]
    years = [name for name in numbers if _year(frame[name])]
    values = [name for name in numbers if name not in years] + years
    groups = [name for name in names if 1 < frame[name].n_unique() <= COLOURS]
    places = [*dates, *years, *names, *(name for name in numbers if name not in years)]
    return Choices(values, sorted(places, key=lambda name: frame[name].n_unique() < 2), groups)


def cannot(frame: pl.DataFrame) -> str | None:
    """Why a result cannot be drawn, or None if it can."""
    if frame.is_empty():
        return "There are no rows to draw."
    found = choices(frame)
    if not found.y:
        return "A chart needs a numeric column, and this result has none."
    if not set(found.x) - {found.y[0]} and len(found.x) < 2:
        return "A chart needs a second column for the x axis: names, dates or other numbers."
    return None


def quick(frame: pl.DataFrame, x: str, y: str, colour: str | None = None) -> alt.Chart:
    """Dots of ``y`` over ``x``; names are listed vertically, in row order.

    Args:
        frame: the query result.
        x: a column of dates, names or numbers.
        y: a column of numbers.
        colour: a column of groups.
    """
    # Columns are renamed: Altair would interpret dots and brackets in their names.
    dots = frame.select(
        pl.col(x).alias("x"),
        pl.col(y).cast(pl.Float64).alias("y"),
        (pl.col(colour) if colour else pl.lit("")).cast(pl.String).alias("group"),
    ).filter(pl.col("x").is_not_null() & pl.col("y").is_finite())
    named = dots.schema["x"] in (pl.String, pl.Boolean)
    if named:
        dots = _one_line_each(dots)
    scale = alt.Scale(domain=sorted(dots["group"].drop_nulls().unique()), range=_PALETTE if colour else [ACCENT])
    tooltip = [alt.Tooltip("x:N" if named else _of(dots["x"]), title=x), alt.Tooltip("y:Q", title=y)]
    if colour:
        tooltip.append(alt.Tooltip("group:N", title=colour))
    legend = alt.Legend(title=text.shorten(colour, 40), orient="top", symbolOpacity=1) if colour else None
    values = look.value_scale(dots["y"])
    if named:
        across = alt.X("y:Q", title=y, scale=values)
        up = alt.Y("line:N", title=None, sort=dots["line"].to_list(), axis=alt.Axis(labelLimit=220, grid=True))
    else:
        across, up = _place(dots["x"], x), alt.Y("y:Q", title=y, scale=values)
    drawn: alt.Chart = (
        alt.Chart(dots)
        .mark_circle(size=70, opacity=0.8)
        .encode(x=across, y=up, color=alt.Color("group:N", scale=scale, legend=legend), tooltip=tooltip)
        .properties(height=max(dots.height * ROW_HEIGHT + 60, 140) if named else HEIGHT)
    )
    return drawn


def _one_line_each(dots: pl.DataFrame) -> pl.DataFrame:
    """The first rows with unique labels: invisible characters keep equal names apart."""
    shown = dots.head(NAMED).with_columns(pl.col("x").cast(pl.String))
    labels = [f"{text.shorten(name, 40)}{look.UNSEEN * place}" for place, name in enumerate(shown["x"])]
    return shown.with_columns(pl.Series("line", labels, dtype=pl.String))


def _place(values: pl.Series, title: str) -> alt.X:
    if values.dtype.is_temporal():
        return alt.X("x:T", title=title, scale=alt.Scale(padding=20))
    axis = alt.Axis(format="d", tickMinStep=1) if _year(values) else alt.Axis()
    return alt.X("x:Q", title=title, scale=look.value_scale(_finite(values)), axis=axis)


def _of(values: pl.Series) -> str:
    return "x:T" if values.dtype.is_temporal() else "x:Q"


def _finite(values: pl.Series) -> pl.Series:
    return values.cast(pl.Float64).drop_nulls().filter(values.cast(pl.Float64).drop_nulls().is_finite())


def _year(values: pl.Series) -> bool:
    """Whether a column of whole numbers looks like years."""
    found = values.drop_nulls()
    return values.dtype.is_integer() and found.len() > 0 and bool(found.is_between(1900, 2100).all())
