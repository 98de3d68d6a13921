"""The slider for a range of years, the query parameters ``from`` and ``to``."""

from __future__ import annotations

from streamlit.delta_generator import DeltaGenerator

from dashboards import url_state


def pick(place: DeltaGenerator, first: int | None, last: int | None) -> tuple[int, int] | None:
    """First and last selected year; None for all years. No slider is shown for fewer than two years.

    Args:
        place: where the slider is shown.
        first: the earliest available year.
        last: the latest available year.
    """
    if first is None or last is None or first >= last:
        return None
    whole = (first, last)
    picked: tuple[int, int] = place.slider("Years", first, last, whole, key=url_state.range_for("from", "to", *whole))
    url_state.keep_range("from", "to", picked, whole)
    return None if picked == whole else picked
