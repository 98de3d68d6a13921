"""What was measured, as Markdown."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

RIVAL = "quantulum3"


@dataclass(frozen=True)
class Rate:
    """How many texts a second something reads."""

    what: str
    texts: int
    seconds: float
    cores: str = "1"
    note: str = ""

    @property
    def rate(self):
        return self.texts / self.seconds


@dataclass(frozen=True)
class Answer:
    """How long a query takes, warm."""

    question: str
    rows: int
    median: float


@dataclass(frozen=True)
class Wait:
    """How long a reader waits in the browser."""

    page: str
    what: str
    seconds: float


@dataclass(frozen=True)
class Fact:
    """Anything else that was measured."""

    what: str
    value: str


def machine():
    """The machine and the versions, in one line."""
    info = Path("/proc/cpuinfo")
    models = (
        [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")] if info.exists() else []
    )
    load = os.getloadavg()[0]
    versions = f"Python {platform.python_version()}, DuckDB {duckdb.__version__}, polars {pl.__version__}"
    return f"{models[0] if models else platform.machine()}, {os.cpu_count()} cores, {versions}; load average at the end {load:.1f}"


def markdown(measured):
    """All tables, in the order of measuring."""
    rates = [one for one in measured if isinstance(one, Rate)]
    answers = [one for one in measured if isinstance(one, Answer)]
    facts = [one for one in measured if isinstance(one, Fact)]
    rival = next((one.rate for one in rates if one.what == RIVAL), None)
    lines = [f"Measured on {machine()}.", ""]
    if rates:
        lines += [f"| stage | cores | texts/s | times {RIVAL} | |", "| --- | --- | ---: | ---: | --- |"]
        lines += [f"| {one.what} | {one.cores} | {one.rate:,.0f} | {times(one.rate, rival)} | {one.note} |" for one in rates]
        lines.append("")
    if facts:
        lines += ["| | |", "| --- | --- |", *(f"| {one.what} | {one.value} |" for one in facts), ""]
    if answers:
        lines += ["| query | rows | median ms |", "| --- | ---: | ---: |"]
        lines += [f"| {one.question} | {one.rows:,} | {one.median * 1000:.1f} |" for one in answers]
        lines.append("")
    if waits := [one for one in measured if isinstance(one, Wait)]:
        lines += ["| page | what | seconds |", "| --- | --- | ---: |"]
        lines += [f"| {one.page} | {one.what} | {one.seconds:.2f} |" for one in waits]
    return "\n".join(lines).rstrip() + "\n"


def times(rate, rival):
    """How often the rival's rate goes into this one."""
    return "" if rival is None else f"{rate / rival:,.0f}" if rate >= 10 * rival else f"{rate / rival:.1f}"
