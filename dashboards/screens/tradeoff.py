"""Quality against cost."""

from __future__ import annotations

import streamlit as st

st.title("Trade-off", anchor=False)
