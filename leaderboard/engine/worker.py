"""A worker process: ``python -m leaderboard.engine.worker FACTORY [FOLDER...]``.

It says ``ready`` when it can work, takes one task a line on standard input (the stem of its files), and answers each with ``done`` when the
files are written, or with why they could not be. It ends at once when its input ends, so that workers never outlive the run that started
them, however that ended.
FACTORY is ``module:function``; called with the folders it gives the extractor. A plain process with a pipe, rather than multiprocessing,
because it works the same from scripts, notebooks and servers.
"""

from __future__ import annotations

import gc
import importlib
import os
import select
import signal
import sys
import threading
from pathlib import Path
from typing import cast

from leaderboard.engine.batch import Extractor
from leaderboard.engine.files import Task, work

READY = "ready"
DONE = "done"
#: Extraction makes many small values and hardly a cycle: look for cycles a hundred times less often than Python does.
_GARBAGE = 70_000


def load_extractor(factory: str, folders: list[Path]) -> Extractor:
    """The extractor that ``module:function`` makes."""
    module, _, function = factory.partition(":")
    return cast("Extractor", getattr(importlib.import_module(module), function)(folders))


def main(argv: list[str]) -> None:
    """Serve tasks until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    threading.Thread(target=_end_with_input, daemon=True).start()
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # whatever prints must not look like an answer
    extractor = load_extractor(argv[0], [Path(folder) for folder in argv[1:]])
    gc.collect()
    gc.freeze()  # the registry and the vocabulary stay: there is nothing to look for in them
    gc.set_threshold(_GARBAGE)
    answers.write(f"{READY}\n")
    for line in sys.stdin:
        answers.write(f"{_attempt(Task(line.rstrip()), extractor)}\n")


def _end_with_input() -> None:
    watch = select.poll()
    watch.register(sys.stdin, 0)  # of no events but the one that is always told: the other end of the pipe is closed
    watch.poll()
    os._exit(0)


def _attempt(task: Task, extractor: Extractor) -> str:
    try:
        work(task, extractor)
    except OSError as error:  # a full disk, a folder that went away: no fault of the papers
        return " ".join(str(error).split())
    return DONE


if __name__ == "__main__":
    main(sys.argv[1:])
