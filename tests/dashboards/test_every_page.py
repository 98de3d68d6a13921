"""Every page on every state of the database, and with hostile words: what it shows, and that nothing ends in a traceback."""

from __future__ import annotations

import pytest

from dashboards import pages
from tests.dashboards.seen import choose, html_of, marks_of, texts, well

PAGES = [page.name for page in pages.PAGES if page.needs is not pages.Needs.NOTHING]
WITH_CLAIMS = [page.name for page in pages.PAGES if page.needs is pages.Needs.CLAIMS]
TROUBLES = {
    "missing": "No database found",
    "broken": "This file is not a leaderboard database",
    "foreign": "This file is not a leaderboard database",
    "newer": "This database is from a newer version of leaderboard",
    "older": "This database is from an older version of leaderboard",
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_database_that_cannot_be_shown_is_explained(show, stores, tmp_path, page, trouble):
    path = tmp_path / "some.duckdb"
    if trouble != "missing":
        getattr(stores, trouble)(path)
    at = well(show(page, path))
    assert [header.value for header in at.header] == [TROUBLES[trouble]]
    assert "some" in at.warning[0].value


@pytest.mark.parametrize("page", WITH_CLAIMS)
def test_an_empty_database_says_how_to_fill_it(show, stores, tmp_path, page):
    at = well(show(page, stores.schema(tmp_path / "empty.duckdb")))
    assert "No papers loaded yet" in texts(at)
    assert "leaderboard ingest" in texts(at)


@pytest.mark.parametrize("page", WITH_CLAIMS)
def test_papers_without_claims_are_told_apart_from_an_empty_database(show, stores, tmp_path, page):
    assert "No results yet" in texts(well(show(page, stores.without_claims(tmp_path / "bare.duckdb"))))


@pytest.mark.parametrize("page", PAGES)
def test_hostile_titles_stay_text(show, full_store, stores, page):
    params = {"benchmark": {"benchmark": "<i>Evil</i> bench"}, "paper": {"paper": "phostile"}, "sql": {"sql": "SELECT title FROM papers"}}
    at = well(show(page, full_store, **params.get(page, {})))
    if page == "benchmark":
        choose(at, "board", 0)
    if page == "paper":
        assert marks_of(at, "paper phostile text") == [("7.5", "score")]
    for markup in ("<script>window", "<i>Evil", "<b onmouseover"):
        assert markup not in html_of(at)
        assert markup not in texts(at)
    assert not [link for link in at.get("link_button") if "javascript" in link.proto.url]
    assert "](javascript" not in texts(at)


def test_every_page_is_in_the_list_and_has_a_test_of_its_own(root):
    files = sorted(path.stem for path in (root / "dashboards" / "screens").glob("*.py"))
    assert sorted(page.name for page in pages.PAGES) == files
    assert [name for name in files if not (root / "tests" / "dashboards" / f"test_{name}.py").exists()] == []
    assert len({page.url for page in pages.PAGES}) == len(pages.PAGES)


@pytest.mark.parametrize("page", [page for page in pages.PAGES if page.needs is pages.Needs.NOTHING], ids=lambda page: page.name)
def test_pages_that_need_no_database_do_without(show, tmp_path, page):
    at = well(show(page.name, tmp_path / "none.duckdb"))
    assert [title.value for title in at.title] == [page.title]
    assert not at.header


def test_a_database_replaced_while_open_is_seen_on_the_next_interaction(show, stores, tmp_path):
    path = stores.full(tmp_path / "live.duckdb", stores.PAPERS[:1])
    at = well(show("home", path))
    assert "**1** paper ·" in texts(at)
    stores.full(tmp_path / "next.duckdb").replace(path)
    assert "**10** papers ·" in texts(well(at.run()))
    path.unlink()
    assert [header.value for header in well(at.run()).header] == ["No database found"]


@pytest.mark.parametrize("page", [page for page in PAGES if page != "home"])
def test_every_page_goes_on_with_the_database_that_is_there_now(show, stores, tmp_path, page):
    path = stores.full(tmp_path / "live.duckdb", stores.PAPERS[:2])
    params = {"method": {"method": "BetterNet"}, "paper": {"paper": "p2021"}, "benchmark": {"benchmark": "Digits"}}
    at = well(show(page, path, **params.get(page, {})))
    before = seen_of(at)
    stores.full(tmp_path / "next.duckdb", stores.PAPERS[2:]).replace(path)  # without the paper, the method and the results of before
    assert seen_of(well(at.run())) != before or page in {"compare", "tradeoff", "sql"}
    assert not at.header
    path.write_bytes(b"no database any more" * 1000)
    assert [header.value for header in well(at.run()).header] == ["This file is not a leaderboard database"]
    stores.full(tmp_path / "again.duckdb", stores.PAPERS[:2]).replace(path)
    assert seen_of(well(at.run())) == before


def seen_of(at):
    """What a page says and lists."""
    return texts(at), [frame.value.to_csv() for frame in at.dataframe]
