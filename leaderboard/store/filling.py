"""What a load reads from the present database, and how it fills the next one.

The entries and claims of a load are staged as views; ``sql/load`` and ``sql/derived`` do the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
import polars as pl
from duckdb import DuckDBPyConnection

from leaderboard.engine import tables
from leaderboard.engine.files import Task
from leaderboard.registry import Registry
from leaderboard.registry.boards import read_boards
from leaderboard.store import sql_files

#: Memory limit of DuckDB while it fills a database; beyond it, it spills to the staging folder. With workers, a load stays below 2 GB.
MEMORY = "1GB"
STALE = "SELECT paper_id, title, abstract FROM papers WHERE extractor IS DISTINCT FROM $extractor ORDER BY run_id, paper_id"
RUN = (
    "CREATE TEMP TABLE this_run AS SELECT $run_id::INTEGER AS run_id, $started_at::TIMESTAMP AS started_at, $seconds::DOUBLE AS seconds, "
    "$paths::VARCHAR[] AS paths, $entries::INTEGER AS entries, $new_papers::INTEGER AS new_papers, $extracted::INTEGER AS extracted, "
    "$claims::INTEGER AS claims, $rejected::INTEGER AS rejected, $extractor::VARCHAR AS extractor, $product::VARCHAR AS product"
)

DROP_DERIVED = "DROP SCHEMA derived CASCADE; CREATE SCHEMA derived; CHECKPOINT"


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of a database's papers, and its sources with the version of this program that read them."""

    papers: set[str]
    sources: dict[str, str]


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts of a run, for the table ``runs``."""

    entries: int
    new_papers: int
    extracted: int
    claims: int
    rejected: int
    extractor: str
    product: str


def known(con: DuckDBPyConnection) -> Known:
    """The papers and sources of a database."""
    papers: set[str] = set()
    papers.update(con.sql("SELECT paper_id FROM papers").pl()["paper_id"])
    return Known(papers, dict(con.execute("SELECT source_id, product FROM sources").fetchall()))


def stale_papers(con: DuckDBPyConnection, extractor: str, size: int) -> Iterator[tuple[object, ...]]:
    """(id, title, abstract) of the papers whose claims are from another version of the extractor, or not extracted yet."""
    cursor = con.execute(STALE, {"extractor": extractor})
    while rows := cursor.fetchmany(size):
        yield from rows


@contextmanager
def writing(database: Path, spill: Path) -> Iterator[DuckDBPyConnection]:
    """A connection that fills a database; on exit, all changes are in the file and it is closed."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "temp_directory": str(spill / "spill"),
        "preserve_insertion_order": True,
        "memory_limit": MEMORY,
    }
    con = duckdb.connect(str(database), config=config)
    try:
        yield con
        con.execute("CHECKPOINT")
    finally:
        con.close()


def stage_registry(con: DuckDBPyConnection, registry: Registry) -> None:
    """Stage the registry's entries as ``staged_benchmarks``, ``staged_metrics``, ``staged_aliases``, and what decides about boards."""
    benchmarks = [(b.name, b.task, b.area) for b in registry.benchmarks.values()]
    metrics = [(m.name, m.direction, m.unit, m.low, m.high, m.family, m.kind) for m in registry.metrics.values()]
    aliases = [(surface, kind, name) for surface, kind, name in registry.names() if surface != name]
    texts = {"task": pl.String, "area": pl.String}
    _stage(con, "staged_benchmarks", benchmarks, {"benchmark_id": pl.String, **texts})
    numbers = {"low": pl.Float64, "high": pl.Float64}
    tail = {"family": pl.String, "kind": pl.String}
    _stage(con, "staged_metrics", metrics, {"metric_id": pl.String, "direction": pl.String, "unit": pl.String, **numbers, **tail})
    _stage_boards(con, registry)
    _stage(con, "staged_aliases", sorted(set(aliases)), {"alias": pl.String, "kind": pl.String, "name": pl.String})


def _stage_boards(con: DuckDBPyConnection, registry: Registry) -> None:
    """Tasks with their ancestors, benchmarks' usual tasks, and the rules of boards.txt."""
    rules = read_boards()
    shared = [(rule.metric, rule.board_metric, rule.complement, rule.scope) for rule in rules.shared]
    defaults = [(rule.scope, rule.metric) for rule in rules.defaults]
    ancestors = [(task.name, one.name, task.area) for task in registry.tasks for one in (task, *registry.parents(task))]
    usual = [(b.name, n, _first_name(registry, task)) for b in registry.benchmarks.values() for n, task in enumerate(b.tasks)]
    _stage(con, "staged_task_ancestors", ancestors, {"task": pl.String, "ancestor": pl.String, "area": pl.String})
    _stage(con, "staged_benchmark_tasks", usual, {"benchmark_id": pl.String, "position": pl.Int32, "task": pl.String})
    columns = {"metric_id": pl.String, "board_metric": pl.String, "complement": pl.Boolean, "scope": pl.String}
    _stage(con, "staged_board_metrics", shared, columns)
    _stage(con, "staged_default_metrics", defaults, {"scope": pl.String, "metric_id": pl.String})


def _first_name(registry: Registry, task: str) -> str:
    """The first name of a task that a benchmark names; its own name where no file defines it."""
    known = registry.task(task)
    return task if known is None else known.name


def stage_files(con: DuckDBPyConnection, folder: Path, tasks: Sequence[Task]) -> None:
    """Stage the results of reading and extraction as ``staged_entries``, ``_rejected``, ``_sources``, ``_claims`` and ``_failures``."""
    for name in ("entries", "rejected", "sources"):
        _stage_parquet(con, f"staged_{name}", [folder / f"{name}.parquet"])
    if tasks:
        _stage_parquet(con, "staged_claims", [task.claims for task in tasks])
        _stage_parquet(con, "staged_failures", [task.failures for task in tasks])
    else:
        con.register("staged_claims", tables.CLAIMS.empty_table())
        con.register("staged_failures", tables.FAILURES.empty_table())


def next_run(con: DuckDBPyConnection) -> int:
    """The number of the next run, from 1."""
    row = con.execute("SELECT coalesce(max(run_id), 0) + 1 FROM runs").fetchone()
    return int(row[0]) if row else 1


def stage_run(con: DuckDBPyConnection, run_id: int, at: datetime, seconds: float, paths: list[str], totals: Totals) -> None:
    """Stage the run as ``this_run``."""
    counts = {name: getattr(totals, name) for name in ("entries", "new_papers", "extracted", "claims", "rejected", "extractor", "product")}
    con.execute(RUN, {"run_id": run_id, "started_at": at, "seconds": seconds, "paths": paths, **counts})


def load(con: DuckDBPyConnection) -> None:
    """Run ``sql/load`` on the staged data, then rebuild the derived tables, in one transaction.

    The old derived tables are dropped first, so that the new ones reuse their space in the file. The file is not published yet, so no
    reader misses them.
    """
    con.execute(DROP_DERIVED)
    con.begin()
    sql_files.run_all(con, sql_files.folder("load"))
    derive(con)
    con.commit()


def derive(con: DuckDBPyConnection) -> None:
    """Rebuild the tables of the schema ``derived``; call it after any change to the other tables."""
    sql_files.run_all(con, sql_files.folder("derived"))


def _stage(con: DuckDBPyConnection, name: str, rows: Sequence[tuple[object, ...]], schema: dict[str, type[pl.DataType]]) -> None:
    con.register(name, pl.DataFrame(rows, schema=schema, orient="row").to_arrow())


def _stage_parquet(con: DuckDBPyConnection, name: str, paths: Sequence[Path]) -> None:
    files = ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths)
    con.execute(f"CREATE TEMP VIEW {name} AS SELECT * FROM read_parquet([{files}])")  # noqa: S608 - our own file names, quoted
