"""Benchmark cards: metric, best result, its holder, and the best over time."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import charts, links, pages, text, theme
from dashboards.controls import confidence
from dashboards.rows import Row
from dashboards.theme import ORDINARY, UNSPECIFIED

CARDS = 8
PER_ROW = 4
KEY = "cards"


def show(rows: pl.DataFrame, least: float) -> None:
    """Show cards for the first rows of ``fullest_boards`` that have a best result.

    Args:
        rows: rows of that query.
        least: the minimum confidence of the rows; links pass it on.
    """
    known = rows.filter(pl.col("best").is_not_null()).head(CARDS)
    if known.is_empty():
        st.info(
            "None of these benchmarks has results of at least three papers at this confidence. Lower the minimum confidence.",
            icon=":material/info:",
        )
        return
    with st.container(key=KEY):
        for start in range(0, known.height, PER_ROW):
            for column, row in zip(st.columns(PER_ROW), known[start : start + PER_ROW].iter_rows(named=True), strict=False):
                with column.container(border=True, height="stretch", gap="xsmall"):
                    _card(row, least)


def _card(row: Row, least: float) -> None:
    board = {name: str(row[name]) for name in ("benchmark", "metric", "split", "protocol")} | {"task": str(row["board_task"])}
    links.link(pages.BENCHMARK, text.shorten(board["benchmark"], 40), bold=True, confidence=confidence.param(least), **board)
    part = "".join(f", {board[name]}" for name, usual in (("split", UNSPECIFIED), ("protocol", ORDINARY)) if board[name] != usual)
    st.metric(
        text.plain(f"{board['metric']}{part} · {row['direction']} is better"),
        text.plain(text.quantity(row["best"], row["unit"], str(row["bound"]))),
    )
    if row["curve"]:
        years = f"{row['first_record']} to {row['last_record']}"
        st.image(charts.spark(row["curve"], theme.ACCENT), width="stretch", alt=f"Best result over time, {years}")
        st.caption(years)
    held = text.holder(row["method"], str(row["title"]), 50)
    results = f"{text.count(row['results'], 'result')} in {text.count(row['result_papers'], 'paper')}"
    st.caption(f"{text.plain(held)}{', ' + str(row['year']) if row['year'] else ''}  \n{results}")
