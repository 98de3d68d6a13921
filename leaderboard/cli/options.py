"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Database = Annotated[
    Path | None,
    typer.Option("--db", help="The database; by default $LEADERBOARD_DB or leaderboard.duckdb in this folder.", show_default=False),
]
RegistryFolders = Annotated[
    list[Path] | None,
    typer.Option("--registry", help="A folder with registry entries of your own, on top of the shipped ones.", show_default=False),
]
SourceFormat = Annotated[
    str | None,
    typer.Option("--format", help="The files' format, where it should not be recognised from their content.", show_default=False),
]


class EngineName(StrEnum):
    """Where a load extracts: the names of ``leaderboard.engine.engines``."""

    local = "local"
    ray = "ray"


ExtractionEngine = Annotated[
    EngineName,
    typer.Option("--engine", help="Extract on the processors of this machine, or on a Ray cluster (pip install 'leaderboard[ray]')."),
]
RayAddress = Annotated[
    str | None,
    typer.Option(
        "--ray-address",
        help="The cluster: HOST:PORT, or auto for the one this machine is in; by default $RAY_ADDRESS, or one started for this load.",
        show_default=False,
    ),
]


class Shape(StrEnum):
    """How a table is printed."""

    table = "table"
    csv = "csv"
    json = "json"


TableShape = Annotated[Shape, typer.Option("--format", help="How to print it.")]
