"""Pages run headless on databases of every state."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

_spec = importlib.util.spec_from_file_location("dashboard_stores", Path(__file__).with_name("stores.py"))
_stores = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_stores)


@pytest.fixture(scope="session")
def stores():
    """The makers of databases."""
    return _stores


@pytest.fixture(scope="session")
def full_store(stores, tmp_path_factory):
    """A database with something in it, made once; tests only read it."""
    return stores.full(tmp_path_factory.mktemp("full") / "full.duckdb")


@pytest.fixture
def show(root, monkeypatch):
    """Opens a page on a database: ``show("benchmark", database, benchmark="Digits")``."""

    def run(page, database, **params):
        monkeypatch.setenv("LEADERBOARD_DB", str(database))
        at = AppTest.from_file(str(root / "dashboards" / "navigation.py"), default_timeout=60)
        if page != "home":
            at.run()
            at.switch_page(f"screens/{page}.py")
        at.query_params.update(params)
        return at.run()

    return run
