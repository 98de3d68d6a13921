"""The dashboard in a real browser: the walk that a reader takes, hostile words, a database replaced meanwhile, many readers at once."""

from __future__ import annotations

import pytest

import leaderboard
from dashboards import pages
from tests.dashboards import browser
from tests.dashboards.walk import walk

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def chromium():
    """The browser's path."""
    return browser.chromium()


@pytest.fixture
def server(root, stores, tmp_path):
    """A dashboard on a database of its own; gives its address and the database's path."""
    database = stores.full(tmp_path / "live.duckdb")
    with browser.serving(root, database, tmp_path) as address:
        yield address, database


@pytest.fixture
def page(chromium):
    """A page that is 1280 pixels wide."""
    with browser.browsing(chromium) as opened:
        yield opened.page()


def test_the_walk_on_a_few_papers(server, page, tmp_path):
    address, _ = server
    walk(page, address, "Digits", tmp_path)


def test_the_walk_on_the_sample_papers(root, page, tmp_path):
    database = tmp_path / "sample.duckdb"
    leaderboard.ingest([root / "data" / "sample" / "papers.jsonl"], db=database)
    with browser.serving(root, database, tmp_path) as address:
        walk(page, address, "CIFAR-10", tmp_path)


def test_a_dot_and_a_row_choose_their_number_and_the_address_says_so(server, page):
    address, _ = server
    page.goto(f"{address}/benchmark?benchmark=Digits")
    dots = browser.dots(page)
    dots.first.wait_for()
    browser.expects(dots, 5)  # the impossible value is only in the table
    dots.nth(1).click(force=True)
    page.locator("mark.chosen", has_text="93.0%").wait_for()
    page.wait_for_url("**&claim=p2022-20")
    browser.choose_row(page, 2, page.locator("mark.chosen", has_text="90.0%"))
    page.wait_for_url("**&claim=p2019-27")
    assert page.get_by_label("Download as CSV").count() == 0  # the table's own download would not be safe in a spreadsheet


def test_a_link_opens_its_view_first_thing_and_the_back_button_returns(server, page):
    address, _ = server
    page.goto(f"{address}/benchmark?benchmark=Voices&metric=WER&split=unspecified")
    page.get_by_role("heading", name="Voices", exact=True).wait_for()
    page.get_by_role("link", name="Papers").click()
    page.get_by_role("heading", name="Papers", exact=True).wait_for()
    page.go_back()
    page.get_by_role("heading", name="Voices", exact=True).wait_for()


def test_every_page_loads_without_a_missing_resource(server, page):
    address, _ = server
    missing = []
    page.on("response", lambda response: missing.append((response.status, response.url)) if response.status >= 400 else None)
    for one in pages.PAGES:
        page.goto(f"{address}/{one.url}")
        page.get_by_role("link", name=one.title, exact=True).first.wait_for()
        page.locator("[data-testid=stMain] :is(h1, h2)").first.wait_for()
        browser.settled(page)
    assert missing == []


def test_marks_are_reached_and_pressed_with_the_keyboard(server, page):
    address, _ = server
    page.goto(f"{address}/paper?paper=p2021")
    mark = page.locator("mark", has_text="2x")
    mark.wait_for()
    mark.focus()
    page.keyboard.press("Enter")
    page.locator("mark.chosen", has_text="2x").wait_for()
    page.wait_for_url("**claim=p2021-*")


def test_hostile_words_run_nothing_in_the_browser(server, page, tmp_path):
    address, _ = server
    for place, heading in (
        ("benchmark?benchmark=%3Ci%3EEvil%3C/i%3E%20bench", "<i>Evil</i> bench"),
        ("paper?paper=phostile", "<script>"),
        ("", "Leaderboards from abstracts"),
        ("method?method=%3Dcmd%7C%27%20/C%20x%27!A0", "=cmd|"),
        ("sql?sql=SELECT%20title,%20abstract%20FROM%20papers", "SQL"),
    ):
        page.goto(f"{address}/{place}")
        page.get_by_role("heading", name=heading).first.wait_for()
        browser.settled(page)
        assert page.evaluate("window.hacked") is None
        assert page.locator("[data-testid=stMain] script, [data-testid=stMain] [onmouseover]").count() == 0
        assert page.locator("[data-testid=stMain] a[href^='javascript']").count() == 0
    page.goto(f"{address}/benchmark?benchmark=%3Ci%3EEvil%3C/i%3E%20bench")
    browser.dots(page).first.hover(force=True)
    page.locator("#vg-tooltip-element", has_text="=cmd|").wait_for()
    assert page.locator("#vg-tooltip-element script, #vg-tooltip-element i, #vg-tooltip-element b").count() == 0
    rows = browser.rows_of(browser.download(page, page.get_by_role("button", name="Download 1 row"), "CSV for spreadsheets", tmp_path))
    assert rows[0]["Method"] == "'=cmd|' /C x'!A0"


def test_a_database_replaced_while_open_is_shown_on_the_next_interaction(server, page, stores, tmp_path):
    address, database = server
    page.goto(f"{address}/benchmark?benchmark=Digits")
    page.get_by_text("6 results from 5 papers").wait_for()
    stores.full(tmp_path / "next.duckdb", stores.PAPERS[:3]).replace(database)
    page.get_by_text("Own results only").click()
    page.get_by_text("3 results from 3 papers").wait_for()
    database.unlink()
    page.get_by_text("Own results only").click()
    page.get_by_role("heading", name="No database found").wait_for()
    stores.full(tmp_path / "again.duckdb").replace(database)
    page.get_by_role("button", name="Retry").click()
    page.get_by_text("5 results from 5 papers").wait_for()  # the address still asks for own results only


def test_ten_readers_at_once_each_see_their_own_choice(server, chromium):
    address, _ = server
    names = ["Digits", "Voices"] * 5
    best = {"Digits": "Best: 95.5%", "Voices": "Best: 3.1%"}
    with browser.browsing(chromium) as opened:
        tabs = [opened.page(width=900, height=700) for _ in names]
        for page, name in zip(tabs, names, strict=True):
            page.goto(f"{address}/benchmark?benchmark={name}", wait_until="commit")
        for page, name in zip(tabs, names, strict=True):
            page.get_by_text(best[name]).wait_for()
        for page in tabs[::3]:
            page.get_by_text("Own results only").click()
        for place, (page, name) in enumerate(zip(tabs, names, strict=True)):
            own = place % 3 == 0
            page.wait_for_url(lambda url, own=own: ("own=yes" in url) == own)
            browser.settled(page)
            assert page.get_by_role("heading", level=1).inner_text() == name
            assert f"benchmark={name}" in page.url
