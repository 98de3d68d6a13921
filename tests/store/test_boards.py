"""What makes a leaderboard, who holds a rank on it, and what a record has to be."""

from __future__ import annotations

import pytest
from fake_extractors import claim

IMAGENET = {"benchmark": "ImageNet-1k", "metric": "accuracy"}


def error(value, **more):
    return claim(value, metric="error rate", metric_id="error rate", **more)


def board(store, **asked):
    return store.ask("leaderboard_rows", **{**IMAGENET, **asked})


def choices(store, benchmark="ImageNet-1k"):
    return [(c["task"], c["metric"], c["split"], c["protocol"], c["papers"]) for c in store.ask("benchmark_choices", benchmark=benchmark)]


def test_an_error_rate_is_listed_as_accuracy_and_says_so(store):
    store.papers(a=[claim(95)], b=[error(4)])
    found = [(r["value"], r["unit"], r["canonical_value"], r["rank"], r["flags"]) for r in board(store)]
    assert found == [(4, "%", 96, 1, ["converted"]), (95, "%", 95, 2, [])]
    assert [r["rank"] for r in board(store, metric="error rate")] == [1, 2]


def test_of_a_converted_range_the_worse_end_counts(store):
    store.papers(a=[error(4, value_high=6, canonical_high=6)])
    (row,) = board(store)
    assert (row["canonical_value"], row["canonical_high"], row["rank_value"]) == (94, 96, 94)


def test_a_gain_of_an_error_rate_is_not_converted(store):
    store.papers(a=[error(4, kind="gain", change="down")])
    assert store.sql("SELECT metric, value FROM improvements") == [("error rate", 4)]


@pytest.mark.parametrize("split", ["test", "Test ", "test set"])
def test_the_test_set_is_listed_with_splits_that_are_not_named(store, split):
    store.papers(a=[claim(80, split=split)], b=[claim(90)])
    assert [(r["value"], r["rank"], r["split_said"]) for r in board(store)] == [(90, 1, "unspecified"), (80, 2, split.strip().lower())]
    assert [r["rank"] for r in board(store, split="test")] == [1, 2]


def test_other_tasks_have_a_leaderboard_of_their_own_and_related_ones_share_it(store):
    task = {"metric": "mAP", "metric_id": "mAP", "benchmarks": ["COCO"]}
    store.papers(
        a=[claim(50, **task, task="object detection", task_source="text")],
        b=[claim(60, **task)],
        c=[claim(90, **task, task="multi-label image classification", task_source="text")],
    )
    asked = {"benchmark": "COCO", "metric": "mAP"}
    assert [r["value"] for r in store.ask("leaderboard_rows", **asked)] == [60, 50]
    assert [r["value"] for r in store.ask("leaderboard_rows", **asked, task="multi-label image classification")] == [90]


def test_protocols_have_leaderboards_of_their_own_in_whatever_order_they_are_named(store):
    store.papers(
        a=[claim(90)],
        b=[claim(80)],
        c=[claim(70, protocol=["zero-shot", "low-resource"])],
        d=[claim(75, protocol=["low-resource", "zero-shot"])],
    )
    assert [r["value"] for r in board(store)] == [90, 80]
    assert [(r["value"], r["rank"]) for r in board(store, protocol="low-resource, zero-shot")] == [(75, 1), (70, 2)]
    assert {c[3] for c in choices(store)} == {"ordinary", "low-resource, zero-shot"}


def test_without_a_task_and_protocol_the_fullest_leaderboard_answers(store):
    store.papers(a=[claim(90)], b=[claim(70, protocol=["few-shot"])], c=[claim(75, protocol=["few-shot"])])
    assert [r["value"] for r in board(store)] == [75, 70]
    assert [r["value"] for r in board(store, protocol="ordinary")] == [90]


def test_a_paper_holds_one_rank_with_its_best_result(store):
    store.papers(a=[claim(80), claim(90, start=5), claim(85, start=9)], b=[claim(88)])
    assert [(r["value"], r["rank"], r["folded"]) for r in board(store)] == [
        (90, 1, False),
        (88, 2, False),
        (85, None, True),
        (80, None, True),
    ]


def test_a_paper_is_ranked_with_what_the_confidence_leaves_of_it(store):
    store.papers(a=[claim(90, confidence=0.3), claim(80, start=5, confidence=0.9)], b=[claim(85, confidence=0.9)])
    assert [(r["value"], r["rank"]) for r in board(store, min_confidence=0.5)] == [(85, 1), (80, 2)]


def test_each_method_that_a_paper_cites_has_a_place_of_its_own(store):
    cited = {"role": "baseline"}
    store.papers(
        a=[
            claim(80),
            claim(95, **cited, start=5, method="X"),
            claim(94, **cited, start=7, method="X"),
            claim(90, **cited, start=9, method="Y"),
        ]
    )
    assert [(r["value"], r["rank_all"]) for r in board(store)] == [(95, 1), (90, 2), (80, 3), (94, None)]


def test_a_score_without_a_metric_has_the_usual_one_of_its_benchmark_and_says_so(store):
    bare = {"metric": None, "metric_id": None, "canonical_value": None, "canonical_unit": None}
    store.papers(a=[claim(80, **bare)], b=[claim(8, **bare, unit="dB")])
    (row,) = board(store, metric="top-1 accuracy")
    assert (row["value"], row["canonical_value"], row["rank"], row["flags"]) == (80, 80, 1, ["implied-metric"])
    assert [r["rank"] for r in board(store, metric="unspecified")] == [None]


def test_an_implied_metric_takes_no_impossible_value(store):
    bare = {"metric": None, "metric_id": None, "canonical_value": None, "canonical_unit": None}
    store.papers(a=[claim(180, **bare)])
    assert [r["rank"] for r in board(store, metric="top-1 accuracy")] == [None]


# -- records ---------------------------------------------------------------------------------------------------------------------
def doubts(store, **asked):
    return [(r["value"], r["doubt"]) for r in board(store, **asked)]


def test_a_leaderboard_of_one_paper_has_no_record(store):
    store.papers(a=[claim(90), claim(80, start=5)])
    assert doubts(store) == [(90, "only-paper"), (80, "only-paper")]
    assert store.sql("FROM state_of_the_art") == []


def test_a_result_far_ahead_of_the_next_paper_holds_no_record(store):
    store.papers(a=[claim(99.5), claim(99, start=5)], b=[claim(90)], c=[claim(88)])
    assert doubts(store) == [(99.5, "far-ahead"), (90, None), (88, None), (99, "far-ahead")]
    assert store.sql("SELECT rank, rank_value FROM state_of_the_art") == [(2, 90)]
    assert [row["best"] for row in store.ask("all_leaders")] == [90]


def test_where_lower_is_better_half_the_value_is_far_ahead(store):
    wer = {"metric": "WER", "metric_id": "WER", "benchmarks": ["LibriSpeech"]}
    store.papers(a=[claim(2, **wer)], b=[claim(4, **wer)], c=[claim(4.5, **wer)])
    rows = store.ask("leaderboard_rows", benchmark="LibriSpeech", metric="WER")
    assert [(r["value"], r["doubt"]) for r in rows] == [(2, "far-ahead"), (4, None), (4.5, None)]


def test_two_papers_that_agree_confirm_each_other(store):
    store.papers(a=[claim(99.5)], b=[claim(99.4)], c=[claim(80)])
    assert doubts(store) == [(99.5, None), (99.4, None), (80, None)]


def test_what_another_paper_cites_is_confirmed(store):
    store.papers(a=[claim(99.5)], b=[claim(80), claim(99.5, role="baseline", method="Theirs", start=5)], c=[claim(79)])
    assert [(r["value"], r["doubt"]) for r in board(store, own=True)] == [(99.5, None), (80, None), (79, None)]


def test_an_uncertain_reading_confirms_nothing(store):
    store.papers(a=[claim(99.5)], b=[claim(99.4, confidence=0.3)], c=[claim(80)])
    assert doubts(store)[:1] == [(99.5, "far-ahead")]


def test_a_record_needs_three_papers_and_confidence(store):
    store.papers(a=[claim(95, confidence=0.6)], b=[claim(94, confidence=0.8)], c=[claim(93)])
    assert store.sql("SELECT rank_value FROM state_of_the_art_at(NULL)") == [(95,)]
    assert store.sql("FROM state_of_the_art") == []  # two of the three papers are read with enough confidence
    store.papers(d=[claim(92)])
    assert store.sql("SELECT rank_value FROM state_of_the_art") == [(94,)]


def test_results_in_doubt_are_no_steps_of_the_running_best(store):
    store.papers(a_2020=[claim(99.9)], b_2021=[claim(90)], c_2022=[claim(91)])
    steps = store.ask("progress_rows", **IMAGENET)
    assert [(s["value"], s["is_record"]) for s in steps] == [(90, True), (91, True)]
