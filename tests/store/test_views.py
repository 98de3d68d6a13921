"""What is ranked with what, and in which direction."""

from __future__ import annotations

import json

import pytest
from fake_extractors import abstract, claim

BOARD = {"benchmark": "ImageNet-1k", "metric": "accuracy"}


def wer(value, **more):
    return claim(value, metric="WER", metric_id="WER", benchmarks=["LibriSpeech"], **more)


def ranks(store, benchmark="ImageNet-1k", metric="accuracy", split="unspecified"):
    rows = store.ask("leaderboard_rows", benchmark=benchmark, metric=metric, split=split)
    return [(row["value"], row["rank"]) for row in rows]


def test_higher_is_better_for_accuracy(store):
    store.papers(a=[claim(80)], b=[claim(90)], c=[claim(85)])
    assert ranks(store) == [(90, 1), (85, 2), (80, 3)]


def test_lower_is_better_for_error_rates(store):
    store.papers(a=[wer(8)], b=[wer(4)], c=[wer(5)])
    assert ranks(store, "LibriSpeech", "WER") == [(4, 1), (5, 2), (8, 3)]
    assert [row["best"] for row in store.ask("all_leaders")] == [4]


def test_equal_values_share_a_rank_and_the_record_is_the_earlier_ones(store):
    store.papers(late_2022=[claim(90)], early_2020=[claim(90)], third_2021=[claim(80)])
    assert ranks(store) == [(90, 1), (90, 1), (80, 3)]
    assert [row["title"] for row in store.ask("all_leaders")] == ["early_2020"]


def test_two_metrics_never_share_a_ranking(store):
    top1 = {"metric": "top-1 accuracy", "metric_id": "top-1 accuracy"}
    top5 = {"metric": "top-5 accuracy", "metric_id": "top-5 accuracy"}
    store.papers(a=[claim(80, **top1), claim(95, **top5, start=5)], b=[claim(82, **top1)])
    assert ranks(store, metric="top-1 accuracy") == [(82, 1), (80, 2)]
    assert ranks(store, metric="top-5 accuracy") == [(95, 1)]


def test_two_splits_never_share_a_ranking(store):
    store.papers(a=[claim(80, split="val")], b=[claim(90, split="test-dev")], c=[claim(85)], d=[claim(70, split="Val ")])
    assert ranks(store, split="val") == [(80, 1), (70, 2)]
    assert ranks(store, split="test-dev") == [(90, 1)]
    assert ranks(store, split="unspecified") == [(85, 1)]


def test_two_benchmarks_never_share_a_ranking(store):
    store.papers(a=[claim(80, benchmarks=["COCO", "ImageNet"])], b=[claim(90, benchmarks=["COCO"])])
    assert ranks(store) == [(80, 1)]
    assert ranks(store, "COCO") == [(90, 1), (80, 2)]


def test_one_scale_decides_and_both_numbers_are_shown(store):
    store.papers(a=[claim(0.97, unit=None, canonical_value=97)], b=[claim(95)])
    rows = store.ask("leaderboard_rows", **BOARD)
    assert [(r["value"], r["unit"], r["canonical_value"], r["rank"]) for r in rows] == [(0.97, None, 97, 1), (95, "%", 95, 2)]


@pytest.mark.parametrize("flag", ["out-of-range", "wrong-dimension"])
def test_impossible_values_are_shown_without_a_rank(store, flag):
    store.papers(a=[claim(950, flags=[flag])], b=[claim(90)], c=[claim(88)], d=[claim(86)])
    assert ranks(store) == [(90, 1), (88, 2), (86, 3), (950, None)]
    assert [row["best"] for row in store.ask("all_leaders")] == [90]


def test_other_flags_do_not_cost_the_rank(store):
    store.papers(a=[claim(90, flags=["something-else"])])
    assert ranks(store) == [(90, 1)]


def test_a_metric_nobody_registered_is_listed_apart_and_not_ranked(store):
    odd = {"metric": "niceness", "metric_id": None, "canonical_value": None, "flags": ["unregistered-metric"]}
    store.papers(a=[claim(5, **odd)], b=[claim(9, **odd)], c=[claim(90)])
    assert sorted(ranks(store, metric="unregistered: niceness")) == [(5, None), (9, None)]
    assert ranks(store) == [(90, 1)]


def test_scores_without_a_metric_are_a_group_of_their_own_and_not_ranked(store):
    store.papers(a=[claim(5, metric=None, metric_id=None, canonical_value=None, benchmarks=["New-Bench"])])
    assert ranks(store, "New-Bench", metric="unspecified") == [(5, None)]


def test_a_metric_of_several_units_is_ranked_within_each_unit(store):
    price = {"metric": "price", "metric_id": "price", "benchmarks": ["COCO"]}
    store.papers(a=[claim(5, **price, canonical_unit="USD")], b=[claim(4, **price, canonical_unit="EUR")])
    assert store.sql("SELECT unit FROM metrics WHERE metric_id = 'price'") == [("any",)]
    assert ranks(store, "COCO", "price (USD)") == [(5, 1)]
    assert ranks(store, "COCO", "price (EUR)") == [(4, 1)]


def test_numbers_cited_for_comparison_are_shown_and_take_no_place_from_the_papers_own(store):
    store.papers(a=[claim(80), claim(95, role="baseline", start=5, method="Human")], b=[claim(78)], c=[claim(76)])
    rows = store.ask("leaderboard_rows", **BOARD)
    assert [(r["value"], r["role"], r["rank"], r["rank_all"]) for r in rows] == [
        (95, "baseline", None, 1),
        (80, "proposed", 1, 2),
        (78, "proposed", 2, 3),
        (76, "proposed", 3, 4),
    ]
    assert [r["value"] for r in store.ask("leaderboard_rows", **BOARD, own=True)] == [80, 78, 76]
    assert [row["best"] for row in store.ask("all_leaders")] == [80]


@pytest.mark.parametrize(("metric", "low", "high", "counts"), [("accuracy", 80, 90, 80), ("WER", 3, 5, 5)])
def test_a_range_counts_by_its_worse_end(store, metric, low, high, counts):
    store.papers(a=[claim(low, value_high=high, canonical_high=high, metric=metric, metric_id=metric)])
    (row,) = store.ask("leaderboard_rows", benchmark="ImageNet-1k", metric=metric)
    assert (row["value"], row["value_high"], row["rank_value"]) == (low, high, counts)


@pytest.mark.parametrize("bound", ["up_to", "at_least", "about", "exact"])
def test_bounds_and_uncertainty_are_shown(store, bound):
    store.papers(a=[claim(90, bound=bound, uncertainty=0.3)])
    (row,) = store.ask("leaderboard_rows", **BOARD)
    assert (row["bound"], row["uncertainty"], row["rank"]) == (bound, 0.3, 1)


def test_gains_ratios_and_costs_are_never_on_a_leaderboard(store):
    others = [claim(n, kind=kind, start=n, change="up") for n, kind in enumerate(("gain", "ratio", "cost"), start=1)]
    store.papers(a=[claim(90), *others])
    assert ranks(store) == [(90, 1)]
    assert [r["kind"] for r in store.ask("gains_and_costs", kinds="gain")] == ["gain"]
    assert sorted(r["kind"] for r in store.ask("gains_and_costs", kinds="ratio|cost")) == ["cost", "ratio"]
    assert sorted(r["kind"] for r in store.ask("gains_and_costs")) == ["cost", "gain", "ratio"]


def test_claims_without_a_benchmark_are_listed_where_none_is_needed(store):
    store.papers(a=[claim(2, kind="gain", benchmarks=[])])
    assert [(r["benchmark"], r["value"]) for r in store.ask("gains_and_costs")] == [(None, 2)]
    assert store.ask("benchmarks") == []


def test_unregistered_benchmarks_are_shown_as_such_under_their_usual_spelling(store):
    store.papers(
        a=[claim(80, benchmarks=["New-Bench"])],
        b=[claim(90, benchmarks=["new bench"])],
        c=[claim(85, benchmarks=["New-Bench"])],
        d=[claim(1)],
    )
    assert [(r["benchmark"], r["registered"]) for r in store.ask("benchmarks")] == [("New-Bench", False), ("ImageNet-1k", True)]
    assert ranks(store, "New-Bench") == [(90, 1), (85, 2), (80, 3)]


def test_a_mention_the_registry_could_not_decide_stays_apart_from_the_registered_one(store):
    store.papers(a=[claim(80)], b=[claim(90, benchmarks=["imagenet 1k"])])
    assert ranks(store) == [(80, 1)]
    assert ranks(store, "imagenet 1k (ambiguous)") == [(90, 1)]


def test_the_usual_spelling_does_not_depend_on_the_order_of_loading(store, other_store):
    spellings = [("a", "NewBench"), ("b", "New-Bench"), ("c", "NEWBENCH"), ("d", "New-Bench")]
    for title, name in spellings:
        store.papers(**{title: [claim(benchmarks=[name])]})
    for title, name in reversed(spellings):
        other_store.papers(**{title: [claim(benchmarks=[name])]})
    assert [r["benchmark"] for r in store.ask("benchmarks")] == [r["benchmark"] for r in other_store.ask("benchmarks")] == ["New-Bench"]


def test_progress_marks_what_was_better_than_all_before(store):
    store.papers(
        a_2018=[claim(70)],
        b_2019=[claim(65)],
        c_2020=[claim(80)],
        also_2020=[claim(80)],
        d_2021=[claim(80)],
        e_2022=[claim(85)],
        undated=[claim(88)],
    )
    rows = store.ask("progress_rows", **BOARD)
    assert [(r["year"], r["rank_value"], r["running_best"], r["best_before"], r["is_record"]) for r in rows] == [
        (2018, 70, 70, None, True),
        (2019, 65, 70, 70, False),
        (2020, 80, 80, 70, True),
        (2020, 80, 80, 70, True),
        (2021, 80, 80, 80, False),
        (2022, 85, 85, 80, True),
    ]


def test_progress_goes_down_where_lower_is_better(store):
    store.papers(a_2018=[wer(8)], b_2019=[wer(5)], c_2020=[wer(6)])
    rows = store.ask("progress_rows", benchmark="LibriSpeech", metric="WER")
    assert [(r["running_best"], r["is_record"]) for r in rows] == [(8, True), (5, True), (5, False)]


@pytest.mark.parametrize(
    ("date", "year", "published"),
    [
        ("2021-03-14", None, "2021-03-14"),
        ("2021-03", None, "2021-03-01"),
        ("2021", None, "2021-01-01"),
        (None, 2021, "2021-01-01"),
        (None, None, None),
    ],
)
def test_dates_of_any_precision_have_a_day_to_draw_them_at(store, date, year, published):
    store.load(store.write({"title": "a", "abstract": abstract(claim()), "date": date, "year": year}))
    (row,) = store.ask("leaderboard_rows", **BOARD)
    assert (str(row["published"]) if row["published"] else None) == published
    assert row["year"] == (2021 if published else None)


def test_coverage_counts_each_claim_once(store):
    store.papers(a_2020=[claim(80, benchmarks=["COCO", "ImageNet"]), claim(2, kind="gain", start=3)], b_2022=[claim(70, benchmarks=[])])
    rows = {
        row[0]: row[1:]
        for row in store.sql("SELECT coalesce(benchmark, level), claims, scores, papers, first_year, last_year FROM coverage")
    }
    assert rows == {"COCO": (1, 1, 1, 2020, 2020), "ImageNet-1k": (2, 1, 1, 2020, 2020), "total": (3, 2, 2, 2020, 2022)}


def test_quote_and_context_are_where_the_offsets_say(store):
    text = json.dumps([claim(90, start=30, end=36, method="é" * 200)], ensure_ascii=False)
    store.load(store.write({"title": "a", "abstract": text}))
    ((quote,),) = store.sql(
        "SELECT substring(abstract, start_offset + 1, end_offset - start_offset) FROM claims JOIN papers USING (paper_id)"
    )
    assert quote == text[30:36]
    (row,) = store.ask("leaderboard_rows", **BOARD, context=True)
    assert row["context"] == text[: 36 + 120].strip()
