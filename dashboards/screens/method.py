"""One system: what its own paper claims and what others do."""

from __future__ import annotations

import streamlit as st

st.title("Methods", anchor=False)
