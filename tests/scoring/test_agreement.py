"""The scorer says the same as the independent one that comes with the labels, on the real labels and on damaged copies of them."""

from __future__ import annotations

import importlib.util
import json
import random
from types import ModuleType

import pytest

from leaderboard.model import Extraction, claim_from_dict
from leaderboard.scoring import LabelledPaper, report, score_file, score_papers
from leaderboard.scoring.matching import LEVELS, Names

CHANGES = {
    "kind": ("score", "gain", "ratio", "cost"),
    "unit": ("%", None, "points", "x", "dB"),
    "change": (None, "up", "down"),
    "bound": ("exact", "about"),
    "uncertainty": (None, 0.5),
    "metric": (None, "accuracy", "F1", "WERs", "the BLEU score"),
    "benchmarks": ([], ["ImageNet"], ["COCO", "LVIS"], ["MNLI", "the GLUE benchmark"]),
    "split": (None, "val", "test-dev"),
    "method": (None, "ours", "BERT", "our method"),
    "role": ("proposed", "baseline"),
    "baseline": (None, "state of the art", "previous methods"),
    "value": (1.0, 95.0),
    "value_high": (None, 99.0),
    "start": (0,),
}


@pytest.fixture(scope="module")
def oracle(shared) -> ModuleType:
    path = shared / "score_claims.py"
    if not path.is_file():
        pytest.skip("needs the independent scorer in ../shared")
    spec = importlib.util.spec_from_file_location("score_claims", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.ALIASES.update(module.load_aliases())
    return module


@pytest.fixture(scope="module")
def gold(shared) -> list[dict]:
    return [json.loads(line) for line in (shared / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines()]


def assert_same(found, wanted):
    values = found.as_dict()
    assert {k: values[k] for k in ("papers", "labelled", "predicted")} == {k: wanted[k] for k in ("papers", "labelled", "predicted")}
    for level in LEVELS:
        assert values["levels"][level] == pytest.approx(wanted["levels"][level], abs=1e-9), level
    assert values["fields"] == pytest.approx(wanted["fields"], abs=1e-9)


def test_the_same_figures_for_the_extraction(shared, oracle, gold, monkeypatch):
    predictions = []
    honest = report.extract

    def recording(abstract, title, registry):
        found = honest(abstract, title, registry)
        predictions.extend({**claim.as_dict(), "paper": title} for claim in found.claims)
        return found

    monkeypatch.setattr(report, "extract", recording)
    found = score_file(shared / "gold" / "dev.jsonl")
    wanted, _ = oracle.score(gold, predictions)
    assert len(predictions) > 300
    assert_same(found, wanted)


def damaged(labels, chance: random.Random):
    """Labels as an extraction might have found them: some missing, some twice, some with wrong fields."""
    for label in labels:
        for _ in range(chance.choice((0, 1, 1, 1, 1, 2))):
            claim = dict(label)
            for field in chance.sample(sorted(CHANGES), chance.choice((0, 0, 1, 2))):
                claim[field] = chance.choice(CHANGES[field])
            if chance.random() < 0.2:
                also = [name for key in ("metric", "method", "baseline") for name in [(key, n) for n in label.get(f"{key}_also") or []]]
                claim.update(also[:1])
                claim["benchmarks"] = chance.choice([claim["benchmarks"], *(label.get("benchmarks_alt") or [])])
            yield claim


@pytest.mark.parametrize("seed", range(6))
def test_the_same_figures_for_damaged_labels(shared, oracle, gold, monkeypatch, seed):
    chance = random.Random(seed)
    made = {paper["paper"]: list(damaged(paper["claims"], chance)) for paper in gold}
    monkeypatch.setattr(report, "extract", lambda abstract, title, registry: Extraction(tuple(claim_from_dict(c) for c in made[title])))
    names = Names.read(shared / "gold" / "aliases.json")
    found = score_papers((LabelledPaper(paper["paper"], "", tuple(paper["claims"])) for paper in gold), names)
    wanted, _ = oracle.score(gold, [{**claim, "paper": title} for title, claims in made.items() for claim in claims])
    assert 0 < wanted["levels"]["full"]["f1"] < wanted["levels"]["number"]["f1"] < 1
    assert_same(found, wanted)
