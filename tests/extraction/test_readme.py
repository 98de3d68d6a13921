"""The map of the extraction: its example runs, it shows every room in order, and every file that it names exists."""

from __future__ import annotations

import doctest
import re

import pytest

from tests.architecture.rooms import ROOMS


@pytest.fixture
def readme(root):
    """The map's path."""
    return root / "leaderboard" / "extraction" / "README.md"


def test_its_example_runs(readme):
    result = doctest.testfile(str(readme), module_relative=False)
    assert result.attempted > 5
    assert result.failed == 0


def test_it_shows_the_rooms_in_their_order(readme):
    assert tuple(re.findall(r"^\|[^|]+\| `([a-z]+)/` \|", readme.read_text(encoding="utf-8"), re.MULTILINE)) == ROOMS


def files_named(text):
    """Python files by their room, or by the room of the table's row; and files of the registry."""
    for line in text.splitlines():
        room = re.match(r"\|[^|]+\| `([a-z]+)/` \|", line)
        for name in re.findall(r"`([\w/-]+\.(?:py|txt))`", line):
            yield f"{room[1]}/{name}" if room and name.endswith(".py") else name


def test_every_file_that_it_names_exists(root, readme):
    named = list(files_named(readme.read_text(encoding="utf-8")))
    assert len(named) > 25
    folders = (root, root / "leaderboard" / "extraction", root / "leaderboard" / "extraction" / "quantities", root / "data" / "registry")
    assert [name for name in named if not any((folder / name).is_file() for folder in folders)] == []


def test_a_file_that_is_missing_would_be_found():
    assert list(files_named("| Where? | `attic/` | `box.py` | `dust.txt` |")) == ["attic/box.py", "dust.txt"]
