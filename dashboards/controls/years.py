"""The control for a range of years. It stands in the address as ``from`` and ``to``, each end only where it leaves something out."""

from __future__ import annotations

from streamlit.delta_generator import DeltaGenerator

from dashboards import url_state


def pick(place: DeltaGenerator, first: int | None, last: int | None) -> tuple[int, int] | None:
    """First and last year of the range; None for all years. Where there are not two years to choose between, no control stands there.

    Args:
        place: where the control stands.
        first: the earliest year there is.
        last: the latest.
    """
    if first is None or last is None or first >= last:
        return None
    whole = (first, last)
    picked: tuple[int, int] = place.slider("Years", first, last, whole, key=url_state.range_for("from", "to", *whole))
    url_state.keep_range("from", "to", picked, whole)
    return None if picked == whole else picked
