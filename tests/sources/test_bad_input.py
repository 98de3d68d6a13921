"""Faults of a whole file: an error that names the file and what to do, or one rejected entry for a file found in a directory."""

from __future__ import annotations

import gzip
import io
import os
import sys
from pathlib import Path

import pytest

from leaderboard.errors import LeaderboardError, SourceError
from leaderboard.errors import UnknownFormat as AnyUnknownFormat
from leaderboard.model import Paper, Rejected
from leaderboard.sources import FORMATS, batches, expand, find, read, stream
from leaderboard.sources.faults import BinaryFile, EmptyFile, MissingFile, NothingFound, UnknownFormat, Unreadable

LINES = b"".join(b'{"title": "T%d", "abstract": "It is %d%% better."}\n' % (n, n) for n in range(2000))


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        (b"", EmptyFile, "empty"),
        (b" \n\r\n\t", EmptyFile, "empty"),
        (b"\xef\xbb\xbf", EmptyFile, "empty"),
        (gzip.compress(b""), EmptyFile, "empty"),
        (bytes(range(256)) * 10, BinaryFile, "binary"),
        (b"\0" * 100, BinaryFile, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), BinaryFile, "binary"),
        (b"PK\x03\x04" + bytes(50), BinaryFile, "ZIP"),
        (b"%PDF-1.7\n", BinaryFile, "PDF"),
        ("title,abstract\nA,one\n".encode("utf-16"), BinaryFile, "UTF-16"),
        (gzip.compress(os.urandom(2000)), BinaryFile, "binary"),
        (gzip.compress(LINES)[:11], BinaryFile, "ends too early"),
        (b"Just a sentence that says nothing.", UnknownFormat, ", ".join(FORMATS)),
        (b"import os\nprint(os.name)\n", UnknownFormat, "--format"),
        (b"# Notes\n\nA paragraph about a paper, ending with a full stop, and long enough.\n", UnknownFormat, "known formats"),
        (b"a,b\n1,2\n", UnknownFormat, "known formats"),
    ],
)
def test_a_file_that_holds_no_papers(tmp_path: Path, content: bytes, kind: type[LeaderboardError], words: str) -> None:
    path = tmp_path / "bad.file"
    path.write_bytes(content)
    with pytest.raises(kind) as caught:
        list(read(path))
    assert isinstance(caught.value, SourceError)
    assert str(path) in str(caught.value)
    assert words in str(caught.value)
    (rejected,) = read(path, named=False)
    assert isinstance(rejected, Rejected)
    assert (rejected.code, rejected.place.path) == (kind.code, str(path))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match="nowhere"):
        list(read(tmp_path / "nowhere"))
    with pytest.raises(MissingFile, match="nowhere"):
        find([tmp_path / "nowhere"])
    with pytest.raises(MissingFile):
        find(["a\0b"])


def test_a_directory_is_not_read_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="directory"):
        list(read(tmp_path))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.jsonl"
    path.write_bytes(LINES)
    path.chmod(0)
    with pytest.raises(Unreadable, match="permission"):
        list(read(path))


def test_an_unknown_format_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match=r"'bibtex'.*csv, json, jsonl, listing, parquet, tsv"):
        list(read(tmp_path / "any", "bibtex"))
    assert issubclass(UnknownFormat, AnyUnknownFormat)


def test_a_named_format_is_used_whatever_the_content_looks_like(reading) -> None:
    assert reading('{"title","abstract"\nA,one\n', form="JSONL").codes == ["bad-json", "bad-json"]
    assert reading("A title\n{not json\n", form="listing").titles == ["A title"]
    with pytest.raises(EmptyFile):
        reading("", form="csv")


def test_a_directory_without_files(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("x")
    (tmp_path / "inner" / ".git").mkdir(parents=True)
    (tmp_path / "inner" / ".git" / "config").write_text("x")
    with pytest.raises(NothingFound, match="has no files"):
        find([tmp_path])


def test_a_directory_means_every_file_in_it(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.jsonl", "z/c.jsonl", ".hidden.jsonl", "z/.git/d.jsonl"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(LINES)
    (tmp_path / "broken-link").symlink_to(tmp_path / "nowhere")
    assert [path.relative_to(tmp_path).as_posix() for path in expand([tmp_path])] == ["a.jsonl", "b.jsonl", "z/c.jsonl"]
    found = find([tmp_path / "b.jsonl", tmp_path, "-"])
    assert [(one.path.name, one.named) for one in found] == [("b.jsonl", True), ("a.jsonl", False), ("c.jsonl", False), ("-", True)]


def test_a_foreign_file_in_a_directory_is_rejected_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "README").write_text("Just a sentence that says nothing.")
    (tmp_path / "papers.jsonl").write_bytes(LINES)
    entries = [entry for one in find([tmp_path]) for entry in read(one.path, named=one.named)]
    assert [one.code for one in entries if isinstance(one, Rejected)] == ["unknown-format"]
    assert sum(isinstance(one, Paper) for one in entries) == 2000


@pytest.mark.parametrize("name", ["a.jsonl.gz", "no-suffix", "lies.json"])
def test_gzip_is_recognised_by_its_content(reading, name: str) -> None:
    assert len(reading(gzip.compress(LINES), name).papers) == 2000
    assert len(reading(gzip.compress(LINES) + gzip.compress(LINES) + b"\0" * 10, name).papers) == 4000


@pytest.mark.parametrize("part", [0.3, 0.9, 0.999])
def test_a_truncated_gzip_keeps_what_was_read(reading, part: float) -> None:
    packed = gzip.compress(LINES)
    got = reading(packed[: int(len(packed) * part)])
    assert got.codes == ["truncated"]
    assert got.titles == [f"T{n}" for n in range(len(got.titles))]
    assert len(got.titles) > 2000 * part * 0.5
    assert got.rejected[0].place.line == len(got.titles) + 1


def test_a_truncated_gzip_in_every_format(reading) -> None:
    rows = range(3000)
    contents = {
        "json": ("[" + ",\n".join(f'{{"title": "T{n}", "abstract": "It is {n * n}% better."}}' for n in rows) + "]"),
        "csv": "title,abstract\n" + "".join(f'T{n},"It is {n * n}% better,\nor so."\n' for n in rows),
        "listing": "Get trending papers in your email inbox!\n"
        + "".join(f"T{n}\nIt is {n * n}% better than all that was there before.\n" for n in rows),
    }
    for name, content in contents.items():
        packed = gzip.compress(content.encode())
        for cut in (8, 9, len(packed) // 2):
            got = reading(packed[:-cut])
            assert got.codes[-1:] == ["truncated"], name
            assert len(got.codes) == 1, name
            assert got.titles == [f"T{n}" for n in range(len(got.titles))]
            assert len(got.titles) > 500


def test_a_damaged_gzip_keeps_what_was_read(reading) -> None:
    packed = bytearray(gzip.compress(b"\xff\x00" * 5 + b"\n" + LINES * 20))
    packed[-6] ^= 0xFF
    got = reading(bytes(packed), form="jsonl")
    assert got.codes in (["bad-utf8", "corrupt"], ["bad-json", "corrupt"])
    assert len(got.papers) > 30_000


def test_a_line_without_end_is_not_held_in_memory(reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "LONGEST_ENTRY", 1_000_000)
    long = b'{"title": "long", "abstract": "' + b"x" * 3_000_000 + b'"}\n'
    got = reading(LINES + long + LINES)
    assert (got.codes, len(got.papers)) == (["too-long"], 4000)
    assert got.rejected[0].place.line == 2001


def test_nul_in_a_text(reading) -> None:
    abstract = "Its abstract is a sentence of some length."
    listing = f"Get trending papers in your email inbox!\nA ti\0tle\n{abstract}\nAnother\n{abstract}\n"
    got = reading(listing)
    assert (got.codes, got.titles) == (["nul"], ["Another"])
    got = reading(b'{"title": "A", "abstract": "x\0y"}\n{"title": "B", "abstract": "y"}\n')
    assert (got.codes, got.titles) == (["bad-json"], ["B"])


def test_invalid_utf8_in_a_listing(reading) -> None:
    listing = (
        b"Get trending papers in your email inbox!\nA\nIts abstract is a caf\xe9 of some length.\nB\nIts abstract, too, is a sentence.\n"
    )
    got = reading(listing)
    assert (got.codes, got.titles) == (["bad-utf8"], ["B"])
    assert f"byte {listing.index(0xE9) + 1} " in got.rejected[0].reason
    assert got.rejected[0].place.line == 3


def test_an_abstract_of_a_megabyte_in_a_listing(reading) -> None:
    (paper,) = reading("Get trending papers in your email inbox!\nA\n" + "and 1% " * 150_000 + "\n").papers
    assert len(paper.abstract) == 1_049_999


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(LINES))))
    papers = list(read("-"))
    assert len(papers) == 2000
    assert str(papers[0].place) == "<stdin>:1"


def test_an_excerpt_can_always_be_written(reading) -> None:
    got = reading(b'{"title": "A", "abstract": "x"}\n{"\xff\0\n')
    assert got.rejected[0].excerpt == '{"\\xff\\x00'
    assert len(reading("[" + '"' + "y" * 1000 + '"]').rejected[0].excerpt) == 160


def test_a_path_that_is_no_text_can_be_written(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.jsonl"))
    try:
        path.write_bytes(LINES)
    except OSError:
        pytest.skip("this file system takes only text as names")
    assert next(read(path)).place.path.encode().endswith(b"caf\\udce9.jsonl")


def test_batches(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINES + b"{}\n")
    got = list(batches(path, size=900))
    assert [(len(papers), len(rejected)) for papers, rejected in got] == [(900, 0), (900, 0), (200, 1)]


def test_a_file_is_closed_when_its_reader_goes(tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINES)
    entries = read(path)
    next(entries)
    del entries
    assert not [one for one in recwarn if issubclass(one.category, ResourceWarning)]
