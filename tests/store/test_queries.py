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
    "text": "a",
    "split": "unspecified",
    "cost": "parameters",
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
    with pytest.raises(QueryError, match="no parameter limt; its parameters: area"):
        fixed.ask("benchmarks", limt=3)


def test_a_missing_parameter_is_an_error(fixed):
    with pytest.raises(QueryError, match="needs benchmark, metric"):
        fixed.ask("leaderboard_rows")


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_is_bound_with_the_type_that_the_query_declares(name):
    query = queries.get(name)
    code = "\n".join(line for line in query.sql.splitlines() if not line.lstrip().startswith("--"))
    assert {(p.name, p.kind) for p in query.params} == set(re.findall(r"\$(\w+)::(\w+)", code))
    assert len(re.findall(r"\$\w+", code)) == len(re.findall(r"\$\w+::\w+", code))


def test_a_text_that_looks_like_a_number_is_text_where_the_parameter_is(store):
    store.papers(a=[claim(90, benchmarks=["2048"]), claim(3, kind="gain", start=4, benchmarks=["2048"])])
    board = queries.get("leaderboard_rows").parse(
        {"benchmark": "2048", "metric": "accuracy", "limit": "5", "own": "TRUE", "first_year": "null"}
    )
    assert board == {"benchmark": "2048", "metric": "accuracy", "limit": 5, "own": True, "first_year": None}
    assert [row["value"] for row in store.ask("leaderboard_rows", **board)] == [90]
    assert [row["value"] for row in store.ask("gains_and_costs", benchmark=2048)] == [3]
    assert [row["scores"] for row in store.ask("benchmark_choices", benchmark=2048)] == [1]


@pytest.mark.parametrize(
    ("name", "text", "called"),
    [
        ("limit", "many", "a whole number"),
        ("limit", "1.5", "a whole number"),
        ("min_confidence", "high", "a number"),
        ("own", "yes", "true or false"),
    ],
)
def test_a_text_that_is_no_value_of_the_type_is_an_error_that_says_so(name, text, called):
    with pytest.raises(QueryError, match=f"{name} must be {called}, not '{text}'"):
        queries.get("leaderboard_rows").parse({name: text})


def test_a_value_of_the_wrong_type_is_an_error(fixed):
    with pytest.raises(QueryError, match="query runs"):
        fixed.ask("runs", limit="many")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("-- answers: X.\n-- param x: y\nSELECT $x", "cast"),
        ("SELECT 1", "answers"),
        ("-- answers: X.\n-- parm x: y\nSELECT 1", "query.sql:2"),
        ("-- something\nSELECT 1", "query.sql:1"),
    ],
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


@pytest.fixture(scope="module")
def recorded(request, tmp_path_factory):
    """A leaderboard of three papers, which therefore has a record."""
    store = type(request.getfixturevalue("fixed"))(tmp_path_factory.mktemp("recorded"))
    store.papers(
        a_2020=[claim(90), claim(2, kind="gain", start=3)], b_2021=[claim(94)], c_2022=[claim(88), claim(70, split="val", start=3)]
    )
    return store


def test_benchmarks_have_the_best_of_their_fullest_board(recorded, fixed):
    (row,) = recorded.ask("benchmarks")
    assert (row["benchmark"], row["claims"], row["papers"], row["best"], row["title"]) == ("ImageNet-1k", 5, 3, 94, "b_2021")
    assert recorded.ask("benchmarks", search="imagenet-1")
    assert recorded.ask("benchmarks", registered=False) == []
    (row,) = fixed.ask("benchmarks")
    assert (row["papers"], row["best"], row["title"]) == (2, None, None)


def test_choices_list_the_fullest_board_first(store):
    store.papers(a=[claim(1, split="val"), claim(3, start=3), claim(4, start=5)], b=[claim(2, split="val")])
    assert [(r["split"], r["ranked"]) for r in store.ask("benchmark_choices", benchmark="ImageNet-1k")] == [("val", 2), ("unspecified", 1)]


@pytest.mark.parametrize(("years", "values"), [({}, [95, 90]), ({"first_year": 2021}, [95]), ({"last_year": 2020}, [90])])
def test_rows_can_be_limited_to_years(fixed, years, values):
    assert [r["value"] for r in fixed.ask("leaderboard_rows", benchmark="ImageNet-1k", metric="accuracy", **years)] == values


@pytest.mark.parametrize("typed", ["ILSVRC 2012", "ilsvrc2012", "imagenet 1K"])
def test_every_query_that_looks_a_benchmark_up_knows_its_aliases(recorded, typed):
    assert [r["benchmark"] for r in recorded.ask("benchmarks", search=typed)] == ["ImageNet-1k"]
    assert {r["benchmark"] for r in recorded.ask("all_leaders", search=typed)} == {"ImageNet-1k"}
    assert [r["benchmark"] for r in recorded.ask("benchmark", name=typed)] == ["ImageNet-1k"]
    assert [(r["benchmark"], r["fit"]) for r in recorded.ask("find_benchmarks", text=typed)] == [("ImageNet-1k", 0)]


@pytest.mark.parametrize(
    ("typed", "metric"),
    [
        ("top1 accuracy", ["top-1 accuracy", "accuracy"]),
        ("word error rate", ["WER"]),
        ("error rate", ["error rate", "accuracy"]),
        ("nothing", []),
    ],
)
def test_a_metric_is_found_by_any_of_its_names_before_those_that_list_it(fixed, typed, metric):
    assert [row["metric"] for row in fixed.ask("metric", name=typed)] == metric


@pytest.mark.parametrize(("typed", "expected"), [("imagenet1k", 1.0), ("ILSVRC 2012", 1.0), ("imagnet", None)])
def test_suggestions_know_other_names_and_misspellings(fixed, typed, expected):
    best = fixed.ask("benchmark_suggestions", name=typed)[0]
    assert best["benchmark"] == "ImageNet-1k"
    assert best["likeness"] == expected or expected is None


def test_benchmarks_are_found_by_any_name_the_whole_one_first(store):
    store.papers(a=[claim(), claim(benchmarks=["ImageNet-1k-hard"], start=2), claim(benchmarks=["Tiny ImageNet 1k"], start=4)])
    found = [(r["benchmark"], r["fit"], r["found"]) for r in store.ask("find_benchmarks", text="imagenet 1K")]
    assert found == [("ImageNet-1k", 0, 3), ("ImageNet-1k-hard", 1, 3), ("Tiny ImageNet 1k", 2, 3)]
    assert [r["benchmark"] for r in store.ask("find_benchmarks", text="ILSVRC 2012")] == ["ImageNet-1k"]
    assert [(r["benchmark"], r["found"]) for r in store.ask("find_benchmarks", text="imagenet 1k", limit=1)] == [("ImageNet-1k", 3)]
    assert store.ask("find_benchmarks", text="  ") == []


def test_a_name_in_another_alphabet_is_found(store):
    store.papers(a=[claim(benchmarks=["中文问答"])])
    assert [(r["benchmark"], r["fit"]) for r in store.ask("find_benchmarks", text="中文")] == [("中文问答", 1)]


@pytest.mark.parametrize(("sure", "best"), [(None, 92), (0.5, 90), (0.7, None), (0.9, None)])
def test_the_best_of_a_benchmark_that_was_found_is_sure_enough(store, sure, best):
    store.papers(
        a=[claim(92, confidence=0.3), claim(90, start=3, confidence=0.8)], b=[claim(88, confidence=0.8)], c=[claim(86, confidence=0.6)]
    )
    (row,) = store.ask("find_benchmarks", text="imagenet", min_confidence=sure)
    assert (row["best"], row["claims"]) == (best, 4)


def test_systems_are_found_without_regard_to_punctuation(store):
    said = ["ResNet-50", "ResNet 50 wide", "Wide resnet50", "Other"]
    store.papers(a=[claim(n, start=3 * n, method=name) for n, name in enumerate(said)])
    found = [(r["method"], r["fit"], r["found"]) for r in store.ask("find_methods", text="resnet50")]
    assert found == [("ResNet-50", 0, 3), ("ResNet 50 wide", 1, 3), ("Wide resnet50", 2, 3)]
    assert store.ask("find_methods", text="-") == []


def test_papers_are_found_the_nearest_title_first(store):
    titles = ["Using an old net", "Big old nets: a study", "Net, big and old", "A big old net", "Big old net"]
    store.papers(**{title: [] for title in titles})
    found = [(r["title"], r["fit"], r["found"]) for r in store.ask("find_papers", text="big OLD net")]
    assert found == [("Big old net", 0, 4), ("Big old nets: a study", 1, 4), ("A big old net", 2, 4), ("Net, big and old", 3, 4)]
    assert store.ask("find_papers", text="gan") == []  # "Using an" has these letters in a row, but no such word
    assert store.ask("find_papers", text="  ") == []


def test_records_of_the_last_load_are_those_that_beat_an_earlier_one(store):
    wer = {"metric": "WER", "metric_id": "WER", "benchmarks": ["LibriSpeech"]}
    for title, lower in (("a", 0), ("x", 1), ("y", 2)):
        coco = claim(80 - lower, start=6, benchmarks=["COCO"])
        few = [claim(60, start=9, benchmarks=["MNIST"])] if title == "a" else []
        store.papers(**{title: [claim(90 - lower), claim(5 + lower, start=3, **wer), coco, *few]})
    store.papers(z=[claim(40)])
    assert store.ask("latest_records") == []
    store.papers(
        b=[claim(91), claim(92, start=3, role="baseline")],
        c=[claim(4, **wer), claim(80, start=3, benchmarks=["COCO"]), claim(70, start=6, benchmarks=["MNIST"])],
    )
    rows = store.ask("latest_records")
    assert [(r["benchmark"], r["best"], r["best_before"], r["title"], r["title_before"]) for r in rows] == [
        ("ImageNet-1k", 91, 90, "b", "a"),
        ("LibriSpeech", 4, 5, "c", "a"),
    ]
    assert {r["found"] for r in rows} == {2}
    store.papers(d=[claim(60)])
    assert store.ask("latest_records") == []


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
    ((equal,),) = fixed.sql(f"SELECT method_key('{one}') = method_key('{other}')")
    assert equal == same


@pytest.fixture
def systems(store):
    """Three systems; the first is spelled in two ways, and cited twice where its own paper reports it too."""
    best = claim(80, method="Net-1")
    store.papers(
        a=[best, claim(70, method="Net-1", start=3, split="val")],
        b=[
            claim(88, method="Big"),
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
        ("Big", 88, "proposed", True, 3),
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
