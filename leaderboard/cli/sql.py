"""``leaderboard sql``: questions in SQL, and the named queries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaderboard.cli.options import Database, Shape, TableShape

if TYPE_CHECKING:
    import polars as pl
    from duckdb import DuckDBPyConnection


def sql(
    query: Annotated[str, typer.Argument(help="A SELECT, a file that holds one, or the name of a query; 'list' lists these.")],
    values: Annotated[
        list[str] | None, typer.Option("--set", help="NAME=VALUE for a parameter of a named query.", show_default=False)
    ] = None,
    shape: TableShape = Shape.table,
    rows: Annotated[int, typer.Option(min=0, help="At most this many rows; 0 for all.")] = 10_000,
    seconds: Annotated[float, typer.Option(min=0.1, help="Stop after this time.")] = 60.0,
    db: Database = None,
) -> None:
    """Ask the database in SQL. Nothing can be changed, and no other file can be read.

    Example: leaderboard sql "SELECT benchmark, method, value FROM state_of_the_art" --format csv
    """
    from leaderboard.cli import output
    from leaderboard.store import reading

    if query == "list":
        output.print_frame(_catalogue(), shape)
        return
    with reading.connect(db) as con:
        frame, truncated = _answer(con, query, values or [], rows or None, seconds)
    output.print_frame(frame, shape)
    if truncated:
        output.note(f"only the first {rows:,} rows are shown; --rows 0 shows all")


def _answer(con: DuckDBPyConnection, query: str, values: list[str], rows: int | None, seconds: float) -> tuple[pl.DataFrame, bool]:
    from leaderboard.errors import UsageError
    from leaderboard.store import queries, sql_guard

    if query in queries.names():
        return queries.run(con, query, **queries.get(query).parse(_parameters(values))), False
    if values:
        raise UsageError(f"--set requires a named query; available queries: {', '.join(queries.names())}")
    answer = sql_guard.run(con, _text(query), rows=rows, seconds=seconds)
    return answer.frame, answer.truncated


def _text(query: str) -> str:
    """The SQL itself, from a file where the argument names one."""
    from leaderboard.errors import QueryError

    if any(c.isspace() for c in query.strip()):
        return query
    path = Path(query)
    if path.suffix != ".sql" and not path.is_file():
        from leaderboard.store import queries

        raise QueryError(f"{query!r} is neither SQL, nor a file, nor a named query; available queries: {', '.join(queries.names())}")
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path} cannot be read: {error}") from error


def _parameters(values: list[str]) -> dict[str, str]:
    from leaderboard.errors import UsageError

    pairs = [value.partition("=") for value in values]
    for name, equals, _ in pairs:
        if not equals:
            raise UsageError(f"--set {name}: write it as NAME=VALUE")
    return {name: value for name, _, value in pairs}


def _catalogue() -> pl.DataFrame:
    import polars as pl

    from leaderboard.store import queries

    found = [queries.get(name) for name in queries.names()]
    rows = [(q.name, q.answers, ", ".join(p.name if p.required else f"[{p.name}]" for p in q.params)) for q in found]
    return pl.DataFrame(rows, schema=["query", "answers", "parameters"], orient="row")
