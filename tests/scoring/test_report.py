"""Whole files of labels: exact figures on tiny ones made by hand, and clear messages for files that cannot be used."""

from __future__ import annotations

import json
import re

import pytest

from leaderboard.model import Extraction
from leaderboard.scoring import GoldError, LabelledPaper, Report, report, score_file, score_papers
from leaderboard.scoring.matching import LEVELS, Names
from tests.scoring.by_hand import ABSTRACT, RIGHT, claim, labels


def score(monkeypatch, labelled, *claims) -> Report:
    """The report for these labels where the extraction finds exactly these claims."""
    monkeypatch.setattr(report, "extract", lambda abstract, title, registry: Extraction(tuple(claims)))
    return score_papers([LabelledPaper("FixNet", ABSTRACT, tuple(labelled))], Names({}))


def figures(found: Report) -> list[tuple[float, float, float]]:
    return [(round(found.precision(k), 4), round(found.recall(k), 4), round(found.f1(k), 4)) for k in LEVELS]


def test_everything_right(monkeypatch):
    found = score(monkeypatch, labels(*RIGHT), *RIGHT)
    assert [found.hits(level) for level in LEVELS] == [3, 3, 3, 3]
    assert (found.papers, found.labelled, found.predicted) == (1, 3, 3)
    assert figures(found) == [(1.0, 1.0, 1.0)] * 4
    assert set(found.fields.values()) == {1.0}
    assert found.disagreements == ()


def test_nothing_found(monkeypatch):
    found = score(monkeypatch, labels(*RIGHT))
    assert figures(found) == [(0.0, 0.0, 0.0)] * 4
    assert [d.cause for d in found.disagreements] == ["missed number"] * 3


def test_nothing_labelled(monkeypatch):
    found = score(monkeypatch, [], *RIGHT)
    assert figures(found) == [(0.0, 0.0, 0.0)] * 4
    assert [d.cause for d in found.disagreements] == ["number that is no claim"] * 3
    assert [d.rule for d in found.disagreements] == ["by-hand"] * 3


def test_nothing_at_all(monkeypatch):
    assert figures(score(monkeypatch, [])) == [(0.0, 0.0, 0.0)] * 4


def test_each_level_counts_what_is_right_so_far(monkeypatch):
    wrong_method = claim("91.2%", benchmarks=("MNLI",), method="BERT")
    wrong_benchmark = claim("88.0%", benchmarks=("RTE",), method="FixNet")
    found = score(monkeypatch, labels(*RIGHT), wrong_method, wrong_benchmark)
    assert [found.hits(level) for level in LEVELS] == [2, 2, 1, 0]
    assert figures(found) == [(1.0, 0.6667, 0.8), (1.0, 0.6667, 0.8), (0.5, 0.3333, 0.4), (0.0, 0.0, 0.0)]
    assert found.fields["method"] == found.fields["benchmarks"] == 0.5
    assert found.fields["metric"] == 1.0
    assert [(d.cause, d.quote) for d in found.disagreements] == [("method", "91.2%"), ("benchmarks", "88.0%"), ("missed number", "3x")]


def test_one_invented_number(monkeypatch):
    found = score(monkeypatch, labels(*RIGHT[:1]), *RIGHT)
    assert figures(found) == [(0.3333, 1.0, 0.5)] * 4


def test_labels_that_are_not_sure_count_neither_for_nor_against(monkeypatch):
    unsure = labels(RIGHT[1], sure=False)
    for claims in (RIGHT[:1], RIGHT[:2]):
        found = score(monkeypatch, labels(RIGHT[0]) + unsure, *claims)
        assert (found.labelled, found.predicted) == (1, 1)
        assert figures(found) == [(1.0, 1.0, 1.0)] * 4
        assert found.disagreements == ()
    wrong = claim("88.0%", kind="gain", unit="points", change="down")
    assert figures(score(monkeypatch, labels(RIGHT[0]) + unsure, RIGHT[0], wrong)) == [(1.0, 1.0, 1.0)] * 4


def test_alternatives_count_as_right(monkeypatch):
    labelled = labels(
        RIGHT[0], benchmarks=["GLUE"], benchmarks_alt=[["MNLI"]], method=None, method_also=["FixNet"], metric="F1", metric_also=["accuracy"]
    )
    assert figures(score(monkeypatch, labelled, RIGHT[0])) == [(1.0, 1.0, 1.0)] * 4


def test_ranges_need_both_ends(monkeypatch):
    ranged = claim("91.2%", value_high=95.0)
    assert figures(score(monkeypatch, labels(ranged), ranged))[0] == (1.0, 1.0, 1.0)
    assert figures(score(monkeypatch, labels(ranged), claim("91.2%")))[0] == (0.0, 0.0, 0.0)


def test_a_disagreement_shows_its_sentence_and_both_readings(monkeypatch):
    found = score(monkeypatch, labels(RIGHT[0]), claim("91.2%", benchmarks=("QNLI",), method="FixNet"))
    (only,) = found.disagreements
    assert "«91.2%»" in only.sentence
    assert only.rule == "by-hand"
    assert only.extracted == "kind=score value=91.2 unit=% metric=accuracy BENCHMARKS=QNLI method=FixNet role=proposed"
    assert only.labelled == "kind=score value=91.2 unit=% metric=accuracy BENCHMARKS=MNLI method=FixNet role=proposed"
    text = found.errors_as_text(3)
    assert "benchmarks: 1" in text
    assert "'91.2%' [by-hand] in 'FixNet'" in text
    assert f"extracted: {only.extracted}\n" in text
    assert f"labelled:  {only.labelled}" in text
    assert "«91.2%»" not in found.as_text()


def test_figures_as_text_and_for_json(monkeypatch):
    found = score(monkeypatch, labels(*RIGHT), RIGHT[0])
    values = json.loads(json.dumps(found.as_dict()))
    assert values["levels"]["number"] == {"precision": 1.0, "recall": 0.3333, "f1": 0.5}
    assert values["causes"] == {"missed number": 2}
    assert re.search(r"^number\s+1\.000\s+0\.333\s+0\.500$", found.as_text(), re.M)
    assert found.as_text().startswith("1 papers, 3 labelled claims, 1 extracted")


# -- files -------------------------------------------------------------------------------------------------------------------------------


def write(path, *entries):
    path.write_text("\n".join(e if isinstance(e, str) else json.dumps(e) for e in entries), encoding="utf-8")
    return path


PAPER = {"title": "FixNet", "abstract": ABSTRACT}
GOLD = {"paper": "FixNet", "claims": labels(*RIGHT)}


@pytest.mark.parametrize("name", ["gold_texts.jsonl", "papers.jsonl"])
def test_texts_and_aliases_are_found_beside_the_labels(tmp_path, monkeypatch, name):
    monkeypatch.setattr(
        report,
        "extract",
        lambda abstract, title, registry: Extraction((claim("91.2%", benchmarks=("MultiNLI",)),) if abstract == ABSTRACT else ()),
    )
    gold = write(tmp_path / "gold.jsonl", GOLD, "", {"paper": "Other", "claims": []})
    write(tmp_path / name, PAPER, {"title": "Other", "abstract": "Nothing."})
    assert score_file(gold).f1("result") == 0.0
    write(tmp_path / "aliases.json", [["MNLI", "MultiNLI"]])
    found = score_file(gold)
    assert (found.papers, found.labelled, found.predicted) == (2, 3, 1)
    assert found.f1("result") == 0.5


def test_texts_may_be_named(tmp_path):
    gold = write(tmp_path / "gold.jsonl", GOLD)
    assert score_file(gold, write(tmp_path / "elsewhere.jsonl", PAPER)).papers == 1


@pytest.mark.parametrize(
    ("gold", "texts", "message"),
    [
        pytest.param([GOLD], ["{"], r"texts\.jsonl:1: not JSON", id="texts that are no JSON"),
        pytest.param(
            [GOLD], [PAPER, {"title": "x"}], r"texts\.jsonl:2: expected an object with title, abstract", id="text without abstract"
        ),
        pytest.param([GOLD], ["[]"], r"texts\.jsonl:1: expected an object", id="a list for an object"),
        pytest.param(["", "nonsense"], [PAPER], r"gold\.jsonl:2: not JSON", id="labels that are no JSON"),
        pytest.param([{"claims": []}], [PAPER], r"gold\.jsonl:1: expected an object with paper, claims", id="labels without paper"),
        pytest.param([{"paper": "FixNet", "claims": {}}], [PAPER], r"gold\.jsonl.*'FixNet' need", id="claims that are no list"),
        pytest.param(
            [{"paper": "FixNet", "claims": [{"start": 1}]}], [PAPER], r"start, end, value and quote", id="claim without its fields"
        ),
        pytest.param(
            [GOLD, {"paper": "Other", "claims": []}],
            [PAPER],
            r"texts\.jsonl: no text for 1 labelled papers, the first is 'Other'",
            id="paper without text",
        ),
    ],
)
def test_files_that_cannot_be_used(tmp_path, gold, texts, message):
    with pytest.raises(GoldError, match=message):
        score_file(write(tmp_path / "gold.jsonl", *gold), write(tmp_path / "texts.jsonl", *texts))


def test_labels_that_are_missing(tmp_path):
    with pytest.raises(GoldError, match=r"nowhere\.jsonl: cannot be read"):
        score_file(tmp_path / "nowhere.jsonl", write(tmp_path / "texts.jsonl", PAPER))


def test_labels_that_are_no_text(tmp_path):
    (tmp_path / "gold.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(GoldError, match=r"gold\.jsonl: cannot be read as text"):
        score_file(tmp_path / "gold.jsonl", write(tmp_path / "texts.jsonl", PAPER))


def test_no_texts_beside_the_labels(tmp_path):
    with pytest.raises(GoldError, match=r"gold_texts\.jsonl nor papers\.jsonl.*--texts"):
        score_file(write(tmp_path / "gold.jsonl", GOLD))
