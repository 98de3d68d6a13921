"""Two to six systems over the benchmarks they share, as a table and a chart, and the words behind each number."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards import address, behind, charts, data, grid, links, shell, sureness, tables, takeaway, text, theme

MOST = 6
OFFERED = 500
PARTNERS = 6


def main() -> None:
    """Show the page."""
    shell.require_papers(data.row("totals") or {})
    st.title("Compare", anchor=False)
    left, right = st.columns([3, 1], gap="medium", vertical_alignment="bottom")
    names = choice(left)
    least = sureness.least(right)
    suggestions(names)
    if len(names) < 2:
        offer("Choose two systems or more" if not names else "Choose one more system")
    rows = data.ask("compare_rows", methods=address.listed(names), min_confidence=least)
    if rows.is_empty():
        sure = " with this confidence; ask for less, or" if least else ":"
        offer("These systems share no benchmark", f"No benchmark, metric and split has comparable results of two of them{sure}")
    alone = [name for name in names if name not in rows["method"].to_list()]
    if alone:
        st.caption(f"Nothing to compare for {', '.join(text.plain(name) for name in alone)}.")
    comparison(names, rows)


def choice(place: st.delta_generator.DeltaGenerator) -> list[str]:
    """The systems that are compared. Any name can be typed; the list offers those that can be compared on most benchmarks."""
    unknown: list[str] = []
    key = address.list_for("methods", lambda given: known(given, unknown))
    options = list(dict.fromkeys([*st.session_state[key], *data.ask("comparable_systems", limit=OFFERED)["method"]]))
    names: list[str] = place.multiselect(
        f"Systems, up to {MOST}",
        options,
        key=key,
        max_selections=MOST,
        accept_new_options=True,
        placeholder="choose, or type any name",
        select_all=False,
    )
    address.keep(methods=address.listed(names))
    if unknown:
        said = ", ".join(f"“{text.plain(text.shorten(name, 60))}”" for name in unknown)
        st.info(f"No paper here names a system {said}.", icon=":material/search:")
    return names


def known(given: list[str], unknown: list[str]) -> list[str]:
    """The systems that the names mean, each once; names that mean none are added to ``unknown``."""
    found: list[str] = []
    for name in given:
        system = data.row("system", method=name)
        if system is None:
            unknown.append(name)
        else:
            found.append(str(system["method"]))
    return list(dict.fromkeys(found))[:MOST]


def suggestions(names: list[str]) -> None:
    """Systems that share most benchmarks with the chosen ones, each a button."""
    if not names or len(names) == MOST:
        return
    partners = data.ask("compare_partners", methods=address.listed(names), limit=PARTNERS)
    if partners.is_empty():
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("Add:", width="content")
        for name, boards in partners.iter_rows():
            label = f"{text.plain(text.shorten(name, 32))} ({boards:,})"
            told = f"shares {text.count(boards, 'leaderboard')}"
            st.button(label, key=f"add {name}", help=told, on_click=add, args=(name,))


def add(name: str) -> None:
    """Add a system to the chosen ones."""
    key = address.list_for("methods", list)
    st.session_state[key] = [*st.session_state[key], name]


def offer(head: str, why: str = "") -> None:
    """An empty state: pairs of systems that can be compared."""
    st.subheader(head, anchor=False)
    pairs = data.ask("compare_pairs", limit=PARTNERS)
    if pairs.is_empty():
        shell.nothing("Nothing can be compared yet", "No two systems have results on the same benchmark, metric and split.")
    st.markdown(f"{why} These have most in common:" if why else "These pairs have most in common:")
    for one, other, boards in pairs.iter_rows():
        links.link(links.COMPARE, f"{one} and {other} ({text.count(boards, 'shared leaderboard')})", methods=address.listed([one, other]))
    st.stop()


@st.fragment
def comparison(names: list[str], rows: pl.DataFrame) -> None:
    """The chart, the table, and the words behind the chosen cell; a row without a cell stands for its best number."""
    boards = tables.boards(rows)
    drawn = charts.side_by_side(rows, names, theme.INK[shell.mode()])
    st.altair_chart(drawn, key="chart", alt=f"{', '.join(names)} on the benchmarks they share")
    cut = f" The chart shows the first {charts.SHOWN_LINES} of {boards.height:,}." if boards.height > charts.SHOWN_LINES else ""
    st.caption(f"Each line has its own scale; ↑ higher is better, ↓ lower is better. Conditions may differ between papers.{cut}")
    shown = tables.compared(rows, names)
    st.caption(
        f"{tables.BEST} is the best of a row. “own” is from the system's own paper, “cited” from another. Choose a number to see its words."
    )
    key = f"compared {rows['claim_id'].hash().sum()} {names}"
    chosen = grid.show(shown, key) or 0
    here = tables.of_board(rows, boards.row(chosen, named=True)).sort("best", descending=True, maintain_order=True)
    column = grid.chosen_column(key)
    cell = here.filter(pl.col("method").is_in([name for name in names if tables.head(name) == column]))
    behind.numbers(here, f"behind {key} {chosen} {column}", cell["claim_id"][0] if cell.height else None)
    with st.container(horizontal=True):
        takeaway.table(shown, "comparison", *names, key="download comparison")
        takeaway.chart(drawn, "comparison", *names, key="download chart")


main()
