"""What pages and commands ask of a million claims."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from leaderboard.store import queries
from tests.benchmarks import questions
from tests.benchmarks.table import Answer, Fact

COMMAND = Path(sys.executable).with_name("leaderboard")


def test_every_query_is_asked():
    assert questions.asked() == set(queries.names())


@pytest.mark.parametrize("question", questions.QUESTIONS, ids=lambda question: question.title)
def test_question(benchmark, con, known, measured, question):
    params = questions.filled(question, known)
    rows = benchmark.pedantic(lambda: queries.run(con, question.query, **params), rounds=7, warmup_rounds=2)
    measured.append(Answer(question.title, rows.height, benchmark.stats.stats.median))


@pytest.mark.parametrize("arguments", [["--help"], ["show", "$popular"], ["benchmarks"]], ids=" ".join)
def test_command(benchmark, big, known, measured, arguments):
    filled = [known.get(one, one) for one in arguments]
    command = [COMMAND, *filled, *([] if arguments == ["--help"] else ["--db", big])]
    benchmark.pedantic(lambda: subprocess.run(command, check=True, capture_output=True), rounds=5, warmup_rounds=1)
    shown = " ".join(arguments).replace("$popular", '"the most popular benchmark"')
    measured.append(Fact(f"`leaderboard {shown}` from a cold shell, median", f"{benchmark.stats.stats.median:.2f} s"))
