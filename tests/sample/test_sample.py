"""The shipped sample corpus: what can be checked of it here, and, where the source corpora lie beside the repository, its figures."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "data" / "sample"
SOURCES = ROOT.parent / "shared"

NUMBER = re.compile(r"\d+(?:\.\d+)?")
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
COUNTED = {word: float(number) for number, word in enumerate(WORDS, 1)} | {"fifty": 50.0}
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


def load(name: str) -> list[dict[str, Any]]:
    lines = (SAMPLE / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def numbers(text: str) -> set[float]:
    """Every number of a text, thousands separators and small number words included."""
    digits = {float(n) for n in NUMBER.findall(re.sub(r"(?<=\d),(?=\d{3})", "", text))}
    return digits | {COUNTED[word] for word in re.findall(r"[a-z]+", text.casefold()) if word in COUNTED}


def folded(title: str) -> str:
    return re.sub(r"\W+", "", title.casefold())


def listed(path: Path) -> Iterator[tuple[str, str]]:
    """Title and abstract of a paper listing: an abstract is a long line, the line before it the title."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for before, line in pairwise(lines):
        if len(line) > 300:
            yield before.removeprefix("Subscribe"), line


def test_there_are_enough_papers_and_each_title_stands_once() -> None:
    papers = load("papers.jsonl")
    assert len(papers) >= 150
    assert [t for t, n in Counter(folded(p["title"]) for p in papers).items() if n > 1] == []


def test_each_paper_has_the_fields_and_only_those() -> None:
    for paper in load("papers.jsonl"):
        assert {"title", "abstract"} <= paper.keys() <= {"title", "abstract", "venue", "year", "url"}, paper["title"]
        assert all(paper[name] == paper[name].strip() != "" for name in ("title", "abstract")), paper["title"]
        assert ("year" in paper) == ("venue" in paper), paper["title"]


def test_years_are_plausible_and_span_several() -> None:
    years = [p["year"] for p in load("papers.jsonl") if "year" in p]
    assert all(isinstance(year, int) and 2008 <= year <= 2026 for year in years)
    assert len(set(years)) >= 10


def test_abstracts_are_one_to_three_sentences_that_report_a_number() -> None:
    for paper in load("papers.jsonl"):
        assert 1 <= len(SENTENCE_END.split(paper["abstract"])) <= 3, paper["title"]
        assert len(paper["abstract"]) <= 400, paper["title"]
        assert numbers(paper["abstract"]), paper["title"]


@pytest.mark.parametrize(
    ("benchmark", "metric", "at_least"),
    [
        (r"ImageNet", r"top-1|accura", 25),
        (r"CIFAR-?10\b", r"error", 15),
        (r"COCO", r"\bm?AP\b", 25),
        (r"Cityscapes", r"mIoU|mean IoU", 15),
        (r"ADE20K", r"mIoU", 7),
        (r"VOC ?2007|VOC07", r"mAP", 12),
        (r"VOC ?2012|VOC12", r"mAP|mI[oO]U|mean IU|mean IOU", 12),
        (r"UCF-?101", r"accura|%", 8),
        (r"LFW|Labeled Faces", r"accura", 6),
        (r"ModelNet40", r"accura|%", 7),
        (r"Market-?1501", r"rank-1|mAP", 5),
        (r"Penn Tree[bB]ank|PTB", r"perplexit", 6),
        (r"DAVIS", r"J&F|IoU|%", 6),
    ],
)
def test_benchmarks_have_entries_to_compare(benchmark: str, metric: str, at_least: int) -> None:
    texts = [p["abstract"] for p in load("papers.jsonl")]
    assert sum(bool(re.search(benchmark, t) and re.search(metric, t)) for t in texts) >= at_least


def test_titles_and_figures_are_those_of_the_papers() -> None:
    corpus = SOURCES / "corpora" / "abstracts.jsonl.gz"
    if not corpus.is_file():
        pytest.skip("the source corpora are not beside the repository")
    papers = {folded(p["title"]): p for p in load("papers.jsonl")}
    stated: dict[str, set[float]] = {}
    dated: dict[str, set[tuple[str, int]]] = {}
    for path in sorted((SOURCES / "seeds").glob("*.txt")):
        for title, abstract in listed(path):
            stated.setdefault(folded(title), set()).update(numbers(f"{title} {abstract}"))
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for entry in map(json.loads, lines):
            if (key := folded(entry["title"])) in papers:
                stated.setdefault(key, set()).update(numbers(f"{entry['title']} {entry['abstract']}"))
                dated.setdefault(key, set()).add((entry["venue"], entry["year"]))
    assert [p["title"] for key, p in papers.items() if key not in stated] == []
    strange = {p["title"]: sorted(extra) for key, p in papers.items() if (extra := numbers(p["abstract"]) - stated[key])}
    assert strange == {}
    assert [p["title"] for key, p in papers.items() if "year" in p and (p["venue"], p["year"]) not in dated[key]] == []
