"""The dashboard in a real browser: a server on a database, a page that talks to nobody else, and hands for charts and tables."""

from __future__ import annotations

import csv
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

import pytest

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 90  # seconds that anything may take, however busy the machine is
ROW = 35  # pixels of a table's row


def chromium():
    """The browser's path; without one the test is skipped, or fails where a browser is required."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if found is None:
        reason = "no Chromium on the path (on Debian: apt-get install chromium)"
        if os.environ.get("LEADERBOARD_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@contextmanager
def serving(root, database, folder):
    """A dashboard on a database; gives its address. Its log is ``folder/log``."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(root / "dashboards" / "app.py"), "--server.port", str(port)]
    environment = {**os.environ, "LEADERBOARD_DB": str(database)}
    with (folder / "log").open("wb") as log, subprocess.Popen(command, env=environment, cwd=folder, stdout=log, stderr=log) as process:
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health", process, folder / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _wait_for(address, process, log):
    for _ in range(PATIENCE * 5):
        if process.poll() is not None:
            pytest.fail(f"the server ended: {log.read_text()}")
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own server
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the server did not come up: {log.read_text()}")


@contextmanager
def browsing(program):
    """A browser; the test fails if one of its pages asks anybody but our server for anything, or opens a dialog of the browser."""
    from playwright.sync_api import sync_playwright

    strangers = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield Browser(browser, strangers)
        browser.close()
    assert strangers == []


class Browser:
    """Opens pages that are watched."""

    def __init__(self, browser, strangers):
        self._browser = browser
        self._strangers = strangers

    def page(self, width=1280, height=1000, **more):
        """A page of a session of its own."""
        opened = self._browser.new_context(viewport={"width": width, "height": height}, **more).new_page()
        opened.set_default_timeout(PATIENCE * 1000)
        opened.on("request", lambda request: self._strangers.append(request.url) if not local(request.url) else None)
        opened.on("dialog", lambda dialog: self._strangers.append(f"dialog: {dialog.message}"))
        return opened


def local(url):
    """Whether a request stays on this machine."""
    return url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:"))


def settled(page):
    """Wait until the page's script has run."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def expects(found, count):
    """Wait until there are as many."""
    from playwright.sync_api import expect

    expect(found).to_have_count(count, timeout=PATIENCE * 1000)


def choose_row(page, number, shows, at=120, table=0):
    """Click into a row of a table until what it leads to is there; rows count from 0.

    A table takes no clicks while it scrolls or is being drawn, which cannot be seen from outside, so a lost click is repeated.
    """
    canvas = page.locator("[data-testid=stDataFrame] canvas").nth(table * 2)
    for _ in range(PATIENCE // 6):
        settled(page)
        canvas.scroll_into_view_if_needed()
        canvas.click(position={"x": at, "y": ROW * (number + 1) + ROW // 2}, force=True)  # the layer that scrolls lies over it
        for _ in range(30):
            if shows.is_visible():
                return
            page.wait_for_timeout(100)
    pytest.fail(f"choosing row {number} did not show {shows}")


def dots(page):
    """The dots of the page's chart that has any."""
    return page.locator("[data-testid=stVegaLiteChart] .mark-symbol.role-mark path")


def cells(page, table=0):
    """The words of the rows of a table that can be seen, as a screen reader gets them."""
    rows = page.locator("[data-testid=stDataFrame]").nth(table).locator("canvas tbody tr")
    return [row.locator("td").all_text_contents() for row in rows.all()]


def download(page, button, choice, folder):
    """Take a file away: open a button's choice of files, take one; gives its path."""
    button.click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=choice).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    page.keyboard.press("Escape")
    return path


def rows_of(path):
    """The rows of a CSV file."""
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
