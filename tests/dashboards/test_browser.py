"""The dashboard in a real browser: overview, benchmark, download, paper; hostile words; a database replaced meanwhile."""

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

import pytest

pytestmark = pytest.mark.browser
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
PATIENCE = 60  # seconds that the server may take to start


@pytest.fixture(scope="module")
def chromium():
    """The browser's path; without one these tests are skipped, or fail where a browser is required."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if found is None:
        reason = "no Chromium on the path (on Debian: apt-get install chromium)"
        if os.environ.get("LEADERBOARD_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture
def server(root, stores, tmp_path):
    """A dashboard on a database of its own; gives its address and the database's path."""
    database = stores.full(tmp_path / "live.duckdb")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(root / "dashboards" / "app.py"), "--server.port", str(port)]
    environment = {**os.environ, "LEADERBOARD_DB": str(database)}
    with (tmp_path / "log").open("wb") as log, subprocess.Popen(command, env=environment, cwd=tmp_path, stdout=log, stderr=log) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", process, tmp_path / "log")
            yield f"http://127.0.0.1:{port}", database
        finally:
            process.terminate()


def wait_for(address, process, log):
    for _ in range(PATIENCE * 5):
        if process.poll() is not None:
            pytest.fail(f"the server ended: {log.read_text()}")
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own server
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the server did not come up: {log.read_text()}")


@pytest.fixture
def page(chromium):
    """A page of a fresh browser that fails the test if it asks anybody but our server for anything."""
    from playwright.sync_api import sync_playwright

    strangers = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        opened = browser.new_page(viewport={"width": 1280, "height": 1000})
        opened.set_default_timeout(30_000)
        opened.on("request", lambda request: strangers.append(request.url) if not local(request.url) else None)
        opened.on("dialog", lambda dialog: strangers.append(f"dialog: {dialog.message}"))
        yield opened
        browser.close()
    assert strangers == []


def local(url):
    return url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:"))


def choose_row(page, number):
    """Click the box at the left of a row of the page's first table; rows count from 0."""
    canvas = page.locator("[data-testid=stDataFrame] canvas").first
    canvas.scroll_into_view_if_needed()
    canvas.click(position={"x": 18, "y": 35 * (number + 1) + 17}, force=True)  # the layer that scrolls lies over it


def download(page, tmp_path):
    with page.expect_download() as waiting:
        page.get_by_test_id("stDownloadButton").get_by_role("button").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path, list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def test_from_the_overview_to_a_benchmark_its_download_and_a_paper(server, page, tmp_path):
    address, _ = server
    page.goto(address)
    page.get_by_role("link", name="Digits").click()
    page.get_by_role("heading", name="Digits", exact=True).wait_for()
    page.wait_for_url("**/benchmark?benchmark=Digits&metric=accuracy&split=unspecified")
    page.locator("[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg").first.wait_for()
    path, rows = download(page, tmp_path)
    assert path.name == "digits_accuracy_unspecified.csv"
    assert [row["Method"] for row in rows] == ["BetterNet", "OtherNet", "FirstNet", "Oldie", "Wishful"]
    assert [row["Rank"] for row in rows] == ["1", "2", "3", "", ""]
    assert page.get_by_label("Download as CSV").count() == 0  # the table's own download would not be safe in a spreadsheet
    choose_row(page, 1)
    page.locator(".around mark", has_text="93.0%").wait_for()
    page.get_by_role("button", name="Open the paper").click()
    page.get_by_role("heading", name="Not the best reader").wait_for()
    page.wait_for_url("**/paper?paper=p2022&claim=p2022-*")
    assert page.locator(".abstract mark.claim").all_inner_texts() == ["93.0%", "71.0%"]
    assert page.locator(".abstract mark.chosen").all_inner_texts() == ["93.0%"]
    path, rows = download(page, tmp_path)
    assert [(row["Quote"], row["Value"]) for row in rows] == [("93.0%", "93.0"), ("71.0%", "71.0")]


def test_a_link_opens_its_view_first_thing_and_the_back_button_returns(server, page):
    address, _ = server
    page.goto(f"{address}/benchmark?benchmark=Voices&metric=WER&split=unspecified")
    page.get_by_role("heading", name="Voices", exact=True).wait_for()
    page.get_by_role("link", name="Papers").click()
    page.get_by_role("heading", name="Papers", exact=True).wait_for()
    page.go_back()
    page.get_by_role("heading", name="Voices", exact=True).wait_for()


def test_hostile_words_run_nothing_in_the_browser(server, page, tmp_path):
    address, _ = server
    for place, heading in (("benchmark?benchmark=%3Ci%3EEvil%3C/i%3E%20bench", "<i>Evil</i> bench"), ("paper?paper=phostile", "<script>")):
        page.goto(f"{address}/{place}")
        page.get_by_role("heading", name=heading).wait_for()
        assert page.evaluate("window.hacked") is None
        assert page.locator("[data-testid=stMain] script, [data-testid=stMain] [onmouseover]").count() == 0
        assert page.locator("[data-testid=stMain] a[href^='javascript']").count() == 0
    _, rows = download(page, tmp_path)
    assert rows[0]["Method"] == "'=cmd|' /C x'!A0"


def test_a_database_replaced_while_open_is_shown_on_the_next_interaction(server, page, stores, tmp_path):
    address, database = server
    page.goto(address)
    page.get_by_text("7 papers ·").wait_for()
    stores.full(tmp_path / "next.duckdb", stores.PAPERS[:3]).replace(database)
    page.get_by_test_id("stButtonGroup").get_by_text("vision").click()
    page.get_by_text("1 benchmark in vision", exact=True).wait_for()
    page.get_by_text("3 papers ·").wait_for()
