"""The real files, counted a second time by other means."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from leaderboard.model import Paper
from leaderboard.sources import find, read


def test_the_seeds_hold_674_entries_and_578_papers(shared: Path) -> None:
    found = find([shared / "seeds"])
    assert len(found) == 5
    entries = [entry for one in found for entry in read(one.path, named=one.named)]
    assert len(entries) == 674
    assert all(isinstance(one, Paper) for one in entries)
    assert len({one.title.casefold() for one in entries}) == 578


def test_every_line_of_the_seeds_is_a_header_a_title_or_an_abstract(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        lines = [line for line in path.read_text("utf-8").split("\n") if line.strip()]
        papers = [one for one in read(path) if isinstance(one, Paper)]
        assert len(lines) - 2 * len(papers) in {2, 5}
        first = len(lines) - 2 * len(papers)
        assert [one.abstract for one in papers] == lines[first + 1 :: 2]
        assert [one.title for one in papers] == [" ".join(line.removeprefix("Subscribe").split()) for line in lines[first::2]]


def test_abstracts_are_those_that_the_labels_refer_to(shared: Path) -> None:
    read_ones = {(one.title, one.abstract) for path in (shared / "seeds").glob("*.txt") for one in read(path) if isinstance(one, Paper)}
    with (shared / "gold" / "dev_texts.jsonl").open(encoding="utf-8") as lines:
        labelled = [json.loads(line) for line in lines]
    from_seeds = [one for one in labelled if "year" not in one]
    assert len(from_seeds) == 265
    assert all((one["title"], one["abstract"]) in read_ones for one in from_seeds)


@pytest.mark.parametrize(("name", "venue", "year", "count"), [("acl2022", "ACL", 2022, 1031), ("cvpr2019", "CVPR", 2019, 1294)])
def test_the_conference_lists_load_whole(shared: Path, name: str, venue: str, year: int, count: int) -> None:
    path = shared / "corpora" / f"paperlist_{name}.json"
    with path.open(encoding="utf-8") as file:
        raw = json.load(file)
    papers = list(read(path))
    assert len(papers) == len(raw) == count
    assert all(isinstance(one, Paper) for one in papers)
    assert [(one.title, one.abstract) for one in papers] == [(" ".join(one["title"].split()), one["abstract"]) for one in raw]
    assert {(one.venue, one.year) for one in papers} == {(venue, year)}
    assert [one.place.line for one in papers[:2]] == [2, 2 + json.dumps(raw[0], indent=4).count("\n") + 1]


def test_the_large_file_loads_whole(shared: Path) -> None:
    path = shared / "corpora" / "abstracts.jsonl.gz"
    count = 0
    venues: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line, paper in zip(lines, read(path), strict=True):
            raw = json.loads(line)
            count += 1
            assert isinstance(paper, Paper)
            assert (paper.abstract, paper.venue, paper.year) == (raw["abstract"], raw["venue"], raw["year"])
            assert paper.title == " ".join(raw["title"].split())
            venues[raw["venue"]] += 1
    assert count == 73_961
    assert len(venues) > 10
