"""Selects a board: benchmark, metric and split, those with most results first. All are query parameters of the URL."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl
import streamlit as st

from dashboards import database, text, url_state
from dashboards.rows import Row
from dashboards.theme import UNREGISTERED, UNSPECIFIED

OFFERED = 2_000


@dataclass(frozen=True, slots=True)
class Board:
    """One benchmark, metric and split, as a row of ``benchmark_choices``."""

    benchmark: str
    metric: str
    split: str
    direction: str | None
    unit: str | None
    scores: int
    first_year: int | None
    last_year: int | None

    @property
    def key(self) -> dict[str, str]:
        """The parameters of the queries for its rows."""
        return {"benchmark": self.benchmark, "metric": self.metric, "split": self.split}


def offered() -> list[str]:
    """Names of benchmarks with scores, those with most claims first; any other can be typed or linked to."""
    return database.ask("benchmarks", limit=OFFERED).filter(pl.col("scores") > 0)["benchmark"].to_list()


def benchmark(names: list[str]) -> Row:
    """Select a benchmark; returns its row of the query ``benchmark``. An unknown name gets a message with similar names.

    Args:
        names: the options, at least one.
    """
    place = st.container()
    key = url_state.key_for("benchmark", default=names[0])
    found = database.row("benchmark", name=st.session_state[key])
    if found is None or not found["scores"]:
        _unknown(st.session_state[key], place)
        found = database.row("benchmark", name=names[0]) or {}
    name = str(found["benchmark"])
    st.session_state[key] = name
    st.selectbox(
        "Benchmark",
        names if name in names else [name, *names],
        key=url_state.key_for("benchmark"),
        accept_new_options=True,
        help="Type part of a name, or any name that is not listed.",
    )
    url_state.keep(benchmark=name)
    return found


def board(name: str) -> Board:
    """Select the metric and the split of a benchmark."""
    choices = database.ask("benchmark_choices", benchmark=name)
    left, right = st.columns([3, 2])
    metrics = choices["metric"].unique(maintain_order=True).to_list()
    metric = left.selectbox("Metric", metrics, key=url_state.key_for("metric", metrics, metrics[0]), format_func=said_metric)
    of_metric = choices.filter(pl.col("metric") == metric)
    counts = dict(of_metric.select("split", "scores").iter_rows())
    splits = list(counts)
    split = right.selectbox(
        "Split",
        splits,
        key=url_state.key_for("split", splits, splits[0]),
        format_func=lambda one: f"{said_split(one)} ({counts[one]:,})",
        help="The part or variant of the benchmark stated in the text. Different splits are never ranked together.",
    )
    url_state.keep(metric=metric, split=split)
    row = of_metric.row(splits.index(split), named=True)
    return Board(name, metric, split, *(row[part] for part in ("direction", "unit", "scores", "first_year", "last_year")))


def _unknown(said: str, place: st.delta_generator.DeltaGenerator) -> None:
    near = database.ask("benchmark_suggestions", name=said)["benchmark"].to_list()
    hint = f" Similar names: {', '.join(text.plain(name) for name in near)}." if near else ""
    place.info(f"No benchmark with scores matches “{text.plain(text.shorten(said, 80))}”.{hint}", icon=":material/search:")


def said_metric(metric: str) -> str:
    """A metric's label.

    >>> said_metric("unregistered: cuteness")
    'cuteness (not in the registry)'
    """
    if metric == UNSPECIFIED:
        return "unspecified metric"
    name = metric.removeprefix(UNREGISTERED)
    return name if name == metric else f"{name} (not in the registry)"


def said_split(split: str) -> str:
    """A split's label."""
    return "unspecified" if split == UNSPECIFIED else split
