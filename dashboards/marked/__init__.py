"""A text with its claims marked in place: a small component whose marks can be clicked, and reached and pressed with the keyboard.

The words travel as data and the browser puts them on the page as text, so that no title or abstract can become markup.
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
    """Show a text with its claims marked by kind.

    Args:
        words: the text.
        claims: with ``start_offset``, ``end_offset``, ``kind`` and ``claim_id``; other fields go into the words shown on hover.
        key: of the component.
        chosen: the claim to point out; scrolled to where the text does not fit.
        height: in pixels, for a text that scrolls within its place; None for as high as it is.
        on_choose: called with a claim's id before the page runs again, when somebody presses its mark.
        asides: other places to mark, more quietly, with ``start_offset``, ``end_offset`` and ``about``.
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
