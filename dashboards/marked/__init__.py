"""A text with its results highlighted: a small component whose highlights work with mouse and keyboard.

The text is sent as data and inserted as text nodes, so that no title or abstract can become markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import streamlit as st

from dashboards import text, theme

_HERE = Path(__file__).parent


def show(
    words: str,
    claims: Iterable[Mapping[str, object]],
    *,
    key: str,
    chosen: str | None = None,
    height: int | None = None,
    on_choose: Callable[[str], None] | None = None,
    asides: Iterable[Mapping[str, object]] = (),
) -> None:
    """Show a text with its claims highlighted by kind.

    Args:
        words: the text.
        claims: with ``start_offset``, ``end_offset``, ``kind`` and ``claim_id``; other fields are used for the tooltip.
        key: of the component.
        chosen: the claim to outline; the text scrolls to it if it does not fit.
        height: in pixels, for a text that scrolls; None for its full height.
        on_choose: called with a claim's id before the page reruns, when its highlight is activated.
        asides: other spans to highlight less prominently, with ``start_offset``, ``end_offset`` and ``about``.
    """

    def choose() -> None:
        pressed = st.session_state[key].get("pressed")
        if pressed and on_choose:
            on_choose(str(pressed))

    _component()(
        key=key,
        data={"pieces": text.pieces(words, claims, asides), "chosen": chosen, "height": height, "pressable": on_choose is not None},
        on_pressed_change=choose,
    )


@st.cache_resource(show_spinner=False)
def _component() -> Callable[..., object]:
    kinds = "".join(
        f"mark.{kind.name} {{ background: {kind.colour}2e; border-bottom: 3px {kind.line} {kind.colour}; }}\n"
        for kind in theme.KINDS.values()
    )
    return st.components.v2.component(
        "marked_text",
        html='<div class="text" role="group"></div>',
        css=(_HERE / "marked.css").read_text(encoding="utf-8") + kinds,
        js=(_HERE / "marked.js").read_text(encoding="utf-8"),
    )
