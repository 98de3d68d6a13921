"""Names of fields, dates, names of files."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from leaderboard.sources import dates
from leaderboard.sources.fields import ROLES, fold, plan_of
from leaderboard.sources.filenames import origin


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024", "2024"),
        ("2024-03", "2024-03"),
        ("2024-3-4", "2024-03-04"),
        ("2024/03/14", "2024-03-14"),
        ("2024-03-14T09:26:53Z", "2024-03-14"),
        ("2024-03-14 09:26:53.5+01:00", "2024-03-14"),
        ("20240314", "2024-03-14"),
        ("Mon, 2 Apr 2007 19:18:42 GMT", "2007-04-02"),
        ("14 March 2024", "2024-03-14"),
        ("March 14, 2024", "2024-03-14"),
        ("2024 Mar 14", "2024-03-14"),
        ("Sept. 2019", "2019-09"),
        ("May 2019", "2019-05"),
        ("3/2024", "2024-03"),
        ("14/03/2024", "2024-03-14"),
        ("03/14/2024", "2024-03-14"),
        ("03/04/2024", "2024"),
        ("04/04/2024", "2024-04-04"),
        ("2024-00-00", "2024"),
        ("2024-02-31", "2024-02"),
        ("2024-13-01", "2024"),
        ("Jan-Feb 2020", "2020"),
        ("1710374400", None),
        (1710374400, "2024-03-14"),
        (1710374400000, "2024-03-14"),
        (2024, "2024"),
        (2024.0, "2024"),
        (20240314, "2024-03-14"),
        (dt.date(2024, 3, 14), "2024-03-14"),
        (dt.datetime(2024, 3, 14, 1, tzinfo=dt.UTC), "2024-03-14"),
        ({"date-parts": [[2024, 3, 14]]}, "2024-03-14"),
        ({"date-parts": [["2024"]]}, "2024"),
        ({"date-parts": [[]]}, None),
        ({"date-parts": [None]}, None),
        ("", None),
        ("in press", None),
        ("2019 to 2021", None),
        ("99999", None),
        ("9999-01-01", None),
        (True, None),
        (None, None),
        (float("nan"), None),
        (float("inf"), None),
        (10**400, None),
        ([], None),
    ],
)
def test_dates(value: object, expected: str | None) -> None:
    assert dates.iso(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(2020, 2020), ("2020", 2020), ("2020.0", 2020), (2020.0, 2020), ("", None), (0, None), (True, None), ("1 May 2020", 2020)],
)
def test_years(value: object, expected: int | None) -> None:
    assert dates.year(value) == expected


@pytest.mark.parametrize(
    ("name", "venue", "year"),
    [
        ("paperlist_acl2022.json", "ACL", 2022),
        ("a/b/paperlist_cvpr2019.json.gz", "CVPR", 2019),
        ("cvpr2019.json", "CVPR", 2019),
        ("NeurIPS2021.jsonl", "NeurIPS", 2021),
        ("neurips_2023.csv", "NeurIPS", 2023),
        ("emnlp 2020 findings.tsv", "EMNLP", 2020),
        ("xyzw2018.json", "XYZW", 2018),
        ("export2024.csv", None, None),
        ("papers_2024.csv", None, None),
        ("papers_2024-03-14.jsonl", None, None),
        ("000_180315396610ffe4.txt", None, None),
        ("abstracts.jsonl.gz", None, None),
        ("cvpr20190.json", None, None),
        ("acl2022/list.json", None, None),
        ("<stdin>", None, None),
    ],
)
def test_venue_and_year_in_a_files_name(name: str, venue: str | None, year: int | None) -> None:
    assert origin(name) == (venue, year)


def test_the_entry_has_the_last_word(reading) -> None:
    entries = [
        {"title": "A", "abstract": "x"},
        {"title": "B", "abstract": "x", "year": 2017, "venue": "Elsewhere"},
        {"title": "C", "abstract": "x", "published": "2016-02-03"},
    ]
    got = reading(json.dumps(entries), "paperlist_acl2022.json")
    assert [(p.venue, p.year) for p in got.papers] == [("ACL", 2022), ("Elsewhere", 2017), ("ACL", 2016)]


def test_no_name_stands_for_two_things() -> None:
    names = [name for known in ROLES.values() for name in known]
    assert len(names) == len(set(names))
    assert all(name == fold(name) for name in names)


@pytest.mark.parametrize(
    ("role", "names"),
    [
        ("title", "title TITLE Title"),
        ("abstract", "abstract,Abstract,summary,Abstract Note"),
        ("id", "id,arxiv_id,paper_id,arXiv ID,DOI"),
        ("year", "year,Publication Year"),
        ("date", "date,published,published_at,publishedAt,update_date,versions"),
        ("venue", "venue,journal,journal-ref,conference,Publication Title,Source title,container-title"),
        ("url", "url,Url,pdf,link"),
        ("authors", "authors,author,authors_parsed"),
    ],
)
def test_names_that_people_use(role: str, names: str) -> None:
    for name in names.split(",") if "," in names else names.split():
        assert getattr(plan_of([name]), role) == (name,)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Doe, J.;\n Roe, K.", "Doe, J.; Roe, K."),
        (["J. Doe", "K. Roe"], "J. Doe; K. Roe"),
        ([{"name": "J. Doe"}, {"family": "Roe", "given": "K."}], "J. Doe; K. Roe"),
        ([["Doe", "J.", ""], ["Roe"]], "J. Doe; Roe"),
        ([], None),
        ([None, 3, {}], "3"),
        ("", None),
        (True, None),
    ],
)
def test_authors(reading, value: object, expected: str | None) -> None:
    (paper,) = reading(json.dumps([{"title": "T", "abstract": "x", "authors": value}])).papers
    assert paper.authors == expected


def test_values_are_found_where_the_first_name_is_empty(reading) -> None:
    entry = {
        "title": ["T"],
        "abstract": {"value": " x "},
        "url": "",
        "pdf": "p.pdf",
        "date": "soon",
        "update_date": "2020-01-02",
        "id": None,
        "doi": "10.1/x",
    }
    (paper,) = reading(json.dumps([entry])).papers
    assert (paper.title, paper.abstract, paper.url, paper.date, paper.external_id) == ("T", " x ", "p.pdf", "2020-01-02", "10.1/x")


def test_a_title_is_one_line_and_an_abstract_is_left_alone(reading) -> None:
    (paper,) = reading(json.dumps([{"title": " A\n  b\u00a0\tc ", "abstract": " x \r\n y\t"}])).papers
    assert (paper.title, paper.abstract) == ("A b c", " x \r\n y\t")
