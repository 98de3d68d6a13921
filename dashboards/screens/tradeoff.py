"""Scores against costs that one paper reports for the same method."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import charts, database, grid, shell, tables, text, theme, url_state
from dashboards.controls import chosen_claim, tradeoff
from dashboards.controls.board_picker import said_metric
from dashboards.controls.tradeoff import Axes
from dashboards.panels import download, quote
from dashboards.rows import Row

LISTED = 1_000
ALWAYS = ("Method", "Value", "Unit", "Cost", "Cost unit", "Paper", "Year", "Quote", "Cost quote")
SCORE, COST = "the score", "the cost"
HOW_PAIRED = (
    "A score and a cost are paired if one abstract reports both for the same method, or for its own unnamed method. Several scores and "
    "costs are paired in text order. Ambiguous pairs are left out: if their numbers differ, or another method's result is nearer. Costs "
    "measured on another benchmark are ignored. Speed, time and memory were measured on each paper's own hardware."
)


def main() -> None:
    """Show the page."""
    st.title("Trade-off", anchor=False)
    said = st.query_params.get("benchmark")
    names = database.ask("tradeoff_benchmarks", also=said)["benchmark"].to_list()
    if not names:
        shell.nothing(
            "No paper reports both a score and a cost",
            "None of the loaded abstracts reports a comparable score on a benchmark and a cost of the same method (parameters, time, "
            "memory, speed). The benchmark pages list all costs.",
        )
    st.caption("Scores against costs, from papers that report both for one method.", help=HOW_PAIRED)
    tradeoff.unknown_name(said, names)
    chosen = tradeoff.pick(names)
    rows = database.ask("tradeoff_rows", **chosen.key, **tradeoff.narrow(chosen), limit=LISTED)
    if rows.is_empty():
        shell.nothing("No results match these filters", advice(chosen))
    selection(rows, chosen)


def advice(chosen: Axes) -> str:
    """Advice for an empty selection."""
    has = "is" if chosen.points == 1 else "are"
    cited = "" if chosen.own else " All of them are cited methods: include them."
    return f"There {has} {text.count(chosen.points, 'method')} in total: widen the range of years or lower the minimum confidence.{cited}"


@shell.part
def selection(rows: pl.DataFrame, chosen: Axes) -> None:
    """The fragment that reruns when a dot or a row is selected."""
    quality = charts.axis_title(said_metric(chosen.metric), chosen.quality_unit, chosen.quality_direction)
    cost = charts.axis_title(chosen.cost, None, chosen.cost_direction)
    drawn = charts.tradeoff(rows, quality, cost, theme.INK[shell.mode()])
    name = (chosen.benchmark, chosen.metric, chosen.cost)
    version = f"{sorted(chosen.key.items())} {rows['claim_id'].hash().sum()}"
    said = f"{quality} against {cost}: {text.count(rows.height, 'method')}; the table lists the same methods."
    picked = shell.draw(drawn, key=f"chart {version}", said=said, choose=True)
    st.caption(text.plain(" ".join(remarks(rows, chosen))))
    place = st.container()
    shown = tables.without_empty(tables.tradeoff(rows), keep=ALWAYS)
    row = grid.show(shown, f"tradeoff {version}")
    claims = rows["claim_id"].to_list()
    claim = chosen_claim.latest("claim", claims, chart=charts.picked(picked), table=None if row is None else claims[row])
    with place:
        if claim:
            quote_of(rows.row(claims.index(claim), named=True))
    with st.container(horizontal=True):
        download.table(shown, *name, key="download tradeoff", caption=said)
        download.chart(drawn, *name, key="download chart")


def quote_of(row: Row) -> None:
    """Show the quote of one dot's score or cost."""
    which = st.segmented_control(
        "Highlight in the abstract", [SCORE, COST], key=url_state.key_for("number", [SCORE, COST], SCORE), required=True
    )
    url_state.keep(number=None if which == SCORE else which)
    quote.panel(str(row["cost_claim_id" if which == COST else "claim_id"]), str(row["paper_id"]))


def remarks(rows: pl.DataFrame, chosen: Axes) -> list[str]:
    """The number of methods, and what the line means or why there is none."""
    said = [f"{text.count(rows.height, 'method')} from {text.count(rows['paper_id'].n_unique(), 'paper')}."]
    if rows.height == LISTED:
        said.append(f"These are the first {LISTED:,}; narrow the filters to see others.")
    if rows["on_front"].is_not_null().any():
        said.append("The line is the Pareto front: the best score at each cost.")
    elif chosen.cost_direction is None:
        said.append("The registry has no direction for this cost, so no Pareto front is drawn.")
    elif not chosen.is_level:
        said.append("These values are relative to different baselines and cannot be compared with each other, so no Pareto front is drawn.")
    if not chosen.is_level and chosen.quality_direction:
        said.append("A ratio compares a method with the one in the column Against.")
    return [*said, "Select a dot or a row to see the quote."]


main()
