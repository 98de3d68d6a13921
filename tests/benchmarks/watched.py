"""A command with the time it took and the memory that it and its children held together."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")
EVERY = 0.05  # seconds between two looks


@dataclass(frozen=True)
class Watched:
    """How a command went."""

    seconds: float
    peak_bytes: int
    output: str


def run(command, folder):
    """Run a command to its end.

    Raises:
        RuntimeError: it failed; with what it wrote.
    """
    log = folder / "output.txt"
    started, peak = time.monotonic(), 0
    with log.open("w") as out, subprocess.Popen(command, cwd=folder, stdout=out, stderr=out) as process:
        while process.poll() is None:
            peak = max(peak, resident(process.pid))
            time.sleep(EVERY)
    seconds = time.monotonic() - started
    if process.returncode:
        raise RuntimeError(log.read_text())
    return Watched(seconds, peak, log.read_text())


def resident(pid):
    """Bytes of memory that a process and all below it hold at this moment; shared pages count in each."""
    total, waiting = 0, [str(pid)]
    while waiting:
        one = Path("/proc") / waiting.pop()
        try:
            total += int((one / "statm").read_text().split()[1]) * PAGE
            for task in (one / "task").iterdir():
                waiting += (task / "children").read_text().split()
        except (FileNotFoundError, ProcessLookupError):  # it ended between two looks
            continue
    return total
