"""``leaderboard sheet``: ranked results to check by reading, and the precision that the verdicts give."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from leaderboard.cli.options import Database

app = typer.Typer(help="Check ranked results by reading: write a sheet, fill in verdicts, read them back.", no_args_is_help=True)


class Sample(StrEnum):
    """Which results a sheet has."""

    random = "random"
    records = "records"


class Shape(StrEnum):
    """How the figures are printed."""

    text = "text"
    json = "json"


@app.command()
def write(
    target: Annotated[Path, typer.Argument(metavar="SHEET.csv", help="The file to write.", show_default=False)],
    *,
    sample: Annotated[Sample, typer.Option(help="A random sample of all ranked results, or the records of leaderboards.")] = Sample.random,
    papers: Annotated[int, typer.Option(min=1, help="Only leaderboards with results of at least this many papers.")] = 1,
    largest: Annotated[
        int | None, typer.Option(min=1, help="Only this many leaderboards, those with the most papers.", show_default=False)
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Only claims at or above this confidence (claims without one are kept).")
    ] = 0,
    seed: Annotated[int, typer.Option(help="Which random sample.")] = 1,
    limit: Annotated[int, typer.Option(min=1, help="Maximum number of results.")] = 100,
    db: Database = None,
) -> None:
    """Write a sheet of ranked results, each with its abstract, the number marked, and its neighbours on the leaderboard.

    Fill in the column verdict with right, wrong or not-comparable, and cause with a word or two where it is not right.

    Example: leaderboard sheet write sheet.csv --sample records --papers 3
    """
    from leaderboard.errors import LeaderboardError
    from leaderboard.scoring import sheet
    from leaderboard.store import queries, reading

    with reading.connect(db) as con:
        asked = {"sample": sample.value, "papers": papers, "largest": largest, "seed": seed, "limit": limit}
        found = queries.run(con, "sheet_rows", **asked, min_confidence=min_confidence)
    try:
        target.write_text(sheet.write(found.iter_rows(named=True), found.columns), encoding="utf-8")
    except OSError as error:
        raise LeaderboardError(f"cannot write {target}: {error.strerror or error}") from error
    typer.echo(f"{target}: {found.height} results to read")


@app.command()
def read(
    source: Annotated[Path, typer.Argument(metavar="SHEET.csv", help="A sheet with verdicts.", show_default=False)],
    shape: Annotated[Shape, typer.Option("--format", help="How to print it.")] = Shape.text,
) -> None:
    """Print how many of the results that were read are right and comparable, by confidence and by cause.

    Example: leaderboard sheet read sheet.csv --format json
    """
    from leaderboard.cli import output
    from leaderboard.scoring import sheet

    found = sheet.read(source)
    if shape is Shape.json:
        output.print_json(found.as_dict())
    else:
        typer.echo(output.plain(found.as_text()))
