"""Several loads at once into one database, and readers while one is loading."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from leaderboard.store import reading

WAITING = "another load into this database is running; waiting for it to finish\n"


def test_of_three_loads_at_once_two_wait_and_nothing_is_lost(work):
    parts = [work.add(), work.add(40), work.add(40)]
    with work.start(parts[0]) as first:
        assert first.wait_for("reading")
        os.killpg(first.group, signal.SIGSTOP)  # until the others surely wait
        others = [work.start(part) for part in parts[1:]]
        said = [run.process.stderr.readline() for run in others]
        os.killpg(first.group, signal.SIGCONT)
        results = [run.result() for run in (first, *others)]
    assert [code for code, *_ in results] == [0, 0, 0], results
    assert said == [WAITING, WAITING]
    assert {out.splitlines()[-1].split(" papers")[0] for _, out, _ in results} == {f"{work.db}: {work.total - n}" for n in (0, 40, 80)}
    assert work.leftovers() == []
    assert work.content() == work.undisturbed()


@pytest.mark.parametrize("whom", ["group", "parent"])
def test_when_the_first_is_killed_the_one_that_waits_goes_on(work, whom):
    parts = [work.add(), work.add(40)]
    with work.start(parts[0]) as first:
        assert first.wait_for("extracting")
        os.killpg(first.group, signal.SIGSTOP)  # until the second surely waits
        with work.start(parts[1]) as second:
            assert second.process.stderr.readline() == WAITING
            (os.killpg if whom == "group" else os.kill)(first.group, signal.SIGKILL)
            assert second.result()[0] == 0
        first.process.wait()
        if whom == "parent":
            os.killpg(first.group, signal.SIGCONT)
        first.wait_for_the_end_of_all()
    assert work.count()[0] == 40
    work.load_here(parts[0])
    assert work.leftovers() == []
    assert work.content() == work.undisturbed()


def test_a_reader_sees_the_old_or_the_new_database_and_never_less(work):
    work.add(40)
    work.load_here()
    old = work.count()
    work.add()
    seen, faults, ended = set(), [], threading.Event()

    def look():
        question = (
            "SELECT (SELECT count(*) FROM papers), (SELECT count(*) FROM claims), (SELECT count(DISTINCT paper_id) FROM paper_sources),"
            " (SELECT max(run_id) FROM runs), (SELECT sum(entries) FROM sources)"
        )
        while not ended.is_set():
            try:
                with reading.connect(work.db) as con:
                    seen.add(con.execute(question).fetchone())
            except Exception as error:  # noqa: BLE001 - whatever a reader meets is what this test is about
                faults.append(repr(error))
            ended.wait(0.001)

    reader = threading.Thread(target=look)
    before = work.db.read_bytes()
    with reading.connect(work.db) as held, work.db.open("rb") as file:
        reader.start()
        try:
            with work.start() as run:
                code, _, errors = run.result()
            new = work.count()
            ended.wait(0.2)
        finally:
            ended.set()
            reader.join()
        assert held.execute("SELECT count(*) FROM papers").fetchone() == (40,)
        assert file.read() == before
    assert code == 0, errors
    assert faults == []
    assert seen == {(*old, 40, 1, 40), (*new, work.total, 2, work.total)}
