"""Runs on a worker of a Ray cluster: a block with batches of papers in, a block with their claims and failures out.

Batches are sent as the bytes of their Parquet files, so that no shared folder is needed and nobody has to parse them on the way. Here they
become files again and are processed as on a single machine, in a process of its own, so that a paper that kills it is found and recorded
while the Ray worker survives. That process is started once per Ray worker and ends with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from leaderboard.engine.files import Task
from leaderboard.engine.local import Crew, Recipe
from leaderboard.errors import ExtractionError

PAPERS = pa.schema([("batch", pa.int64()), ("papers", pa.large_binary())])
RESULTS = pa.schema([("batch", pa.int64()), ("claims", pa.large_binary()), ("failures", pa.large_binary())])

Folder = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Kit:
    """A recipe that can be sent to other machines: with the text files of its folders instead of their paths, and the expected version."""

    factory: str
    folders: tuple[Folder, ...]
    version: str

    @classmethod
    def pack(cls, recipe: Recipe, version: str) -> Kit:
        """The kit of a recipe.

        Raises:
            OSError: a file cannot be read.
        """
        return cls(recipe.factory, tuple(_contents(folder) for folder in recipe.folders), version)

    def unpack(self, place: Path) -> Recipe:
        """The recipe, with its folders written below ``place``."""
        folders = []
        for number, contents in enumerate(self.folders):
            folder = place / str(number)
            folder.mkdir(parents=True)
            for name, content in contents:
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            folders.append(folder)
        return Recipe(self.factory, tuple(folders))


def work(block: pa.Table, kit: Kit) -> pa.Table:
    """The claims and failures of every batch of a block.

    Args:
        block: with the columns of ``PAPERS``.
        kit: how to build the extractor.

    Returns:
        one row per batch, with the columns of ``RESULTS``.

    Raises:
        ExtractionError: this worker has another version of the extractor than the machine that runs the load, or cannot build one.
        OSError: temporary files cannot be written.
    """
    bench = _bench(kit)
    return pa.Table.from_pylist([bench.solve(row["batch"], row["papers"]) for row in block.to_pylist()], schema=RESULTS)


class _Bench:
    """A folder for temporary files, and the process that works on them."""

    def __init__(self, kit: Kit) -> None:
        self._folder = TemporaryDirectory(prefix="leaderboard-")
        recipe = kit.unpack(Path(self._folder.name))
        found = recipe.make().version
        if found != kit.version:
            raise ExtractionError(
                f"a Ray worker has the extractor {found} and the machine that runs the load has {kit.version}; "
                "install the same version of leaderboard on every node"
            )
        self._crew = Crew(recipe, 1)

    def solve(self, number: int, papers: bytes) -> dict[str, object]:
        """The row of ``RESULTS`` for a batch."""
        with TemporaryDirectory(dir=self._folder.name) as place:
            task = Task(str(Path(place) / "batch"))
            task.papers.write_bytes(papers)
            self._crew.submit(task).result()
            return {"batch": number, "claims": task.claims.read_bytes(), "failures": task.failures.read_bytes()}


@lru_cache(maxsize=1)
def _bench(kit: Kit) -> _Bench:
    """One per Ray process, which processes many blocks."""
    return _Bench(kit)


def _contents(folder: Path) -> Folder:
    """The files that determine a registry and its digest."""
    return tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in sorted(folder.rglob("*.txt")))
