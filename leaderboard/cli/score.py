"""``leaderboard score``: how accurate the extractor is."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from leaderboard.cli.options import RegistryFolders


class Shape(StrEnum):
    """How the figures are printed."""

    text = "text"
    json = "json"


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Labelled claims, one paper a line.", show_default=False)],
    texts: Annotated[Path | None, typer.Option(help="The papers' abstracts, where GOLD does not hold them.", show_default=False)] = None,
    errors: Annotated[int, typer.Option(min=0, help="Print this many disagreements.")] = 0,
    shape: Annotated[Shape, typer.Option("--format", help="How to print it.")] = Shape.text,
    registry: RegistryFolders = None,
) -> None:
    """Compare extracted claims with labelled ones: precision, recall and F1 for each level and field.

    Example: leaderboard score gold.jsonl --texts abstracts.jsonl --errors 20
    """
    from leaderboard import registry as registries
    from leaderboard.cli import output
    from leaderboard.scoring import score_file

    report = score_file(gold, texts, registries.load(registry or []))
    if shape is Shape.json:
        output.print_json(report.as_dict())
    else:
        typer.echo(output.plain(report.as_text(errors=errors)))
