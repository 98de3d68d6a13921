from __future__ import annotations

import re

import pytest
from fake_extractors import claim

from leaderboard.errors import QueryError
from leaderboard.store import queries, reading

NAMES = queries.names()
GIVEN = {
    "benchmark": "ImageNet-1k",
    "metric": "accuracy",
    "paper_id": "none",
    "name": "imagenet",
    "title": "a",
    "method": "Ours",
    "methods": "Ours|Theirs",
}


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


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ResNet-50", "resnet 50", True),
        ("ViT-B/16", "ViT B16", True),
        ("Llama-2-7B", "Llama 2 7B", True),
        ("Llama-2-7B", "Llama 27B", False),
        ("GPT-3.5", "GPT-35", False),
        ("DCN", "DCN+", False),
        ("RRT*", "RRT", False),
        ("?", "!", False),
    ],
)
def test_spellings_of_one_system_have_one_key(fixed, one, other, same):
    ((equal,),) = fixed.sql(f"SELECT listed.method_key('{one}') = listed.method_key('{other}')")
    assert equal == same


@pytest.fixture
def systems(store):
    """Three systems; the first is spelled in two ways, and cited twice where its own paper reports it too."""
    best = claim(80, method="Net-1")
    store.papers(
        a=[best, claim(70, method="Net-1", start=3, split="val")],
        b=[
            claim(90, method="Big"),
            claim(82, method="NET1", role="baseline", start=3),
            claim(60, method="net 1", role="baseline", start=6),
        ],
        c=[
            claim(85, method="Small", confidence=0.3),
            claim(75, method="net-1", role="baseline", split="val", start=3),
            claim(1, method="Net-12", start=9),
        ],
    )
    return store


def test_a_systems_claims_are_found_by_any_spelling(systems):
    for name in ("Net-1", "net 1", "NET1"):
        found = systems.ask("method_rows", method=name)
        assert sorted((r["value"], r["role"]) for r in found) == [
            (60, "baseline"), (70, "proposed"), (75, "baseline"), (80, "proposed"), (82, "baseline"),
        ]  # fmt: skip
        (known,) = systems.ask("system", method=name)
        assert (known["method"], known["claims"], known["papers"], known["own"], known["own_papers"]) == ("Net-1", 5, 3, 2, 1)
        assert [r["method"] for r in systems.ask("systems_like", method=name)] == ["Net-12"]
    assert systems.ask("system", method="Net-2") == []
    assert [r["method"] for r in systems.ask("systems", search="net 1")] == ["Net-1", "Net-12"]


def test_compared_systems_show_their_best_own_number_and_a_cited_one_only_where_they_have_none(systems):
    rows = systems.ask("compare_rows", methods="big|net 1|small|unknown")
    assert [(r["method"], r["value"], r["role"], r["best"], r["shared"]) for r in rows] == [
        ("Big", 90, "proposed", True, 3),
        ("Small", 85, "proposed", False, 3),
        ("Net-1", 80, "proposed", False, 3),
    ]
    sure = systems.ask("compare_rows", methods="big|net 1|small", min_confidence=0.6)
    assert [r["method"] for r in sure] == ["Big", "Net-1"]
    assert systems.ask("compare_rows", methods="big") == []


def test_partners_and_pairs_share_boards(systems):
    partners = [(r["method"], r["boards"]) for r in systems.ask("compare_partners", methods="NET1|Big")]
    assert partners == [("Net-12", 1), ("Small", 1)]
    assert {(r["one"], r["other"], r["boards"]) for r in systems.ask("compare_pairs")} >= {("Net-1", "Big", 1), ("Net-1", "Small", 1)}
    assert {r["method"]: r["boards"] for r in systems.ask("comparable_systems")} == {"Net-1": 1, "Big": 1, "Small": 1, "Net-12": 1}
