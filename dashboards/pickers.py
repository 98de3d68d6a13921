"""The controls of the benchmark page: which board, whose results, which years, how sure. All of them stand in the address."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl
import streamlit as st

from dashboards import address, data, text
from dashboards.theme import CONFIDENCE, UNSPECIFIED

UNREGISTERED = "unregistered: "
SUREST = 0.95


@dataclass(frozen=True, slots=True)
class Board:
    """One leaderboard, as ``benchmark_choices`` describes it."""

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
        """What the queries for its rows want."""
        return {"benchmark": self.benchmark, "metric": self.metric, "split": self.split}


def board(names: list[str]) -> Board:
    """Pick a benchmark, and of its metrics and splits those that exist, the fullest first."""
    one, two, three = st.columns([2, 2, 1.3])
    benchmark = one.selectbox("Benchmark", names, key=address.key_for("benchmark", names, names[0]))
    choices = data.ask("benchmark_choices", benchmark=benchmark)
    metrics = choices["metric"].unique(maintain_order=True).to_list()
    metric = two.selectbox("Metric", metrics, key=address.key_for("metric", metrics, metrics[0]), format_func=said_metric)
    of_metric = choices.filter(pl.col("metric") == metric)
    counts = dict(of_metric.select("split", "scores").iter_rows())
    splits = list(counts)
    key = address.key_for("split", splits, splits[0])
    split = three.selectbox("Split", splits, key=key, format_func=lambda name: f"{said_split(name)} ({counts[name]:,})")
    address.keep(benchmark=benchmark, metric=metric, split=split)
    row = of_metric.row(splits.index(split), named=True)
    return Board(benchmark, metric, split, *(row[name] for name in ("direction", "unit", "scores", "first_year", "last_year")))


def rows_of(chosen: Board) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The board's rows and its running best, after the switches for whose results, which years and how sure."""
    left, middle, right = st.columns([2, 2, 2], gap="medium", vertical_alignment="center")
    own = left.toggle(
        "Only the papers' own results", key=address.flag_for("own"), help="Leaves out numbers that a paper cites for comparison."
    )
    address.keep(own=own)
    sure = address.level_for("confidence", 0.0, SUREST)
    least = round(right.slider("Confidence at least", 0.0, SUREST, step=0.05, format="%.2f", key=sure, help=CONFIDENCE), 2)
    address.keep(confidence=f"{least:g}" if least else None)
    years: dict[str, int] = {}
    progress = data.ask("progress_rows", **chosen.key, min_confidence=least)
    if chosen.first_year is not None and chosen.last_year is not None and chosen.first_year < chosen.last_year:
        whole = (chosen.first_year, chosen.last_year)
        picked = middle.slider("Years", *whole, key=address.range_for("from", "to", *whole))
        address.keep_range("from", "to", picked, whole)
        if picked != whole:
            years = {"first_year": picked[0], "last_year": picked[1]}
            progress = progress.filter(pl.col("year").is_between(*picked))
    return data.ask("leaderboard_rows", **chosen.key, own=own, min_confidence=least, **years), progress


def unknown_name(names: list[str]) -> None:
    """Where the address names a benchmark that has no scores: take it for another spelling, or else say which names are like it."""
    said = st.query_params.get("benchmark")
    if not said or said in names:
        return
    near = data.ask("benchmark_suggestions", name=said).filter(pl.col("benchmark").is_in(names))
    if near.height and near["likeness"][0] == 1:
        st.query_params["benchmark"] = near["benchmark"][0]
        return
    hint = f" Near it: {', '.join(text.plain(name) for name in near['benchmark'])}." if near.height else ""
    st.info(f"There is no benchmark “{text.plain(text.shorten(said, 80))}” with scores.{hint}", icon=":material/search:")


def said_metric(metric: str) -> str:
    """A metric in words.

    >>> said_metric("unregistered: cuteness")
    'cuteness (not in the registry)'
    """
    if metric == UNSPECIFIED:
        return "metric not named"
    name = metric.removeprefix(UNREGISTERED)
    return name if name == metric else f"{name} (not in the registry)"


def said_split(split: str) -> str:
    """A split in words."""
    return "not named" if split == UNSPECIFIED else split
