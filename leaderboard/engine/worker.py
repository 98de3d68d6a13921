"""A worker process: ``python -m leaderboard.engine.worker FACTORY [FOLDER...]``.

It writes ``ready`` when it has started, reads one task per line from standard input (the stem of its files), and answers each with ``done``
when the files are written, or with the error. It exits as soon as its input is closed, so that workers never outlive the run that started
them. FACTORY is ``module:function``; it is called with the folders and returns the extractor. A plain process with a pipe, rather than
multiprocessing, works the same in scripts, notebooks and servers.
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
#: Extraction creates many small values and few cycles: collect garbage a hundred times less often than by default.
_GARBAGE = 70_000


def load_extractor(factory: str, folders: list[Path]) -> Extractor:
    """The extractor that the factory ``module:function`` returns."""
    module, _, function = factory.partition(":")
    return cast("Extractor", getattr(importlib.import_module(module), function)(folders))


def main(argv: list[str]) -> None:
    """Run tasks until the input is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole process group; the parent decides
    threading.Thread(target=_end_with_input, daemon=True).start()
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # prints must not look like answers
    extractor = load_extractor(argv[0], [Path(folder) for folder in argv[1:]])
    gc.collect()
    gc.freeze()  # the registry and the vocabulary live as long as the process
    gc.set_threshold(_GARBAGE)
    answers.write(f"{READY}\n")
    for line in sys.stdin:
        answers.write(f"{_attempt(Task(line.rstrip()), extractor)}\n")


def _end_with_input() -> None:
    watch = select.poll()
    watch.register(sys.stdin, 0)  # no events but the one that is always reported: the pipe was closed
    watch.poll()
    os._exit(0)


def _attempt(task: Task, extractor: Extractor) -> str:
    try:
        work(task, extractor)
    except OSError as error:  # a full disk or a deleted folder is no fault of the papers
        return " ".join(str(error).split())
    return DONE


if __name__ == "__main__":
    main(sys.argv[1:])
