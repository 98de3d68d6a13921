"""The slider for the minimum confidence, the query parameter ``confidence``."""

from __future__ import annotations

import streamlit as st

from dashboards import url_state
from dashboards.theme import CONFIDENCE

SUREST = 0.95


def least(place: st.delta_generator.DeltaGenerator) -> float:
    """The minimum confidence of the claims to show, 0 for all."""
    key = url_state.level_for("confidence", 0.0, SUREST)
    chosen = round(place.slider("Minimum confidence", 0.0, SUREST, step=0.05, format="%.2f", key=key, help=CONFIDENCE), 2)
    url_state.keep(confidence=f"{chosen:g}" if chosen else None)
    return chosen
