"""``leaderboard benchmarks`` and ``show``: the leaderboards in the database."""

from __future__ import annotations

import difflib
import shlex
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from leaderboard.cli.options import Database, Shape, TableShape

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Row = dict[str, Any]

PARTS = ("metric", "split", "task", "protocol")  # what, beside the benchmark, makes a board
DOUBTS = {"only-paper": "only paper here", "far-ahead": "far ahead of the next paper"}
NEAREST = 3  # boards that an error suggests
OTHERS = 10  # other boards that a leaderboard mentions


def benchmarks(
    search: Annotated[
        str | None, typer.Argument(help="Only benchmarks whose name or alias contains this text.", show_default=False)
    ] = None,
    area: Annotated[str | None, typer.Option(help="Only this area, such as vision.", show_default=False)] = None,
    limit: Annotated[int, typer.Option(min=1, help="Maximum number of benchmarks.")] = 50,
    shape: TableShape = Shape.table,
    db: Database = None,
) -> None:
    """List the benchmarks in the database, those with the most claims first.

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
        typer.echo("no matching benchmark in the database")
        return
    columns = ("benchmark", "task", "claims", "papers", "years", "metric", "best", "method")
    output.print_table(columns, [_benchmark_cells(row) for row in found], numbers={"claims", "papers", "best"})
    if len(found) == limit:
        output.note(f"showing the first {limit}; use --limit for more")


def show(
    benchmark: Annotated[str, typer.Argument(help="A benchmark's name, as `leaderboard benchmarks` lists it, or an alias.")],
    metric: Annotated[str | None, typer.Option(help="The metric; by default the one with the most results.", show_default=False)] = None,
    split: Annotated[str | None, typer.Option(help="The split; by default the one with the most results.", show_default=False)] = None,
    task: Annotated[str | None, typer.Option(help="The task; by default that of the fullest leaderboard.", show_default=False)] = None,
    protocol: Annotated[
        str | None,
        typer.Option(help="The protocol, such as zero-shot, or ordinary; by default that of the fullest leaderboard.", show_default=False),
    ] = None,
    every: Annotated[
        bool,
        typer.Option(
            "--all", help="Also print the other results of papers that hold a rank with a better one (JSON and CSV always have them)."
        ),
    ] = False,
    own: Annotated[bool, typer.Option("--own", help="Only papers' own results, without the baselines they cite.")] = False,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Rank only claims at or above this confidence (claims without one are kept).")
    ] = 0,
    limit: Annotated[int, typer.Option(min=1, help="Maximum number of results.")] = 50,
    shape: TableShape = Shape.table,
    db: Database = None,
) -> None:
    """Print one leaderboard: the results on a benchmark for one task, metric, split and protocol, best first.

    Example: leaderboard show ImageNet-1k --metric "top-1 accuracy"
    """
    from leaderboard.cli import output
    from leaderboard.store import queries, reading

    with reading.connect(db) as con:
        name = find_benchmark(con, benchmark)
        choices = queries.rows(con, "benchmark_choices", benchmark=name, min_confidence=min_confidence)
        canonical = [row["metric"] for row in queries.rows(con, "metric", name=metric)] if metric is not None else []
        chosen = choose(name, choices, {"metric": metric, "split": split, "task": task, "protocol": protocol}, canonical)
        board = {"benchmark": name, **{part: chosen[part] for part in PARTS}}
        if shape is not Shape.table:
            frame = queries.run(con, "leaderboard_rows", **board, own=own, min_confidence=min_confidence, limit=limit)
            output.print_frame(frame, shape)
            return
        found = queries.rows(con, "leaderboard_rows", **board, own=own, min_confidence=min_confidence, limit=limit + chosen["folded"])
    found = [row for row in found if every or not row["folded"]][:limit]
    hidden = f", {chosen['hidden']} of them hidden (confidence below {min_confidence:g})" if chosen["hidden"] else ""
    typer.echo(f"{name}, {board_name(chosen)} ({_direction(chosen)}): {chosen['scores']} results of {chosen['papers']} papers{hidden}")
    columns = ("rank", "method", "value", "conf.", "role", "settings", "paper", "year", "quote")
    output.print_table(columns, [_result_cells(row) for row in found], numbers={"rank", "value", "conf.", "year"})
    if chosen["folded"] and not every:
        typer.echo(f"{chosen['folded']} other {'result' if chosen['folded'] == 1 else 'results'} of the same papers: --all")
    others = [c for c in choices if c != chosen]
    if others:
        more = [_all_boards(name, len(choices))] if len(others) > OTHERS else []
        typer.echo("\n".join(["other leaderboards of this benchmark:", *map(_board_line, others[:OTHERS]), *more]))


def find_benchmark(con: DuckDBPyConnection, name: str) -> str:
    """The listed name of a benchmark, from its name or an alias in any spelling.

    Raises:
        UsageError: no benchmark matches; the message has the nearest names.
    """
    from leaderboard.errors import UsageError
    from leaderboard.store import queries

    found = queries.rows(con, "benchmark", name=name)
    if found:
        return str(found[0]["benchmark"])
    similar = [row["benchmark"] for row in queries.rows(con, "benchmark_suggestions", name=name)]
    hint = f"did you mean {', '.join(similar)}?" if similar else "list all with: leaderboard benchmarks"
    raise UsageError(f"the database has no benchmark {name!r}; {hint}")


def board_name(choice: Row) -> str:
    """What tells a board from the others of its benchmark, in words."""
    return f"{choice['metric']}, {choice['task']}, split {choice['split']}, protocol {choice['protocol']}"


def choose(benchmark: str, choices: list[Row], asked: Mapping[str, str | None], canonical: Sequence[str] = ()) -> Row:
    """The board with most results that fits what was asked.

    Args:
        benchmark: for the message.
        choices: the boards, the one with most results first.
        asked: ``metric`` (its name, an alias, or words of its name), ``split``, ``task`` and ``protocol``, in any spelling; None for all.
        canonical: registered metrics that the metric is a name or an alias of, then those that list it.

    Raises:
        UsageError: no board fits, or the words fit several metrics; the message lists the nearest boards.
    """
    from leaderboard.errors import UsageError

    if not choices:
        raise UsageError(
            f"{benchmark!r} has no scores, only other claims: leaderboard sql gains_and_costs --set benchmark={shlex.quote(benchmark)}"
        )
    metric = asked.get("metric")
    known = list(dict.fromkeys(c["metric"] for c in choices))
    exact, partial = matching_metrics(metric, known, canonical) if metric is not None else (known, [])
    metrics = exact or (partial if len(partial) == 1 else [])
    fitting = [c for c in choices if c["metric"] in metrics and all(_fits(c[part], asked.get(part)) for part in PARTS[1:])]
    if fitting:
        return fitting[0]
    near = metrics or partial or _similar(metric or "", known) or known
    shown = sorted((c for c in choices if c["metric"] in near), key=lambda c: near.index(c["metric"]))[:NEAREST]
    wanted = " and ".join(f"{part} {asked[part]!r}" for part in PARTS if asked.get(part) is not None)
    problem = f"{wanted} fits several leaderboards" if len(partial) > 1 and not metrics else f"no leaderboard has {wanted}"
    raise UsageError("\n".join([f"{benchmark}: {problem}; the nearest:", *map(_board_line, shown), _all_boards(benchmark, len(choices))]))


def matching_metrics(asked: str, known: Sequence[str], canonical: Sequence[str] = ()) -> tuple[list[str], list[str]]:
    """The metrics that a text names, and where it names none, those whose name has its words in a row.

    >>> matching_metrics("Top 1 Accuracy", ["top-1 accuracy", "top-10 accuracy"])
    (['top-1 accuracy'], [])
    >>> matching_metrics("top-1", ["top-1 accuracy", "top-10 accuracy", "unregistered: stop-1"])
    ([], ['top-1 accuracy'])
    >>> matching_metrics("acc", ["top-1 accuracy", "F1"])
    ([], ['top-1 accuracy'])

    Args:
        asked: what somebody typed.
        known: metrics as results are grouped by them.
        canonical: registered metrics that ``asked`` is a name or an alias of, then those that list it; the first with a board counts.
    """
    bare = {name: name.removeprefix("unregistered: ") for name in known}
    exact = [name for name in known if _key(asked) in (_key(name), _key(bare[name]))]
    for one in () if exact else canonical:
        exact = exact or [name for name in known if one in (name, name.partition(" (")[0])]
    if exact:
        return exact, []
    words = [name for name in known if f" {_words(asked)} " in f" {_words(bare[name])} "]
    return [], words or [name for name in known if f" {_words(asked)}" in f" {_words(bare[name])}"]


def _similar(asked: str, known: Sequence[str]) -> list[str]:
    """The names most similar to a text, which may be misspelt."""
    names = {_key(name): name for name in reversed(known)}
    return [names[key] for key in difflib.get_close_matches(_key(asked), names, NEAREST, 0.5)]


def _key(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum() or c in "@+")


def _words(text: str) -> str:
    """The words of a name in lower case, with one space between them."""
    return " ".join("".join(c if c.isalnum() or c in "@+" else " " for c in text.casefold()).split())


def _fits(name: str, asked: str | None) -> bool:
    """Whether a part of a board is the one that was asked for; the test set is listed with splits that are not named."""
    key = None if asked is None else _key(asked)
    return key is None or key == _key(name) or (key in ("test", "testset") and name == "unspecified")


def _board_line(choice: Row) -> str:
    results = "result" if choice["scores"] == 1 else "results"
    options = " ".join(f"--{part} {shlex.quote(choice[part])}" for part in PARTS)
    return f"  {options}  ({choice['scores']:,} {results})"


def _all_boards(benchmark: str, count: int) -> str:
    return f"list all {count}: leaderboard sql benchmark_choices --set benchmark={shlex.quote(benchmark)}"


def _direction(choice: Row) -> str:
    if choice["direction"] is None:
        return "not ranked: the metric is not registered, so its direction is unknown"
    return f"{choice['direction']} is better"


def _benchmark_cells(row: Row) -> tuple[object, ...]:
    years = "" if row["first_year"] is None else f"{row['first_year']}-{row['last_year']}"
    name = row["benchmark"] if row["registered"] else f"{row['benchmark']} (unregistered)"
    best = None if row["best"] is None else f"{row['best']:.6g}{row['unit'] or ''}"
    return (name, row["task"], row["claims"], row["papers"], years, row["metric"], best, row["method"])


def _result_cells(row: Row) -> tuple[object, ...]:
    from leaderboard.cli.output import amount

    marks = [*row["flags"], *([f"check this: {DOUBTS[row['doubt']]}"] if row["doubt"] else []), *(["folded"] if row["folded"] else [])]
    flags = f" [{', '.join(marks)}]" if marks else ""
    sure = None if row["confidence"] is None else f"{row['confidence']:.2f}"
    scaled = {part: row[f"canonical_{part}"] for part in ("value", "unit")} | {"value_high": row["canonical_high"]}
    said = amount(row | scaled) if "converted" in row["flags"] else amount(row)
    return (row["rank"], row["method"], said + flags, sure, row["role"], row["settings"], row["title"], row["year"], row["quote"])
