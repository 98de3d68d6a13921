"""The loader of the fixture files stops at every fault, naming file and line, and the comparison sees every difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from leaderboard.extraction import extract
from tests.extraction.cases import Case, CaseError, check_claims, claims_expected, read_cases

SENTENCE = "FixNet reaches 86.4% top-1 accuracy on ImageNet."


def write(folder: Path, text: str) -> Path:
    path = folder / "planted.txt"
    path.write_text(text, encoding="utf-8")
    return path


def case(*expected: str, text: str = SENTENCE) -> Case:
    return Case("planted 1", text, expected, None, Path("planted.txt"), 7)


def test_cases_have_heading_title_of_the_paper_and_place(tmp_path):
    text = (
        "# note: all of it\n# title: first\na => b\n\nc =>\n    d\n    e\n# title: second\n# paper: FixNet: Fixing\nf{U+00A0}g => h => i\n"
    )
    found = read_cases(write(tmp_path, text))
    assert [(c.id, c.text, c.expected, c.paper, c.line) for c in found] == [
        ("first 1", "a", ("b",), None, 3),
        ("first 2", "c", ("d", "e"), None, 5),
        ("second 1", "f\u00a0g", ("h => i",), "FixNet: Fixing", 10),
    ]


def test_the_paper_of_a_heading_ends_with_the_heading(tmp_path):
    found = read_cases(write(tmp_path, "# title: one\n# paper: FixNet\na => b\n# title: two\nc => d\n"))
    assert [c.paper for c in found] == ["FixNet", None]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param("# titel: x\na => b\n", 1, "unknown header", id="header with a slip"),
        pytest.param("# title: x\n# whatever\na => b\n", 2, "unknown header", id="comment without a name"),
        pytest.param("# title:\na => b\n", 1, "unknown header", id="empty title"),
        pytest.param("a => b\n", 1, "before the first", id="no heading"),
        pytest.param("# title: x\na -> b\n", 2, "expected `text => expected`", id="no arrow"),
        pytest.param("# title: x\n=> b\n", 2, "expected `text => expected`", id="no text"),
        pytest.param("# title: x\n  a => b\n", 2, "expected `text => expected`", id="half indented"),
        pytest.param("# title: x\na =>\n\nb => c\n", 2, "nothing is expected", id="nothing expected"),
        pytest.param("# title: x\na =>", 2, "nothing is expected", id="nothing expected at the end of the file"),
        pytest.param("# title: x\n    a\n", 2, "without a text above", id="expectation without text"),
        pytest.param("# title: x\na => b\n\n    c\n", 4, "without a text above", id="expectation behind a blank line"),
        pytest.param("# title: x\na => b\nc => d\na => e\n", 4, "in line 2 already", id="same text twice"),
        pytest.param("# title: x\n", 1, "no case", id="no case"),
    ],
)
def test_a_faulty_file_is_refused_with_its_line(tmp_path, text, line, message):
    path = write(tmp_path, text)
    with pytest.raises(CaseError, match=message) as caught:
        read_cases(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("86.4% points", "found '86.4% points'", id="no kind"),
        pytest.param("86.4% score % metrik=accuracy", "unknown field 'metrik'", id="unknown field"),
        pytest.param("86.4% score % metric=accuracy benchmark=X", "unknown field 'benchmark'", id="unknown field behind a known one"),
        pytest.param("86.4% score % metric=accuracy metric=accuracy", "a field twice", id="field twice"),
        pytest.param("86.4% score % value=many", "no number", id="value that is no number"),
        pytest.param("86.4%: Claim", "found '86.4%: Claim'", id="code with a capital"),
        pytest.param("no claims", "found 'no claims'", id="slip in no claim"),
    ],
)
def test_a_faulty_expectation_is_refused_with_its_place(line, message):
    with pytest.raises(CaseError, match=message) as caught:
        claims_expected(case(line))
    assert str(caught.value).startswith("planted.txt:7: ")


def test_no_claim_stands_alone():
    with pytest.raises(CaseError, match="stands alone"):
        claims_expected(case("no claim", "86.4% score"))


def test_a_right_expectation_passes():
    check_claims(
        case("86.4% score % value=86.4 bound=exact metric=top-1 accuracy benchmarks=ImageNet split=- baseline=-"), extract(SENTENCE)
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("86.4% gain", "kind is 'score'", id="kind"),
        pytest.param("86.4% score points", "unit is '%'", id="unit"),
        pytest.param("86.4% score -", "unit is '%'", id="no unit"),
        pytest.param("86.4% score % up", "change is None", id="change"),
        pytest.param("86.4% score value=86.5", "value is 86.4", id="value"),
        pytest.param("86.4% score uncertainty=0.1", "uncertainty is None", id="uncertainty"),
        pytest.param("86.4% score metric=top-5 accuracy", "metric is 'top-1 accuracy'", id="metric"),
        pytest.param("86.4% score metric=-", "metric is 'top-1 accuracy'", id="no metric"),
        pytest.param("86.4% score benchmarks=COCO", "benchmarks is", id="benchmark"),
        pytest.param("86.4% score benchmarks=ImageNet, COCO", "benchmarks is", id="one benchmark more"),
        pytest.param("86.4% score benchmarks=-", "benchmarks is", id="no benchmark"),
        pytest.param("86.4% score settings=zero-shot", "settings is", id="setting"),
        pytest.param("86.4% score role=baseline", "role is 'proposed'", id="role"),
        pytest.param("86.4% score method=BERT", "method is 'FixNet'", id="method"),
        pytest.param("86.4 score", "claims are", id="quote"),
        pytest.param("no claim", "claims are", id="no claim"),
        pytest.param("86.4%: year", "claims are", id="verdict instead of the claim"),
    ],
)
def test_every_difference_is_seen(line, message):
    with pytest.raises(AssertionError, match=message):
        check_claims(case(line), extract(SENTENCE))


def test_a_wrong_verdict_is_seen():
    text = "The challenge took place in 2019."
    check_claims(case("2019: year", text=text), extract(text))
    with pytest.raises(AssertionError, match="no verdict 'count'"):
        check_claims(case("2019: count", text=text), extract(text))
