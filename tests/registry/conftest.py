"""What the registry's tests share: the shipped registry, and small ones written for a case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leaderboard.registry import Registry, build, load

Write = Callable[..., Path]


@pytest.fixture(scope="session")
def shipped() -> Registry:
    """The registry that ships with the program; nothing can change it, so one serves all tests."""
    return load()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a registry directory: ``write("mine", metrics=..., benchmarks=..., units=...)``."""

    def _write(name: str, **files: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        for stem, text in files.items():
            (folder / f"{stem}.txt").write_text(text, encoding="utf-8")
        return folder

    return _write


@pytest.fixture
def small(write: Write) -> Callable[..., Registry]:
    """A registry of nothing but the given files."""
    return lambda **files: build([write("only", **files)])
