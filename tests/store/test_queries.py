from __future__ import annotations

import re

import pytest
from fake_extractors import claim

from leaderboard.errors import QueryError
from leaderboard.store import queries, reading

NAMES = queries.names()
GIVEN = {"benchmark": "ImageNet-1k", "metric": "accuracy", "paper_id": "none", "name": "imagenet", "title": "a", "method": "Ours"}
GIVEN |= {"split": "unspecified", "cost": "parameters"}


@pytest.fixture(scope="module", params=["empty", "filled"])
def any_con(request, tmp_path_factory):
    store = request.getfixturevalue("fixed")
    if request.param == "empty":
        store = type(store)(tmp_path_factory.mktemp("empty"))
        store.papers(a=[])
    with reading.connect(store.db) as con:
        yield con


@pytest.mark.parametrize("name", NAMES)
def test_a_query_gives_the_columns_its_head_lists(any_con, name):
    query = queries.get(name)
    given = {p.name: GIVEN[p.name] for p in query.params if p.required}
    assert queries.run(any_con, name, **given).columns == list(query.columns)


@pytest.mark.parametrize("name", NAMES)
def test_a_query_uses_the_parameters_its_head_lists(name):
    query = queries.get(name)
    code = "\n".join(line for line in query.sql.splitlines() if not line.lstrip().startswith("--"))
    assert set(re.findall(r"\$(\w+)", code)) == {p.name for p in query.params}
    assert query.answers.endswith(".")


def test_an_unknown_query_is_an_error_that_lists_them():
    with pytest.raises(QueryError, match=r"no query named 'nope'.*leaderboard_rows"):
        queries.get("nope")


def test_a_misspelt_parameter_is_an_error(fixed):
    with pytest.raises(QueryError, match="no parameter limt; it has"):
        fixed.ask("benchmarks", limt=3)


def test_a_missing_parameter_is_an_error(fixed):
    with pytest.raises(QueryError, match="needs benchmark, metric"):
        fixed.ask("leaderboard_rows")


def test_a_value_of_the_wrong_type_is_an_error(fixed):
    with pytest.raises(QueryError, match="query runs"):
        fixed.ask("runs", limit="many")


@pytest.mark.parametrize(
    ("text", "fault"),
    [("SELECT 1", "answers"), ("-- answers: X.\n-- parm x: y\nSELECT 1", "query.sql:2"), ("-- something\nSELECT 1", "query.sql:1")],
)
def test_a_query_file_without_a_proper_head_is_an_error(tmp_path, text, fault):
    file = tmp_path / "query.sql"
    file.write_text(text)
    with pytest.raises(QueryError, match=fault):
        queries.read(file)


@pytest.mark.parametrize("text", ["'; DROP TABLE claims; --", "%", "\\", "\u0000", "a' OR '1'='1"])
def test_values_are_values_and_never_sql(fixed, text):
    assert fixed.ask("benchmarks", search=text) == []
    assert fixed.ask("leaderboard_rows", benchmark=text, metric=text) == []
    assert len(fixed.ask("papers_search", text="")) == 2


def test_benchmarks_have_the_best_of_their_fullest_board(fixed):
    (row,) = fixed.ask("benchmarks")
    assert (row["benchmark"], row["claims"], row["papers"], row["best"], row["title"]) == ("ImageNet-1k", 4, 2, 95, "b_2021")
    assert fixed.ask("benchmarks", search="imagenet-1")
    assert fixed.ask("benchmarks", registered=False) == []


def test_choices_list_the_fullest_board_first(store):
    store.papers(a=[claim(1, split="val"), claim(2, split="val", start=2), claim(3, start=3)])
    assert [(r["split"], r["ranked"]) for r in store.ask("benchmark_choices", benchmark="ImageNet-1k")] == [("val", 2), ("unspecified", 1)]


@pytest.mark.parametrize(("years", "values"), [({}, [95, 90]), ({"first_year": 2021}, [95]), ({"last_year": 2020}, [90])])
def test_rows_can_be_limited_to_years(fixed, years, values):
    assert [r["value"] for r in fixed.ask("leaderboard_rows", benchmark="ImageNet-1k", metric="accuracy", **years)] == values


@pytest.mark.parametrize(("typed", "expected"), [("imagenet1k", 1.0), ("ILSVRC 2012", 1.0), ("imagnet", None)])
def test_suggestions_know_other_names_and_misspellings(fixed, typed, expected):
    best = fixed.ask("benchmark_suggestions", name=typed)[0]
    assert best["benchmark"] == "ImageNet-1k"
    assert best["likeness"] == expected or expected is None


def test_a_paper_names_the_places_it_was_read_from(store):
    store.papers(a=[claim()])
    store.papers(b=[], a=[claim()])
    ((paper_id,),) = store.sql("SELECT paper_id FROM papers WHERE title = 'a'")
    (row,) = store.ask("paper", paper_id=paper_id)
    assert [place.rpartition("/")[2] for place in row["sources"]] == ["papers1.jsonl:1", "papers2.jsonl:2"]


def test_papers_are_found_by_words_in_any_order_and_case(store):
    store.papers(**{"The Big Model": [claim()], "A small model": []})
    assert [r["title"] for r in store.ask("papers_search", text="MODEL")] == ["The Big Model", "A small model"]
    assert [r["title"] for r in store.ask("papers_search", text="model big")] == ["The Big Model"]
    assert [r["title"] for r in store.ask("papers_search", text=None, with_claims=True)] == ["The Big Model"]
