"""The method page: finding a system by any spelling, its own numbers beside those of others, gains and costs apart, the words behind."""

from __future__ import annotations

import polars as pl
import pytest

from dashboards import charts, tables
from tests.dashboards import systems
from tests.dashboards.seen import choose, drawn, html_of, table, texts, well


@pytest.fixture(scope="module")
def nets(stores, tmp_path_factory):
    return systems.store(stores, tmp_path_factory.mktemp("nets") / "nets.duckdb")


def labels(at):
    return [link.proto.label.replace("\\", "") for link in at.get("page_link")]


def test_the_list_finds_systems_whatever_the_spelling_and_stands_in_the_address(show, nets):
    at = well(show("method", nets))
    assert at.title[0].value == "Methods"
    first = table(at, "methods")
    assert (first["Method"][0], first["Results"][0], first["Papers"][0], first["Own results"][0]) == ("ResNet-9", 10, 3, 5)
    assert first["Other spellings"][0] == "ResNet9, resnet 9"
    at.text_input[0].set_value("res NET 9").run()
    assert table(well(at), "methods")["Method"].tolist() == ["ResNet-9", "ResNet-9-D"]
    assert dict(at.query_params) == {"find": "res NET 9"}
    at = well(choose(at, "methods", 1))
    assert at.title[0].value == "ResNet\\-9\\-D"


def test_nothing_found_says_what_to_do(show, nets):
    at = well(show("method", nets, find="<b>nope"))
    assert "No matching method" in texts(at)
    assert "Try fewer letters" in texts(at)


def test_an_unknown_system_leads_to_the_list(show, nets):
    at = well(show("method", nets, method="<b>nope"))
    assert "No paper in this database names a method “\\<b\\>nope”" in at.info[0].value
    assert at.title[0].value == "Methods"


def test_own_numbers_stand_beside_those_of_others_and_differences_say_who_is_better(show, nets):
    at = well(show("method", nets, method="RESNET9"))
    assert at.title[0].value == "ResNet\\-9"
    assert "10 results · 3 papers · 3 benchmarks · also spelled ResNet\\-9, ResNet9, resnet 9" in texts(at)
    shown = table(at, "scores")
    columns = ["Benchmark", "Metric", "Split", "Better", "Own papers", "Other papers", "Difference"]
    assert shown[columns].values.tolist() == [
        ["Digits", "accuracy", "", "↑ higher", "92%", "91%, 90.5%", "▼ −1 points: other papers report worse"],
        ["Voices", "WER", "", "↓ lower", "5% ± 0.2", "5.5%, 555% (not comparable)", "▼ +0.5 points: other papers report worse"],
        ["Digits", "accuracy", "hard", "↑ higher", "", "92%", ""],
        ["Own", "niceness", "", "", "7.7%", "", ""],
    ]
    assert dict(at.query_params) == {"method": "ResNet-9", "show": "scores"}


def test_its_own_paper_other_systems_and_the_comparison_are_linked(show, nets):
    said = labels(well(show("method", nets, method="ResNet-9")))
    assert said[:4] == ["All methods", "Nine layers", "Compare with other methods", "ResNet-9-D"]


def test_the_chart_has_the_comparable_numbers_of_boards_with_several(show, nets):
    dots, _ = drawn(well(show("method", nets, method="ResNet-9")), "place")
    assert dots == [("ResNet-9", 1.0), ("ResNet9", 1 / 3), ("ResNet9", 0.0), ("ResNet-9", 1.0), ("resnet 9", 0.0)]


def test_without_numbers_to_set_side_by_side_there_is_no_chart(show, nets):
    at = well(show("method", nets, method="ResNet-9-D"))
    assert at.get("vega_lite_chart") == []
    assert table(at, "scores")["Own papers"].tolist() == ["94%"]


def test_a_row_shows_the_words_and_every_number_of_it_can_be_chosen(show, nets):
    at = well(choose(show("method", nets, method="ResNet-9"), "scores", 1))
    (box,) = at.selectbox
    assert box.options[0] == "5% ± 0.2, ResNet-9, own result in: Nine layers (2020)"
    assert [option.partition(",")[0] for option in box.options] == ["5% ± 0.2", "5.5%", "555%"]
    assert "Value: **5% ± 0\\.2**" in texts(at)
    box.select_index(1).run()
    assert "Value: **5\\.5%**" in texts(well(at))


def test_gains_and_costs_are_apart_and_never_beside_scores(show, nets):
    at = well(show("method", nets, method="ResNet-9", show="gains"))
    assert [group.label for group in at.get("button_group")] == ["Kind of result"]
    gains = table(at, "gains")
    assert gains[["Change", "Value", "Unit", "Against"]].values.tolist() == [["up", 2.0, "points", "FirstNet"]]
    costs = table(well(show("method", nets, method="ResNet-9", show="costs")), "costs")
    assert costs[["Kind", "Metric", "Value", "Unit"]].values.tolist() == [["ratio", "speed", 3.0, "x"]]
    assert at.get("vega_lite_chart") == []


def test_confidence_hides_numbers_and_the_rest_is_compared(show, nets):
    at = well(show("method", nets, method="ResNet-9", confidence="0.6"))
    assert table(at, "scores")["Other papers"].tolist()[:2] == ["5.5%, 555% (not comparable)", "90.5%"]
    assert table(at, "scores")["Difference"].tolist()[1] == "▼ −1.5 points: other papers report worse"
    at.slider[0].set_value(0.0).run()
    assert table(well(at), "scores")["Other papers"].tolist()[0] == "91%, 90.5%"
    assert "confidence" not in at.query_params


def test_a_kind_that_a_threshold_empties_says_what_to_do(show, nets):
    at = well(show("method", nets, method="FirstNet", show="scores", confidence="0.9"))
    assert "No scores for FirstNet" in texts(at)
    assert "Lower the minimum confidence" in texts(at)


def test_a_name_that_several_papers_call_their_own_is_pointed_out(show, stores, tmp_path):
    again = ("n2024", "Another nine", 2024, None, "Resnet 9 has 50.0% on Digits.", [
        ("50.0%", "score", 50.0, *systems.ACC, "Digits", None, "Resnet 9", "proposed", {}),
    ])  # fmt: skip
    at = well(show("method", stores.full(tmp_path / "twice.duckdb", [*systems.PAPERS, again]), method="ResNet-9"))
    assert "2 papers report results under this name as their own" in texts(at)
    assert {"Nine layers", "Another nine"} <= set(labels(at))
    oldie = well(show("method", stores.full(tmp_path / "old.duckdb"), method="Oldie"))
    assert "No paper in this database presents it as its own method" in texts(oldie)


def test_hostile_names_stay_text(show, nets):
    at = well(show("method", nets, method=systems.HOSTILE))
    assert at.title[0].value.replace("\\", "") == systems.HOSTILE
    for said in (texts(at), html_of(at), *[link.proto.label for link in at.get("page_link")]):
        assert "<b onclick" not in said.replace("\\<", "")
        assert "](y)" not in said


def score(value, role="proposed", **more):
    row = {
        "method": "N",
        "benchmark": "B",
        "metric": "m",
        "split": "unspecified",
        "task": "t",
        "protocol": "ordinary",
        "doubt": None,
        "value": value,
        "value_high": None,
        "unit": "s",
    }
    row |= {"canonical_value": value, "canonical_high": None, "canonical_unit": "s", "rank_value": value, "uncertainty": None}
    row |= {"bound": "exact", "comparable": True, "direction": "higher", "role": role, "title": "T", "year": 2020, "quote": "q"}
    return row | {"claim_id": f"{role}{value}"} | more


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([score(2.0), score(3.0, "baseline")], "▲ +1 s: other papers report better"),
        ([score(2.0, direction="lower"), score(3.0, "baseline", direction="lower")], "▼ +1 s: other papers report worse"),
        ([score(2.0), score(2.0, "baseline")], "= the same"),
        ([score(2.0, bound="up_to"), score(1.0, "baseline")], "▼ about −1 s: other papers report worse"),
        ([score(2.0), score(1.0, "baseline", comparable=False)], ""),
        ([score(2.0), score(1.0)], ""),
    ],
)
def test_a_difference_has_a_sign_and_says_what_it_means(rows, said):
    assert tables.sides(tables.paired(pl.DataFrame(rows, infer_schema_length=None)))["Difference"].to_list() == [said]


def test_numbers_without_a_benchmark_are_listed_but_never_compared():
    rows = [score(value, role, benchmark=None, comparable=False) for value, role in ((2.0, "proposed"), (3.0, "baseline"))]
    frame = pl.DataFrame(rows, schema_overrides={"benchmark": pl.String})
    pairs = tables.paired(frame)
    assert tables.sides(pairs).select("Benchmark", "Own papers", "Other papers", "Difference").rows() == [("unspecified", "2 s", "3 s", "")]
    assert tables.of_board(frame, pairs.row(0, named=True))["value"].to_list() == [2.0, 3.0]
    assert charts.several(frame, pairs).is_empty()
