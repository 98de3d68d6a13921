"""Loading papers into a database: read, extract, load, publish.

The published database is only read until the end, when a complete new one replaces it. Loading the same files again changes nothing; a new
version of the extractor, or another registry, extracts the claims of every paper in the database again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import duckdb

from leaderboard import registry as registries
from leaderboard import sources
from leaderboard.engine import local
from leaderboard.engine.engines import Engine, OnThisMachine
from leaderboard.engine.files import Done
from leaderboard.engine.local import Recipe
from leaderboard.errors import OlderSchema, SourceError
from leaderboard.model import Rejected
from leaderboard.resources import VERSION
from leaderboard.store import filling, lock, migrate, reading
from leaderboard.store.intake import BATCH, Counts, Intake, batches_of
from leaderboard.store.staging import Staging, check_place, staged

REPORT_EVERY = 0.1  # minimum seconds between progress reports


@dataclass(frozen=True, slots=True)
class Progress:
    """Progress of a load.

    Attributes:
        entries: number of entries read.
        papers: number of finished papers: known before, or extracted.
        extracted: number of papers extracted.
        claims: number of claims in those.
        rejected: number of entries that could not be read, and papers that could not be processed.
        share: finished share of the work before writing the database, 0 to 1; None if unknown.
        writing: whether extraction has finished and the database is being written.
    """

    entries: int
    papers: int
    extracted: int
    claims: int
    rejected: int
    share: float | None
    writing: bool


@dataclass(frozen=True, slots=True)
class Report:
    """What a load did. ``run_id`` is None if there was nothing to do and the database is unchanged."""

    database: Path
    run_id: int | None
    entries: int
    new_papers: int
    extracted: int
    claims: int
    rejected: int
    known_sources: int
    faults: tuple[Rejected, ...]
    papers_total: int
    claims_total: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Hooks:
    """Callbacks: ``progress`` regularly, ``waiting`` once if another load must finish first."""

    progress: Callable[[Progress], None] = lambda _: None
    waiting: Callable[[], None] = lambda: None


def ingest(
    paths: Iterable[Path | str],
    db: Path | str | None = None,
    *,
    format: str | None = None,  # noqa: A002 - the name of the command's option
    registry: Sequence[Path] = (),
    workers: int | None = None,
    engine: Engine | None = None,
    factory: str = local.CHAIN,
    hooks: Hooks | None = None,
) -> Report:
    """Load papers from files and folders into a database and publish it.

    Args:
        paths: files and folders; ``-`` is standard input.
        db: the database, see :func:`leaderboard.store.reading.database_path`.
        format: format of the files; None to recognise it.
        registry: folders with additional registry entries.
        workers: number of worker processes; 0 extracts in this process. None: one per core, or 0 for a single batch.
        engine: engine to use instead of processes of this machine, see :func:`leaderboard.engine.engines.choose`.
        factory: factory of the extractor as ``module:function``; for tests and experiments.
        hooks: see :class:`Hooks`.

    Raises:
        SourceError: a path is missing, or nothing in the given paths can be read.
        ExtractionError: the engine failed; the database is unchanged.
        StoreError: the database cannot be read or written; it is unchanged.
    """
    started = time.monotonic()
    database = reading.database_path(db).resolve()
    check_place(database)
    load = _Load(Recipe(factory, tuple(registry)), sources.find(paths), format, engine or OnThisMachine(workers), hooks or Hooks())
    with lock.hold(database, load.hooks.waiting), staged(database, load.version) as staging:
        return load.run(staging, started)


class _Load:
    """One load, from the files found to the published database."""

    def __init__(self, recipe: Recipe, found: list[sources.Found], format: str | None, engine: Engine, hooks: Hooks) -> None:  # noqa: A002
        self.hooks = hooks
        self._recipe = recipe
        self._extractor = recipe.make()
        self.version = self._extractor.version
        self._found = found
        self._format = format
        self._engine = engine
        self._bytes = sources.size(found)
        self._reported = 0.0
        self._highest: float | None = None
        self._at = datetime.now(UTC).replace(tzinfo=None)
        self._done: list[Done] = []
        self._counts = Counts()

    def run(self, staging: Staging, started: float) -> Report:
        upgraded = self._prepare(staging)
        base = staging.next if staging.next.exists() else staging.database
        with reading.opened(base) as con:
            known = filling.known(con)
            intake = Intake(staging.folder, staging.shards, known.papers, known.sources, VERSION)
            self._counts = intake.counts
            tasks = chain(
                batches_of(filling.stale_papers(con, self.version, BATCH), staging.shards),
                intake.tasks(self._found, self._format, lambda _: self._report_progress()),
            )
            for done in self._engine(tasks, self._recipe, self._extractor):
                self._done.append(done)
                self._report_progress()
            intake.close()
        self._refuse_nothing()
        if not (upgraded or intake.sources_read or self._done):
            return self._report(staging.database, None, started)
        self._report_progress(writing=True)
        run_id = self._fill(staging, started)
        staging.publish()
        return self._report(staging.database, run_id, started)

    def _prepare(self, staging: Staging) -> bool:
        """Upgrade a copy of the database to the current schema; False if the database has it already."""
        if staging.database.exists():
            try:
                with reading.opened(staging.database):
                    return False
            except OlderSchema:
                staging.copy_published()
        with duckdb.connect(str(staging.next)) as con:
            migrate.migrate(con)
        return True

    def _fill(self, staging: Staging, started: float) -> int:
        staging.copy_published()
        seconds = time.monotonic() - started
        with filling.writing(staging.next, staging.folder) as con:
            filling.stage_registry(con, registries.load(self._recipe.folders))
            filling.stage_files(con, staging.folder, [done.task for done in self._done])
            run_id = filling.next_run(con)
            filling.stage_run(con, run_id, self._at, seconds, [str(one.path) for one in self._found], self._totals())
            filling.load(con)
        return run_id

    def _totals(self) -> filling.Totals:
        counts = self._counts
        return filling.Totals(
            entries=counts.entries,
            new_papers=counts.new_papers,
            extracted=sum(done.papers for done in self._done),
            claims=sum(done.claims for done in self._done),
            rejected=counts.rejected + sum(done.failures for done in self._done),
            extractor=self.version,
            product=VERSION,
        )

    def _refuse_nothing(self) -> None:
        """Refuse a load without a single paper.

        Raises:
            SourceError: no source has a paper.
        """
        if self._counts.entries > self._counts.rejected or self._counts.known_sources:
            return
        faults = self._counts.faults
        if not faults:
            raise SourceError("nothing was loaded: no papers found in the given paths")
        more = self._counts.rejected - 1
        rest = f" (and {more} more like it)" if more else ""
        raise SourceError(f"nothing was loaded: {faults[0].place}: {faults[0].reason}{rest}")

    def _report_progress(self, *, writing: bool = False) -> None:
        now = time.monotonic()
        if now - self._reported < REPORT_EVERY and not writing:
            return
        self._reported = now
        totals = self._totals()
        papers = self._counts.entries - self._counts.rejected - self._counts.new_papers + totals.extracted
        share = 1.0 if writing else self._share(totals.extracted)
        self.hooks.progress(Progress(totals.entries, papers, totals.extracted, totals.claims, totals.rejected, share, writing))

    def _share(self, extracted: int) -> float | None:
        """The share of the bytes that have been read and extracted, 0 to 1; None if the size is unknown."""
        if not self._bytes or not self._counts.bytes_read:
            return None
        read = min(self._counts.bytes_read / self._bytes, 1.0)
        waiting = max(self._counts.new_papers - extracted, 0)
        share = read * (1 - waiting / self._counts.new_papers) if waiting else read
        self._highest = max(share, self._highest or 0.0)  # it is an estimate, and must not decrease
        return self._highest

    def _report(self, database: Path, run_id: int | None, started: float) -> Report:
        papers, claims = _sizes(database)
        totals = self._totals()
        return Report(
            database=database,
            run_id=run_id,
            entries=totals.entries,
            new_papers=totals.new_papers,
            extracted=totals.extracted,
            claims=totals.claims,
            rejected=totals.rejected,
            known_sources=self._counts.known_sources,
            faults=tuple(self._counts.faults),
            papers_total=papers,
            claims_total=claims,
            seconds=time.monotonic() - started,
        )


def _sizes(database: Path) -> tuple[int, int]:
    with reading.opened(database) as con:
        row = con.execute("SELECT (SELECT count(*) FROM papers), (SELECT count(*) FROM claims)").fetchone()
    return (row[0], row[1]) if row else (0, 0)
