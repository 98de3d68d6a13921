"""The maps of the folders: their Python examples run, and the files they name exist."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAPS = ["leaderboard/README.md", "sql/README.md", "data/registry/README.md"]


@pytest.mark.parametrize("name", ["leaderboard/README.md", "data/registry/README.md"])
def test_the_examples_give_what_they_show(name):
    failed, tried = doctest.testfile(str(ROOT / name), module_relative=False)
    assert (failed, tried > 1) == (0, True)


@pytest.mark.parametrize("name", MAPS)
def test_the_files_that_a_map_names_exist(name):
    text = re.sub(r"^```.*?^```", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.M | re.S)
    named = {path for path in re.findall(r"`([\w./]+(?:\.(?:py|sql|txt)|/))`", text) if "NNN" not in path}
    places = [(ROOT / name).parent, ROOT, ROOT / "leaderboard"]
    named -= {"benchmarks.txt"}  # a file that users may have, in place of the folder
    assert len(named) > 5
    assert sorted(path for path in named if not any((place / path).exists() for place in places)) == []
