"""Controls of the trade-off page: benchmark, score, split, cost, and filters. All are query parameters of the URL."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl
import streamlit as st

from dashboards import database, links, pages, text, url_state
from dashboards.controls import confidence, years
from dashboards.controls.board_picker import said_metric, said_split


@dataclass(frozen=True, slots=True)
class Axes:
    """A score and a cost on one benchmark, as a row of ``tradeoff_choices``."""

    benchmark: str
    metric: str
    split: str
    cost: str
    points: int
    own: int
    quality_unit: str | None
    quality_direction: str | None
    cost_direction: str | None
    is_level: bool
    first_year: int | None
    last_year: int | None

    @property
    def key(self) -> dict[str, str]:
        """The parameters of the query for its rows."""
        return {"benchmark": self.benchmark, "metric": self.metric, "split": self.split, "cost": self.cost}


def pick(names: list[str]) -> Axes:
    """Select a benchmark, and a score and a cost that papers report together, those with most methods first."""
    one, two, three, four = st.columns([2, 2, 1.2, 2])
    benchmark = one.selectbox("Benchmark", names, key=url_state.key_for("benchmark", names, names[0]))
    choices = database.ask("tradeoff_choices", benchmark=benchmark)
    metrics = choices["metric"].unique(maintain_order=True).to_list()
    metric = two.selectbox("Score", metrics, key=url_state.key_for("metric", metrics, metrics[0]), format_func=said_metric)
    of_metric = choices.filter(pl.col("metric") == metric)
    splits = of_metric["split"].unique(maintain_order=True).to_list()
    split = three.selectbox("Split", splits, key=url_state.key_for("split", splits, splits[0]), format_func=said_split)
    of_split = of_metric.filter(pl.col("split") == split)
    counts = dict(of_split.select("cost", "points").iter_rows())
    costs = list(counts)
    key = url_state.key_for("cost", costs, costs[0])
    cost = four.selectbox("Cost", costs, key=key, format_func=lambda name: f"{name} ({counts[name]:,})")
    url_state.keep(benchmark=benchmark, metric=metric, split=split, cost=cost)
    row = of_split.row(costs.index(cost), named=True)
    return Axes(benchmark, metric, split, cost, *(row[name] for name in list(Axes.__dataclass_fields__)[4:]))


def narrow(chosen: Axes) -> dict[str, bool | int | float]:
    """Show the filters for cited methods, years and confidence; returns them as parameters of ``tradeoff_rows``."""
    left, middle, right = st.columns(3, gap="medium", vertical_alignment="center")
    cited = left.toggle(
        "Include cited methods", key=url_state.flag_for("cited"), help="Cited methods are shown but never define the Pareto front."
    )
    url_state.keep(cited=cited)
    given: dict[str, bool | int | float] = {"cited": cited}
    if ends := years.pick(middle, chosen.first_year, chosen.last_year):
        given |= {"first_year": ends[0], "last_year": ends[1]}
    least = confidence.least(right)
    return given | ({"min_confidence": least} if least else {})


def unknown_name(said: str | None, names: list[str]) -> None:
    """If the URL names a benchmark without both: resolve it as an alias, or show a message and link to its leaderboard."""
    if not said or said in names:
        return
    near = database.ask("benchmark_suggestions", name=said)
    same = near.filter(pl.col("likeness") == 1)["benchmark"].to_list()
    if same and same[0] in names:
        st.query_params["benchmark"] = same[0]
        return
    st.info(
        f"No paper reports both a score on “{text.plain(text.shorten(said, 80))}” and a cost. Another benchmark is shown instead.",
        icon=":material/search:",
    )
    if same:
        links.link(pages.BENCHMARK, f"Scores on {same[0]}", benchmark=same[0])
