"""Reads the case files of tasks and protocols: a title, a text with the number marked, and what is expected of that number."""

from __future__ import annotations

from pathlib import Path

from leaderboard.extraction.chain import extract
from leaderboard.model import Claim


def read_cases(path: Path) -> list[tuple[str, str, str]]:
    """The cases of a file as (title, text, expectation)."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    return [(line.split(" :: ")[0], line.split(" :: ")[1].rsplit(" => ", 1)[0], line.rsplit(" => ", 1)[1]) for line in lines]


def claim_at(title: str, marked: str) -> Claim:
    """The claim of the number between the marks."""
    start = marked.index("«")
    found = [c for c in extract(marked.replace("«", "").replace("»", ""), title).claims if c.start <= start < c.end]
    assert found, f"no claim in: {marked}"
    return found[0]
