"""Selects a board: benchmark, metric, split, task and protocol, those with most results first. All are query parameters of the URL."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl
import streamlit as st

from dashboards import database, text, url_state
from dashboards.rows import Row
from dashboards.theme import ORDINARY, PAPERS_FOR_BEST, UNREGISTERED, UNSPECIFIED

OFFERED = 2_000
FEW = "fewer than 3 papers"
HELP = {
    "split": "The part or variant of the benchmark stated in the text. Different splits are never ranked together.",
    "task": "What was done on the benchmark. Results for different tasks are never ranked together.",
    "protocol": "The conditions of the evaluation, such as few-shot. Different protocols are never ranked together.",
}


@dataclass(frozen=True, slots=True)
class Board:
    """One benchmark, metric, split, task and protocol, as a row of ``benchmark_choices``."""

    benchmark: str
    metric: str
    split: str
    task: str
    protocol: str
    direction: str | None
    unit: str | None
    scores: int
    first_year: int | None
    last_year: int | None

    @property
    def key(self) -> dict[str, str]:
        """The parameters of the queries for its rows."""
        return {"benchmark": self.benchmark, "metric": self.metric, "split": self.split, "task": self.task, "protocol": self.protocol}


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
    """Select the metric, split, task and protocol of a benchmark; task and protocol only where there is a choice."""
    choices = database.ask("benchmark_choices", benchmark=name)
    row, boards = st.container(), choices
    with row:
        places = iter(st.columns([3, 2]))
    boards = _of(boards, "metric", _pick(next(places), boards, "metric", _listed_metric(choices)))
    boards = _of(boards, "split", _pick(next(places), boards, "split", UNSPECIFIED if _said("split").lower() == "test" else ""))
    several = [part for part in ("task", "protocol") if boards[part].n_unique() > 1]
    further = iter(row.columns(len(several)) if several else ())
    for part in ("task", "protocol"):
        if boards[part].n_unique() > 1:
            boards = _of(boards, part, _pick(next(further, row), boards, part))
        else:
            url_state.keep(**{part: None})
    found = boards.row(0, named=True)
    parts = ("metric", "split", "task", "protocol", "direction", "unit", "scores", "first_year", "last_year")
    picked = Board(name, *(found[part] for part in parts))
    row.caption(text.plain(ranked_together(picked)))
    return picked


def _pick(place: st.delta_generator.DeltaGenerator, boards: pl.DataFrame, part: str, meant: str = "") -> str:
    """Let the user choose one value of a part of the boards, by default that of the fullest board, and write it to the URL.

    Args:
        place: where the control is shown.
        boards: the boards to choose from, the fullest first.
        part: the column.
        meant: the value to fall back to if the URL's is none of the options; ignored if it is none either.
    """
    counts = {
        name: (scores, ranked)
        for name, scores, ranked in boards.group_by(part, maintain_order=True).agg(pl.sum("scores"), pl.max("ranked")).iter_rows()
    }
    options = list(counts)
    key = url_state.key_for(part, options, meant if meant in counts else options[0])
    chosen = place.selectbox(
        part.capitalize(), options, key=key, format_func=lambda one: _label(part, one, *counts[one]), help=HELP.get(part)
    )
    url_state.keep(**{part: chosen})
    return str(chosen)


def _of(boards: pl.DataFrame, part: str, chosen: str) -> pl.DataFrame:
    return boards.filter(pl.col(part) == chosen)


def _label(part: str, name: str, scores: int, ranked: int) -> str:
    few = f"; {FEW}" if 0 < ranked < PAPERS_FOR_BEST else ""
    said = {"metric": said_metric, "split": said_split, "protocol": said_protocol}.get(part, said_task)(name)
    return f"{said}{f' ({FEW})' if few else ''}" if part == "metric" else f"{said} ({scores:,}{few})"


def _said(part: str) -> str:
    """What the URL has for a part, or an empty string."""
    return st.query_params.get(part) or ""


def _listed_metric(choices: pl.DataFrame) -> str:
    """The metric under which the URL's metric is listed, such as accuracy for an error rate; an empty string if there is none."""
    said, known = _said("metric"), choices["metric"].to_list()
    if not said or said in known:
        return said
    return next((name for name in database.ask("metric", name=said)["metric"] if name in known), "")


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
    """A split's label.

    >>> said_split("unspecified"), said_split("val")
    ('test or not stated', 'val')
    """
    return "test or not stated" if split == UNSPECIFIED else split


def said_task(task: str) -> str:
    """A task's label."""
    return "task not stated" if task == UNSPECIFIED else task


def said_protocol(protocol: str) -> str:
    """A protocol's label.

    >>> said_protocol("ordinary"), said_protocol("few-shot")
    ('as usual', 'few-shot')
    """
    return "as usual" if protocol == ORDINARY else protocol


def ranked_together(board: Board) -> str:
    """What makes this board, in one sentence."""
    what = f"task ({said_task(board.task)}), metric ({said_metric(board.metric)}), split ({said_split(board.split)})"
    return f"Ranked together: results on {board.benchmark} with the same {what} and conditions ({said_protocol(board.protocol)})."
