"""Extractors that do what a test tells them to: the abstract itself says which claims there are, and what goes wrong.

An abstract is JSON: a list of claims' fields, or one of the words below.
"""

from __future__ import annotations

import json
import os
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

from leaderboard.model import Extraction, Problem, claim_from_dict

CRASH = "CRASH"
DIE = "DIE"
SLOW = "SLOW"
PROBLEM = "PROBLEM"
ORPHAN = "ORPHAN "  # and a path: the first time, the process that started this one is killed, and the file says what it was
REGISTERED = {"ImageNet": "ImageNet-1k", "ImageNet-1k": "ImageNet-1k", "COCO": "COCO", "LibriSpeech": "LibriSpeech"}


def claim(value=90.0, **more):
    """The fields of a plain score, with what a test changes about it."""
    fields = {
        "start": 0,
        "end": 1,
        "quote": "[",
        "kind": "score",
        "value": value,
        "unit": "%",
        "metric": "accuracy",
        "metric_id": "accuracy",
    }
    fields |= {"canonical_value": value, "canonical_unit": "%", "benchmarks": ["ImageNet"], "method": "Ours", "rule": "test"}
    fields |= more
    return fields | {"benchmark_ids": [REGISTERED.get(name) for name in fields["benchmarks"]]}


def abstract(*claims):
    """The abstract that has these claims."""
    return json.dumps(list(claims))


@dataclass(frozen=True)
class Fake:
    version: str = "fake-1"
    candidates: str = ""
    seen: list = field(default_factory=list, compare=False)

    def extract(self, text, title):
        self.seen.append(title)
        if text == CRASH:
            raise ValueError("this abstract is too hard")
        if text == DIE:
            os.kill(os.getpid(), signal.SIGKILL)
        if text.startswith(ORPHAN):
            orphan_once(Path(text.removeprefix(ORPHAN)))
            text = abstract(claim())
        if text == PROBLEM:
            return Extraction((), problems=(Problem("lex", "stumbled"),))
        if text == SLOW:
            time.sleep(0.002)
            text = abstract(claim())
        found = json.loads(text)
        return Extraction(tuple(claim_from_dict(c | {"value": c["value"] + self.shift}) for c in found))

    @property
    def shift(self):
        return 0 if self.version == "fake-1" else 1


def orphan_once(mark):
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return
    mark.write_bytes(Path(f"/proc/{os.getppid()}/cmdline").read_bytes())
    os.kill(os.getppid(), signal.SIGKILL)


def build(folders):
    return Fake()


def build_newer(folders):
    """Another version, which reads every value one higher."""
    return Fake("fake-2")


def build_broken(folders):
    raise RuntimeError("no such registry")
