"""The disk fills up: a real small one where that may be mounted, and everywhere a limit on the size of files, which ends the same way."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
import threading

import pytest

from leaderboard.errors import StoreError
from leaderboard.store import staging
from leaderboard.store.loading import ingest

ROOM = 64 << 20


class Disk:
    """A file system in memory whose size can be changed."""

    def __init__(self, folder):
        self.folder = folder

    def mount(self, size):
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(self.folder)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def resize(self, size):
        subprocess.run(["mount", "-o", f"remount,size={size}", str(self.folder)], check=True)

    def used(self):
        found = os.statvfs(self.folder)
        return (found.f_blocks - found.f_bfree) * found.f_frsize

    def highest_during(self, run):
        """The most that was in use until a run ended."""
        highest, ended = 0, threading.Event()

        def look():
            nonlocal highest
            while not ended.wait(0.002):
                highest = max(highest, self.used())

        looking = threading.Thread(target=look)
        looking.start()
        result = run.result()
        ended.set()
        looking.join()
        return highest, result


@pytest.fixture
def disk(tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    disk = Disk(folder)
    refused = disk.mount(ROOM)
    if refused.returncode:
        pytest.skip(f"no file system may be mounted here ({refused.stderr.strip()}); the limit on files is tested instead")
    yield disk
    subprocess.run(["umount", str(folder)], check=True)


def full(work, result, before):
    """The load stopped with a message that says what happened, what to do and that nothing is lost; the database is what it was."""
    code, out, errors = result
    assert (code, out) == (1, ""), errors
    assert "Traceback" not in errors
    *_, last = errors.splitlines()
    assert last.startswith(f"leaderboard: there is not enough space in {work.db.parent} (")
    assert "free some and rerun the command to resume" in last
    assert last.endswith(f"{work.db} is unchanged")
    assert work.db.read_bytes() == before
    assert {path.name for path in work.db.parent.glob(f"{work.db.name}*")} <= {work.db.name, work.staging.name}


def test_a_disk_that_fills_up_at_any_point_costs_nothing(work, disk):
    """How much room a load takes is seen from one that has enough; then it gets more and more of that."""
    work.db, work.staging = disk.folder / work.db.name, disk.folder / work.staging.name
    work.add(40)
    work.load_here()
    before, base = work.db.read_bytes(), disk.used()
    work.add()
    probe = work.beside(disk.folder / "probe.duckdb")
    shutil.copy(work.db, probe.db)
    base_of_probe = disk.used()
    with probe.start() as run:
        highest, result = disk.highest_during(run)
    assert result[0] == 0, result
    probe.db.unlink()
    taken = highest - base_of_probe
    for share in (0.02, 0.2, 0.5, 0.85):
        disk.resize(base + int(share * taken))
        with work.start() as run:
            full(work, run.result(), before)
        assert work.count()[0] == 40
    disk.resize(ROOM)
    work.load()
    assert [path.name for path in disk.folder.iterdir()] == [work.db.name]
    assert work.count()[0] == work.total
    assert work.content() == work.undisturbed()


def test_where_files_may_not_grow_the_same_is_said(work):
    """The limits are met by the batches, by a worker's results, by the copy of the database, and by the new database."""
    work.add(40)
    work.load_here()
    before = work.db.read_bytes()
    work.add()
    for limit in (2_000, 20_000, len(before) - 1, len(before) + 1):
        with work.start(preexec_fn=lambda most=limit: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))) as run:
            full(work, run.result(), before)
    work.load()
    assert work.count()[0] == work.total
    assert work.leftovers() == []


def test_a_disk_that_is_full_when_the_new_database_is_put_in_place(work, monkeypatch):
    """Some file systems find room only when a file is synchronised."""
    work.add(40)
    work.load_here()
    before = work.db.read_bytes()
    extra = work.add(40)

    def refuse(handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(staging.os, "fsync", refuse)
    with pytest.raises(StoreError, match=r"not enough space in .*; free some .* is unchanged"):
        ingest([extra], work.db)
    assert work.db.read_bytes() == before
    monkeypatch.undo()
    assert ingest([extra], work.db).papers_total == 80
