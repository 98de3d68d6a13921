"""Loads that are killed at any moment, whole or in part: what is published is always complete, and the same command goes on."""

from __future__ import annotations

import os
import random
import signal
import time

from command import STAGES, TWO_BATCHES

from leaderboard.engine.local import STARTS

KILLS = 20
SEED = 4
# How long after the beginning of a stage the kill may come, in seconds.
LATEST = {"starting": 0.8, "reading": 0.3, "extracting": 0.8, "filling": 0.15, "published": 0.03}


def test_killed_twenty_times_in_a_row_the_load_completes_as_if_undisturbed(work):
    """Each fifth run is killed in the same stage of its work. A run that comes to the end finds another file of papers the next time."""
    chance = random.Random(SEED)
    history, sums = [], [0]
    for number in range(KILLS):
        if work.count()[0] == work.total:
            work.add(40 if number == 0 else TWO_BATCHES)
            sums.append(work.total)
        stage = STAGES[number % len(STAGES)]
        whom, delay = chance.choice(["group", "parent"]), chance.uniform(0, LATEST[stage])
        with work.start() as run:
            reached = run.wait_for(stage)
            time.sleep(delay)
            if run.process.poll() is None:
                (os.killpg if whom == "group" else os.kill)(run.group, signal.SIGKILL)
            code, _, errors = run.result()
            run.wait_for_the_end_of_all()
        published = work.count()
        history.append((stage, "reached" if reached else "not reached", whom, round(delay, 3), code, published))
        assert code in (0, -signal.SIGKILL), (history, errors)
        assert published[0] in sums, history
        assert set(work.leftovers()) <= {"x.duckdb.staging", "x.duckdb.lock"}, history
        assert len(list(work.folder.glob("*.staging/*"))) <= 6, history
    assert {stage for stage, reached, *_ in history if reached == "reached"} == set(STAGES), history
    assert sum(code == -signal.SIGKILL for *_, code, _ in history) > KILLS // 2, history
    work.load()
    assert work.leftovers() == []
    assert work.count()[0] == work.total, history
    content, expected = work.content(), work.undisturbed()
    assert {name: len(rows) for name, rows in content.items()} == {name: len(rows) for name, rows in expected.items()}, history
    assert content == expected, history


def test_workers_that_are_killed_are_replaced_and_cost_nothing(work):
    """The first is killed as soon as it is there, while it starts; the others at any time."""
    chance = random.Random(SEED)
    work.add(2 * TWO_BATCHES)
    killed = []
    with work.start() as run:
        while run.process.poll() is None and len(killed) < STARTS - 1:
            if workers := [one for one in run.workers() if one not in killed]:
                killed.append(chance.choice(workers))
                os.kill(killed[-1], signal.SIGKILL)
            time.sleep(chance.uniform(0, 0.6))
        code, _, errors = run.result()
    assert len(killed) > 1
    assert code == 0, (killed, errors)
    assert "rejected" not in errors
    assert work.leftovers() == []
    assert work.content() == work.undisturbed()
