"""The named queries of ``sql/queries``: found by name, their parameters bound, results as polars frames.

The head of each file says what it answers and lists its parameters and columns::

    -- answers: Which benchmarks there are.
    -- param limit: how many rows (default: 100)
    -- column benchmark: its name

A parameter without a default has to be given. ``run`` checks names, so that a misspelt parameter is an error and not an empty answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
from duckdb import DuckDBPyConnection, DuckDBPyRelation

from leaderboard.errors import QueryError, StoreError, first_line
from leaderboard.resources import sql_dir

if TYPE_CHECKING:
    import polars as pl  # takes as long to import as everything else together; a command that prints a few rows does without

Value = str | int | float | bool | None

_HEAD = re.compile(r"^-- (answers|param|column)\b ?(\w*): (.+)$")
_DEFAULT = re.compile(r"^(.*?) *\(default: ([^)]*)\)$")


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter of a query; ``default`` is used where it is not given, unless it is ``required``."""

    name: str
    text: str
    required: bool
    default: Value = None


@dataclass(frozen=True, slots=True)
class Query:
    """One named query with what its head says about it."""

    name: str
    answers: str
    params: tuple[Param, ...]
    columns: Mapping[str, str]
    sql: str


def names() -> tuple[str, ...]:
    """The names of all queries, sorted."""
    return tuple(_all())


def get(name: str) -> Query:
    """The query of that name.

    Raises:
        QueryError: there is none.
    """
    try:
        return _all()[name]
    except KeyError:
        raise QueryError(f"there is no query named {name!r}; there are {', '.join(names())}") from None


def run(con: DuckDBPyConnection, name: str, /, **params: Value) -> pl.DataFrame:
    """The answer of a named query.

    Raises:
        QueryError: unknown query or parameter, a required one missing, or a value that does not fit.
        StoreError: the file cannot be read where it should.
    """
    rows: pl.DataFrame = _fetched(con, name, params, lambda answer: answer.pl())
    return rows


def rows(con: DuckDBPyConnection, name: str, /, **params: Value) -> list[dict[str, Any]]:
    """The answer of a named query as plain rows, for those who want a few at once.

    Raises:
        QueryError, StoreError: as for :func:`run`.
    """
    found: list[dict[str, Any]] = _fetched(
        con, name, params, lambda answer: [dict(zip(answer.columns, row, strict=True)) for row in answer.fetchall()]
    )
    return found


def _fetched(con: DuckDBPyConnection, name: str, params: Mapping[str, Value], fetch: Callable[[DuckDBPyRelation], Any]) -> Any:
    query = get(name)
    try:
        return fetch(con.sql(query.sql, params=_bound(query, params)))
    except duckdb.IOException as error:
        raise StoreError(f"the database is damaged; load its files into a new one ({first_line(error)})") from error
    except duckdb.Error as error:
        raise QueryError(f"query {name}: {first_line(error)}") from error


def read(path: Path) -> Query:
    """The query in a file.

    Raises:
        QueryError: the head is missing or has a line that is none of ``answers``, ``param`` and ``column``.
    """
    answers = ""
    params: list[Param] = []
    columns: dict[str, str] = {}
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("--"):
            break
        found = _HEAD.match(line)
        if found is None:
            raise QueryError(f"{path}:{number}: write '-- answers: ...', '-- param NAME: ...' or '-- column NAME: ...'")
        key, name, said = found.groups()
        if key == "answers":
            answers = said
        elif key == "param":
            params.append(_param(name, said))
        else:
            columns[name] = said
    if not answers:
        raise QueryError(f"{path}: the first line has to be '-- answers: ...'")
    return Query(path.stem, answers, tuple(params), columns, text)


@cache
def _all() -> dict[str, Query]:
    folder = sql_dir() / "queries"
    return {path.stem: read(path) for path in sorted(folder.glob("*.sql"))}


def _param(name: str, said: str) -> Param:
    found = _DEFAULT.match(said)
    return Param(name, found[1], required=False, default=value_of(found[2])) if found else Param(name, said, required=True)


def value_of(text: str) -> Value:
    """A parameter's value from its text: JSON's null, true, false and numbers are those, everything else is text.

    >>> [value_of(t) for t in ("null", "true", "12", "COCO", "1e", "[1]")]
    [None, True, 12, 'COCO', '1e', '[1]']
    """
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if value is None or isinstance(value, bool | int | float | str) else text


def _bound(query: Query, given: Mapping[str, Value]) -> dict[str, Value]:
    known = {p.name for p in query.params}
    unknown = sorted(given.keys() - known)
    if unknown:
        raise QueryError(f"query {query.name} has no parameter {', '.join(unknown)}; it has {', '.join(sorted(known)) or 'none'}")
    missing = [p.name for p in query.params if p.required and p.name not in given]
    if missing:
        raise QueryError(f"query {query.name} needs {', '.join(missing)}")
    return {p.name: given.get(p.name, p.default) for p in query.params}
