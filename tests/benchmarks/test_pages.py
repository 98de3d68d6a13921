"""How long the pages take in a browser on a million claims: to the first paint, to the end of the script, and for what readers do there."""

from __future__ import annotations

import statistics
import time
from urllib.parse import quote

import pytest

from tests.benchmarks import pages
from tests.benchmarks.table import Wait
from tests.dashboards import browser

TIMES = 3
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


@pytest.fixture(scope="module")
def address(root, big, tmp_path_factory):
    """A dashboard on the big database."""
    with browser.serving(root, big, tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(scope="module")
def opened():
    """A browser that has the program's files already, as on every visit but the first."""
    with browser.browsing(browser.chromium()) as opened:
        yield opened


@pytest.mark.parametrize("visit", pages.VISITS, ids=lambda visit: visit.name)
def test_page(visit, address, opened, known, measured):
    place = f"{address}/{visit.path.format(**{name[1:]: quote(str(value)) for name, value in known.items()})}"
    page = opened.page()
    page.goto(place)  # fills the caches: of the browser, of the server, of DuckDB
    browser.settled(page)
    painted, there, done = [], [], []
    taken = {step.what: [] for step in visit.steps}
    for _ in range(TIMES):
        started = time.perf_counter()
        page.goto(place, wait_until="commit")
        visit.there(page).wait_for()
        there.append(time.perf_counter() - started)
        browser.settled(page)
        done.append(time.perf_counter() - started)
        painted.append(page.evaluate(PAINTED) / 1000)
        page.wait_for_timeout(1000)
        for step in visit.steps:
            started = time.perf_counter()
            step.do(page)
            step.done(page)
            taken[step.what].append(time.perf_counter() - started)
            page.wait_for_timeout(700)
    measured.append(Wait(visit.name, "open: first paint", statistics.median(painted)))
    measured.append(Wait(visit.name, "open: the page is there", statistics.median(there)))
    measured.append(Wait(visit.name, "open: everything is there", statistics.median(done)))
    measured.extend(Wait(visit.name, what, statistics.median(seconds)) for what, seconds in taken.items())
    page.context.close()
