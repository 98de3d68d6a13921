"""Counting how often readings were right, and the confidence that comes of the counts."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from leaderboard.extraction import extract
from leaderboard.extraction.claim.confidence import SHRINKAGE, Calibration, CalibrationError, read_calibration
from leaderboard.resources import sample_dir
from leaderboard.scoring import LabelledPaper, calibration, read_gold, score_papers
from leaderboard.scoring.calibration import Judged, as_text, calibrate, judge
from leaderboard.scoring.matching import Names

SLOPES = [round(0.2 + 0.05 * step, 2) for step in range(21)]
BY, OF, NEAR, FAR = ("rule", "verb-by"), ("rule", "from-to:from"), ("metric", "quality, near"), ("metric", "quality, far")
FEW = [
    Judged("Larch", (BY, NEAR), right=True),
    Judged("Larch", (BY, FAR), right=False),
    Judged("Willow", (OF, NEAR), right=True),
    Judged("Elm", (BY, NEAR), right=True),
    Judged("Hazel", (OF, FAR), right=False),
]


# -- counting ----------------------------------------------------------------------------------------------------------------------------


def test_claims_and_right_claims_are_counted_for_each_trait():
    found = calibrate(FEW)
    assert found.counts == {BY: (3, 2), OF: (2, 1), NEAR: (3, 3), FAR: (2, 0)}
    assert found.total == (5, 3)


def test_the_slope_is_one_of_those_to_choose_from():
    assert [round(slope, 2) for slope in calibration._SLOPES] == SLOPES
    assert round(calibrate(FEW).slope, 2) in SLOPES


def trees(traits_of, claims=400) -> list[Judged]:
    """Claims of as many papers, of which every second one reads well; 95 % of the well read and 5 % of the others are right."""
    return [Judged(f"Tree {k}", traits_of(k, "good" if k % 2 else "bad"), right=(k % 2 == 1) != (k % 40 < 2)) for k in range(claims)]


def test_traits_that_say_the_same_five_times_count_less_than_one_that_says_it_once():
    once = calibrate(trees(lambda k, how: (("rule", how),)))
    often = calibrate(trees(lambda k, how: tuple((name, how) for name in ("rule", "metric", "benchmark", "method", "baseline"))))
    assert once.total == often.total == (400, 200)
    assert often.slope < 0.4
    assert once.slope > 0.9


def test_the_slope_is_fitted_on_papers_that_were_not_counted():
    told_by_its_paper = [Judged(f"Tree {k}", (("rule", f"of tree {k}"),), right=k % 2 == 0) for k in range(50) for _ in range(4)]
    assert calibrate(told_by_its_paper).slope == min(calibration._SLOPES)


@pytest.mark.parametrize("judged", [[], [one for one in FEW if not one.right]], ids=["no claims", "no right claim"])
def test_where_nothing_is_right_there_is_nothing_to_calibrate_on(judged):
    with pytest.raises(ValueError, match="none of the labelled claims was extracted correctly"):
        calibrate(judged)


def test_right_claims_in_a_single_paper_are_enough():
    assert calibrate(FEW[:1]).counts == {BY: (1, 1), NEAR: (1, 1)}


# -- judging -----------------------------------------------------------------------------------------------------------------------------

TITLE = "Larch: Trees that Classify"
ABSTRACT = "We present Larch. Larch reaches 91.2% accuracy on MNLI. It also obtains 88.0% accuracy on QNLI and 70.5% accuracy on RTE."


def larch(*changes) -> list[Judged]:
    """The verdicts on Larch's three claims; each change makes a label of the claim, None leaves it without."""
    claims = [claim.as_dict() for claim in extract(ABSTRACT, TITLE).claims]
    assert [claim["quote"] for claim in claims] == ["91.2%", "88.0%", "70.5%"]
    labels = [{**claim, **change} for claim, change in zip(claims, changes, strict=True) if change is not None]
    return judge([LabelledPaper(TITLE, ABSTRACT, tuple(labels))], Names({}))


def test_a_claim_is_right_where_it_is_labelled_and_every_field_agrees():
    found = larch({}, {"method": "BERT"}, None)
    assert [(one.paper, one.right) for one in found] == [(TITLE, True), (TITLE, False), (TITLE, False)]
    assert [one.right for one in larch({"metric": "F1"}, {}, {"value": 70.6})] == [False, True, False]


def test_claims_whose_label_is_not_sure_are_not_judged():
    assert [one.right for one in larch({"sure": False}, {}, {"role": "baseline", "sure": False})] == [True]


def test_a_judged_claim_has_the_traits_of_its_own_reading():
    rules = [claim.rule for claim in extract(ABSTRACT, TITLE).claims]
    found = larch({}, {}, {})
    assert [dict(one.traits)["rule"] for one in found] == rules
    assert [[name for name, _ in one.traits] for one in found] == [["rule", "metric", "benchmark", "method", "baseline"]] * 3


def test_the_claims_that_are_judged_are_those_of_the_report():
    papers = read_gold(sample_dir() / "claims.jsonl")
    judged, report = judge(papers, Names({})), score_papers(papers, Names({}))
    made = [o for o in report.outcomes if o.extracted is not None]
    assert len(judged) == report.predicted > 50
    assert sum(one.right for one in judged) == report.hits("full") > 20
    assert sorted((one.paper, dict(one.traits)["rule"], one.right) for one in judged) == sorted(
        (o.paper, o.rule, o.level == 4) for o in made
    )


# -- files -------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slope", calibration._SLOPES)
def test_a_written_file_is_read_back_the_same(tmp_path, slope):
    counts = {("baseline", "behind X"): (7, 0), ("benchmark", "before the number, far, several"): (12, 11), OF: (1, 1), NEAR: (300, 200)}
    made = Calibration(counts, (320, 212), slope)
    path = tmp_path / "confidence.txt"
    path.write_text(as_text(made), encoding="utf-8")
    assert read_calibration(path) == made


def test_a_calibration_is_read_back_the_same(tmp_path):
    path = tmp_path / "confidence.txt"
    path.write_text(as_text(calibrate(FEW)), encoding="utf-8")
    assert read_calibration(path) == calibrate(FEW)


GOOD = "# counted\nall: claims | 10 | 6\nslope | 0.5\nrule: verb-by | 4 | 3\n"


def test_a_file_by_hand(tmp_path):
    path = tmp_path / "confidence.txt"
    path.write_text(GOOD, encoding="utf-8")
    assert read_calibration(path) == Calibration({BY: (4, 3)}, (10, 6), 0.5)


@pytest.mark.parametrize(
    "line",
    [
        "rule verb-by | 4 | 3",
        "rule: verb-by | 4",
        "rule: verb-by | 4 | many",
        "rule: verb-by | -4 | 3",
        "rule: verb-by | 4.5 | 3",
        "rule: | 4 | 3",
        "rule:  | 4 | 3",
        "Rule: verb-by | 4 | 3",
        "slope | steep",
        "slope | -0.5",
        "slope: 0.5",
        "verb-by",
    ],
)
def test_a_faulty_line_is_named_with_its_file_and_number(tmp_path, line):
    path = tmp_path / "counts.txt"
    path.write_text(f"{GOOD}\n{line}\nrule: of | 2 | 1\n", encoding="utf-8")
    with pytest.raises(CalibrationError, match=r"counts\.txt:6: expected") as caught:
        read_calibration(path)
    assert repr(line) in str(caught.value)


@pytest.mark.parametrize(
    "total",
    ["", "all: claims | 0 | 0\n", "all: claims | 10 | 0\n", "all: claims | 5 | 6\n"],
    ids=["missing", "none", "none right", "too many"],
)
def test_counts_of_all_claims_that_cannot_be(tmp_path, total):
    path = tmp_path / "counts.txt"
    path.write_text(f"{total}rule: verb-by | 4 | 3\n", encoding="utf-8")
    with pytest.raises(CalibrationError, match=r"counts\.txt: expected a line `all: claims \| N \| M`"):
        read_calibration(path)


# -- confidence --------------------------------------------------------------------------------------------------------------------------

TRAITS = [BY, OF, NEAR, FAR]


@st.composite
def counted(draw, most=10_000):
    """So many claims, and how many of them were right."""
    claims = draw(st.integers(0, most))
    return claims, draw(st.integers(0, claims))


totals = counted().filter(lambda total: total[1] > 0)
calibrations = st.builds(Calibration, st.dictionaries(st.sampled_from(TRAITS), counted()), totals, st.sampled_from(SLOPES))
readings = st.lists(st.sampled_from([*TRAITS, ("rule", "never seen")]), unique=True)


@given(calibrations, readings)
def test_a_confidence_is_never_quite_sure(counts, traits):
    assert 0.02 <= counts.confidence(traits) <= 0.98


@given(calibrations, readings, st.sampled_from(TRAITS), st.integers(1, 50))
def test_more_right_claims_with_a_trait_never_lower_the_confidence(counts, traits, trait, more):
    claims, right = counts.counts.get(trait, (0, 0))
    better = Calibration({**counts.counts, trait: (claims + more, right + more)}, counts.total, counts.slope)
    assert better.confidence([*traits, trait]) >= counts.confidence([*traits, trait]) - 1e-12


@given(calibrations, readings, st.sampled_from(TRAITS), st.integers(1, 50))
def test_more_wrong_claims_with_a_trait_never_raise_it(counts, traits, trait, more):
    claims, right = counts.counts.get(trait, (0, 0))
    worse = Calibration({**counts.counts, trait: (claims + more, right)}, counts.total, counts.slope)
    assert worse.confidence([*traits, trait]) <= counts.confidence([*traits, trait]) + 1e-12


@given(calibrations, readings)
def test_a_trait_that_was_never_seen_changes_nothing(counts, traits):
    assume(("rule", "never seen") not in traits)
    assert counts.confidence([*traits, ("rule", "never seen")]) == pytest.approx(counts.confidence(traits))


def test_without_traits_the_confidence_is_the_share_of_all_that_was_right():
    assert Calibration({}, (80, 50)).confidence([]) == pytest.approx(50 / 80)


def test_one_trait_gives_its_share_shrunk_towards_that_of_all():
    counts = Calibration({BY: (12, 12)}, (100, 50))
    assert counts.confidence([BY]) == pytest.approx((12 + SHRINKAGE / 2) / (12 + SHRINKAGE)) == pytest.approx(0.8)


def test_a_smaller_slope_stays_nearer_to_the_average():
    found = [Calibration({BY: (40, 39)}, (80, 50), slope).confidence([BY]) for slope in (0.0, 0.5, 1.0)]
    assert found[0] == pytest.approx(50 / 80)
    assert found == sorted(set(found))
