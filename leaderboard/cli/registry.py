"""``leaderboard registry``: checks of the files with benchmarks, metrics and units."""

from __future__ import annotations

from typing import Annotated

import typer

from leaderboard.cli.options import RegistryFolders

app = typer.Typer(help="The registry of benchmarks, metrics and units.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def _group() -> None:
    pass


@app.command()
def check(
    registry: RegistryFolders = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the problems as JSON.")] = False,
) -> None:
    """Check the registry for duplicates, ambiguous names, unknown units and invalid lines. Exit code 1 if there are any.

    Example: leaderboard registry check --registry my-benchmarks
    """
    from leaderboard import registry as registries
    from leaderboard.cli import output

    known = registries.load(registry or [])
    problems = registries.check(known)
    if as_json:
        output.print_json([{"path": p.path, "line": p.line, "code": p.code, "message": p.message} for p in problems])
    else:
        for problem in problems:
            typer.echo(output.plain(str(problem)))
        typer.echo(f"{len(known.benchmarks):,} benchmarks, {len(known.metrics):,} metrics, {len(problems):,} problems")
    if problems:
        raise typer.Exit(1)
