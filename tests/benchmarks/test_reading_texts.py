"""How many texts a second each stage reads, and the whole chain, next to what others use."""

from __future__ import annotations

import polars as pl
import pyarrow as pa
import pytest
from quantulum3 import parser

from leaderboard import extract
from leaderboard.engine import tables
from leaderboard.engine.batch import extract_batch
from leaderboard.engine.extractor import build
from tests.benchmarks import stages
from tests.benchmarks.table import RIVAL, Rate

# A number with what may follow it as a unit: what people write first when they look for results in texts.
NUMBER = r"[+-]?\d+(?:[.,]\d+)*\s?(?:%|x\b|points?\b|dB\b|ms\b|fps\b|[KMGT]?B\b|s\b)?"


@pytest.mark.parametrize("stage", stages.STAGES)
def test_stage(benchmark, papers, measured, stage):
    calls = stages.recorded(stage, papers.some)
    benchmark.pedantic(lambda run: run(), setup=lambda: ((stages.replay(stage, calls),), {}), rounds=3, warmup_rounds=1)
    measured.append(Rate(stage, len(papers.some), benchmark.stats.stats.median, note="alone"))


def test_extract(benchmark, papers, measured):
    def run():
        return sum(len(extract(abstract, title)) for title, abstract in papers.some)

    assert benchmark.pedantic(run, rounds=3, warmup_rounds=1)
    measured.append(Rate("leaderboard.extract", len(papers.some), benchmark.stats.stats.median, note="every number with a verdict"))


def test_batches(benchmark, papers, measured):
    extractor = build()
    rows = [("", title, abstract) for title, abstract in papers.some]
    batch = pa.table([pa.array(column, pa.string()) for column in zip(*rows, strict=True)], schema=tables.PAPERS)
    found = benchmark.pedantic(extract_batch, (batch, extractor), rounds=3, warmup_rounds=1)
    assert found.claims.num_rows
    measured.append(Rate("extraction in batches", len(papers.some), benchmark.stats.stats.median, note="as a load does it"))


def test_quantulum(benchmark, papers, measured):
    def run():
        return sum(len(parser.parse(abstract)) for _, abstract in papers.few)

    assert benchmark.pedantic(run, rounds=1, warmup_rounds=1)
    note = f"quantities only, {len(papers.few)} of the texts"
    measured.append(Rate(RIVAL, len(papers.few), benchmark.stats.stats.median, note=note))


def test_plain_scan(benchmark, papers, measured):
    column = pl.Series([abstract for _, abstract in papers.some] * 10)
    found = benchmark.pedantic(lambda: column.str.count_matches(NUMBER).sum(), rounds=3, warmup_rounds=1)
    assert found
    threads = str(pl.thread_pool_size())
    measured.append(
        Rate("regular expression in polars", len(column), benchmark.stats.stats.median, threads, "numbers with a unit, counted only")
    )
