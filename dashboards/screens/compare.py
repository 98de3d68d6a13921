"""Two to six systems side by side."""

from __future__ import annotations

import streamlit as st

st.title("Compare", anchor=False)
