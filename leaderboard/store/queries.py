"""The named queries of ``sql/queries``: found by name, parameters bound, results as polars frames or plain rows.

The head of each file states what the query answers, its parameters and its columns; the SQL casts each parameter to its type::

    -- answers: Which benchmarks there are.
    -- param limit: maximum number of rows (default: 100)
    -- column benchmark: the benchmark's name
    SELECT benchmark FROM derived.benchmarks LIMIT $limit::BIGINT;

A parameter without a default is required. A misspelt parameter is an error.
"""

from __future__ import annotations

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
    import polars as pl  # slow to import; a command that prints a few rows does without it

Value = str | int | float | bool | None

_HEAD = re.compile(r"^-- (answers|param|column)\b ?(\w*): (.+)$")
_DEFAULT = re.compile(r"^(.*?) *\(default: ([^)]*)\)$")
_CAST = re.compile(r"\$(\w+)::(\w+)")
_BOOLEANS: dict[str, Value] = {"true": True, "false": False}
#: How a value of each SQL type is parsed from text, and what to call the type in messages.
_PARSERS: dict[str, tuple[Callable[[str], Value], str]] = {
    "VARCHAR": (str, "text"),
    "BIGINT": (int, "a whole number"),
    "INTEGER": (int, "a whole number"),
    "DOUBLE": (float, "a number"),
    "BOOLEAN": (lambda text: _BOOLEANS[text.lower()], "true or false"),
}


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter of a query.

    Attributes:
        name: its name, without the dollar sign.
        text: what it does.
        kind: its SQL type, as the query casts it.
        required: whether it has no default.
        default: the value used where none is given.
    """

    name: str
    text: str
    kind: str
    required: bool
    default: Value = None

    def parse(self, text: str) -> Value:
        """The value that a text stands for in this parameter's type; ``null`` is None.

        >>> [Param("p", "", kind, True).parse("2048") for kind in ("VARCHAR", "BIGINT", "DOUBLE")]
        ['2048', 2048, 2048.0]

        Raises:
            QueryError: the text is no value of the type.
        """
        if text.lower() == "null":
            return None
        parser, called = _PARSERS[self.kind]
        try:
            return parser(text)
        except (ValueError, KeyError):
            raise QueryError(f"{self.name} must be {called}, not {text!r}") from None


@dataclass(frozen=True, slots=True)
class Query:
    """One named query with the documentation of its head."""

    name: str
    answers: str
    params: tuple[Param, ...]
    columns: Mapping[str, str]
    sql: str

    def parse(self, texts: Mapping[str, str]) -> dict[str, Value]:
        """Parameter values from texts, each in the type of its parameter.

        Raises:
            QueryError: the query has no such parameter, or a text is no value of its type.
        """
        _check_names(self, texts)
        return {p.name: p.parse(texts[p.name]) for p in self.params if p.name in texts}


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
        raise QueryError(f"there is no query named {name!r}; available queries: {', '.join(names())}") from None


def run(con: DuckDBPyConnection, name: str, /, **params: Value) -> pl.DataFrame:
    """The rows of a named query as a frame.

    Raises:
        QueryError: unknown query or parameter, a missing required parameter, or a value of the wrong type.
        StoreError: the database file is damaged.
    """
    rows: pl.DataFrame = _fetched(con, name, params, lambda answer: answer.pl())
    return rows


def rows(con: DuckDBPyConnection, name: str, /, **params: Value) -> list[dict[str, Any]]:
    """The rows of a named query as dictionaries; quicker than :func:`run` for a few rows.

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
        QueryError: the head has a line that is none of ``answers``, ``param`` and ``column``, or a parameter without a type in the SQL.
    """
    answers = ""
    params: list[Param] = []
    columns: dict[str, str] = {}
    text = path.read_text(encoding="utf-8")
    kinds = dict(_CAST.findall(text))
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("--"):
            break
        found = _HEAD.match(line)
        if found is None:
            raise QueryError(f"{path}:{number}: write '-- answers: ...', '-- param NAME: ...' or '-- column NAME: ...'")
        key, name, about = found.groups()
        if key == "answers":
            answers = about
        elif key == "param":
            if kinds.get(name) not in _PARSERS:
                raise QueryError(f"{path}:{number}: the SQL must cast ${name} to one of {', '.join(_PARSERS)}")
            params.append(_param(name, about, kinds[name]))
        else:
            columns[name] = about
    if not answers:
        raise QueryError(f"{path}: the first line must be '-- answers: ...'")
    return Query(path.stem, answers, tuple(params), columns, text)


@cache
def _all() -> dict[str, Query]:
    folder = sql_dir() / "queries"
    return {path.stem: read(path) for path in sorted(folder.glob("*.sql"))}


def _param(name: str, about: str, kind: str) -> Param:
    found = _DEFAULT.match(about)
    if found is None:
        return Param(name, about, kind, required=True)
    return Param(name, found[1], kind, required=False, default=Param(name, found[1], kind, required=False).parse(found[2]))


def _check_names(query: Query, given: Mapping[str, object]) -> None:
    known = {p.name for p in query.params}
    unknown = sorted(given.keys() - known)
    if unknown:
        raise QueryError(f"query {query.name} has no parameter {', '.join(unknown)}; its parameters: {', '.join(sorted(known)) or 'none'}")


def _bound(query: Query, given: Mapping[str, Value]) -> dict[str, Value]:
    _check_names(query, given)
    missing = [p.name for p in query.params if p.required and p.name not in given]
    if missing:
        raise QueryError(f"query {query.name} needs {', '.join(missing)}")
    return {p.name: given.get(p.name, p.default) for p in query.params}
