"""CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leaderboard.store.spreadsheet import guarded, to_csv


@pytest.mark.parametrize(
    "cell",
    [
        '=HYPERLINK("http://example.org","x")',
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "\t=1+1",
        "  =1+1",
        "\r=1",
        "\uff1d1+1",
        "+5.3%=1",
        "\n=1",
        "\uff20x",
    ],
)
def test_formulas_become_text(cell):
    assert guarded(pl.DataFrame({"a": [cell]}))["a"].to_list() == [f"'{cell}"]


@pytest.mark.parametrize(
    "cell",
    [
        "+5.3%",
        "-3",
        "-1.5e-3",
        "95.9%",
        "%",
        "% of the baseline",
        "|x",
        "||",
        "±0.2",
        "plain",
        "",
        "a=b",
        "<script>",
        "'; DROP TABLE claims; --",
    ],
)
def test_numbers_and_plain_text_stay(cell):
    assert guarded(pl.DataFrame({"a": [cell]}))["a"].to_list() == [cell]


def test_column_names_are_cells_too():
    assert guarded(pl.DataFrame({"=1+1": [1]})).columns == ["'=1+1"]


def test_lists_structs_and_missing_values():
    frame = pl.DataFrame({"l": [["=x", "y"], None], "n": [[1, 2], []], "s": [{"k": "v"}, None], "v": [1.5, None]})
    header, first, second = to_csv(frame).splitlines()
    assert header == "l,n,s,v"
    assert first == '\'=x; y,1; 2,"{""k"":""v""}",1.5'
    assert second == ',"",,'


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_no_cell_begins_like_a_formula_and_nothing_is_lost(cells):
    safe = guarded(pl.DataFrame({"a": cells}))["a"].to_list()
    for before, after in zip(cells, safe, strict=True):
        assert after in (before, f"'{before}")
        assert after.lstrip()[:1] not in {"=", "@"}


def test_reads_back_as_the_same_rows():
    rows = list(csv.reader(io.StringIO(to_csv(pl.DataFrame({"a": ['x,"y"', "two\nlines"], "b": [1, 2]})))))
    assert rows == [["a", "b"], ['x,"y"', "1"], ["two\nlines", "2"]]
