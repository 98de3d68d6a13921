"""What an address says that is no sense at all: it is left aside, whatever the parameter, and what it says well is kept."""

from __future__ import annotations

import pytest
import streamlit as st
from hypothesis import example, given
from hypothesis import strategies as some

from dashboards import pages, url_state
from tests.dashboards.seen import well

# Every parameter that any page reads.
PARAMETERS = (
    "all area benchmark cited claim colour confidence cost far find from metric method methods number others own paper q reason section "
    "setting show split sql table text title to view x y"
).split()
NUMBERS = some.one_of(some.text(alphabet="0123456789.-+eE_ ,xXnaif٣²", max_size=12), some.text(max_size=12), some.integers().map(str))


@pytest.fixture
def address(monkeypatch):
    """An address bar and a session of one's own."""
    said, state = {}, {}
    monkeypatch.setattr(url_state.st, "query_params", said)
    monkeypatch.setattr(url_state.st, "session_state", state)

    def visit(**words):
        said.clear()
        state.clear()
        said.update(words)
        return state

    return visit


def numbers_hold(state):
    low, high = state[url_state.range_for("from", "to", 1990, 2030)]
    assert 1990 <= low <= high <= 2030
    assert 0.0 <= state[url_state.level_for("confidence", 0.0, 0.95, 0.0)] <= 0.95


@pytest.mark.parametrize(
    "said", ["--5", "-", "", "٣٣٣", "²", "5-", "1e3", "9" * 400, "nan", "inf", "0x7e0", " 2020", "2020\n", "2_020", "."]
)
def test_a_malformed_number_is_ignored(address, said):
    state = address(**{"from": said, "to": said, "confidence": said})
    assert state[url_state.range_for("from", "to", 1990, 2030)] == (1990, 2030)
    assert state[url_state.level_for("confidence", 0.0, 0.95, 0.0)] == 0.0


def test_a_number_is_kept_between_the_ends(address):
    state = address(**{"from": "-7", "to": "2000", "confidence": "0.4"})
    assert state[url_state.range_for("from", "to", 1990, 2030)] == (1990, 2000)
    assert state[url_state.level_for("confidence", 0.0, 0.95, 0.0)] == 0.4


def test_any_words_in_place_of_numbers_leave_numbers_within_the_ends(monkeypatch):
    @given(NUMBERS, NUMBERS, NUMBERS)
    @example("--5", "--5", "--5")
    def any_words(first, last, level):
        with monkeypatch.context() as meanwhile:
            state = {}
            meanwhile.setattr(st, "query_params", {"from": first, "to": last, "confidence": level})
            meanwhile.setattr(st, "session_state", state)
            numbers_hold(state)

    any_words()


# What leads to the part of a page where most parameters are read.
INSIDE = {
    "method": {"method": "BetterNet"},
    "paper": {"paper": "p2021"},
    "sql": {"sql": "SELECT 1 AS a, 2 AS b", "view": "Chart"},
}


@pytest.mark.parametrize("page", [page.name for page in pages.PAGES])
@pytest.mark.parametrize("said", ["--5", "9" * 400, "²", "|", "<b>"])
def test_nonsense_in_every_parameter_at_once_raises_nothing(show, full_store, page, said):
    well(show(page, full_store, **(dict.fromkeys((name for name in PARAMETERS if name != "sql"), said) | INSIDE.get(page, {}))))


def test_the_list_of_parameters_is_whole(root):
    import re

    read = re.compile(r'(?:_for|keep_range|value_of|latest|query_params\.get)\(\s*"(\w+)"(?:, "(\w+)")?')
    found = set()
    for path in (root / "dashboards").rglob("*.py"):
        if path.name != "url_state.py":
            found |= {name for first, second in read.findall(path.read_text(encoding="utf-8")) for name in (first, second) if name}
    ours = {name for name in found if name in PARAMETERS}
    assert {"from", "to", "confidence", "methods", "q", "claim"} <= ours
    assert found - set(PARAMETERS) == set()
