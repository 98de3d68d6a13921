"""When an extracted claim agrees with a label: names, units, alternatives that are equally right, and who is paired with whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.scoring.matching import FIELDS, LEVELS, Comparison, Names, pair, squeeze

COMPARISON = Comparison(Names({}))


def label(**fields):
    """A label of a score of 91.2 at 0..5 with these fields besides."""
    return {"start": 0, "end": 5, "quote": "91.2%", "value": 91.2, "value_high": None, "kind": "score", "unit": "%", "sure": True, **fields}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ImageNet", "imagenet"),
        ("The ImageNet dataset", "ImageNet"),
        ("CIFAR-10", "CIFAR10"),
        ("top-1 accuracy", "Top 1 accuracy"),
        ("BLEU score", "BLEU"),
        ("recall@1", "Recall @1"),
        ("the previous state of the art", "state-of-the-art methods"),
        ("the BERT model", "BERT"),
        ("$F_1$", "F1"),
    ],
)
def test_names_that_squeeze_to_the_same(one, other):
    assert squeeze(one) == squeeze(other)


@pytest.mark.parametrize(
    ("one", "other"), [("CIFAR-10", "CIFAR-100"), ("recall@1", "recall 1"), ("top-1 accuracy", "top-5 accuracy"), ("BERT", "baseline")]
)
def test_names_that_do_not(one, other):
    assert squeeze(one) != squeeze(other)


@given(st.text(max_size=40))
def test_squeezing_needs_no_second_time(name):
    assert squeeze(squeeze(name)) in (squeeze(name), "prior")


def test_groups_of_names_are_one_name(tmp_path):
    path = tmp_path / "aliases.json"
    path.write_text('[["ImageNet", "ILSVRC 2012"], ["word error rate", "WER"]]', encoding="utf-8")
    names = Names.read(path)
    assert names.key("ILSVRC-2012") == names.key("ImageNet") == names.key("the imagenet data set")
    assert names.key("WERs") == names.key("word error rates") == names.key("word error rate")
    assert names.key("CER") != names.key("WER")


def test_no_file_means_no_groups(tmp_path):
    assert Names.read(tmp_path / "missing.json").groups == {}
    assert Names.read(None).groups == {}


@pytest.mark.parametrize("nothing", [None, "", "ours"])
def test_no_name_and_ours_are_the_same(nothing):
    assert Names({}).key(nothing) is None


@pytest.mark.parametrize(
    ("field", "labelled", "claimed", "agrees"),
    [
        pytest.param("kind", "score", "score", True, id="kind"),
        pytest.param("kind", "score", "gain", False, id="other kind"),
        pytest.param("unit", "%", "%", True, id="unit"),
        pytest.param("unit", "points", None, True, id="points and no unit"),
        pytest.param("unit", "dB", "DB", True, id="capitals of a unit"),
        pytest.param("unit", "%", "points", False, id="percent and points"),
        pytest.param("change", "up", "down", False, id="change"),
        pytest.param("bound", "about", "exact", False, id="bound"),
        pytest.param("uncertainty", 0.4, 0.4, True, id="uncertainty"),
        pytest.param("uncertainty", None, 0.4, False, id="uncertainty that is none"),
        pytest.param("metric", "top-1 accuracy", "Top-1 Accuracy", True, id="metric"),
        pytest.param("metric", "accuracy", None, False, id="no metric"),
        pytest.param("method", None, "ours", True, id="ours"),
        pytest.param("method", "FixNet", "FixNets", True, id="plural"),
        pytest.param("split", "test-dev", "test dev", True, id="split"),
        pytest.param("role", "proposed", "baseline", False, id="role"),
        pytest.param("benchmarks", ["COCO", "ADE20K"], ["ADE20K", "COCO"], True, id="order of benchmarks"),
        pytest.param("benchmarks", ["COCO", "ADE20K"], ["COCO"], False, id="a benchmark missing"),
        pytest.param("benchmarks", ["COCO"], ["COCO", "ADE20K"], False, id="a benchmark too many"),
        pytest.param("benchmarks", [], [], True, id="no benchmarks"),
        pytest.param("benchmarks", [], ["COCO"], False, id="a benchmark where there is none"),
    ],
)
def test_a_field_agrees_or_not(field, labelled, claimed, agrees):
    assert COMPARISON.agrees(field, {field: labelled}, {field: claimed}) is agrees


@pytest.mark.parametrize("field", ["metric", "method", "baseline", "split"])
def test_other_names_may_be_equally_right(field):
    labelled = {field: "FixNet", f"{field}_also": ["FN", None]}
    assert all(COMPARISON.agrees(field, labelled, {field: name}) for name in ("FixNet", "fn", None, "ours"))
    assert not COMPARISON.agrees(field, labelled, {field: "BERT"})


def test_each_benchmark_may_have_other_names():
    labelled = {"benchmarks": ["COCO", "LVIS"], "benchmarks_also": [["MS-COCO"], []]}
    assert COMPARISON.agrees("benchmarks", labelled, {"benchmarks": ["MS COCO", "LVIS"]})
    assert not COMPARISON.agrees("benchmarks", labelled, {"benchmarks": ["LVIS"]})
    assert not COMPARISON.agrees("benchmarks", labelled, {"benchmarks": ["MS-COCO", "ADE20K"]})


def test_a_whole_list_may_be_an_alternative():
    labelled = {"benchmarks": ["COCO", "LVIS"], "benchmarks_alt": [["Objects365"], []]}
    assert all(COMPARISON.agrees("benchmarks", labelled, {"benchmarks": names}) for names in (["COCO", "LVIS"], ["objects 365"], []))
    assert not COMPARISON.agrees("benchmarks", labelled, {"benchmarks": ["COCO", "Objects365"]})


@pytest.mark.parametrize(
    ("changed", "level"),
    [
        pytest.param({}, 4, id="everything right"),
        pytest.param({"bound": "about", "uncertainty": 1.0, "settings": ["x"]}, 4, id="fields of no level"),
        pytest.param({"split": "val"}, 3, id="split"),
        pytest.param({"method": "BERT"}, 3, id="method"),
        pytest.param({"role": "baseline"}, 3, id="role"),
        pytest.param({"baseline": "BERT"}, 3, id="baseline"),
        pytest.param({"metric": "F1"}, 2, id="metric"),
        pytest.param({"benchmarks": ["COCO"]}, 2, id="benchmarks"),
        pytest.param({"unit": None}, 1, id="unit"),
        pytest.param({"kind": "gain"}, 1, id="kind"),
        pytest.param({"change": "up"}, 1, id="change"),
        pytest.param({"kind": "gain", "metric": "F1", "role": "baseline"}, 1, id="several"),
    ],
)
def test_the_first_wrong_group_of_fields_decides_the_level(changed, level):
    claim = label(metric="accuracy", benchmarks=["MNLI"], method="FixNet", role="proposed", bound="exact")
    assert COMPARISON.level(claim, {**claim, **changed}) == level
    assert set(COMPARISON.wrong_fields(claim, {**claim, **changed})) == set(changed) & set(FIELDS)


@pytest.mark.parametrize(
    ("changed", "paired"),
    [
        pytest.param({}, True, id="same"),
        pytest.param({"start": 3, "end": 9}, True, id="overlapping"),
        pytest.param({"start": 5, "end": 9}, False, id="side by side"),
        pytest.param({"value": 91.3}, False, id="other value"),
        pytest.param({"value": 91.2 + 1e-9}, True, id="rounding"),
        pytest.param({"value_high": 95.0}, False, id="a range"),
    ],
)
def test_pairs_overlap_and_have_the_same_value(changed, paired):
    assert pair([label()], [label(**changed)], COMPARISON) == ([(0, 0, 4)] if paired else [])


def test_ranges_are_paired_by_both_ends():
    labelled = label(value=2.0, value_high=4.0)
    assert pair([labelled], [label(value=2.0, value_high=4.0)], COMPARISON) == [(0, 0, 4)]
    assert pair([labelled], [label(value=2.0, value_high=5.0)], COMPARISON) == []
    assert pair([labelled], [label(value=2.0)], COMPARISON) == []


def test_pairs_are_one_to_one_the_most_complete_first():
    poor, good = label(kind="gain"), label()
    assert pair([label()], [poor, good], COMPARISON) == [(0, 1, len(LEVELS))]
    assert pair([poor, good], [label()], COMPARISON) == [(1, 0, len(LEVELS))]
    assert sorted(pair([label(), poor], [poor, label()], COMPARISON)) == [(0, 1, 4), (1, 0, 4)]


@pytest.mark.parametrize(
    ("labelled", "claimed", "wrong"),
    [
        ({"task": "object detection"}, {"task": "object detection"}, ()),
        ({"task": "object detector"}, {"task": "object detection"}, ()),
        ({"task": "detection of leaks", "task_also": ["leak detection"]}, {"task": "leak detection"}, ()),
        ({"task": "object detection"}, {"task": "face detection"}, ("task",)),
        ({"task": None}, {"task": None}, ()),
        ({"protocol": ["few-shot", "open-set"]}, {"protocol": ["open-set", "few-shot"]}, ()),
        ({"protocol": []}, {"protocol": ["few-shot"]}, ("protocol",)),
        ({"protocol": [], "protocol_also": [["few-shot"]]}, {"protocol": ["few-shot"]}, ()),
        ({}, {"task": "face detection", "protocol": ["few-shot"]}, ()),
    ],
)
def test_task_and_protocol_are_compared_where_the_label_has_them(labelled, claimed, wrong):
    assert COMPARISON.wrong_conditions(labelled, claimed) == wrong


@pytest.mark.parametrize(
    ("claimed", "kinship"),
    [("object detection", "parent"), ("monocular 3D object detection", "child"), ("summarization", "other"), (None, "none")],
)
def test_a_wrong_task_is_parent_child_or_other(claimed, kinship):
    assert COMPARISON.kinship({"task": "3D object detection"}, {"task": claimed}) == kinship


def test_task_and_protocol_change_no_level():
    one = label(method=None, role="proposed", baseline=None, split=None, task="object detection", protocol=["few-shot"])
    assert COMPARISON.level(one, {**one, "task": "summarization", "protocol": []}) == len(LEVELS)
