"""The list of pages. Navigation, links, the checks on every page and the pictures all derive from it.

To add a page, touch these places, and no others:

1. :data:`PAGES` below: one line with the page's file, title, icon, URL and what it needs;
2. ``screens/NAME.py``: the page itself, a ``main()`` that arranges controls and panels;
3. ``sql/queries/NAME.sql``: what it asks the database, where no query answers that yet;
4. ``tables/`` or ``charts/``: how the rows look, where nothing there draws them yet;
5. ``tests/dashboards/test_NAME.py``: what only this page does. Every state of the database and hostile text are tested for all pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Needs(Enum):
    """What a page cannot do without."""

    NOTHING = "works without a database"
    DATABASE = "shows any database, also an empty one"
    CLAIMS = "has nothing to show before papers with reported results have been loaded"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the file in ``screens`` without its ending, its title and icon in the navigation, its URL, and what it needs."""

    name: str
    title: str
    icon: str
    url: str
    needs: Needs

    @property
    def file(self) -> str:
        """The page's script, as Streamlit wants it: relative to ``navigation.py``."""
        return f"screens/{self.name}.py"


HOME = Page("home", "Home", ":material/home:", "", Needs.CLAIMS)
BENCHMARK = Page("benchmark", "Benchmarks", ":material/leaderboard:", "benchmark", Needs.CLAIMS)
METHOD = Page("method", "Methods", ":material/deployed_code:", "method", Needs.CLAIMS)
COMPARE = Page("compare", "Compare", ":material/compare_arrows:", "compare", Needs.CLAIMS)
TRADEOFF = Page("tradeoff", "Trade-off", ":material/balance:", "tradeoff", Needs.CLAIMS)
PAPER = Page("paper", "Papers", ":material/article:", "paper", Needs.CLAIMS)
TRY = Page("tryit", "Try it", ":material/edit_note:", "try", Needs.NOTHING)
SQL = Page("sql", "SQL", ":material/database:", "sql", Needs.DATABASE)
DATA = Page("data", "Data", ":material/inventory_2:", "data", Needs.DATABASE)

# In the order of the navigation; the first is the front page.
PAGES = (HOME, BENCHMARK, METHOD, COMPARE, TRADEOFF, PAPER, TRY, SQL, DATA)
