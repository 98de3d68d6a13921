"""The Try it page: claims of any text, with reasons, without a database."""

from __future__ import annotations

import pytest

from dashboards import sample_abstracts
from leaderboard import extract
from tests.dashboards.seen import choose, html_of, marks_of, table, texts, well

HOSTILE = "<script>window.hacked=1</script> **b** [x](javascript:1) =1+1 gets 95.5% accuracy on <i>Evil</i>."


@pytest.fixture
def open_page(show, tmp_path):
    """Opens the page where there is no database at all."""
    return lambda **params: show("tryit", tmp_path / "none.duckdb", **params)


def marks(at):
    (name,) = [one.proto.id.rpartition("-try ")[2] for one in at.get("bidi_component")]
    return marks_of(at, f"try {name}")


def test_it_starts_with_an_example_and_needs_no_database(open_page):
    at = well(open_page())
    assert at.text_area[0].value == sample_abstracts.SAMPLES[0].abstract
    assert [kind for _, kind in marks(at)] == ["cost", "score", "gain", "ratio", "score"]
    assert "no database" not in texts(at)
    assert "nothing is stored" in texts(at)


def test_the_claims_are_those_that_extract_gives(open_page):
    at = well(open_page(text=sample_abstracts.SAMPLES[2].abstract, title=sample_abstracts.SAMPLES[2].title))
    found = extract(sample_abstracts.SAMPLES[2].abstract, sample_abstracts.SAMPLES[2].title)
    shown = table(at, "try ")
    assert shown["Quote"].tolist() == [claim.quote for claim in found]
    assert shown["Method"].fillna("").tolist() == [claim.method or "" for claim in found]
    assert shown["Confidence"].tolist() == [claim.confidence for claim in found]
    assert [words for words, _ in marks(at)] == [claim.quote for claim in found]


def test_typed_words_stand_in_the_address_and_a_link_brings_them_back(open_page):
    at = well(open_page())
    at.text_area[0].set_value("FixNet reaches 86.4% top-1 accuracy on ImageNet.").run()
    at.text_input[0].set_value("FixNet: Fixed").run()
    assert well(at).query_params["text"] == "FixNet reaches 86.4% top-1 accuracy on ImageNet."
    assert table(at, "try ")["Quote"].tolist() == ["86.4%"]
    again = well(open_page(**{name: at.query_params[name] for name in ("text", "title")}))
    assert (again.text_area[0].value, again.text_input[0].value) == (at.text_area[0].value, "FixNet: Fixed")


def test_a_chosen_claim_says_why(open_page):
    at = well(open_page(text="FixNet reaches 86.4% top-1 accuracy on ImageNet.", title="FixNet"))
    well(choose(at, "try ", 0))
    assert at.query_params["claim"] == "n0"
    assert "fit the rule" in texts(at)
    assert "Value: **86\\.4%**" in texts(at)


@pytest.mark.parametrize("sample", sample_abstracts.SAMPLES, ids=lambda sample: sample.shows)
def test_every_example_can_be_chosen(open_page, sample):
    at = well(open_page())
    at.selectbox("sample").select(sample_abstracts.SAMPLES.index(sample)).run()
    assert (well(at).text_area[0].value, at.text_input[0].value) == (sample.abstract, sample.title)
    assert bool(extract(sample.abstract, sample.title)) == (sample.shows != "numbers that are not results")


def test_a_text_without_claims_says_so_and_why_each_number_is_none(open_page):
    at = well(open_page(text="We label 300 images of 12 cities in 2019.", title="x"))
    assert "No results" in at.info[0].value
    assert table(at, "Number")["Number"].tolist() == ["300", "12", "2019"]
    assert table(at, "Number")["Why it is not a result"].tolist() == ["counts things", "counts things", "a year"]


def test_a_text_without_numbers_and_no_text_at_all_are_told_apart(open_page):
    at = well(open_page(text="No numbers here."))
    assert "The text contains no numbers" in texts(at)
    at.text_area[0].set_value("  ").run()
    assert "No text yet" in texts(well(at))


def test_a_text_that_is_too_long_is_not_read_and_the_limit_is_said(open_page):
    at = well(open_page())
    at.text_area[0].set_value("It has 95% accuracy. " * 1000).run()
    assert "21,000 characters; the limit is 20,000" in at.warning[0].value
    assert not well(at).get("bidi_component")


def test_a_long_text_is_read_but_does_not_go_into_the_address(open_page):
    at = well(open_page())
    at.text_area[0].set_value("FixNet reaches 86.4% top-1 accuracy on ImageNet. " * 70).run()
    assert "text" not in well(at).query_params
    assert "too long for the URL" in texts(at)
    assert len(marks(at)) == 70
    assert "abstract.txt" in "".join(code.value for code in at.code)


def test_what_gives_the_same_elsewhere_has_the_words_quoted(open_page):
    at = well(open_page(text='It\'s at 95% accuracy on "CIFAR-10".', title="It's"))
    python, shell = [code.value for code in at.code if "abstract = " in code.value or "leaderboard explain" in code.value]
    compile(python, "snippet", "exec")
    assert shell.startswith("leaderboard explain 'It'")


def test_hostile_words_stay_text(open_page):
    at = well(open_page(text=HOSTILE, title=HOSTILE))
    well(choose(at, "try ", 0))
    for markup in ("<script>window", "<i>Evil"):
        assert markup not in html_of(at)
        assert markup not in "\n".join(str(one.value) for kind in ("markdown", "caption", "info") for one in getattr(at, kind))
