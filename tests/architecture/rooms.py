"""Guards inside the package: the order of the rooms of the extraction, indices that wrap at a sentence's start, and long functions.

Used by test_rooms.py, which also plants a violation of each kind and expects it to be found.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

# The rooms of leaderboard/extraction in the order in which the chain asks its questions, then the files that run them. A room may import
# itself and what stands before it.
ROOMS = ("text", "lexicon", "tokens", "quantities", "grammar", "claim", "metric", "benchmark", "method", "baseline", "task", "protocol")
RUNNERS = ("paper", "traces", "other_numbers", "attach", "resolve", "conditions", "chain", "explain_text", "explain", "__init__")
ORDER = (*ROOMS, *RUNNERS)

LONGEST_FUNCTION = 60


def order_violations(root: Path) -> list[str]:
    """One line for every import inside the extraction that points to a later room, and for every room that the order does not know."""
    extraction = root / "leaderboard" / "extraction"
    found = []
    for path in sorted(extraction.rglob("*.py")):
        room = path.relative_to(extraction).parts[0].removesuffix(".py")
        where = path.relative_to(root)
        if room not in ORDER:
            found.append(f"{where}: the room {room!r} has no place in the order")
            continue
        for line, target in _rooms_imported(path):
            if target not in ORDER:
                found.append(f"{where}:{line}: {room} imports {target}, which has no place in the order")
            elif ORDER.index(target) > ORDER.index(room):
                found.append(f"{where}:{line}: {room} imports {target}, which comes after it")
    return found


def _rooms_imported(path: Path) -> Iterator[tuple[int, str]]:
    """Line and room of everything that a file imports from the extraction, also inside functions."""
    for node in ast.walk(_parsed(path)):
        names = []
        if isinstance(node, ast.Import):
            names = [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "leaderboard":
            names = [f"leaderboard.{name.name}" for name in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "leaderboard.extraction":
            names = [f"leaderboard.extraction.{name.name}" for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            parts = name.split(".")
            if parts[:2] == ["leaderboard", "extraction"]:
                yield node.lineno, parts[2] if len(parts) > 2 else "__init__"


def wrapping_indices(root: Path) -> Counter[str]:
    """How many times each file of the extraction asks a sentence for ``nodes[i - 1]`` or ``nodes[i - 3 : i]``, by path.

    At a sentence's start these count from its end without saying so; ``Sentence.at`` and ``Sentence.before`` do not.
    """
    extraction = root / "leaderboard" / "extraction"
    found: Counter[str] = Counter()
    for path in sorted(extraction.rglob("*.py")):
        count = sum(_wraps(node) for node in ast.walk(_parsed(path)) if isinstance(node, ast.Subscript))
        if count:
            found[path.relative_to(extraction).as_posix()] = count
    return found


def _wraps(subscript: ast.Subscript) -> bool:
    base = subscript.value
    named = base.id if isinstance(base, ast.Name) else base.attr if isinstance(base, ast.Attribute) else ""
    first = subscript.slice.lower if isinstance(subscript.slice, ast.Slice) else subscript.slice
    return named in ("nodes", "tokens", "sentence") and isinstance(first, ast.BinOp) and isinstance(first.op, ast.Sub)


def long_functions(root: Path) -> dict[str, int]:
    """Every function of the package and of the dashboards that is longer than the limit, as ``path:name``, with its lines."""
    found = {}
    for path in sorted([*(root / "leaderboard").rglob("*.py"), *(root / "dashboards").rglob("*.py")]):
        for node in ast.walk(_parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    found[f"{path.relative_to(root).as_posix()}:{node.name}"] = lines
    return found


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
