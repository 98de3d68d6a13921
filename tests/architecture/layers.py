"""Reads the imports of a source tree and finds those that point up the list of rooms.

Used by test_layers.py, which also plants a violation in a copy and expects it to be found.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

# Ground floor first. A room may import itself and what stands before it.
ROOMS = ("model", "errors", "ids", "resources", "registry", "sources", "extraction", "engine", "store", "scoring", "cli")
# Imported anywhere below, these would tie a room to a machine it should not know: who may use them instead.
FOREIGN = {
    "duckdb": {"store", "cli", "dashboards", "__init__"},
    "streamlit": {"dashboards"},
    "altair": {"dashboards"},
    "typer": {"cli"},
    "rich": {"cli"},
    "pint": {"registry"},
}

SQL = re.compile(r"\bSELECT\b.*\bFROM\b", re.IGNORECASE | re.DOTALL)


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that a file imports, also inside functions; ``from a import b`` gives ``a.b``.

    Raises:
        SyntaxError: the file is no Python.
    """
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), filename=str(path))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            dots = "." * node.level  # a relative import matches no room and is reported as such
            yield from ((node.lineno, f"{dots}{node.module or ''}.{name.name}") for name in node.names)


def sql_in(path: Path) -> list[str]:
    """Where a file holds SQL in a string of its own, which belongs into sql/queries."""
    strings = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Constant | ast.JoinedStr)]
    return [f"{path.name}:{node.lineno}: SQL" for node in strings if SQL.search(ast.unparse(node).replace("\\n", " "))]


def room_of(path: Path, package: Path) -> str:
    """The room a file belongs to: the folder or module right below the package; ``__init__`` for the package's own front door."""
    return path.relative_to(package).parts[0].removesuffix(".py")


def violations(root: Path) -> list[str]:
    """One line for every import under ``root`` that points the wrong way, for every unknown room, and for every machine in a wrong room."""
    package, dashboards = root / "leaderboard", root / "dashboards"
    found = []
    for path in sorted([*package.rglob("*.py"), *dashboards.rglob("*.py")]):
        if "_shipped" in path.parts:
            continue
        room = "dashboards" if path.is_relative_to(dashboards) else room_of(path, package)
        if room not in (*ROOMS, "dashboards", "__init__", "__main__"):
            found.append(f"{path.relative_to(root)}: the room {room!r} has no place in the list of rooms")
            continue
        found += [f"{path.relative_to(root)}:{line}: {fault}" for line, name in imported(path) if (fault := fault_of(room, name))]
    return found


def fault_of(room: str, name: str) -> str | None:
    """Why ``room`` may not import ``name``, or None where it may."""
    parts = name.split(".")
    if name.startswith("."):
        return f"relative import {name}"
    if parts[0] in FOREIGN and room not in FOREIGN[parts[0]]:
        return f"{room} imports {parts[0]}, which only {' and '.join(sorted(FOREIGN[parts[0]]))} may"
    if parts[0] == "dashboards" and room != "dashboards":
        return f"{room} imports the dashboards"
    if parts[0] != "leaderboard" or room in {"__init__", "__main__", "dashboards"}:
        return None
    target = parts[1] if len(parts) > 1 else "__init__"
    if target not in ROOMS:  # `from leaderboard import __version__` and the like: the front door, which imports everything
        return None if room == "cli" else f"{room} imports the package's front door ({name})"
    return f"{room} imports {target}, which stands above it" if ROOMS.index(target) > ROOMS.index(room) else None
