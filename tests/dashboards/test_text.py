"""Words of papers on pages: whatever they are, they stay words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboards import sql_examples, text, theme
from leaderboard.store import queries

SPANS = st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=6)


def claim(start, end, kind="score", **more):
    return {"claim_id": f"c{start}", "start_offset": start, "end_offset": end, "kind": kind, "metric": None, "method": None, **more}


def places(*spans):
    return [{"start_offset": start, "end_offset": end, "about": "no result"} for start, end in spans]


@given(st.text(max_size=40), SPANS, SPANS)
def test_the_pieces_joined_are_the_text_and_no_mark_is_empty(abstract, spans, others):
    shown = text.pieces(abstract, [claim(start, end) for start, end in spans], places(*others))
    assert "".join(piece["text"] for piece in shown) == abstract
    assert all(piece["text"] for piece in shown)


@given(st.text(min_size=1, max_size=40), SPANS, SPANS)
def test_each_mark_holds_exactly_its_quote_and_the_first_of_those_that_overlap(abstract, spans, others):
    shown = text.pieces(abstract, [{**claim(start, end), "claim_id": f"{start}:{end}"} for start, end in spans], places(*others))
    at, marked = 0, []
    for piece in shown:
        if piece.get("id"):
            marked.append((at, at + len(piece["text"])))
            assert piece["id"] == f"{marked[-1][0]}:{marked[-1][1]}"
        at += len(piece["text"])
    possible = sorted({(start, end) for start, end in spans if 0 <= start < end <= len(abstract)})
    done, expected = 0, []
    for start, end in possible:
        if start >= done:
            expected.append((start, end))
            done = end
    assert marked == expected


def test_marks_hold_exactly_the_quote():
    shown = text.pieces("a <b> 95% & 3x", [claim(6, 9), claim(12, 14, "ratio")])
    assert [(piece["text"], piece.get("kind")) for piece in shown] == [
        ("a <b> ", None),
        ("95%", "score"),
        (" & ", None),
        ("3x", "ratio"),
    ]


def test_overlapping_and_impossible_places_are_left_unmarked():
    shown = text.pieces("abcdef", [claim(1, 4), claim(2, 5), claim(5, 99), claim(3, 3)])
    assert [piece["text"] for piece in shown if "kind" in piece] == ["bcd"]


def test_other_numbers_are_marked_quietly_and_never_over_a_claim():
    shown = text.pieces("in 2021 we got 95% of 8", [claim(15, 18)], places((3, 7), (15, 17), (22, 23)))
    assert [(piece["text"], piece["kind"], piece["id"]) for piece in shown if "kind" in piece] == [
        ("2021", "aside", ""),
        ("95%", "score", "c15"),
        ("8", "aside", ""),
    ]


def test_hostile_words_stay_data():
    bad = '"><script>x</script>'
    (piece,) = text.pieces(bad, [claim(0, len(bad), kind=bad, method=bad)])
    assert piece == {"text": bad, "kind": "other", "id": "c0", "about": f"{bad} by {bad}"}


def test_the_legend_names_the_kinds_that_occur_and_the_other_numbers_where_they_are_marked():
    assert re.findall(r'class="claim (\w+)"', text.legend(["ratio", "score", "ratio"])) == ["score", "ratio"]
    assert re.findall(r'class="claim (\w+)"', text.legend(["cost"], asides=True)) == ["cost", "aside"]


@given(st.text(max_size=60))
def test_plain_leaves_no_active_markdown(said):
    shown = text.plain(said)
    assert "\n" not in shown
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]()<>#$~|:]", shown)


@pytest.mark.parametrize(
    "bad", ["javascript:alert(1)", "data:text/html,x", "//x.org", "file:///etc/passwd", "http://", "", None, "http://[bad"]
)
def test_only_web_addresses_become_links(bad):
    assert text.web_address(bad) is None


def test_web_addresses_are_links():
    assert text.web_address("https://example.org/a?b") == "https://example.org/a?b"


def test_file_names_are_harmless():
    assert text.file_name("../../etc/passwd", "<b>", "") == "etc-passwd_b.csv"
    assert text.file_name("", "?") == "leaderboard.csv"


def test_every_kind_has_a_look_and_the_looks_differ():
    kinds = theme.KINDS.values()
    assert [kind.name for kind in kinds] == ["score", "gain", "ratio", "cost"]
    assert len({kind.colour for kind in kinds}) == len({kind.line for kind in kinds}) == 4
    assert all(f"mark.claim.{kind.name}" in theme.STYLE for kind in kinds)


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("background", ["#ffffff", "#11161c"])
@pytest.mark.parametrize("colour", [theme.ACCENT, theme.QUIET, *(kind.colour for kind in theme.KINDS.values())])
def test_colours_stand_out_from_both_backgrounds(background, colour):
    dark, light = sorted((luminance(colour), luminance(background)))
    assert (light + 0.05) / (dark + 0.05) >= 3


def test_the_backgrounds_tested_are_the_theme_s(root):
    config = (root / "dashboards" / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert re.findall(r'^backgroundColor = "(.*)"', config, re.MULTILINE) == ["#ffffff", "#11161c"]


def test_examples_fill_in_every_parameter():
    for name in queries.names():
        sql = sql_examples.runnable(queries.get(name), {"benchmark": "it's", "metric": None})
        assert not re.search(r"\$\w", sql), name
        assert sql.startswith(f"-- {queries.get(name).answers}\n")
    assert "benchmark = 'it''s'" in sql_examples.runnable(queries.get("benchmark_choices"), {"benchmark": "it's"})
