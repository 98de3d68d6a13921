"""``leaderboard sql``: SQL and named queries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaderboard.cli.options import Database, Shape, TableShape

if TYPE_CHECKING:
    import polars as pl
    from duckdb import DuckDBPyConnection


def sql(
    query: Annotated[str, typer.Argument(help="A SELECT statement, a file with one, or the name of a query ('list' lists them).")],
    values: Annotated[
        list[str] | None, typer.Option("--set", help="A parameter of a named query as NAME=VALUE; may be repeated.", show_default=False)
    ] = None,
    shape: TableShape = Shape.table,
    rows: Annotated[
        int, typer.Option(min=0, help="Maximum number of rows; 0 for all. Named queries have a parameter limit instead.")
    ] = 10_000,
    seconds: Annotated[float, typer.Option(min=0.1, help="Time limit in seconds.")] = 60.0,
    db: Database = None,
) -> None:
    """Query the database in SQL, read-only. Other files cannot be read.

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
        output.note(f"showing only the first {rows:,} rows; use --rows 0 for all")


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
    """The SQL itself, read from a file if the argument is the path of one.

    Raises:
        QueryError: the argument is neither SQL nor a readable file.
    """
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
            raise UsageError(f"--set {name}: expected NAME=VALUE")
    return {name: value for name, _, value in pairs}


def _catalogue() -> pl.DataFrame:
    import polars as pl

    from leaderboard.store import queries

    found = [queries.get(name) for name in queries.names()]
    rows = [(q.name, q.answers, ", ".join(p.name if p.required else f"[{p.name}]" for p in q.params)) for q in found]
    return pl.DataFrame(rows, schema=["query", "answers", "parameters"], orient="row")
