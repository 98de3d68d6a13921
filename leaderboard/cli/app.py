"""The list of commands. Dependencies of a command are imported when it runs, so that ``--help`` is fast."""

from __future__ import annotations

from typing import Annotated

import typer

from leaderboard.cli import export, extract, ingest, registry, score, serve, sheet, show, sql

app = typer.Typer(
    name="leaderboard",
    help="Extract reported results from papers' abstracts and build leaderboards. Every result links back to its source text.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        from leaderboard import __version__

        typer.echo(f"leaderboard {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")] = False,
) -> None:
    pass


app.command()(ingest.ingest)
app.command()(extract.extract)
app.command()(show.benchmarks)
app.command()(show.show)
app.command()(extract.explain)
app.command()(sql.sql)
app.command()(export.export)
app.command()(score.score)
app.add_typer(sheet.app, name="sheet")
app.add_typer(registry.app, name="registry")
app.command()(serve.serve)
app.command()(serve.demo)
