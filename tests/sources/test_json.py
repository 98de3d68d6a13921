"""JSON Lines and JSON documents."""

from __future__ import annotations

import json

import pytest

from leaderboard.sources.faults import WrongShape

ONE = {"title": "Noise Helps", "abstract": "It reaches 91.5% on CIFAR-10."}
TWO = {"title": "Pruning", "abstract": "Costs 0.3 BLEU.\nOn WMT14."}


def lines(*entries: object) -> str:
    return "".join(json.dumps(entry) + "\n" for entry in entries)


@pytest.mark.parametrize(
    "content",
    [
        lines(ONE, TWO),
        lines(ONE, TWO).rstrip(),
        lines(ONE, TWO).replace("\n", "\r\n"),
        "\n \n" + lines(ONE) + "\n\n" + lines(TWO),
        json.dumps([ONE, TWO]),
        json.dumps([ONE, TWO], indent=4),
        json.dumps([ONE, TWO], indent=4).replace("\n", "\r\n"),
        json.dumps([ONE, TWO])[:-1] + ",]",
        json.dumps({"papers": [ONE, TWO]}),
        json.dumps({"count": 2, "data": [ONE, TWO], "next": None}, indent=1),
        json.dumps({"authors": [{"name": "A. B."}], "mine": [ONE, TWO]}),
        json.dumps({"meta": {"papers": 2}, "Results": [ONE, TWO]}),
        json.dumps({"a1": ONE, "a2": TWO}),
        json.dumps(ONE, indent=2) + "\n" + json.dumps(TWO, indent=2),
        json.dumps([ONE]) + json.dumps([TWO]),
    ],
    ids=lambda content: content[:25],
)
def test_every_shape_gives_the_same_papers(reading, content: str) -> None:
    got = reading(content)
    assert [(p.title, p.abstract) for p in got.papers] == [(one["title"], one["abstract"]) for one in (ONE, TWO)]
    assert not got.rejected


def test_a_single_paper_keeps_its_own_lists(reading) -> None:
    entry = {"title": "T", "authors": [{"name": "A. B."}, {"name": "C. D."}], "data": [{"title": "set"}], "abstract": "x"}
    for content in (json.dumps(entry), json.dumps(entry, indent=2)):
        (paper,) = reading(content).papers
        assert (paper.title, paper.authors) == ("T", "A. B.; C. D.")


def test_papers_by_id_take_the_id(reading) -> None:
    assert [p.external_id for p in reading(json.dumps({"a1": ONE, "a2": {**TWO, "id": "own"}})).papers] == ["a1", "own"]


def test_places(reading) -> None:
    assert [(p.place.line, p.place.entry) for p in reading("\n" + lines(ONE, TWO)).papers] == [(2, 1), (3, 2)]
    assert [(p.place.line, p.place.entry) for p in reading(json.dumps([ONE, TWO], indent=1)).papers] == [(2, 1), (6, 2)]
    assert [(p.place.line, p.place.entry) for p in reading(json.dumps([ONE, TWO])).papers] == [(None, 1), (None, 2)]


def test_an_arxiv_snapshot_line(reading) -> None:
    entry = {
        "id": "0704.0001",
        "submitter": "A. Body",
        "authors": "A. Body, B. Some",
        "title": "Counting things that are\n  hard to count",
        "journal-ref": "J. Count. 7 (2008) 1",
        "doi": "10.1/x",
        "abstract": "  We count\nthings.\n",
        "versions": [
            {"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"},
            {"version": "v2", "created": "Tue, 24 Jul 2007 20:10:27 GMT"},
        ],
        "update_date": "2008-11-26",
        "authors_parsed": [["Body", "A.", ""], ["Some", "B.", ""]],
    }
    (paper,) = reading(lines(entry)).papers
    assert paper.title == "Counting things that are hard to count"
    assert paper.abstract == "  We count\nthings.\n"
    assert (paper.external_id, paper.date, paper.year) == ("0704.0001", "2007-04-02", 2007)
    assert (paper.venue, paper.authors) == ("J. Count. 7 (2008) 1", "A. Body, B. Some")


@pytest.mark.parametrize(
    ("content", "keys"),
    [("42", ""), ('"text"', ""), ("null", ""), ('{"a": 1, "b": [1, 2]}', "'a', 'b'"), ("{}", "none"), ('{"a": {"title": "only"}}', "'a'")],
)
def test_the_wrong_shape_is_told(reading, content: str, keys: str) -> None:
    with pytest.raises(WrongShape, match=r"papers\.dat") as caught:
        reading(content)
    assert keys in str(caught.value)


def test_an_empty_list_is_no_fault(reading) -> None:
    for content in ("[]", '{"papers": []}'):
        assert reading(content) == ([], [])


@pytest.mark.parametrize(
    "content", ['["a", 1, null, [2], {"title": "T", "abstract": "x"}]', '"a"\n1\nnull\n[2]\n{"title": "T", "abstract": "x"}\n']
)
def test_what_is_no_object_is_rejected(reading, content: str) -> None:
    got = reading(content, form="json" if content[0] == "[" else "jsonl")
    assert got.codes == ["not-an-object"] * 4
    assert got.titles == ["T"]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ({"title": "T"}, "no-abstract"),
        ({"title": "T", "abstract": None}, "no-abstract"),
        ({"title": "T", "abstract": " \n"}, "no-abstract"),
        ({"abstract": "x"}, "no-title"),
        ({"title": "  ", "abstract": "x"}, "no-title"),
        ({"title": 5, "abstract": "x"}, "no-title"),
        ({"title": "", "abstract": ""}, "empty-entry"),
        ({}, "empty-entry"),
        ({"title": "T", "abstract": "a\0b"}, "nul"),
        ({"title": "T\0", "abstract": "a"}, "nul"),
    ],
)
def test_an_entry_that_is_no_paper(reading, entry: dict[str, object], code: str) -> None:
    for content in (lines(ONE, entry, TWO), json.dumps([ONE, entry, TWO])):
        got = reading(content)
        assert got.codes == [code]
        assert got.titles == ["Noise Helps", "Pruning"]
        assert got.rejected[0].place.entry == 2


def test_half_a_surrogate_pair_is_rejected(reading) -> None:
    array = '[{"title": "T", "abstract": "\\ud83d"}, ' + json.dumps(ONE) + "]"
    got = reading(array)
    assert (got.codes, got.titles) == (["bad-unicode"], ["Noise Helps"])
    got = reading('{"title": "T", "abstract": "\\ud83d"}\n' + lines(ONE))
    assert (len(got.codes), got.titles) == (1, ["Noise Helps"])


def test_a_broken_line_costs_only_itself(reading) -> None:
    for broken in ('{"title": "T" "abstract": "x"}', '{"title": "T", abstract: "x"}', "{", "what is this", '{"title": "T"}}'):
        got = reading(lines(ONE) + broken + "\n" + lines(TWO))
        assert (got.codes, got.titles) == (["bad-json"], ["Noise Helps", "Pruning"])
        assert got.rejected[0].place.line == 2
        assert got.rejected[0].excerpt == broken
    assert "column 15" in reading(lines(ONE) + '{"title": "T" "abstract": "x"}\n').rejected[0].reason


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    "broken",
    ['"title": "T" "abstract": "x"', '"title": "T", abstract: "x"', '"title": "T, "abstract": "x"', '"title": nope, "abstract": 1'],
)
def test_a_broken_entry_of_an_array_costs_only_itself(reading, broken: str, indent: int | None) -> None:
    text = json.dumps([ONE, ONE, TWO], indent=indent)
    whole = json.dumps([ONE], indent=indent)[1:-1].strip()
    first = text.index(whole)
    second = text.index(whole, first + 1)
    got = reading(
        text[:second] + whole.replace('"title": "Noise Helps"', broken.split(",", 1)[0] + ",x")[:30] + text[second + len(whole) :]
    )
    assert got.titles == ["Noise Helps", "Pruning"]
    assert len(got.rejected) == 1
    got = reading(text[:second] + "{" + broken + "}" + text[second + len(whole) :])
    assert got.titles == ["Noise Helps", "Pruning"]
    assert len(got.rejected) == 1
    assert got.rejected[0].place.entry == 2


def test_numbers_and_nesting_without_end(reading) -> None:
    for value in ("9" * 5000, "[" * 5000 + "]" * 5000):
        got = reading('[{"title": "T", "abstract": "x", "n": ' + value + "}, " + json.dumps(ONE) + "]")
        assert "Noise Helps" in got.titles
        got = reading('{"title": "T", "abstract": "x", "n": ' + value + "}\n" + lines(ONE))
        assert "Noise Helps" in got.titles


@pytest.mark.parametrize("cut", [1, 2, 10, 40])
def test_a_truncated_array_keeps_what_was_read(reading, cut: int) -> None:
    text = json.dumps([ONE, TWO])
    got = reading(text[:-cut])
    assert got.codes == ["truncated"]
    assert got.titles == (["Noise Helps", "Pruning"] if cut == 1 else ["Noise Helps"])
    got = reading(json.dumps({"papers": [ONE, TWO]})[: -cut - 1])
    assert got.codes == ["truncated"]


def test_truncated_lines_keep_what_was_read(reading) -> None:
    got = reading(lines(ONE, TWO)[:-8])
    assert (got.codes, got.titles) == (["truncated"], ["Noise Helps"])
    assert got.rejected[0].place.line == 2


def test_invalid_utf8_costs_one_entry_and_names_the_byte(reading) -> None:
    for before, content in (
        (lines(ONE).encode(), lines(TWO).encode()),
        (b"[" + json.dumps(ONE).encode() + b", ", b", " + json.dumps(TWO).encode() + b"]"),
    ):
        bad = b'{"title": "T", "abstract": "caf\xe9 "}'
        got = reading(before + bad + (b"\n" if before.endswith(b"\n") else b"") + content)
        assert (got.codes, got.titles) == (["bad-utf8"], ["Noise Helps", "Pruning"])
        assert f"byte {len(before) + bad.index(0xE9) + 1} " in got.rejected[0].reason


def test_what_stands_behind_the_document_is_told(reading) -> None:
    got = reading(json.dumps([ONE]) + " and more")
    assert (got.codes, got.titles) == (["bad-json"], ["Noise Helps"])


def test_entries_longer_than_what_is_read_at_once(reading) -> None:
    long = {"title": "Long", "abstract": "1% and " * 150_000}
    for content in (lines(long, ONE), json.dumps([long, ONE]), json.dumps({"papers": [long, ONE]})):
        got = reading(content)
        assert [(p.title, len(p.abstract)) for p in got.papers] == [("Long", 1_050_000), ("Noise Helps", len(ONE["abstract"]))]


def test_many_entries_across_the_pieces_that_are_read(reading) -> None:
    entries = [{"title": f"Title {n} ü", "abstract": f"\u00e9\U0001f600 {n}% " * (n % 50 + 1)} for n in range(3000)]
    for content in (
        "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in entries),
        json.dumps(entries, ensure_ascii=False),
        json.dumps(entries, ensure_ascii=False, indent=3),
    ):
        assert [(p.title, p.abstract) for p in reading(content).papers] == [(one["title"], one["abstract"]) for one in entries]
