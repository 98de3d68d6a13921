"""The address bar holds what a page shows: a link reproduces the view, a choice on the page changes the link, the back button works.

A widget's state and the address are two copies of one thing. The address wins when it is not what this session last wrote there (a link was
followed, or the back button pressed); else the widget does. So it does when somebody has just changed it: a quick hand is ahead of the
browser, which then still sends the address of before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

import streamlit as st

YES = "yes"
BETWEEN = "|"
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_DECIMAL = re.compile(r"[0-9]{0,9}\.?[0-9]{1,9}")


def key_for(name: str, options: Sequence[str] | None = None, default: str | None = None) -> str:
    """The key for the widget that stands for the address's parameter ``name``, with that widget's state set where it has to be.

    Args:
        name: the parameter.
        options: what the widget can show; None for free text.
        default: shown where the address says nothing, or something that is no option.
    """
    key, said = _key(name), st.query_params.get(name)
    moved = _moved(name, said)
    wanted = said if moved else st.session_state[key]
    fits = wanted is not None if options is None else wanted in options
    if moved or not fits:
        st.session_state[key] = wanted if fits else default
    return _shown(name)


def value_of(name: str) -> str | None:
    """What stands for ``name`` where no widget shows it: the address's word, or what this session has set since."""
    chosen: str | None = st.session_state[key_for(name)]
    return chosen


def choose(name: str, value: str | None) -> None:
    """Let somebody's choice stand for ``name`` from now on; for what is no widget of its own, such as a mark or a row."""
    st.session_state[_key(name)] = value


def list_for(name: str, tidy: Callable[[list[str]], list[str]]) -> str:
    """Like :func:`key_for`, for a choice of several names; :func:`listed` puts them into the address.

    Args:
        name: the parameter.
        tidy: what is kept of the names that the address or the reader gives, before the widget shows them.
    """
    key, said = _key(name), st.query_params.get(name)
    names = (said or "").split(BETWEEN) if _moved(name, said) else st.session_state[key]
    st.session_state[key] = tidy([one for one in names if one.strip()])
    return _shown(name)


def listed(names: Iterable[str]) -> str:
    """Names as one parameter. A bar within a name becomes a blank, which says the same to those who look a name up.

    >>> listed(["GPT-4", "a|b"])
    'GPT-4|a b'
    """
    return BETWEEN.join(name.replace(BETWEEN, " ") for name in names)


def flag_for(name: str) -> str:
    """Like :func:`key_for`, for a switch: on where the address says ``yes``."""
    said = st.query_params.get(name)
    if _moved(name, said):
        st.session_state[_key(name)] = said == YES
    return _shown(name)


def number_for(name: str, low: int, high: int, default: int) -> int:
    """The whole number that the address gives for ``name``, kept between ``low`` and ``high``; ``default`` where it gives none."""
    said = st.query_params.get(name, "")
    return min(max(int(said), low), high) if _WHOLE.fullmatch(said) else default


def level_for(name: str, low: float, high: float) -> str:
    """Like :func:`key_for`, for a slider with one end: ``low`` where the address gives no number, else that number kept within the ends."""
    said = st.query_params.get(name)
    if _moved(name, said):
        st.session_state[_key(name)] = min(max(round(float(said), 2), low), high) if said and _DECIMAL.fullmatch(said) else low
    return _shown(name)


def range_for(first: str, last: str, low: int, high: int) -> str:
    """Like :func:`key_for`, for a slider with two ends that stand in the address as ``first`` and ``last``."""
    name = f"{first}-{last}"
    key, said = _key(name), (st.query_params.get(first), st.query_params.get(last))
    if _moved(name, said):
        start, end = number_for(first, low, high, low), number_for(last, low, high, high)
        st.session_state[key] = (min(start, end), max(start, end))
    else:
        start, end = st.session_state[key]
        st.session_state[key] = (min(max(start, low), high), max(min(end, high), low))
    return _shown(name)


def keep(**values: str | bool | None) -> None:
    """Write what the page shows into the address; None, False or an empty text takes the parameter out."""
    for name, said in values.items():
        value = YES if said is True else said
        if not value:
            st.query_params.pop(name, None)
        elif st.query_params.get(name) != value:
            st.query_params[name] = value
        st.session_state[_seen(name)] = st.query_params.get(name)


def keep_range(first: str, last: str, chosen: tuple[int, int], whole: tuple[int, int]) -> None:
    """Write a range into the address, each end only where it leaves something out."""
    keep(**{first: str(chosen[0]) if chosen[0] != whole[0] else None, last: str(chosen[1]) if chosen[1] != whole[1] else None})
    st.session_state[_seen(f"{first}-{last}")] = (st.query_params.get(first), st.query_params.get(last))


def _moved(name: str, said: object) -> bool:
    """Whether the address decides what the widget shows."""
    state, key = st.session_state, _key(name)
    return key not in state or (said != state.get(_seen(name)) and state[key] == state.get(_last(name)))


def _shown(name: str) -> str:
    """The widget's key, when it is known what the widget will show: that is kept, to see afterwards whether somebody has changed it."""
    key = _key(name)
    st.session_state[_last(name)] = st.session_state[key]
    return key


def _key(name: str) -> str:
    return f"widget {name}"


def _seen(name: str) -> str:
    return f"address {name}"


def _last(name: str) -> str:
    return f"shown {name}"
