"""Links between pages. A page's URL holds its whole state, so a link is a page and its query parameters."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st

from dashboards import text
from dashboards.pages import Page


def params(**said: str | float | None) -> dict[str, str]:
    """Query parameters as text, without empty ones.

    >>> params(benchmark="COCO", metric=None, confidence=0.6, split="")
    {'benchmark': 'COCO', 'confidence': '0.6'}
    """
    return {name: f"{value:g}" if isinstance(value, float) else str(value) for name, value in said.items() if value}


def link(page: Page, label: str, *, bold: bool = False, note: str = "", icon: str | None = None, **said: str | float | None) -> None:
    """Show a link to a page; ``label`` and a ``note`` in smaller type after it are shown literally, whatever they contain."""
    plain = text.plain(label)
    more = f" :small[{text.plain(note)}]" if note else ""
    st.page_link(page.file, label=(f"**{plain}**" if bold else plain) + more, icon=icon, query_params=params(**said))


def go(page: Page, **said: str | float | None) -> NoReturn:
    """Switch to a page immediately."""
    st.switch_page(page.file, query_params=params(**said))
