"""Imports point down the list of rooms, and the guard that says so has been seen failing."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location("layers", Path(__file__).with_name("layers.py"))
assert _spec is not None
assert _spec.loader is not None
layers = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(layers)


def test_imports_point_down(root):
    assert layers.violations(root) == []


def screens(root):
    return sorted((root / "dashboards" / "screens").glob("*.py"))


def test_screens_are_thin(root):
    assert len(screens(root)) >= 4
    assert [path.name for path in screens(root) if len(path.read_text(encoding="utf-8").splitlines()) >= 120] == []


def test_the_dashboards_hold_no_sql(root):
    files = sorted((root / "dashboards").rglob("*.py"))
    assert {path.parent.name for path in files} >= {"screens", "controls", "panels", "charts", "tables"}
    assert [fault for path in files for fault in layers.sql_in(path)] == []


def names_in(folder):
    """Each file of a folder with everything that it imports."""
    return [(path.name, name) for path in sorted(folder.rglob("*.py")) for _, name in layers.imported(path)]


@pytest.mark.parametrize("folder", ["charts", "tables"])
def test_charts_and_tables_know_neither_pages_nor_the_database(root, folder):
    strangers = (
        "streamlit",
        "duckdb",
        "leaderboard.store",
        "dashboards.database",
        "dashboards.controls",
        "dashboards.panels",
        "dashboards.screens",
    )
    found = names_in(root / "dashboards" / folder)
    assert found
    assert [one for one in found if one[1].startswith(strangers)] == []


def test_controls_know_no_panels(root):
    found = names_in(root / "dashboards" / "controls")
    assert found
    assert [one for one in found if one[1].startswith("dashboards.panels")] == []


def test_nothing_imports_a_page_and_nobody_uses_pandas(root):
    found = names_in(root / "dashboards")
    assert [one for one in found if one[1].startswith(("dashboards.screens", "pandas"))] == []


@pytest.fixture
def copy(root, tmp_path):
    """A copy of the source tree in which a test may plant a fault."""
    for name in ("leaderboard", "dashboards"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    assert layers.violations(tmp_path) == []
    return tmp_path


@pytest.mark.parametrize(
    ("room", "line", "complaint"),
    [
        ("registry", "from leaderboard.store import queries", "registry imports store, which stands above it"),
        ("registry", "from leaderboard import store", "registry imports store, which stands above it"),
        ("model", "import leaderboard.errors", "model imports errors, which stands above it"),
        ("sources", "def f():\n    from leaderboard import cli", "sources imports cli, which stands above it"),
        ("extraction", "from leaderboard import extract", "extraction imports the package's front door (leaderboard.extract)"),
        ("extraction", "from ..store import queries", "relative import ..store.queries"),
        ("extraction", "import duckdb", "extraction imports duckdb, which only __init__ and cli and dashboards and store may"),
        ("engine", "import dashboards.charts", "engine imports the dashboards"),
        ("store", "import streamlit as st", "store imports streamlit, which only dashboards may"),
    ],
)
def test_a_planted_violation_is_found(copy, room, line, complaint):
    planted = copy / "leaderboard" / ("model.py" if room == "model" else f"{room}/planted.py")
    planted.parent.mkdir(exist_ok=True)
    with planted.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    found = layers.violations(copy)
    assert len(found) == 1
    assert found[0].startswith(f"{planted.relative_to(copy)}:")
    assert found[0].endswith(complaint)


def test_a_room_outside_the_list_is_found(copy):
    (copy / "leaderboard" / "attic.py").write_text("", encoding="utf-8")
    assert layers.violations(copy) == ["leaderboard/attic.py: the room 'attic' has no place in the list of rooms"]


def test_planted_sql_is_found(copy):
    page = copy / "dashboards" / "screens" / "planted.py"
    page.write_text('x = "from"\ny = f"""\n  select a\nFROM {x}"""\n', encoding="utf-8")
    assert set(layers.sql_in(page)) == {"planted.py:2: SQL"}
