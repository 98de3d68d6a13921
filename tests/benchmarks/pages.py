"""What readers do on each page, for measuring how long it takes in a browser: where the page is, what is seen first, and steps there.

Each step ends with something that was not there before it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.dashboards import browser

Page = Any


@dataclass(frozen=True)
class Step:
    """Something a reader does, and the change that ends it."""

    what: str
    do: Callable[[Page], object]
    done: Callable[[Page], object]


@dataclass(frozen=True)
class Visit:
    """A page: its name in the navigation, its address, what shows that it is there, and steps."""

    name: str
    path: str
    there: Callable[[Page], Any]
    steps: tuple[Step, ...] = ()


def heading(page):
    """The page's title."""
    return page.get_by_role("heading", level=1)


def address_has(said):
    """Ends when the address says something and the script has run."""

    def done(page):
        page.wait_for_url(f"**{said}**", wait_until="commit")
        browser.settled(page)

    return done


def shows(words):
    """Ends when words can be read."""
    return lambda page: page.get_by_text(words).first.wait_for()


def toggle(words):
    """Presses a switch."""
    return lambda page: page.get_by_text(words, exact=True).first.click()


def press(name, key):
    """Moves a slider by one step."""
    return lambda page: page.get_by_role("slider", name=name).last.press(key)


VISITS = (
    Visit(
        "Home",
        "",
        heading,
        (
            Step(
                "type into the search", lambda page: page.get_by_label("Find a benchmark").press_sequentially("net"), shows("the first 6")
            ),
            Step(
                "clear the search",
                lambda page: page.get_by_label("Find a benchmark").fill(""),
                lambda page: page.get_by_text("the first 6").first.wait_for(state="detached"),
            ),
            Step("choose an area", toggle("speech"), shows("in speech")),
            Step("ask for confidence", press("Confidence at least", "ArrowRight"), address_has("confidence=0.05")),
        ),
    ),
    Visit(
        "Benchmarks",
        "benchmark?benchmark={popular}",
        heading,
        (
            Step("click on a dot", lambda page: browser.dots(page).nth(40).click(force=True), address_has("claim=")),
            Step("only own results", toggle("Only papers' own results"), address_has("own=yes")),
            Step("ask for confidence", press("Confidence at least", "ArrowRight"), address_has("confidence=0.05")),
            Step("gains instead of scores", lambda page: page.get_by_text("Gains (").click(), shows("By how much papers say")),
        ),
    ),
    Visit(
        "Methods",
        "method?method={method}",
        heading,
        (Step("gains instead of scores", lambda page: page.get_by_text("Gains (").click(), address_has("show=gains")),),
    ),
    Visit(
        "Methods (the list)",
        "method",
        heading,
        (
            Step(
                "type into the search",
                lambda page: page.get_by_label("Find a method").press_sequentially("rival-1"),
                address_has("find=rival-1"),
            ),
        ),
    ),
    Visit(
        "Compare",
        "compare?methods={two_methods}",
        heading,
        (Step("ask for confidence", press("Confidence at least", "ArrowRight"), address_has("confidence=0.05")),),
    ),
    Visit(
        "Trade-off",
        "tradeoff",
        heading,
        (
            Step("also cited methods", toggle("Also methods that papers cite"), address_has("cited=yes")),
            Step("ask for confidence", press("Confidence at least", "ArrowRight"), address_has("confidence=0.05")),
        ),
    ),
    Visit(
        "Papers",
        "paper",
        heading,
        (
            Step(
                "type into the search",
                lambda page: page.get_by_label("Words of the title").press_sequentially("net"),
                address_has("title=net"),
            ),
        ),
    ),
    Visit(
        "Papers (one)",
        "paper?paper={paper}",
        heading,
        (Step("press a mark", lambda page: page.locator("mark[role=button]").first.click(), address_has("claim=")),),
    ),
    Visit(
        "Try it",
        "try",
        heading,
        (
            Step("press a mark", lambda page: page.locator("mark[role=button]").first.click(), address_has("claim=")),
            Step(
                "another text",
                lambda page: (
                    page.get_by_label("Abstract").fill("TinyNet reaches 95.9% accuracy on CIFAR-10."),
                    page.keyboard.press("Control+Enter"),
                ),
                lambda page: page.locator("mark", has_text="95.9%").wait_for(),
            ),
        ),
    ),
    Visit(
        "SQL",
        "sql?sql=SELECT%20count(*)%20AS%20n%20FROM%20papers",
        heading,
        (
            Step(
                "run another statement",
                lambda page: (
                    page.get_by_role("textbox").first.fill("SELECT kind, count(*) AS n FROM claims GROUP BY kind"),
                    page.keyboard.press("Control+Enter"),
                ),
                shows("4 rows"),
            ),
        ),
    ),
    Visit("Data", "data", heading, (Step("what was rejected", toggle("Rejected"), address_has("section=")),)),
)
