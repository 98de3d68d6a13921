"""Named queries as examples for the SQL page, with values in place of their parameters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

import polars as pl

from leaderboard.resources import sql_dir
from leaderboard.store.queries import Query, Value


@cache
def first() -> str:
    """The initial statement of the editor, from ``sql/examples/newest_best.sql``."""
    return (sql_dir() / "examples" / "newest_best.sql").read_text(encoding="utf-8").strip()


def runnable(query: Query, values: Mapping[str, Value]) -> str:
    """The query's SQL, ready to run, preceded by a comment with the question it answers.

    Args:
        query: a named query.
        values: for parameters without a default; a missing one becomes NULL.
    """
    given = {param.name: values.get(param.name) if param.required else param.default for param in query.params}
    body = "\n".join(line for line in query.sql.splitlines() if not line.startswith("--"))
    filled = re.sub(r"\$(\w+)(::\w+)?", lambda found: literal(given[found[1]]) if found[1] in given else found[0], body)
    return f"-- {query.answers}\n{filled.strip().removesuffix(';')}"


def literal(value: Value) -> str:
    """A value as an SQL literal.

    >>> [literal(v) for v in (None, True, 5, "it's")]
    ['NULL', 'true', '5', "'it''s'"]
    """
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(value).lower()
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


def values(ask: Callable[..., pl.DataFrame]) -> dict[str, Value]:
    """Values with a non-empty result, for parameters without a default: the largest board, its best paper and method."""
    found = ask("benchmarks", limit=1)
    first = found.row(0, named=True) if found.height else {}
    known = {name: first.get(name) for name in ("benchmark", "metric", "split", "method", "paper_id", "title")}
    return {**known, "name": first.get("benchmark"), "text": first.get("benchmark")}
