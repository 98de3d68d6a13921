"""Paste an abstract and see its claims."""

from __future__ import annotations

import streamlit as st

st.title("Try it", anchor=False)
