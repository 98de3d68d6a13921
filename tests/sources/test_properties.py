"""Plain truths, tried on whatever comes: nothing crashes, nothing is lost, what was written is read."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leaderboard.errors import LeaderboardError
from leaderboard.model import Paper, Rejected
from leaderboard.sources import FORMATS, read

CHARACTERS = st.characters(exclude_categories=("Cs",), exclude_characters="\0")
TITLES = st.text(CHARACTERS, min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
ABSTRACTS = st.text(CHARACTERS, min_size=1).filter(lambda text: not text.isspace())
LABELS = st.none() | TITLES
PAPERS = st.lists(
    st.builds(
        Paper, TITLES, ABSTRACTS, external_id=LABELS, year=st.none() | st.integers(1900, 2099), venue=LABELS, url=LABELS, authors=LABELS
    ),
    min_size=1,
    max_size=8,
)
NAMES = {
    "title": "title",
    "abstract": "abstract",
    "external_id": "id",
    "year": "year",
    "venue": "venue",
    "url": "url",
    "authors": "authors",
}

# Pieces that steer random input into the readers instead of past them.
PIECES = st.sampled_from(
    [
        *(
            b'{"title":"A","abstract":"x"}',
            b'{"title":',
            b'"abstract":',
            b"title,abstract\n",
            b"title\tabstract\n",
            b'"',
            b",",
            b"[",
            b"]",
            b"{",
            b"}",
        ),
        *(
            b"\n",
            b"\n\n",
            b"\r\n",
            b"\\",
            b"\\u00",
            b"\xef\xbb\xbf",
            b"\xff",
            b"\0",
            b"\x1f\x8b",
            b"PAR1",
            b"1e999",
            b"A title\n",
            b"Subscribe",
        ),
        *(b"Get trending papers in your email inbox!\n", b"An abstract that is long enough to be taken for one.\n", b'{"papers":[', b" "),
    ]
)
CONTENTS = st.binary(max_size=60) | st.lists(PIECES | st.binary(max_size=3), max_size=30).map(b"".join)

steadily = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@steadily
@given(content=CONTENTS, packed=st.booleans(), form=st.none() | st.sampled_from(FORMATS), cut=st.integers(0, 20))
def test_any_bytes_give_entries_or_a_clear_error(tmp_path: Path, content: bytes, packed: bool, form: str | None, cut: int) -> None:
    path = tmp_path / "any"
    whole = gzip.compress(content) if packed else content
    path.write_bytes(whole[: len(whole) - cut] if packed else whole)
    try:
        entries = list(read(path, form))
    except LeaderboardError as error:
        message = str(error)
        entries = []
    else:
        message = str(path)
    assert str(path) in message
    for entry in entries:
        assert isinstance(entry, Paper | Rejected)
        assert entry.place.path == str(path)
        for text in (entry.title, entry.abstract) if isinstance(entry, Paper) else (entry.code, entry.reason, entry.excerpt):
            text.encode()
        if isinstance(entry, Paper):
            assert entry.title
            assert entry.abstract.strip()


@pytest.fixture(scope="module")
def parquet_bytes() -> bytes:
    table = pa.table({"title": [f"T{n}" for n in range(40)], "abstract": [f"It is {n}% better." for n in range(40)]})
    sink = io.BytesIO()
    pq.write_table(table, sink, row_group_size=10)
    return sink.getvalue()


@steadily
@given(at=st.integers(0, 10_000), value=st.integers(0, 255))
def test_a_damaged_parquet_file_gives_entries_or_a_clear_error(tmp_path: Path, parquet_bytes: bytes, at: int, value: int) -> None:
    content = bytearray(parquet_bytes)
    content[at % len(content)] = value
    path = tmp_path / "any.parquet"
    path.write_bytes(content)
    try:
        entries = list(read(path, "parquet"))
    except LeaderboardError:
        return
    assert all(isinstance(entry, Paper | Rejected) for entry in entries)


def rows(papers: list[Paper]) -> list[dict[str, object]]:
    return [{name: getattr(paper, field) for field, name in NAMES.items()} for paper in papers]


def as_table(papers: list[Paper], delimiter: str) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(NAMES.values()), delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows(papers))
    return text.getvalue().encode()


def as_parquet(papers: list[Paper]) -> bytes:
    columns = {name: [row[name] for row in rows(papers)] for name in NAMES.values()}
    kinds = {name: pa.int64() if name == "year" else pa.string() for name in NAMES.values()}
    sink = io.BytesIO()
    pq.write_table(pa.table({name: pa.array(values, kinds[name]) for name, values in columns.items()}), sink)
    return sink.getvalue()


WRITERS = {
    "jsonl": lambda papers: "".join(json.dumps(row) + "\n" for row in rows(papers)).encode(),
    "jsonl, as it is": lambda papers: "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(papers)).encode(),
    "json": lambda papers: json.dumps(rows(papers), indent=1).encode(),
    "json in an object": lambda papers: json.dumps({"total": len(papers), "papers": rows(papers)}, ensure_ascii=False).encode(),
    "csv": lambda papers: as_table(papers, ","),
    "csv with semicolons": lambda papers: as_table(papers, ";"),
    "tsv": lambda papers: as_table(papers, "\t"),
    "parquet": as_parquet,
}


@pytest.mark.parametrize("form", WRITERS)
@steadily
@given(papers=PAPERS)
def test_what_was_written_is_read(tmp_path: Path, form: str, papers: list[Paper]) -> None:
    path = tmp_path / "papers"
    path.write_bytes(WRITERS[form](papers))
    assert list(read(path)) == papers


@steadily
@given(
    papers=PAPERS, bad=st.lists(st.sampled_from([{}, {"title": "T"}, {"abstract": "x"}, 5, "text", None, []]), max_size=4), mix=st.randoms()
)
def test_every_entry_comes_out_once(tmp_path: Path, papers: list[Paper], bad: list[object], mix) -> None:
    entries: list[object] = [*rows(papers), *bad]
    mix.shuffle(entries)
    path = tmp_path / "papers"
    for form, content in (("json", json.dumps(entries)), ("jsonl", "".join(json.dumps(one) + "\n" for one in entries))):
        path.write_text(content)
        got = list(read(path, form))
        assert [one.place.entry for one in got] == list(range(1, len(entries) + 1))
        assert sum(isinstance(one, Rejected) for one in got) == len(bad)
