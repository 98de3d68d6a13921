"""The script behind every page: page settings, navigation, and the handler that turns errors users can act on into messages."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # Streamlit runs this file as a script, but pages import the package

import streamlit as st
from altair.utils import schemapi

from dashboards import database, pages, shell
from leaderboard.errors import LeaderboardError

st.set_page_config(page_icon=str(Path(__file__).with_name("icon.svg")), layout="wide")
schemapi.disable_debug_mode()  # tests validate charts against their schema; here it only costs time
# The folder must not be called "pages": Streamlit would serve its files by itself until it has seen a navigation.
entries = {
    page: st.Page(page.file, title=page.title, icon=page.icon, url_path=page.url, default=page is pages.HOME) for page in pages.PAGES
}
opened = st.navigation(list(entries.values()), position="top")
shell.style()
database.look()
try:
    if any(page.needs is pages.Needs.CLAIMS and entry == opened for page, entry in entries.items()):
        shell.require_papers(database.row("totals") or {})
    opened.run()
except LeaderboardError as error:
    shell.explain(error)
