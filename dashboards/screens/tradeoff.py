"""Quality against cost, where one paper states both about the same system."""

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
    "A score and a cost stand together where one abstract states both about the method of the same name, or about its own method where it "
    "gives no name. Several of both are taken in the order of the text. Where there are more of the one than of the other, or another "
    "method's number stands nearer, nobody can know which belong together, and they are left out. A cost measured on another benchmark "
    "does not count. Speed, time and memory were measured on each paper's own machines."
)


def main() -> None:
    """Show the page."""
    st.title("Trade-off", anchor=False)
    said = st.query_params.get("benchmark")
    names = database.ask("tradeoff_benchmarks", also=said)["benchmark"].to_list()
    if not names:
        shell.nothing(
            "No paper states both",
            "None of the abstracts that were loaded states a comparable score on a benchmark and, about the same method, what it took: "
            "parameters, time, memory, speed. The benchmarks' pages list the costs that stand alone.",
        )
    st.caption("What a better score costs, from papers that state both about one method.", help=HOW_PAIRED)
    tradeoff.unknown_name(said, names)
    chosen = tradeoff.pick(names)
    rows = database.ask("tradeoff_rows", **chosen.key, **tradeoff.narrow(chosen), limit=LISTED)
    if rows.is_empty():
        shell.nothing("Nothing in this selection", advice(chosen))
    selection(rows, chosen)


def advice(chosen: Axes) -> str:
    """What to do where the selection is empty."""
    has = "is" if chosen.points == 1 else "are"
    cited = "" if chosen.own else " All are methods that papers cite: switch them on."
    return f"There {has} {text.count(chosen.points, 'method')} in all: widen the years or ask for less confidence.{cited}"


@shell.part
def selection(rows: pl.DataFrame, chosen: Axes) -> None:
    """What runs again when a dot or a row is chosen: nothing else on the page changes."""
    quality = charts.axis_title(said_metric(chosen.metric), chosen.quality_unit, chosen.quality_direction)
    cost = charts.axis_title(chosen.cost, None, chosen.cost_direction)
    drawn = charts.tradeoff(rows, quality, cost, theme.INK[shell.mode()])
    name = (chosen.benchmark, chosen.metric, chosen.cost)
    version = f"{sorted(chosen.key.items())} {rows['claim_id'].hash().sum()}"
    said = f"{quality} against {cost}: {text.count(rows.height, 'method')}; the table has the same."
    picked = shell.draw(drawn, key=f"chart {version}", said=said, choose=True)
    st.caption(text.plain(" ".join(remarks(rows, chosen))))
    place = st.container()
    shown = tables.without_empty(tables.tradeoff(rows), keep=ALWAYS)
    row = grid.show(shown, f"tradeoff {version}")
    claims = rows["claim_id"].to_list()
    claim = chosen_claim.latest("claim", claims, chart=charts.picked(picked), table=None if row is None else claims[row])
    with place:
        if claim:
            behind(rows.row(claims.index(claim), named=True))
    with st.container(horizontal=True):
        download.table(shown, *name, key="download tradeoff", caption=said)
        download.chart(drawn, *name, key="download chart")


def behind(row: Row) -> None:
    """The words behind one dot: of its score, or of its cost."""
    which = st.segmented_control(
        "Point out in the abstract", [SCORE, COST], key=url_state.key_for("number", [SCORE, COST], SCORE), required=True
    )
    url_state.keep(number=None if which == SCORE else which)
    quote.panel(str(row["cost_claim_id" if which == COST else "claim_id"]), str(row["paper_id"]))


def remarks(rows: pl.DataFrame, chosen: Axes) -> list[str]:
    """How many systems there are, what the line means, and why there is none."""
    said = [f"{text.count(rows.height, 'method')} from {text.count(rows['paper_id'].n_unique(), 'paper')}."]
    if rows.height == LISTED:
        said.append(f"These are the first {LISTED:,}; narrow the selection to see others.")
    if rows["on_front"].is_not_null().any():
        said.append("The line is the front: the best score to be had for each cost.")
    elif chosen.cost_direction is None:
        said.append("Nobody has registered which way this cost is better, so no front is drawn.")
    elif not chosen.is_level:
        said.append("These are measured against different methods and cannot be compared with each other, so no front is drawn.")
    if not chosen.is_level and chosen.quality_direction:
        said.append("A factor or share says how a method compares with the one named under Against.")
    return [*said, "Choose a dot or a row to see the words behind it."]


main()
