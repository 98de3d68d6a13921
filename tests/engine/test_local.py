"""The engine with real worker processes."""

from __future__ import annotations

import pytest
from batches import tasks
from fake_extractors import CRASH, DIE, Fake, abstract, claim

from leaderboard.engine import files, local
from leaderboard.engine.local import Recipe
from leaderboard.errors import ExtractionError

FAKE = Recipe("fake_extractors:build")


def found(done):
    results = [files.read_result(one.task) for one in done]
    return [r.claims.to_pylist() for r in results], [r.failures.to_pylist() for r in results]


BATCHES = [[abstract(claim(n + i)) for i in range(3)] for n in range(5)] + [[CRASH, abstract(claim(1))]]


def test_workers_give_what_one_process_gives_in_the_same_order(tmp_path):
    here = list(local.run_here(tasks(tmp_path / "here", *BATCHES), Fake()))
    there = list(local.run_workers(tasks(tmp_path / "there", *BATCHES), FAKE, 2))
    assert found(there) == found(here)
    assert [(d.papers, d.claims, d.failures) for d in there] == [(3, 3, 0)] * 5 + [(2, 1, 1)]


def test_a_paper_that_kills_its_process_is_the_only_one_lost(tmp_path):
    batch = [abstract(claim(i)) for i in range(7)]
    batch[4] = DIE
    claims, failures = found(local.run_workers(tasks(tmp_path, batch, [abstract(claim())]), FAKE, 1))
    assert [c["value"] for c in claims[0]] == [0, 1, 2, 3, 5, 6]
    assert [(f["paper_id"], f["code"]) for f in failures[0]] == [("p0-4", "extraction-failed")]
    assert "signal 9" in failures[0][0]["reason"]
    assert len(claims[1]) == 1


def test_finished_batches_are_not_done_again(tmp_path):
    once = tasks(tmp_path, *BATCHES)
    list(local.run_here(once[:2], Fake()))
    fake = Fake()
    list(local.run_here(once, fake))
    assert fake.seen == [f"p{n}-{i}" for n, batch in enumerate(BATCHES) for i in range(len(batch)) if n >= 2]


def test_tasks_are_taken_only_as_they_are_needed(tmp_path):
    taken = []

    def source():
        for task in tasks(tmp_path, *([abstract(claim())] for _ in range(20))):
            taken.append(task)
            yield task

    results = local.run_workers(source(), FAKE, 1)
    next(results)
    assert len(taken) < 10
    results.close()


def test_workers_that_do_not_start_are_an_error_and_not_a_list_of_failed_papers(tmp_path, capfd):
    with pytest.raises(ExtractionError, match="do not start"):
        list(local.run_workers(tasks(tmp_path, [abstract(claim())]), Recipe("fake_extractors:build_broken"), 1))
    assert "no such registry" in capfd.readouterr().err


def test_a_result_that_cannot_be_written_is_an_error_and_not_a_failed_paper(tmp_path):
    (task,) = tasks(tmp_path, [abstract(claim())])
    task.failures.mkdir()
    with pytest.raises(OSError, match=r"directory"):
        list(local.run_workers([task], FAKE, 1))
    assert not task.done()
