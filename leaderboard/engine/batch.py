"""One batch: a table of papers in, tables of claims and failures out. A pure function, so that any engine can run it anywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Protocol

import pyarrow as pa
import pyarrow.compute as pc

from leaderboard.engine import tables
from leaderboard.ids import digest
from leaderboard.model import Claim, Extraction

FAILED = "extraction-failed"
PROBLEM = "extraction-problem"

Row = tuple[object, ...]


class Extractor(Protocol):
    """The extraction chain, bound to a registry."""

    @property
    def version(self) -> str:
        """A text that changes whenever extraction may give different claims."""

    @property
    def candidates(self) -> str:
        """A regular expression (RE2) that every abstract with a claim matches; other abstracts are skipped."""

    def extract(self, abstract: str, title: str) -> Extraction:
        """The claims of one abstract."""


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a batch: tables with the columns of ``tables.CLAIMS`` and ``tables.FAILURES``."""

    claims: pa.Table
    failures: pa.Table


def extract_batch(papers: pa.Table, extractor: Extractor) -> Result:
    """The claims of every paper; a paper on which extraction fails is recorded with the reason, and the others are processed.

    Args:
        papers: with the columns of ``tables.PAPERS``.
        extractor: the extractor.
    """
    claims: list[Row] = []
    failures: list[Row] = []
    papers = papers.filter(pc.match_substring_regex(papers.column("abstract"), extractor.candidates))
    columns = (papers.column(name).to_pylist() for name in tables.PAPERS.names)
    for paper_id, title, abstract in zip(*columns, strict=True):
        try:
            found = extractor.extract(abstract, title)
            rows = list(claim_rows(paper_id, found.claims))
        except Exception as error:  # noqa: BLE001 - whatever a defect of the chain raises costs only this paper, and is recorded
            failures.append((paper_id, FAILED, f"{type(error).__name__}: {error}"))
            continue
        claims += rows
        failures += [(paper_id, PROBLEM, f"{problem.stage}: {problem.message}") for problem in found.problems]
    return Result(_table(claims, tables.CLAIMS), _table(failures, tables.FAILURES))


def claim_rows(paper_id: str, claims: tuple[Claim, ...]) -> Iterator[Row]:
    """Each claim as a row of ``tables.CLAIMS``.

    A claim's id depends on its position, kind and value, not on its other fields (metric, method), so that a better extractor keeps it.
    """
    repeated: Counter[Row] = Counter()
    for c in claims:
        key = (paper_id, c.origin, c.start, c.end, c.kind, c.value, c.value_high)
        claim_id = digest(*key, repeated[key])
        repeated[key] += 1
        benchmarks = [{"name": name, "benchmark_id": known} for name, known in zip_longest(c.benchmarks, c.benchmark_ids)]
        yield (
            *(claim_id, paper_id, c.start, c.end, c.quote, c.kind, c.value, c.value_high, c.unit, c.change, c.bound, c.uncertainty),
            *(c.metric, c.split, c.method, c.role, c.baseline, list(c.settings), c.origin, c.rule, c.confidence),
            *(
                c.metric_id,
                c.canonical_value,
                c.canonical_high,
                c.canonical_unit,
                list(c.flags),
                c.task,
                c.task_source,
                list(c.protocol),
                benchmarks,
            ),
        )


def failure(paper_ids: list[str], reason: str) -> Result:
    """The result of a batch that could not be processed at all."""
    return Result(_table([], tables.CLAIMS), _table([(paper_id, FAILED, reason) for paper_id in paper_ids], tables.FAILURES))


def joined(results: list[Result]) -> Result:
    """Several results combined."""
    return Result(pa.concat_tables([r.claims for r in results]), pa.concat_tables([r.failures for r in results]))


def _table(rows: list[Row], schema: pa.Schema) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    return pa.table([pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)], schema=schema)
