"""One number chosen out of several places: a dot of a chart, a row of a table, the address. Whoever changed last has the say."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from dashboards import url_state


def latest(name: str, known: Collection[str], **said: str | None) -> str | None:
    """The claim to show; it is also put into the address.

    Args:
        name: the address's parameter.
        known: the claims that there are; the first is shown where nobody has chosen one of them.
        said: what each place says now, by the place's name; None where nothing is chosen there.
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
