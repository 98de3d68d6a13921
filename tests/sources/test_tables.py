"""CSV, TSV and Parquet."""

from __future__ import annotations

import datetime as dt
import io
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from leaderboard.model import Paper
from leaderboard.sources import read
from leaderboard.sources.faults import CorruptFile, WrongShape

ZOTERO = (
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","DOI","Url","Abstract Note","Date"\r\n'
    '"AB12","journalArticle","2023","Doe, J.; Roe, K.","Noise, ""Loud"" Noise","J. Noise","10.1/n","https://example.org/n",'
    '"Line one, 91.5%.\nLine two.","2023-05-04"\r\n'
)


def test_an_export_of_zotero(reading) -> None:
    (paper,) = reading(ZOTERO).papers
    assert (paper.title, paper.abstract) == ('Noise, "Loud" Noise', "Line one, 91.5%.\nLine two.")
    assert (paper.external_id, paper.year, paper.date, paper.venue) == ("10.1/n", 2023, "2023-05-04", "J. Noise")
    assert (paper.url, paper.authors) == ("https://example.org/n", "Doe, J.; Roe, K.")


def test_an_export_of_scopus(reading) -> None:
    text = '﻿"Authors","Title","Year","Source title","DOI","Link","Abstract","EID"\n"Doe J.","T",2021,"Noise","","https://example.org","x","2-s2.0"\n'
    (paper,) = reading(text).papers
    assert (paper.title, paper.year, paper.venue, paper.external_id, paper.url) == ("T", 2021, "Noise", "2-s2.0", "https://example.org")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(reading, delimiter: str) -> None:
    rows = [["Year", "Title", "Abstract"], ["2020", "A", "one"], ["2021", "B", '"two, three; four|five"']]
    got = reading("\n".join(delimiter.join(row) for row in rows))
    assert [(p.title, p.abstract, p.year) for p in got.papers] == [("A", "one", 2020), ("B", "two, three; four|five", 2021)]
    assert not got.rejected


def test_blank_lines_and_lines_of_records(reading) -> None:
    got = reading('\n\ntitle,abstract\n\nA,"one\ntwo"\n\nB,three\n')
    assert [(p.place.line, p.place.entry) for p in got.papers if p.title == "B"] == [(8, 2)]


def test_cells_are_kept_as_they_are(reading) -> None:
    titles = ['=HYPERLINK("http://x","y")', "'; DROP TABLE papers; --", "<script>alert(1)</script>", "@SUM(1)", "+1", "-1"]
    rows = "".join('"{}","text {}"\n'.format(title.replace('"', '""'), number) for number, title in enumerate(titles))
    assert reading("title,abstract\n" + rows).titles == titles


def test_a_column_named_twice_counts_once(reading) -> None:
    (paper,) = reading("title,abstract,abstract,title\nA,one,two,B\n").papers
    assert (paper.title, paper.abstract) == ("A", "one")


@pytest.mark.parametrize(("header", "role"), [("title,year", "abstract"), ("abstract;year", "title")])
def test_a_missing_column_is_told(reading, header: str, role: str) -> None:
    with pytest.raises(WrongShape, match=f"no column for the {role}.*year"):
        reading(header + "\n1,2\n")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("T,only,three,four", "bad-row"),
        ("T", "bad-row"),
        ('T,"x" y', "bad-csv"),
        ("T,", "no-abstract"),
        (",x", "no-title"),
        ("T,a\0b", "nul"),
        ('T,"two\ngood,lines"z', "bad-csv"),
    ],
)
def test_a_bad_row_costs_only_itself(reading, row: str, code: str) -> None:
    got = reading(f"title,abstract\nA,one\n{row}\nB,two\n")
    assert (got.codes, got.titles) == ([code], ["A", "B"])
    assert got.rejected[0].place.line == 3


def test_empty_cells_at_the_end_do_no_harm(reading) -> None:
    assert reading("title,abstract\nA,one,,\n").titles == ["A"]


def test_an_unclosed_quote_is_told_with_its_line(reading) -> None:
    got = reading('title,abstract\nA,one\nB,"two\nC,three\n')
    assert (got.codes, got.titles) == (["truncated"], ["A"])
    assert got.rejected[0].place.line == 3


def test_invalid_utf8_costs_one_row_and_names_the_byte(reading) -> None:
    got = reading(b"title,abstract\nA,one\nB,caf\xe9\nC,three\n")
    assert (got.codes, got.titles) == (["bad-utf8"], ["A", "C"])
    assert "byte 27 " in got.rejected[0].reason
    assert (got.rejected[0].place.line, got.rejected[0].excerpt) == (3, "B,caf�")


def test_a_cell_of_a_megabyte(reading) -> None:
    (paper,) = reading("title,abstract\nA," + "1% and " * 150_000 + "\n").papers
    assert len(paper.abstract) == 1_050_000


def parquet(path: Path, **columns: object) -> Path:
    pq.write_table(pa.table(columns), path, row_group_size=2)
    return path


def test_parquet(tmp_path: Path) -> None:
    path = parquet(
        tmp_path / "some.parquet",
        Title=pa.array(["A", "B", None, "D"]),
        summary=pa.array(["one\r\n", "two", "three", None]).dictionary_encode(),
        authors=[["J. Doe", "K. Roe"], [], None, ["L."]],
        published=[dt.datetime(2024, 3, 14, 9, 26, tzinfo=dt.UTC), None, None, None],
        year=[None, 2020, None, None],
        score=[1.0, 2.0, 3.0, 4.0],
    )
    first, second, third, fourth = read(path)
    assert first == Paper("A", "one\r\n", date="2024-03-14", year=2024, authors="J. Doe; K. Roe")
    assert second == Paper("B", "two", year=2020)
    assert [getattr(one, "code", None) for one in (third, fourth)] == ["no-title", "no-abstract"]
    assert str(fourth.place) == f"{path}, entry 4"


def test_parquet_text_may_be_bytes(tmp_path: Path) -> None:
    path = parquet(tmp_path / "bytes", title=[b"A", b"\xff", b"C"], abstract=[b"one", b"two", b"three"])
    first, second, third = read(path)
    assert (first, second.code, third) == (Paper("A", "one"), "bad-value", Paper("C", "three"))


def test_a_parquet_value_that_python_does_not_have_costs_only_itself(tmp_path: Path) -> None:
    path = parquet(tmp_path / "p", title=["A"], abstract=["one"], date=pa.array([2**62], pa.timestamp("us")))
    assert list(read(path)) == [Paper("A", "one")]


def test_parquet_from_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = parquet(tmp_path / "p", title=["A"], abstract=["one"]).read_bytes()

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    monkeypatch.setattr(sys, "stdin", type("Stdin", (), {"buffer": Pipe(content)}))
    assert list(read("-")) == [Paper("A", "one")]


def test_a_damaged_parquet_file_is_told(tmp_path: Path) -> None:
    path = parquet(tmp_path / "p.parquet", title=["A"] * 50, abstract=["one"] * 50)
    whole = path.read_bytes()
    path.write_bytes(whole[:-100])
    with pytest.raises(CorruptFile, match=r"p\.parquet"):
        list(read(path))


def test_parquet_without_an_abstract_is_told(tmp_path: Path) -> None:
    with pytest.raises(WrongShape, match="'title', 'score'"):
        list(read(parquet(tmp_path / "p", title=["A"], score=[1])))
