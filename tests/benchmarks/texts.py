"""The papers to measure on: any file that leaderboard can read, by default the sample papers over and over, under other titles."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path

from leaderboard import sources
from leaderboard.model import Paper
from leaderboard.resources import sample_dir

SAMPLE_PAPERS = 5_000
EXTRACTED = 2_000  # texts that the stages and the whole extraction are measured on
SLOWLY_READ = 60  # texts for what reads a few dozen a second


@dataclass(frozen=True)
class Texts:
    """Papers to measure on, and the file that holds them all."""

    file: Path
    papers: int
    some: tuple[tuple[str, str], ...]  # (title, abstract), evenly spread over the file

    @property
    def few(self):
        return spread(self.some, SLOWLY_READ)


def papers_in(file):
    (found,) = sources.find([file])
    return [(entry.title, entry.abstract) for entry in sources.read(found.path, None, named=True) if isinstance(entry, Paper)]


def given(file):
    papers = papers_in(file)
    return Texts(file.resolve(), len(papers), spread(papers, EXTRACTED))


def sample(folder):
    originals = papers_in(sample_dir() / "papers.jsonl")
    again = ((f"{title} ({copy})" if copy else title, abstract) for copy in count() for title, abstract in originals)
    papers = list(islice(again, SAMPLE_PAPERS))
    file = folder / "sample.jsonl"
    lines = (json.dumps({"title": title, "abstract": abstract}) for title, abstract in papers)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Texts(file, len(papers), spread(papers, EXTRACTED))


def spread(papers, how_many):
    step = max(len(papers) // how_many, 1)
    return tuple(papers[::step][:how_many])
