"""Which score and which cost belong together, and who is on the front."""

from __future__ import annotations

import pytest
from fake_extractors import claim

BOARD = {"benchmark": "ImageNet-1k", "metric": "accuracy", "split": "unspecified"}


def score(value, start, **more):
    return claim(value, start=start, end=start + 1, **more)


def cost(value, start, metric="parameters", unit="params", **more):
    """What a system took: an amount in the registry's own unit."""
    own = {"kind": "cost", "metric": metric, "metric_id": metric, "unit": unit, "canonical_value": value, "canonical_unit": unit}
    return claim(value, start=start, end=start + 1, **own | {"benchmarks": []} | more)


def ratio(value, start, metric, change, unit="x", **more):
    bare = {"canonical_value": None, "canonical_unit": None}
    return cost(value, start, metric, unit, **bare | {"kind": "ratio", "change": change, "baseline": "Theirs"} | more)


def rows(store, cost="parameters", **more):
    return store.ask("tradeoff_rows", **BOARD, cost=cost, **more)


def pairs(store, cost="parameters", **more):
    return sorted((row["quality"], row["cost_value"]) for row in rows(store, cost, **more))


def test_a_score_and_a_cost_of_one_system_in_one_paper_stand_together(store):
    store.papers(a=[score(90, 1), cost(5e6, 2)], b=[score(80, 1)], c=[cost(7e6, 1)])
    assert pairs(store) == [(90, 5e6)]


def test_systems_without_a_name_are_the_papers_own(store):
    store.papers(a=[score(90, 1, method=None), cost(5e6, 2, method=None)])
    assert pairs(store) == [(90, 5e6)]


@pytest.mark.parametrize(
    ("of_score", "of_cost"),
    [
        ({}, {"method": "Theirs"}),
        ({}, {"method": None}),
        ({}, {"role": "baseline"}),
        ({"role": "baseline", "method": None}, {"role": "baseline", "method": None}),
        ({}, {"benchmarks": ["COCO"]}),
        ({"split": "val"}, {}),
        ({"flags": ["out-of-range"]}, {}),
        ({}, {"flags": ["wrong-dimension"]}),
        ({"metric": "niceness", "metric_id": None}, {}),
    ],
)
def test_what_is_not_of_one_system_or_cannot_be_compared_is_not_paired(store, of_score, of_cost):
    store.papers(a=[score(90, 1, **of_score), cost(5e6, 2, **of_cost)])
    assert pairs(store, cited=True) == []


def test_as_many_of_the_one_as_of_the_other_are_paired_in_the_order_of_the_text(store):
    store.papers(a=[score(84, 1), score(85, 2), score(86, 3), cost(24e6, 4), cost(37e6, 5), cost(73e6, 6)])
    assert pairs(store) == [(84, 24e6), (85, 37e6), (86, 73e6)]


@pytest.mark.parametrize("claims", [[score(84, 1), score(85, 2), cost(24e6, 4)], [score(84, 1), cost(24e6, 2), cost(37e6, 4)]])
def test_more_of_the_one_than_of_the_other_are_left_out(store, claims):
    store.papers(a=claims)
    assert pairs(store) == []


def test_the_same_number_stated_twice_counts_once(store):
    store.papers(a=[score(84, 1), score(84, 9), cost(24e6, 4), cost(24e6, 12)])
    assert pairs(store) == [(84, 24e6)]


def test_a_cost_on_the_benchmark_goes_before_one_that_names_none(store):
    here = {"metric": "speed", "unit": "fps"}
    store.papers(a=[score(84, 1), cost(99, 2, **here), cost(30, 3, **here, benchmarks=["ImageNet"])])
    assert pairs(store, "speed (fps)") == [(84, 30)]


def test_another_systems_number_that_stands_nearer_without_a_partner_spoils_a_pair(store):
    store.papers(a=[score(85, 10, method="Ours-B"), cost(73e6, 14), score(88, 40)])
    assert pairs(store) == []


def test_another_systems_number_that_has_its_own_partner_does_not(store):
    store.papers(a=[score(80, 1), cost(10e6, 9), score(82, 12, method="Ours-B"), cost(20e6, 20, method="Ours-B")])
    assert pairs(store) == [(80, 10e6), (82, 20e6)]


def test_amounts_factors_percentages_and_units_are_never_shown_together(store):
    store.papers(
        a=[
            score(90, 1),
            cost(0.2, 2, "latency", "s"),
            ratio(3, 3, "latency", "down"),
            ratio(40, 4, "latency", "down", "%"),
            ratio(30, 5, "latency", None, "%"),
            ratio(2, 6, "speed", "up"),
            cost(100, 7, "speed", "fps"),
            ratio(2, 8, "accuracy", "up"),
        ]
    )
    directions = {row["cost"]: row["cost_direction"] for row in store.ask("tradeoff_choices", benchmark="ImageNet-1k")}
    assert directions == {
        "latency (s)": "lower",
        "latency: times less": "higher",
        "latency: % less": "higher",
        "latency: % of the baseline's": "lower",
        "speed: times more": "higher",
        "speed (fps)": "higher",
    }


def test_speed_given_in_seconds_is_a_time(store):
    store.papers(a=[score(90, 1), cost(0.1, 2, "speed", "s")], b=[score(90, 1), cost(0.2, 2, "speed", "s")])
    assert [(row["cost_value"], row["on_front"]) for row in rows(store, "speed (s)")] == [(0.1, True), (0.2, False)]


def test_a_range_counts_by_its_worse_end(store):
    store.papers(a=[score(90, 1), cost(5e6, 2, value_high=9e6, canonical_high=9e6)])
    assert pairs(store) == [(90, 9e6)]


def test_the_front_has_those_that_nothing_beats(store):
    points = {"a": (80, 1e6), "b": (85, 5e6), "c": (84, 6e6), "d": (85, 7e6), "e": (90, 9e6), "f": (79, 1e6), "g": (90, 9e6)}
    store.papers(**{name: [score(value, 1, method=name), cost(spent, 2, method=name)] for name, (value, spent) in points.items()})
    assert {row["method"] for row in rows(store) if row["on_front"]} == {"a", "b", "e", "g"}


def test_the_front_turns_round_where_less_is_the_better_score_and_more_the_better_cost(store):
    points = {"a": (5, 10), "b": (6, 50), "c": (7, 40), "d": (9, 90)}
    wer = {"metric": "WER", "metric_id": "WER"}
    store.papers(**{name: [score(v, 1, method=name, **wer), cost(c, 2, "speed", "fps", method=name)] for name, (v, c) in points.items()})
    found = store.ask("tradeoff_rows", **BOARD | {"metric": "WER"}, cost="speed (fps)")
    assert [(row["method"], row["on_front"]) for row in found] == [("a", True), ("b", True), ("c", False), ("d", True)]


def test_cited_systems_are_shown_on_demand_and_never_make_the_front(store):
    theirs = {"method": "Theirs", "role": "baseline"}
    store.papers(a=[score(90, 1), cost(5e6, 2), score(95, 3, **theirs), cost(1e6, 4, **theirs)])
    assert pairs(store) == [(90, 5e6)]
    assert [(row["role"], row["on_front"]) for row in rows(store, cited=True)] == [("baseline", False), ("proposed", True)]


@pytest.mark.parametrize(
    ("baselines", "front"), [(("DETR", "detr"), [True, False]), (("DETR", "YOLO"), [None, None]), ((None, None), [None, None])]
)
def test_factors_make_a_front_only_where_all_are_measured_against_the_same(store, baselines, front):
    one, other = ({"baseline": name} for name in baselines)
    store.papers(a=[score(90, 1), ratio(3, 2, "speed", "up", **one)], b=[score(80, 1), ratio(2, 2, "speed", "up", **other)])
    assert [row["on_front"] for row in rows(store, "speed: times more")] == front


def test_a_cost_that_nobody_has_registered_makes_no_front(store):
    store.papers(a=[score(90, 1), cost(5, 2, metric_id=None, metric="shrubs", unit="shrubs", canonical_value=None, canonical_unit=None)])
    assert [(row["on_front"], row["cost_direction"]) for row in rows(store, "shrubs")] == [(None, None)]


def test_years_and_confidence_narrow_the_selection_and_the_front(store):
    store.papers(a_2019=[score(80, 1, confidence=0.9), cost(5e6, 2, confidence=0.5)], b_2021=[score(90, 1, confidence=0.9), cost(1e6, 2)])
    assert [row["on_front"] for row in rows(store)] == [True, False]
    assert [(row["quality"], row["on_front"]) for row in rows(store, last_year=2019)] == [(80, True)]
    assert pairs(store, first_year=2020) == [(90, 1e6)]
    assert pairs(store, min_confidence=0.6) == [(90, 1e6)]


def test_benchmarks_are_listed_the_fullest_first_and_one_more_on_demand(store):
    coco = {"benchmarks": ["COCO"]}
    store.papers(a=[score(90, 1), cost(1e6, 2)], b=[score(90, 1), cost(1e6, 2)], c=[score(90, 1, **coco), cost(1e6, 2)])
    assert [(row["benchmark"], row["papers"]) for row in store.ask("tradeoff_benchmarks")] == [("ImageNet-1k", 2), ("COCO", 1)]
    assert [row["benchmark"] for row in store.ask("tradeoff_benchmarks", limit=1)] == ["ImageNet-1k"]
    assert [row["benchmark"] for row in store.ask("tradeoff_benchmarks", limit=1, also="COCO")] == ["ImageNet-1k", "COCO"]
