"""The link that reproduces the current view."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st


def address() -> str:
    """The page's URL with all selections."""
    chosen = urlencode(st.query_params.to_dict())
    return f"{st.context.url}?{chosen}" if chosen else str(st.context.url)


def link() -> None:
    """Show a button with the link, ready to copy."""
    with st.popover("Link to this view", icon=":material/link:", key="link"):
        st.code(address(), language=None, wrap_lines=True)
