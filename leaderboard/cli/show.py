"""``leaderboard benchmarks`` and ``show``: what is in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from leaderboard.cli.options import Database, Shape, TableShape

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Row = dict[str, Any]


def benchmarks(
    search: Annotated[str | None, typer.Argument(help="Only names that contain this.", show_default=False)] = None,
    area: Annotated[str | None, typer.Option(help="Only this area.", show_default=False)] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many.")] = 50,
    shape: TableShape = Shape.table,
    db: Database = None,
) -> None:
    """List the benchmarks in the database, those with most claims first.

    Example: leaderboard benchmarks --area vision
    """
    from leaderboard.cli import output
    from leaderboard.store import queries, reading

    with reading.connect(db) as con:
        if shape is not Shape.table:
            output.print_frame(queries.run(con, "benchmarks", search=search, area=area, limit=limit), shape)
            return
        found = queries.rows(con, "benchmarks", search=search, area=area, limit=limit)
    if not found:
        typer.echo("there is no such benchmark in the database")
        return
    columns = ("benchmark", "task", "claims", "papers", "years", "metric", "best", "method")
    output.print_table(columns, [_benchmark_cells(row) for row in found], numbers={"claims", "papers", "best"})
    if len(found) == limit:
        output.note(f"the first {limit} are shown; --limit shows more")


def show(
    benchmark: Annotated[str, typer.Argument(help="A benchmark's name, as `leaderboard benchmarks` lists it, or another of its names.")],
    metric: Annotated[str | None, typer.Option(help="Only this metric; by default the one with most results.", show_default=False)] = None,
    split: Annotated[str | None, typer.Option(help="Only this split; by default the one with most results.", show_default=False)] = None,
    own: Annotated[bool, typer.Option("--own", help="Leave out numbers that papers cite for comparison.")] = False,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Hide claims with a lower confidence, and rank the others; those without one stay.")
    ] = 0,
    limit: Annotated[int, typer.Option(min=1, help="How many.")] = 50,
    shape: TableShape = Shape.table,
    db: Database = None,
) -> None:
    """Print one leaderboard: a benchmark's results with one metric on one split, the best first.

    Example: leaderboard show ImageNet-1k --metric "top-1 accuracy"
    """
    from leaderboard.cli import output
    from leaderboard.store import queries, reading

    with reading.connect(db) as con:
        name = find_benchmark(con, benchmark)
        choices = queries.rows(con, "benchmark_choices", benchmark=name, min_confidence=min_confidence)
        chosen = choose(name, choices, metric, split)
        board = {"benchmark": name, "metric": chosen["metric"], "split": chosen["split"]}
        if shape is not Shape.table:
            frame = queries.run(con, "leaderboard_rows", **board, own=own, min_confidence=min_confidence, limit=limit)
            output.print_frame(frame, shape)
            return
        found = queries.rows(con, "leaderboard_rows", **board, own=own, min_confidence=min_confidence, limit=limit)
    hidden = f", {chosen['hidden']} of them hidden with a confidence below {min_confidence:g}" if chosen["hidden"] else ""
    typer.echo(f"{name}, {chosen['metric']}, split {chosen['split']} ({_direction(chosen)}): {chosen['scores']} results{hidden}")
    columns = ("rank", "method", "value", "conf.", "role", "settings", "paper", "year", "quote")
    output.print_table(columns, [_result_cells(row) for row in found], numbers={"rank", "value", "conf.", "year"})
    others = [f"  --metric {c['metric']!r} --split {c['split']!r}: {c['scores']} results" for c in choices if c != chosen]
    if others:
        typer.echo("\n".join(["also there:", *others]))


def find_benchmark(con: DuckDBPyConnection, name: str) -> str:
    """The benchmark that the user means.

    Raises:
        UsageError: there is none of that name; with those that come near.
    """
    from leaderboard.errors import UsageError
    from leaderboard.store import queries

    similar = queries.rows(con, "benchmark_suggestions", name=name)
    for row in similar:
        if row["benchmark"] == name:
            return name
    if similar and similar[0]["likeness"] == 1:
        return str(similar[0]["benchmark"])
    near = (
        "; did you mean " + ", ".join(row["benchmark"] for row in similar) + "?"
        if similar
        else "; `leaderboard benchmarks` lists what there is"
    )
    raise UsageError(f"the database has no benchmark {name!r}{near}")


def choose(benchmark: str, choices: list[Row], metric: str | None, split: str | None) -> Row:
    """The fullest board that fits what was asked for.

    Args:
        benchmark: for the message.
        choices: the boards, the fullest first.
        metric: the metric asked for, in any case.
        split: the split asked for, in any case.

    Raises:
        UsageError: no board fits; with those there are.
    """
    from leaderboard.errors import UsageError

    fitting = [c for c in choices if _same(metric, c["metric"]) and _same(split, c["split"])]
    if fitting:
        return fitting[0]
    if not choices:
        raise UsageError(
            f"there are no scores on {benchmark!r}, only other claims: leaderboard sql improvements_rows --set benchmark={benchmark!r}"
        )
    boards = "; ".join(f"{c['metric']} on split {c['split']}" for c in choices)
    raise UsageError(f"{benchmark!r} has no such results; it has {boards}")


def _same(asked: str | None, there: str) -> bool:
    def folded(text: str) -> str:
        return "".join(c for c in text.casefold() if c.isalnum() or c in "@+")

    return asked is None or folded(asked) in (folded(there), folded(there.removeprefix("unregistered: ")))


def _direction(choice: Row) -> str:
    if choice["direction"] is None:
        return "not ranked: nobody has registered this metric, so which way is better is not known"
    return f"{choice['direction']} is better"


def _benchmark_cells(row: Row) -> tuple[object, ...]:
    years = "" if row["first_year"] is None else f"{row['first_year']}-{row['last_year']}"
    name = row["benchmark"] if row["registered"] else f"{row['benchmark']} (unregistered)"
    best = None if row["best"] is None else f"{row['best']:.6g}{row['unit'] or ''}"
    return (name, row["task"], row["claims"], row["papers"], years, row["metric"], best, row["method"])


def _result_cells(row: Row) -> tuple[object, ...]:
    from leaderboard.cli.output import amount

    flags = f" [{', '.join(row['flags'])}]" if row["flags"] else ""
    sure = None if row["confidence"] is None else f"{row['confidence']:.2f}"
    return (row["rank"], row["method"], amount(row) + flags, sure, row["role"], row["settings"], row["title"], row["year"], row["quote"])
