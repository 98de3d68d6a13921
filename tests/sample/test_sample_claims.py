"""The labelled claims of the sample: every label fits its text and the contract of the fields."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample"
FIELDS = [
    "start",
    "end",
    "quote",
    "kind",
    "value",
    "value_high",
    "unit",
    "change",
    "bound",
    "uncertainty",
    "metric",
    "metric_also",
    "benchmarks",
    "benchmarks_also",
    "benchmarks_alt",
    "split",
    "split_also",
    "method",
    "method_also",
    "role",
    "baseline",
    "baseline_also",
    "settings",
    "sure",
]


def load(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SAMPLE / name).read_text(encoding="utf-8").splitlines()]


def labelled() -> list[tuple[str, dict[str, Any]]]:
    """Each claim with the text it belongs to."""
    texts = {p["title"]: p["abstract"] for p in load("papers.jsonl")}
    return [(texts[p["paper"]], claim) for p in load("claims.jsonl") for claim in p["claims"]]


def test_enough_papers_are_labelled_and_each_once() -> None:
    papers = [p["paper"] for p in load("claims.jsonl")]
    assert len(papers) >= 60
    assert max(Counter(papers).values()) == 1
    assert set(papers) <= {p["title"] for p in load("papers.jsonl")}


def test_every_kind_of_claim_is_there_often_enough_to_be_scored() -> None:
    kinds = Counter(claim["kind"] for _, claim in labelled())
    assert kinds.keys() == {"score", "gain", "ratio", "cost"}
    assert min(kinds.values()) >= 30


def test_claims_have_all_fields_in_order() -> None:
    for _, claim in labelled():
        assert list(claim) == FIELDS, claim["quote"]


def test_quotes_stand_where_the_offsets_say_and_do_not_overlap() -> None:
    for text, claim in labelled():
        assert text[claim["start"] : claim["end"]] == claim["quote"]
    for paper in load("claims.jsonl"):
        ends = [0]
        for claim in paper["claims"]:
            assert claim["start"] >= ends[-1], (paper["paper"], claim["quote"])
            ends.append(claim["end"])


def test_values_obey_the_contract() -> None:
    for text, claim in labelled():
        shown = (claim["quote"], text)
        assert claim["bound"] in {"exact", "up_to", "at_least", "about"}, shown
        assert claim["role"] in {"proposed", "baseline"}, shown
        assert claim["change"] in {None, "up", "down"}, shown
        assert claim["value"] >= 0, shown
        assert claim["value_high"] is None or claim["value_high"] > claim["value"], shown
        if claim["kind"] in {"score", "cost"}:
            assert claim["change"] is None, shown
            assert claim["baseline"] is None, shown
        if claim["kind"] == "gain":
            assert claim["change"] is not None, shown
            assert claim["unit"] is not None, shown
        if claim["kind"] == "ratio":
            assert claim["unit"] in {"x", "%"}, shown
        if "%" in claim["quote"]:
            assert claim["unit"] == "%", shown
