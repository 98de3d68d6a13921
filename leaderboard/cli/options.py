"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

Database = Annotated[
    Path | None,
    typer.Option(
        "--db", help="The database file; by default $LEADERBOARD_DB, else leaderboard.duckdb in the current directory.", show_default=False
    ),
]
RegistryFolders = Annotated[
    list[Path] | None,
    typer.Option("--registry", help="A folder with additional registry entries; may be repeated.", show_default=False),
]
SourceFormat = Annotated[
    str | None,
    typer.Option("--format", help="Format of the files; by default recognised from their content.", show_default=False),
]


class EngineName(StrEnum):
    """Names of the engines, as in ``leaderboard.engine.engines``."""

    local = "local"
    ray = "ray"


ExtractionEngine = Annotated[
    EngineName,
    typer.Option("--engine", help="Extract on the processors of this machine, or on a Ray cluster (requires this package's ray extra)."),
]
RayAddress = Annotated[
    str | None,
    typer.Option(
        "--ray-address",
        help="Address of the Ray cluster: HOST:PORT, or auto for the one this machine belongs to; "
        "by default $RAY_ADDRESS, else a cluster started for this load. Requires --engine ray.",
        show_default=False,
    ),
]


class Shape(StrEnum):
    """Output formats of a table."""

    table = "table"
    csv = "csv"
    json = "json"


TableShape = Annotated[Shape, typer.Option("--format", help="Output format.")]
