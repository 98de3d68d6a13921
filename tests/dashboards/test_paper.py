"""The paper page: the list, the marks in the abstract, the fields of one claim."""

from __future__ import annotations

from tests.dashboards.seen import choose, html_of, table, texts, well


def test_paper_marks_every_claim_by_kind(show, full_store):
    at = well(show("paper", full_store, paper="p2021"))
    shown = html_of(at)
    for kind, quote in (("cost", "3M"), ("score", "95.5%"), ("gain", "5.5 points"), ("ratio", "2x")):
        assert f'<mark class="claim {kind}" title="' in shown
        assert f">{quote}</mark>" in shown
    assert table(at, "Quote")["Quote"].tolist() == ["3M", "95.5%", "5.5 points", "2x"]
    assert table(at, "Quote")["Change"].fillna("").tolist() == ["", "", "up", "up"]
    assert table(at, "Quote")["Confidence"].fillna(-1).tolist() == [-1, 0.3, 0.6, -1]


def test_paper_shows_the_fields_of_the_chosen_claim(show, full_store):
    at = well(show("paper", full_store, paper="p2021", claim="p2021-58"))
    said = texts(at)
    for words in (
        "Value: **5\\.5 points**",
        "Kind: **gain**",
        "Against: **FirstNet**",
        "Change: **up**",
        "Read by rule: **by\\-hand**",
        "Confidence: **0\\.60**",
    ):
        assert words in said


def test_paper_search_and_its_address(show, full_store):
    at = well(show("paper", full_store, title="reader best"))
    assert table(at, "papers")["Paper"].tolist() == ["Not the best reader"]
    at.text_input[0].set_value("position").run()
    assert "No paper has all these words" in texts(well(at))
    at.toggle[0].set_value(True).run()
    assert table(well(at), "papers")["Paper"].tolist() == ["A position paper"]
    assert dict(at.query_params) == {"title": "position", "all": "yes"}
    assert well(choose(at, "papers", 0)).title[0].value == "A position paper"
    assert "reports no result in numbers" in texts(at)


def test_an_unknown_paper_leads_to_the_list(show, full_store):
    at = well(show("paper", full_store, paper="nope"))
    assert "not in this database" in at.info[0].value
    assert len(table(at, "papers")) == 6
