"""``leaderboard export``: every table and view as a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaderboard.cli.options import Database

if TYPE_CHECKING:
    import polars as pl


class FileFormat(StrEnum):
    """File formats of an export."""

    csv = "csv"
    parquet = "parquet"
    json = "json"


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to write to (created if missing).", show_default=False)],
    file_format: Annotated[FileFormat, typer.Option("--format", help="File format.")] = FileFormat.csv,
    db: Database = None,
) -> None:
    """Write each table and view to a file.

    In CSV files, text that a spreadsheet would run as a formula starts with an apostrophe; Parquet and JSON contain the original text.

    Example: leaderboard export results --format parquet
    """
    from leaderboard.errors import LeaderboardError
    from leaderboard.store import exporting, reading

    with reading.connect(db) as con:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name in exporting.names(con):
                frame = exporting.read(con, name)
                path = folder / f"{name}.{file_format}"
                _write(frame, path, file_format)
                typer.echo(f"{path}: {frame.height:,} rows")
        except BrokenPipeError:  # standard output was closed; the folder is fine
            raise
        except OSError as error:
            raise LeaderboardError(f"cannot write to {folder}: {error.strerror or error}") from error


def _write(frame: pl.DataFrame, path: Path, file_format: FileFormat) -> None:
    """Write under a temporary name first, so that a file of the final name is always complete."""
    part = path.with_name(f".{path.name}.part")
    try:
        if file_format is FileFormat.parquet:
            frame.write_parquet(part)
        elif file_format is FileFormat.json:
            frame.write_json(part)
        else:
            from leaderboard.store.spreadsheet import to_csv

            part.write_text(to_csv(frame), encoding="utf-8", newline="")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
