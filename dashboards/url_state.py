"""Keeps widgets and URL query parameters in sync: a link reproduces a view, a choice changes the URL, the back button works.

A widget's state and its query parameter are two copies of one value. The URL wins if it differs from what this session last wrote (a link
was followed, or the back button pressed); otherwise the widget wins. The widget also wins if it has just been changed, because the browser
may still send the URL from before the change.
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
    """The key of the widget bound to the query parameter ``name``; sets the widget's state from the URL where needed.

    Args:
        name: the query parameter.
        options: the allowed values; None for free text.
        default: the value if the URL has none, or one that is not an option.
    """
    key, said = _key(name), st.query_params.get(name)
    moved = _moved(name, said)
    wanted = said if moved else st.session_state[key]
    fits = wanted is not None if options is None else wanted in options
    if moved or not fits:
        st.session_state[key] = wanted if fits else default
    return _shown(name)


def value_of(name: str) -> str | None:
    """The value of a parameter without a widget: from the URL, or what this session has set since."""
    chosen: str | None = st.session_state[key_for(name)]
    return chosen


def choose(name: str, value: str | float | None) -> None:
    """Set the value of a parameter from outside its widget, such as a highlighted result, a table row, or a button."""
    st.session_state[_key(name)] = value


def list_for(name: str, tidy: Callable[[list[str]], list[str]]) -> str:
    """Like :func:`key_for`, for a list of names; :func:`listed` joins them for the URL.

    Args:
        name: the query parameter.
        tidy: cleans the names from the URL or the user before the widget shows them.
    """
    key, said = _key(name), st.query_params.get(name)
    names = (said or "").split(BETWEEN) if _moved(name, said) else st.session_state[key]
    st.session_state[key] = tidy([one for one in names if one.strip()])
    return _shown(name)


def listed(names: Iterable[str]) -> str:
    """Names joined into one parameter. A bar inside a name becomes a space, which name lookup treats alike.

    >>> listed(["GPT-4", "a|b"])
    'GPT-4|a b'
    """
    return BETWEEN.join(name.replace(BETWEEN, " ") for name in names)


def flag_for(name: str) -> str:
    """Like :func:`key_for`, for a toggle: on if the parameter is ``yes``."""
    said = st.query_params.get(name)
    if _moved(name, said):
        st.session_state[_key(name)] = said == YES
    return _shown(name)


def number_for(name: str, low: int, high: int, default: int) -> int:
    """The integer parameter ``name``, clamped to ``low`` and ``high``; ``default`` if it is missing or malformed."""
    said = st.query_params.get(name, "")
    return min(max(int(said), low), high) if _WHOLE.fullmatch(said) else default


def level_for(name: str, low: float, high: float, default: float) -> str:
    """Like :func:`key_for`, for a slider: the parameter clamped to the limits, ``default`` if it is missing or malformed."""
    key, said = _key(name), st.query_params.get(name)
    other = st.session_state.get(f"default {name}") != default  # a page with another default has been left
    st.session_state[f"default {name}"] = default
    if other or _moved(name, said):
        st.session_state[key] = min(max(round(float(said), 2), low), high) if said and _DECIMAL.fullmatch(said) else default
    else:  # set again, because the slider of another page would begin at its minimum
        st.session_state[key] = st.session_state[key]
    return _shown(name)


def range_for(first: str, last: str, low: int, high: int) -> str:
    """Like :func:`key_for`, for a range slider whose ends are the parameters ``first`` and ``last``."""
    name = f"{first}-{last}"
    key, said = _key(name), (st.query_params.get(first), st.query_params.get(last))
    if _moved(name, said):
        start, end = number_for(first, low, high, low), number_for(last, low, high, high)
        st.session_state[key] = (min(start, end), max(start, end))
    else:
        start, end = st.session_state[key]
        before = st.session_state.get(f"whole {name}", (low, high))
        start, end = low if start == before[0] else start, high if end == before[1] else end  # an open end stays open
        st.session_state[key] = (min(max(start, low), high), max(min(end, high), low))
    st.session_state[f"whole {name}"] = (low, high)
    return _shown(name)


def keep(**values: str | bool | None) -> None:
    """Write values to the URL; None, False or an empty string removes the parameter."""
    for name, said in values.items():
        value = YES if said is True else said
        if not value:
            st.query_params.pop(name, None)
        elif st.query_params.get(name) != value:
            st.query_params[name] = value
        st.session_state[_seen(name)] = st.query_params.get(name)


def keep_range(first: str, last: str, chosen: tuple[int, int], whole: tuple[int, int]) -> None:
    """Write a range to the URL, each end only if it excludes something."""
    keep(**{first: str(chosen[0]) if chosen[0] != whole[0] else None, last: str(chosen[1]) if chosen[1] != whole[1] else None})
    st.session_state[_seen(f"{first}-{last}")] = (st.query_params.get(first), st.query_params.get(last))


def _moved(name: str, said: object) -> bool:
    """Whether the URL decides what the widget shows."""
    state, key = st.session_state, _key(name)
    return key not in state or (said != state.get(_seen(name)) and state[key] == state.get(_last(name)))


def _shown(name: str) -> str:
    """The widget's key; remembers the value about to be shown, to detect a later change by the user."""
    key = _key(name)
    st.session_state[_last(name)] = st.session_state[key]
    return key


def _key(name: str) -> str:
    return f"widget {name}"


def _seen(name: str) -> str:
    return f"address {name}"


def _last(name: str) -> str:
    return f"shown {name}"
