"""What charts share: tooltips, scales, colours and shapes of roles, labels, and export to files.

Value axes start near the values, not at zero, because the differences matter.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import altair as alt
import polars as pl
import vl_convert

from dashboards.theme import ACCENT, INK, QUIET, ROLES, UNSPECIFIED

Drawing: TypeAlias = alt.Chart | alt.LayerChart

MARGIN = 0.07
LABEL_WIDTH = 26
UNSEEN = "\u200b"
PICK = "pick"
TOOLTIP = [
    alt.Tooltip("name:N", title="Method"),
    alt.Tooltip("label:N", title="Value"),
    alt.Tooltip("paper:N", title="Paper"),
    alt.Tooltip("year:Q", title="Year", format="d"),
    alt.Tooltip("role:N", title="Role"),
    alt.Tooltip("quote:N", title="In the text"),
]


def picked(event: Mapping[str, Any]) -> str | None:
    """The claim of the selected dot, from the chart's selection state; None if there is none."""
    found = event.get("selection", {}).get(PICK) or []
    return str(found[0]["claim_id"]) if found and "claim_id" in found[0] else None


def axis_title(metric: str, unit: str | None, direction: str | None) -> str:
    """The title of the value axis: metric, unit and direction.

    >>> axis_title("WER", "%", "lower")
    'WER (%) · lower is better'
    """
    better = {"higher": " · higher is better", "lower": " · lower is better"}.get(direction or "", "")
    name = "value" if metric == UNSPECIFIED else metric
    return f"{name} ({unit})" * bool(unit) + name * (not unit) + better


def extent(values: pl.Series) -> tuple[float, float] | None:
    """The minimum and maximum of some numbers, None if there are none."""
    numbers = values.cast(pl.Float64)
    low, high = numbers.min(), numbers.max()
    return (low, high) if isinstance(low, float) and isinstance(high, float) else None


def value_scale(values: pl.Series) -> alt.Scale:
    """The scale of the values: their range with a margin, not below zero unless values are."""
    ends = extent(values)
    if ends is None:
        return alt.Scale(zero=False)
    low, high = ends
    room = (high - low) * MARGIN or abs(high) * MARGIN or 1.0
    return alt.Scale(zero=False, nice=False, domain=[max(low - room, 0.0) if low >= 0 else low - room, high + room])


def roles(dots: pl.DataFrame) -> dict[str, Any]:
    """Colour and shape by role: own results filled, cited baselines grey squares; a legend only if both occur."""
    names = [ROLES["proposed"], ROLES["baseline"]]
    legend = alt.Legend(title=None, orient="top", symbolOpacity=1) if dots["role"].n_unique() > 1 else None
    return {
        "color": alt.Color("role:N", scale=alt.Scale(domain=names, range=[ACCENT, QUIET]), legend=legend),
        "fill": alt.Fill("role:N", scale=alt.Scale(domain=names, range=[ACCENT, "transparent"]), legend=legend),
        "shape": alt.Shape("role:N", scale=alt.Scale(domain=names, range=["circle", "square"]), legend=legend),
    }


def pickable(dots: pl.DataFrame, x: alt.X, y: alt.Y, tooltip: list[alt.Tooltip]) -> alt.Chart:
    """Dots by role with tooltips; a click selects a dot's claim and enlarges the dot."""
    pick = alt.selection_point(name=PICK, fields=["claim_id"], on="click", empty=False)
    marks: alt.Chart = (
        alt.Chart(dots)
        .mark_point(opacity=0.85, strokeWidth=1.6, cursor="pointer", clip=True)
        .encode(x=x, y=y, size=alt.condition(pick, alt.value(260), alt.value(75)), tooltip=tooltip, **roles(dots))
        .add_params(pick)
    )
    return marks


def names(marks: pl.DataFrame, early: pl.Expr, x: alt.X, y: alt.Y, ink: str, *, below: bool = False) -> list[alt.Chart]:
    """Labels (``short``) beside some dots: right of early ones and left of late ones, where there is room.

    Args:
        marks: the dots to label.
        early: which of them are in the left part of the chart.
        x: of the dots.
        y: of the dots.
        ink: the colour of the labels.
        below: whether the labels are below the dots.
    """
    sides: tuple[tuple[Literal["left", "right"], int, pl.DataFrame], ...] = (
        ("left", 8, marks.filter(early)),
        ("right", -8, marks.filter(~early)),
    )
    return [
        alt.Chart(some)
        .mark_text(align=side, baseline="top" if below else "bottom", dx=dx, dy=7 if below else -6, fontSize=12, color=ink, limit=180)
        .encode(x=x, y=y, text="short:N")
        for side, dx, some in sides
        if some.height
    ]


def inked(chart: Drawing, ink: str) -> Drawing:
    """The chart with axis and legend text at a contrast of at least 4.5:1, which the theme's grey does not reach."""
    legible: Drawing = chart.configure_axis(labelColor=ink, titleColor=ink).configure_legend(labelColor=ink, titleColor=ink)
    return legible


def svg(chart: Drawing) -> str:
    """The chart as SVG, on white and 900 pixels wide."""
    return vl_convert.vegalite_to_svg(_for_paper(chart))


def png(chart: Drawing) -> bytes:
    """The chart as PNG, on white, twice 900 pixels wide."""
    return vl_convert.vegalite_to_png(_for_paper(chart), scale=2)


def _for_paper(chart: Drawing) -> dict[str, object]:
    spec: dict[str, object] = json.loads(json.dumps(chart.to_dict()).replace(INK["dark"], INK["light"]))
    spec.setdefault("width", 900)
    spec["background"] = "white"
    return spec
