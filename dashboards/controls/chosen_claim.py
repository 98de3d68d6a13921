"""One claim that can be selected in several places (a dot, a table row, the URL). The latest change wins."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from dashboards import url_state


def latest(name: str, known: Collection[str], **said: str | None) -> str | None:
    """The claim to show, also written to the URL; None if there are no claims.

    Args:
        name: the query parameter.
        known: the available claims; the first is shown if none is selected.
        said: the current selection of each place, by the place's name; None for no selection.
    """
    state = st.session_state
    chosen = url_state.value_of(name)
    for place, now in said.items():
        before = f"{name} in {place}"
        if now is not None and now != state.get(before) and now in known:
            chosen = now
        state[before] = now
    known_one = chosen if chosen in known else None
    url_state.choose(name, known_one)
    url_state.keep(**{name: known_one})
    return known_one or next(iter(known), None)
