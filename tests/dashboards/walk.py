"""The walk that a reader takes, on any database: search, benchmark, chart, filter, table, downloads, the words, Try it, SQL."""

from __future__ import annotations

import re

import polars as pl

from tests.dashboards import browser

SAID = re.compile(r"(\w[\w ]*): ([^;]*)")


def walk(page, address, name, folder):
    """Take it, to the leaderboard of one benchmark that has more than one result.

    Args:
        page: of a browser.
        address: of the server.
        name: the benchmark's, as the search is given it.
        folder: for downloads.
    """
    search(page, address, name)
    browser.dots(page).first.wait_for()
    look(page)
    rows = narrow_and_compare(page, folder)
    take_away(page, rows, folder)
    words_behind(page, rows)
    try_it(page)
    ask_in_sql(page)


def search(page, address, name):
    """From the front page to the benchmark."""
    page.goto(address)
    page.get_by_label("Find a benchmark").fill(name)
    page.locator(".st-key-hits").get_by_role("link", name=name, exact=False).first.click()
    page.get_by_role("heading", level=1, name=name).wait_for()
    page.wait_for_url("**/benchmark?benchmark=*&metric=*&split=*")


def look(page):
    """Hover over a dot: its name and value show; a legend stands where there are two roles."""
    dot = browser.dots(page).first
    dot.hover(force=True)
    shown = page.locator("#vg-tooltip-element")
    shown.wait_for()
    said = told(dot)
    assert said["Value"] in shown.inner_text()
    assert said["Method"] in shown.inner_text()
    roles = {told(one)["Role"] for one in browser.dots(page).all()}
    assert page.locator("[data-testid=stVegaLiteChart] .role-legend").count() == (len(roles) > 1)


def narrow_and_compare(page, folder):
    """Leave out what papers cite: the heading, the chart, the table and the download then have the same rows; gives these."""
    page.get_by_text("Own results only").click()
    page.wait_for_url("**own=yes*")
    browser.settled(page)
    button = page.get_by_role("button", name=re.compile("Download [0-9,]+ rows?$"))
    rows = browser.rows_of(browser.download(page, button, "CSV for spreadsheets", folder))
    assert {row.get("Role", "own result") for row in rows} == {"own result"}
    page.get_by_text(re.compile(f"^{len(rows)} results? from")).wait_for()
    assert f"Download {len(rows)} row" in button.inner_text()
    drawn = sorted(told(dot)["In the text"] for dot in browser.dots(page).all())
    left_out = len(rows) - len(drawn)
    assert (left_out == 0) == (page.get_by_text(re.compile("only in the table|are not drawn|is not drawn")).count() == 0)
    assert not set(drawn) - {row["Quote"] for row in rows}
    for shown, row in zip(browser.cells(page), rows, strict=False):
        assert row["Quote"] in shown
        assert row["Method"] in shown
    return rows


def take_away(page, rows, folder):
    """The other kinds of files hold the same."""
    button = page.get_by_role("button", name=re.compile("Download [0-9,]+ rows?$"))
    parquet = pl.read_parquet(browser.download(page, button, "Parquet for data tools", folder))
    assert [f"{value:g}" for value in parquet["Value"]] == [f"{float(row['Value']):g}" for row in rows]
    assert len(pl.read_json(browser.download(page, button, "JSON", folder))) == len(rows)
    assert browser.download(page, button, "LaTeX table", folder).read_text().count(r" \\") == len(rows) + 1
    chart = page.get_by_role("button", name="Download chart")
    assert browser.download(page, chart, "SVG, for papers and slides", folder).read_text().startswith("<svg")
    assert browser.download(page, chart, "PNG, double resolution", folder).read_bytes().startswith(b"\x89PNG")


def words_behind(page, rows):
    """A row opens the words of its number, outlined; its paper opens from there with the same number outlined."""
    chosen = page.locator("mark.chosen", has_text=rows[-1]["Quote"] if len(rows) < 3 else rows[2]["Quote"])
    browser.choose_row(page, min(len(rows) - 1, 2), chosen)
    quote = chosen.inner_text()
    page.locator(".st-key-words").get_by_role("link").first.click()
    page.wait_for_url("**/paper?paper=*&claim=*")
    page.locator("mark.chosen", has_text=quote).wait_for()
    page.get_by_text("Why").first.wait_for()


def try_it(page):
    """A text of one's own."""
    page.get_by_role("link", name="Try it").click()
    text = page.get_by_label("Abstract")
    text.fill("QuickNet reaches 71.25% accuracy on CIFAR-100 with 3M parameters.")
    text.press("Control+Enter")
    mark = page.locator("mark[role=button]", has_text="71.25%")
    mark.wait_for()
    mark.click()
    page.locator("mark.chosen", has_text="71.25%").wait_for()


def ask_in_sql(page):
    """A question of one's own."""
    page.get_by_role("link", name="SQL").click()
    editor = page.get_by_label("Read-only SQL statement")
    editor.fill("SELECT 40 + 2 AS answer, count(*) AS papers FROM papers")
    editor.press("Control+Enter")
    page.get_by_text("1 row, 2 columns").wait_for()
    editor.fill("DELETE FROM papers")
    editor.press("Control+Enter")
    page.get_by_text("only read-only statements such as SELECT are allowed").wait_for()


def told(dot):
    """What a dot says to a screen reader, by the name of each thing."""
    return dict(SAID.findall(dot.get_attribute("aria-label")))
