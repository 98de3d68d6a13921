"""The entrance: settings, the list of pages, and the one place where what a user can act on becomes a message instead of a traceback."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # streamlit runs this file as a script; the pages import the package around it

import streamlit as st
from altair.utils import schemapi

from dashboards import database, shell
from leaderboard.errors import LeaderboardError

st.set_page_config(page_icon=str(Path(__file__).with_name("icon.svg")), layout="wide")
schemapi.disable_debug_mode()  # the tests hold charts against their schema; here somebody waits for a click meanwhile
# The folder is not called "pages": streamlit runs files of a folder of that name on their own until a navigation has been seen.
page = st.navigation(
    [
        st.Page("screens/home.py", title="Home", icon=":material/home:", default=True),
        st.Page("screens/benchmark.py", title="Benchmarks", icon=":material/leaderboard:", url_path="benchmark"),
        st.Page("screens/method.py", title="Methods", icon=":material/deployed_code:", url_path="method"),
        st.Page("screens/compare.py", title="Compare", icon=":material/compare_arrows:", url_path="compare"),
        st.Page("screens/tradeoff.py", title="Trade-off", icon=":material/balance:", url_path="tradeoff"),
        st.Page("screens/paper.py", title="Papers", icon=":material/article:", url_path="paper"),
        st.Page("screens/tryit.py", title="Try it", icon=":material/edit_note:", url_path="try"),
        st.Page("screens/sql.py", title="SQL", icon=":material/database:", url_path="sql"),
        st.Page("screens/data.py", title="Data", icon=":material/inventory_2:", url_path="data"),
    ],
    position="top",
)
shell.style()
database.look()
try:
    page.run()
except LeaderboardError as error:
    shell.explain(error)
