"""``leaderboard ingest``: load files into a database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaderboard.cli.options import Database, EngineName, ExtractionEngine, RayAddress, RegistryFolders, SourceFormat

if TYPE_CHECKING:
    from leaderboard.engine.engines import Engine
    from leaderboard.store.loading import Report


def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders with papers; - for standard input.", show_default=False)],
    db: Database = None,
    source_format: SourceFormat = None,
    registry: RegistryFolders = None,
    engine: ExtractionEngine = EngineName.local,
    ray_address: RayAddress = None,
) -> None:
    """Read papers, extract their claims and load both into the database. Loading the same files again changes nothing.

    Example: leaderboard ingest papers.jsonl.gz listings/
    """
    from leaderboard.engine.engines import choose

    load(paths, db, source_format, registry, choose(engine, ray_address))


def load(
    paths: list[Path],
    db: Path | None,
    source_format: str | None = None,
    registry: list[Path] | None = None,
    engine: Engine | None = None,
) -> Report:
    """Ingest with progress on standard error and a summary on standard output.

    Args:
        paths: files and folders.
        db: the database file, or None for the default one.
        source_format: format of the files, or None to recognise it.
        registry: folders with additional registry entries.
        engine: where to extract, or None for this machine.
    """
    from leaderboard.cli import stopping
    from leaderboard.cli.output import note
    from leaderboard.cli.progress import progress
    from leaderboard.store import reading
    from leaderboard.store.loading import Hooks
    from leaderboard.store.loading import ingest as run

    stopping.listen()
    before = reading.published(db)
    with progress() as show:
        hooks = Hooks(progress=show, waiting=lambda: note("another load into this database is running; waiting for it to finish"))
        try:
            report = run(paths, db, format=source_format, registry=registry or [], engine=engine, hooks=hooks)
        except KeyboardInterrupt:
            if reading.published(db) == before:
                note("stopped; the database is unchanged. Rerun the command to resume")
            else:
                note("stopped; the database has been replaced by a complete new one")
            raise
    summarise(report)
    return report


def summarise(report: Report) -> None:
    """Print what a load did."""
    from leaderboard.cli.output import cell, plain

    if report.run_id is None:
        typer.echo(f"nothing new: {report.database.name} is unchanged ({report.seconds:.1f} s)")
    else:
        typer.echo(
            f"read {report.entries:,} entries: {report.new_papers:,} new papers, {report.claims:,} claims, {report.rejected:,} rejected, "
            f"in {report.seconds:.1f} s"
        )
    if report.extracted > report.new_papers:
        again = report.extracted - report.new_papers
        typer.echo(f"the extractor or the registry has changed: claims of {again:,} papers already in the database were extracted again")
    for fault in report.faults:
        typer.echo(plain(f"  {fault.place}: {fault.reason}" + (f" ({cell(fault.excerpt)[:60]})" if fault.excerpt else "")))
    if report.rejected:
        typer.echo(f"list all {report.rejected:,} rejected entries: leaderboard sql rejected --db {report.database.name}")
    typer.echo(f"{report.database}: {report.papers_total:,} papers, {report.claims_total:,} claims")
