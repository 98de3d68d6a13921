"""The slider for the minimum confidence, the query parameter ``confidence``, and the way to what it hides."""

from __future__ import annotations

import streamlit as st

from dashboards import text, url_state
from dashboards.theme import CONFIDENCE

SUREST = 0.95
#: The minimum confidence of what pages call best or a record, unless another one is chosen.
DEFAULT = 0.7


def least(place: st.delta_generator.DeltaGenerator, default: float = 0.0) -> float:
    """The minimum confidence of the claims to show, 0 for all.

    Args:
        place: where the slider is shown.
        default: the value if the URL has none.
    """
    key = url_state.level_for("confidence", 0.0, SUREST, default)
    chosen = round(place.slider("Minimum confidence", 0.0, SUREST, step=0.05, format="%.2f", key=key, help=CONFIDENCE), 2)
    url_state.keep(confidence=param(chosen, default))
    return chosen


def param(chosen: float, default: float = DEFAULT) -> str | None:
    """The query parameter for a minimum confidence; None for the default of the page that it leads to.

    >>> param(0.7), param(0.0), param(0.4)
    (None, '0', '0.4')
    """
    return None if chosen == default else f"{chosen:g}"


def hidden(how_many: int, chosen: float, where: str = "") -> None:
    """Say how many results the minimum confidence hides, with a button that shows them; nothing if there are none.

    Args:
        how_many: the number of hidden results.
        chosen: the minimum confidence.
        where: words after the number, such as ``of this leaderboard``.
    """
    if not how_many:
        return
    are = "is" if how_many == 1 else "are"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(
            f"{text.count(how_many, 'result')}{where and ' '}{where} with a confidence below {chosen:.2f} {are} hidden.", width="content"
        )
        st.button(
            "Show all", key="show all", type="tertiary", icon=":material/visibility:", on_click=url_state.choose, args=("confidence", 0.0)
        )
