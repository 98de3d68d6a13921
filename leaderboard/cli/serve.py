"""``leaderboard serve`` and ``demo``: the dashboards in a browser."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer

from leaderboard.cli.options import Database

DEMO_DATABASE = "leaderboard-demo.duckdb"
HOST = "127.0.0.1"

Port = Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")]


def serve(db: Database = None, port: Port = 8501) -> None:
    """Serve the dashboards to a browser on this machine. Stop with Ctrl-C.

    Example: leaderboard serve --db results.duckdb --port 8600
    """
    from leaderboard.store import reading

    path = reading.database_path(db)
    reading.connect(path).close()
    _run(path, port)


def demo(
    db: Annotated[
        Path | None,
        typer.Option("--db", help=f"The database file; by default {DEMO_DATABASE} in the current directory.", show_default=False),
    ] = None,
    port: Port = 8501,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Build the database without serving it.")] = False,
) -> None:
    """Build a database from the sample papers and serve it to a browser.

    Example: leaderboard demo --no-serve --db sample.duckdb
    """
    from leaderboard.cli.ingest import load
    from leaderboard.resources import sample_dir

    path = db or Path(DEMO_DATABASE)
    load([sample_dir() / "papers.jsonl"], path)
    if no_serve:
        typer.echo(f"to serve it: leaderboard serve --db {path}")
    else:
        _run(path, port)


def _run(database: Path, port: int) -> None:
    """Replace this process by the dashboard server, which then receives signals and sets the exit code."""
    from leaderboard.resources import dashboards_dir

    _check_free(port)
    options = {
        "server.address": HOST,
        "server.port": str(port),
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
    }
    command = [sys.executable, "-m", "streamlit", "run", str(dashboards_dir() / "app.py")]
    command += [part for name, value in options.items() for part in (f"--{name}", value)]
    typer.echo(f"the dashboard is at http://{HOST}:{port} (stop with Ctrl-C)")
    sys.stdout.flush()
    os.execve(sys.executable, command, {**os.environ, "LEADERBOARD_DB": str(database.resolve())})  # noqa: S606 - no shell is wanted


def _check_free(port: int) -> None:
    from leaderboard.errors import LeaderboardError

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise LeaderboardError(f"cannot listen on port {port}: {error.strerror}; choose another with --port") from error
