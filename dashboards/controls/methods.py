"""Selects the methods to compare: from a list, by typing, or by suggestion. They are the query parameter ``methods``."""

from __future__ import annotations

import streamlit as st

from dashboards import database, text, url_state

MOST = 6
OFFERED = 500
PARTNERS = 6


def systems(place: st.delta_generator.DeltaGenerator) -> list[str]:
    """The methods to compare. Any name can be typed; the list offers those comparable on most benchmarks."""
    unknown: list[str] = []
    key = url_state.list_for("methods", lambda given: known(given, unknown))
    options = list(dict.fromkeys([*st.session_state[key], *database.ask("comparable_systems", limit=OFFERED)["method"]]))
    names: list[str] = place.multiselect(
        f"Methods, up to {MOST}",
        options,
        key=key,
        max_selections=MOST,
        accept_new_options=True,
        placeholder="select or type any name",
        select_all=False,
    )
    url_state.keep(methods=url_state.listed(names))
    if unknown:
        said = ", ".join(f"“{text.plain(text.shorten(name, 60))}”" for name in unknown)
        st.info(f"No paper in this database names a method {said}.", icon=":material/search:")
    return names


def known(given: list[str], unknown: list[str]) -> list[str]:
    """The methods that the names refer to, without duplicates; names without a match are added to ``unknown``."""
    found: list[str] = []
    for name in given:
        system = database.row("system", method=name)
        if system is None:
            unknown.append(name)
        else:
            found.append(str(system["method"]))
    return list(dict.fromkeys(found))[:MOST]


def suggestions(names: list[str]) -> None:
    """Buttons for the methods that share most benchmarks with the selected ones."""
    if not names or len(names) == MOST:
        return
    partners = database.ask("compare_partners", methods=url_state.listed(names), limit=PARTNERS)
    if partners.is_empty():
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("Add:", width="content")
        for name, boards in partners.iter_rows():
            label = f"{text.plain(text.shorten(name, 32))} ({boards:,})"
            told = f"shares {text.count(boards, 'leaderboard')}"
            st.button(label, key=f"add {name}", help=told, on_click=add, args=(name,))


def add(name: str) -> None:
    """Add a method to the selected ones."""
    key = url_state.list_for("methods", list)
    st.session_state[key] = [*st.session_state[key], name]
