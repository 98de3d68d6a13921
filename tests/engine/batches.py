"""Batches laid out for an engine."""

from __future__ import annotations

import pyarrow as pa

from leaderboard.engine import files, tables
from leaderboard.engine.files import Task


def tasks(folder, *batches):
    """One task for each list of abstracts, its papers written."""
    folder.mkdir(exist_ok=True)
    made = []
    for n, abstracts in enumerate(batches):
        ids = [f"p{n}-{i}" for i in range(len(abstracts))]
        task = Task(str(folder / f"batch{n}"))
        files.write_papers(task, pa.table({"paper_id": ids, "title": ids, "abstract": list(abstracts)}, schema=tables.PAPERS))
        made.append(task)
    return made
