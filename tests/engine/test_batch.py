from __future__ import annotations

import pyarrow as pa
from fake_extractors import CRASH, PROBLEM, Fake, abstract, claim

from leaderboard.engine import tables
from leaderboard.engine.batch import extract_batch
from leaderboard.model import Claim


def papers(*abstracts):
    rows = {"paper_id": [f"p{n}" for n in range(len(abstracts))], "title": ["T"] * len(abstracts), "abstract": list(abstracts)}
    return pa.table(rows, schema=tables.PAPERS)


def test_claims_come_out_as_rows_with_every_field():
    full = claim(
        1.5, value_high=2.0, uncertainty=0.1, split="val", baseline="B", settings=["a", "b"], flags=["f"], benchmarks=["COCO", "New"]
    ) | {"confidence": 0.4}
    row = extract_batch(papers(abstract(full)), Fake()).claims.to_pylist()[0]
    assert row["benchmarks"] == [{"name": "COCO", "benchmark_id": "COCO"}, {"name": "New", "benchmark_id": None}]
    for name in ("value", "value_high", "uncertainty", "split", "baseline", "settings", "flags", "metric", "quote", "rule", "confidence"):
        assert row[name] == full[name], name


def test_no_field_of_a_claim_is_left_out_of_the_table():
    renamed = {"start": "start_offset", "end": "end_offset", "benchmark_ids": "benchmarks"}
    assert {renamed.get(name, name) for name in Claim.__dataclass_fields__} <= set(tables.CLAIMS.names)


def test_a_paper_that_fails_is_listed_and_the_others_are_done():
    result = extract_batch(papers(abstract(claim()), CRASH, abstract(claim())), Fake())
    assert result.claims.column("paper_id").to_pylist() == ["p0", "p2"]
    assert result.failures.to_pylist() == [
        {"paper_id": "p1", "code": "extraction-failed", "reason": "ValueError: this abstract is too hard"}
    ]


def test_a_problem_inside_a_stage_is_listed():
    assert extract_batch(papers(PROBLEM), Fake()).failures.to_pylist() == [
        {"paper_id": "p0", "code": "extraction-problem", "reason": "lex: stumbled"}
    ]


def test_ids_depend_on_place_and_number_and_not_on_how_well_they_were_read():
    def ids(*claims):
        return extract_batch(papers(abstract(*claims)), Fake()).claims.column("claim_id").to_pylist()

    assert ids(claim()) == ids(claim(metric="F1", benchmarks=[]))
    assert len({*ids(claim()), *ids(claim(start=1)), *ids(claim(kind="gain")), *ids(claim(91.0))}) == 4
    assert len(set(ids(claim(), claim(method="other")))) == 2


def test_an_empty_batch_has_the_right_columns():
    result = extract_batch(papers(), Fake())
    assert (result.claims.schema, result.failures.schema) == (tables.CLAIMS, tables.FAILURES)
