"""What benchmarks share: the texts, the database of a million claims, and the list of what was measured, printed at the end."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from leaderboard.store import reading
from tests.benchmarks import million, questions, table, texts

MEASURED = pytest.StashKey()


def pytest_addoption(parser):
    parser.addoption("--texts", type=Path, help="a file of papers to measure on, in any format that leaderboard reads")


def pytest_configure(config):
    config.stash[MEASURED] = []


def pytest_terminal_summary(terminalreporter, config):
    if config.stash[MEASURED]:
        terminalreporter.write_line("")
        terminalreporter.write_line(table.markdown(config.stash[MEASURED]))


@pytest.fixture(scope="session")
def measured(request):
    """The list to which each benchmark adds what it found."""
    return request.config.stash[MEASURED]


@pytest.fixture(scope="session")
def papers(request, tmp_path_factory):
    """The texts to measure on."""
    file = request.config.getoption("--texts")
    return texts.given(file) if file else texts.sample(tmp_path_factory.mktemp("texts"))


@pytest.fixture(scope="session")
def big(tmp_path_factory, measured):
    """The path of a database of a million claims."""
    path = tmp_path_factory.mktemp("million") / "million.duckdb"
    seconds = million.make(path)
    measured.append(table.Fact("loading and publishing 1,000,000 claims of 350,000 papers that are staged", f"{seconds:.1f} s"))
    measured.append(table.Fact("the database's size then", f"{path.stat().st_size / 1e6:,.0f} MB"))
    return path


@pytest.fixture(scope="session")
def con(big):
    """A reader's connection to it."""
    with closing(reading.connect(big)) as con:
        yield con


@pytest.fixture(scope="session")
def known(con):
    """What the questions' placeholders stand for in it."""
    return questions.values(con)
