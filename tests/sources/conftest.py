"""What the tests of the sources share: a file made from its content, and read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from leaderboard.model import Paper, Rejected
from leaderboard.sources import read


class Result(NamedTuple):
    papers: list[Paper]
    rejected: list[Rejected]

    @property
    def codes(self) -> list[str]:
        return [one.code for one in self.rejected]

    @property
    def titles(self) -> list[str]:
        return [one.title for one in self.papers]


Reading = Callable[..., Result]


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    """Write a content to a file and read it: papers and rejected entries."""

    def run(content: str | bytes, name: str = "papers.dat", form: str | None = None) -> Result:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        entries = list(read(path, form))
        return Result([one for one in entries if isinstance(one, Paper)], [one for one in entries if isinstance(one, Rejected)])

    return run
