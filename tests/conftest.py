"""What tests of several rooms share. Fixtures of one room stand in that room's own conftest."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
# Files and folders whose tests start programs, fill databases or read thousands of texts, the longest first. They begin first when several
# processes share the work, each test by itself, and `make quick` leaves them out.
SLOW = (
    "reliability",
    "store/test_crashes.py",
    "store/test_derived.py",
    "store/test_loading.py",
    "store/test_views.py",
    "store/test_tradeoffs.py",
    "store/test_queries.py",
    "store/test_reading.py",
    "store/test_confidence.py",
    "store/test_sql_process.py",
    "cli/test_progress.py",
    "cli/test_ingest.py",
    "cli/test_demo.py",
    "extraction/test_linear.py",
    "engine/test_local.py",
    "registry/test_layers.py",
    "sources/test_shared.py",
    "architecture/test_tree.py",
)
# What tests of a group share is made once: they run in one process, one after the other. So does every file that is not slow.
GROUPS = {"dashboards/test_browser.py": "browser", "engine/test_ray.py": "ray", "cli/test_ingest_ray.py": "ray"}
# Tests with these fixtures draw whole pages, which is slow wherever they stand.
PAGES = {"show"}

# The same examples on every run, and no deadline: a slow machine is not a wrong result.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


def pytest_configure():
    """A name in the lists above that is no file any more is a mistake, not a test that silently counts as quick."""
    gone = [name for name in (*SLOW, *GROUPS) if not (ROOT / "tests" / name).exists()]
    if gone:
        raise pytest.UsageError(f"tests/conftest.py names what is not there: {', '.join(gone)}")


def place_of(item):
    """The test's file below tests/, as the lists above name it; for the doctests of the package, from the top of the checkout."""
    folder = ROOT / "tests"
    return (item.path.relative_to(folder) if item.path.is_relative_to(folder) else item.path.relative_to(ROOT)).as_posix()


def rank_of(item):
    """When a test begins: groups first, then slow tests in the order of the list, then pages, then all others."""
    place = place_of(item)
    if place in GROUPS:
        return 0
    found = next((number for number, name in enumerate(SLOW, 1) if place == name or place.startswith(f"{name}/")), None)
    return found or (len(SLOW) + 1 + PAGES.isdisjoint(getattr(item, "fixturenames", ())))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Mark what is slow and what belongs together, and begin with what takes longest, so that no process is left alone with it."""
    items.sort(key=rank_of)
    for item in items:
        group = GROUPS.get(place_of(item))
        slow = rank_of(item) <= len(SLOW) + 1
        if slow:
            item.add_marker("slow")
        if config.pluginmanager.hasplugin("xdist") and (group or not slow):
            item.add_marker(pytest.mark.xdist_group(group or place_of(item)))


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real papers beside the checkout; tests that need it are skipped where it is missing."""
    folder = ROOT.parent / "shared"
    if not (folder / "seeds").is_dir():
        pytest.skip("needs the real papers in ../shared, which are no part of the repository")
    return folder
