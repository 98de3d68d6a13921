"""The front page: how much there is, a search over benchmarks, the ones with most results, what came in last."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import address, data, grid, links, shell, tables, takeaway, text

CARDS = 8
PER_ROW = 4


def main() -> None:
    """Show the page."""
    st.title("What papers report, ranked", anchor=False)
    totals = data.row("totals") or {}
    shell.require_papers(totals)
    figures(totals)
    areas = data.ask("areas").filter(pl.col("area").is_not_null())["area"].to_list()
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    search = left.text_input(
        "Find a benchmark", key=address.key_for("q", default=""), placeholder="a part of its name", type="search", live=True, max_chars=200
    )
    area = right.selectbox("Area", areas, key=address.key_for("area", areas), index=None, placeholder="all areas")
    address.keep(q=search, area=area)
    found = data.ask("benchmarks", search=search or None, area=area)
    if found.is_empty():
        nothing_found(search, area)
    with st.container(key="cards"):
        cards(found.filter(pl.col("best").is_not_null()).head(CARDS))
    everything(found)
    last_load(totals)


def figures(totals: dict[str, object]) -> None:
    """The totals, in one row that wraps on narrow screens."""
    years = f"{totals['first_year']} to {totals['last_year']}" if totals["first_year"] else "unknown"
    shown = {
        "Papers": f"{totals['papers']:,}",
        "Reported numbers": f"{totals['claims']:,}",
        "Benchmarks": f"{totals['benchmarks']:,}",
        "Leaderboards": f"{totals['boards']:,}",
        "Years": years,
    }
    with st.container(horizontal=True, gap="medium"):
        for label, value in shown.items():
            st.metric(label, value, width="content")


def cards(found: pl.DataFrame) -> None:
    """The benchmarks with most results: name, current best, who holds it."""
    for start in range(0, found.height, PER_ROW):
        columns = st.columns(PER_ROW)
        for column, row in zip(columns, found[start : start + PER_ROW].iter_rows(named=True), strict=False):
            with column.container(border=True, height="stretch"):
                params = {"benchmark": row["benchmark"], "metric": row["metric"], "split": row["split"]}
                st.page_link("screens/benchmark.py", label=f"**{text.plain(row['benchmark'])}**", query_params=params)
                st.metric(text.plain(row["metric"]), text.quantity(row["best"], row["unit"]))
                made = f"{text.count(row['claims'], 'number')} in {text.count(row['papers'], 'paper')}"
                holder = text.plain(text.shorten(row["method"] or row["title"], 60))
                st.caption(f"{holder}{', ' + str(row['year']) if row['year'] else ''} · {made}")


def everything(found: pl.DataFrame) -> None:
    """All benchmarks that fit the search; choosing a row opens it."""
    st.subheader(text.count(found.height, "benchmark"), anchor=False)
    st.caption("Choose a row to open it.")
    shown = tables.benchmarks(found)
    chosen = grid.show(shown, "all benchmarks")
    takeaway.table(shown, "benchmarks", key="download benchmarks")
    if chosen is not None:
        row = found.row(chosen, named=True)
        links.go(links.BENCHMARK, benchmark=row["benchmark"], metric=row["metric"], split=row["split"])


def nothing_found(search: str, area: str | None) -> None:
    """Say that nothing fits, and what comes near."""
    near = data.ask("benchmark_suggestions", name=search)["benchmark"].to_list() if search else []
    names = ", ".join(f"**{text.plain(name)}**" for name in near)
    where = f" in the area {text.plain(area)}" if area else ""
    shell.nothing(
        f"No benchmark is called “{search}”{where}" if search else f"No benchmarks{where}",
        f"Near it: {names}." if near else "Try fewer letters.",
    )


def last_load(totals: dict[str, object]) -> None:
    """When something was loaded last, and what could not be read."""
    run = data.row("latest_run")
    if run:
        when = f"Last load {run['started_at']:%Y-%m-%d %H:%M} UTC"
        said = f"{when}: {run['new_papers']:,} new papers, {run['claims']:,} reported numbers in {run['seconds']:.1f} s."
        st.caption(said)
    if totals["rejected"]:
        with st.expander(f"{totals['rejected']:,} entries could not be read"):
            st.dataframe(data.ask("rejected_counts"), hide_index=True)


main()
