"""A load in a process of its own, for tests that kill it: DATABASE FILE WORKERS [MOMENT].

MOMENT is a step of publishing before which the process kills itself.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "engine"))

from leaderboard.store import staging
from leaderboard.store.loading import Hooks, ingest


def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)


def main(database, file, workers, moment=None):
    if moment == "publish":
        staging.Staging.publish = die
    elif moment == "rename":
        rename = Path.replace
        Path.replace = lambda self, target: die() if self.name == "next.duckdb" else rename(self, target)
    elif moment == "cleaning":
        staging.Staging.close = die
    hooks = Hooks(progress=lambda p: print(p.extracted, flush=True), waiting=lambda: print("waiting", flush=True))
    report = ingest([file], database, workers=int(workers), factory="fake_extractors:build", hooks=hooks)
    print("published", report.run_id, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
