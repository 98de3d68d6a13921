"""What readers do on each page, for measuring how long it takes in a browser: an address, what shows that the page is there, and steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.dashboards import browser

Page = Any


@dataclass(frozen=True)
class Step:
    """Something a reader does; it is over when the page's script has run and ``shows`` is visible."""

    what: str
    do: Callable[[Page], object]
    shows: Callable[[Page], Any]


@dataclass(frozen=True)
class Visit:
    """A page: where it is, what of it is seen first, and what is done there."""

    name: str
    path: str
    first: Callable[[Page], Any]
    steps: tuple[Step, ...] = field(default=())


def chosen(page):
    """The number that is pointed out in a text."""
    return page.locator("mark.chosen").first


VISITS = (
    Visit("Home", "", lambda page: page.get_by_text("Reported numbers").first),
    Visit(
        "Benchmarks",
        "benchmark?benchmark={benchmark}",
        lambda page: browser.dots(page).first,
        (
            Step("click on a dot", lambda page: browser.dots(page).nth(40).click(force=True), chosen),
            Step(
                "only own results",
                lambda page: page.get_by_text("Only papers' own results").click(),
                lambda page: browser.dots(page).first,
            ),
            Step(
                "gains",
                lambda page: page.get_by_role("button", name="Gains").click(),
                lambda page: page.get_by_text("By how much papers say"),
            ),
        ),
    ),
)
