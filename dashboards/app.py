"""The entrance: settings, the list of pages, and the one place where what a user can act on becomes a message instead of a traceback."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # streamlit runs this file as a script; the pages import the package around it

import streamlit as st
from altair.utils import schemapi

from dashboards import database, pages, shell
from leaderboard.errors import LeaderboardError

st.set_page_config(page_icon=str(Path(__file__).with_name("icon.svg")), layout="wide")
schemapi.disable_debug_mode()  # the tests hold charts against their schema; here somebody waits for a click meanwhile
# The folder is not called "pages": streamlit runs files of a folder of that name on their own until a navigation has been seen.
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
