"""What a change won and lost, claim by claim."""

from __future__ import annotations

import json

import pytest

from leaderboard.scoring import Changes, GoldError, Report, compare
from leaderboard.scoring.matching import LEVELS
from tests.scoring.by_hand import RIGHT, claim, invented, labels, missed, outcome, report_of, wrong


@pytest.fixture
def changes(tmp_path):
    """Compare two reports, the old one by way of its file."""

    def between(old: Report, new: Report) -> Changes:
        path = tmp_path / "old.json"
        path.write_text(json.dumps(old.as_dict()), encoding="utf-8")
        return compare(path, new)

    return between


def report(*outcomes) -> Report:
    return Report(("FixNet",), outcomes)


UNIT, METRIC, METHOD = (wrong(cause, level=level) for level, cause in enumerate(("unit", "metric", "method"), 1))


@pytest.mark.parametrize(
    ("before", "after", "won"),
    [
        pytest.param(missed(), UNIT, True, id="a missed number that is found"),
        pytest.param(UNIT, METRIC, True, id="a level up"),
        pytest.param(METHOD, outcome(), True, id="all right now"),
        pytest.param(outcome(), METHOD, False, id="a level down"),
        pytest.param(METRIC, UNIT, False, id="two fields wrong"),
        pytest.param(UNIT, missed(), False, id="a found number that is missed"),
        pytest.param(invented(), None, True, id="an invented claim that went away"),
        pytest.param(None, invented(), False, id="a claim newly invented"),
        pytest.param(invented(), missed(), True, id="not even misread any more"),
        pytest.param(invented(), outcome(), True, id="misread and now right"),
    ],
)
def test_a_move_is_won_or_lost(changes, before, after, won):
    (move,) = changes(report(*[before] if before else []), report(*[after] if after else [])).moves
    assert move.won is won
    assert (move.paper, move.quote, move.sentence) == ("FixNet", "91.2%", "reaches «91.2%»")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(METRIC, wrong("benchmarks", level=2), id="another field of the same level"),
        pytest.param(outcome(), outcome(rule="another", confidence=0.9), id="read by another rule"),
        pytest.param(missed(), missed(rule="year"), id="missed for another reason"),
        pytest.param(invented(), invented(extracted="other"), id="invented otherwise"),
    ],
)
def test_what_stays_on_its_level_is_no_move(changes, before, after):
    assert changes(report(before), report(after)).moves == ()


def test_equal_reports_have_no_moves_and_equal_figures(changes):
    found = report_of(labels(*RIGHT), RIGHT[0], claim("88.0%", metric="F1"))
    same = changes(found, found)
    assert same.moves == ()
    assert same.f1 == {"number": (0.8, 0.8), "quantity": (0.8, 0.8), "result": (0.4, 0.4), "full": (0.4, 0.4)}
    assert same.as_text().splitlines()[0] == "against the earlier report: 0 better, 0 worse"


def test_figures_that_do_not_end_are_equal_too(changes):
    found = report(outcome(), missed(start=9), missed(start=20))
    third = report(outcome(), outcome(start=9), missed(start=20), missed(start=30), invented(start=40))
    for one in (found, third):
        same = changes(one, one)
        assert all(old == new for old, new in same.f1.values())
        assert same.as_text().count("(+0.000)") == len(LEVELS)


def test_the_figures_before_and_after(changes):
    made = changes(report(outcome(), missed(start=9)), report(outcome(), outcome(start=9), invented(start=20)))
    assert made.f1["full"] == (0.6667, 0.8)


def test_numbers_are_told_apart_by_paper_and_place(changes):
    old = Report(("A", "B"), (outcome(paper="A"), missed(paper="B"), missed(paper="B", start=9)))
    new = Report(("A", "B"), (missed(paper="A"), outcome(paper="B"), missed(paper="B", start=9)))
    assert [(m.paper, m.won) for m in changes(old, new).moves] == [("A", False), ("B", True)]


def test_a_number_that_is_misread_now_is_lost_once(changes):
    lost = changes(report_of(labels(RIGHT[0]), RIGHT[0]), report_of(labels(RIGHT[0]), claim("91.2%", value=9.12)))
    (move,) = lost.moves
    assert not move.won
    assert move.before == "[full] kind=score value=91.2 unit=% metric=accuracy benchmarks=MNLI method=FixNet role=proposed"
    assert move.after == "[number that is no claim] kind=score value=9.12 unit=% metric=accuracy role=proposed"


def test_fixed_claims_stand_before_broken_ones(changes):
    old = report(outcome(quote="1%"), missed(quote="2%", start=9), invented(quote="3%", start=20))
    new = report(missed(quote="1%"), wrong("unit", quote="2%", start=9, level=1))
    text = changes(old, new).as_text()
    assert text.splitlines()[0] == "against the earlier report: 2 better, 1 worse"
    assert text[text.index("\n\nfixed") :] == (
        "\n\nfixed: '2%' in 'FixNet': reaches «2%»\n    before: [nothing] not taken (no-rule)\n    after:  [number] ours"
        "\n\nfixed: '3%' in 'FixNet': reaches «3%»\n    before: [number that is no claim] ours\n    after:  no claim, as labelled"
        "\n\nbroken: '1%' in 'FixNet': reaches «1%»\n    before: [full] ours\n    after:  [nothing] not taken (no-rule)"
    )


def test_moves_for_json(changes):
    values = json.loads(json.dumps(changes(report(missed()), report(outcome())).as_dict()))
    assert values["f1"] == {level: [0.0, 1.0] for level in LEVELS}
    assert values["moves"] == [
        {"won": True, "paper": "FixNet", "quote": "91.2%", "before": "[nothing] not taken (no-rule)", "after": "[full] ours"}
    ]


def test_the_moves_of_some_papers_keep_the_figures_of_all(changes):
    old = Report(("A", "B"), (missed(paper="A"), missed(paper="B")))
    new = Report(("A", "B"), (outcome(paper="A"), outcome(paper="B")))
    whole = changes(old, new)
    assert [m.paper for m in whole.part(lambda title: title == "B").moves] == ["B"]
    assert whole.part(lambda title: title == "B").f1 == whole.f1


FIGURES = {"levels": {level: {"f1": 0.5} for level in LEVELS}}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"91.2% accuracy", id="no JSON"),
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe\x00", id="no text"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"levels": {}}', id="no figures"),
        pytest.param(json.dumps(FIGURES).encode(), id="no outcomes"),
        pytest.param(json.dumps({**FIGURES, "outcomes": 7}).encode(), id="a number of outcomes"),
        pytest.param(json.dumps({**FIGURES, "outcomes": ["x"]}).encode(), id="outcomes in words"),
        pytest.param(json.dumps({**FIGURES, "outcomes": [{"paper": "A", "start": 1, "end": 2}]}).encode(), id="outcomes without level"),
        pytest.param(
            json.dumps({**FIGURES, "outcomes": [{**outcome().as_dict(), "start": 77, "level": 9}]}).encode(), id="a level that there is not"
        ),
    ],
)
def test_a_file_that_is_no_report_is_named(tmp_path, content):
    path = tmp_path / "some.json"
    path.write_bytes(content)
    with pytest.raises(GoldError, match=r"some\.json: not a report of `leaderboard score --format json`"):
        compare(path, report(outcome()))


def test_a_report_that_is_missing_is_named(tmp_path):
    with pytest.raises(GoldError, match=r"nowhere\.json: not a report"):
        compare(tmp_path / "nowhere.json", report(outcome()))
