"""Words of papers on pages: whatever they are, they stay words."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboards import examples, text, theme
from leaderboard.store import queries

SPANS = st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=6)


def claim(start, end, kind="score", **more):
    return {"claim_id": f"c{start}", "start_offset": start, "end_offset": end, "kind": kind, "metric": None, "method": None, **more}


@given(st.text(max_size=40), SPANS)
def test_marking_never_changes_or_loses_a_character(abstract, spans):
    shown = text.marked(abstract, [claim(start, end) for start, end in spans])
    bare = re.sub(r'<mark class="claim score" title="score">|</mark>', "", shown)
    assert html.unescape(bare) == html.unescape(html.escape(abstract))
    assert "<" not in bare


def test_marks_hold_exactly_the_quote():
    shown = text.marked("a <b> 95% & 3x", [claim(6, 9), claim(12, 14, "ratio")], chosen="c12")
    assert shown == (
        'a &lt;b&gt; <mark class="claim score" title="score">95%</mark> &amp; <mark class="claim ratio chosen" title="ratio">3x</mark>'
    )


def test_overlapping_and_impossible_places_are_left_unmarked():
    assert text.marked("abcdef", [claim(1, 4), claim(2, 5), claim(5, 99), claim(3, 3)]).count("<mark") == 1


def test_an_attribute_cannot_be_left():
    shown = text.marked("95%", [claim(0, 3, method='"><script>x</script>')])
    assert shown == '<mark class="claim score" title="score by &quot;&gt;&lt;script&gt;x&lt;/script&gt;">95%</mark>'


@pytest.mark.parametrize("offset", [0, 5, 239, 240, 241, 400])
@pytest.mark.parametrize("rest", [0, 240, 241])
def test_the_words_around_a_quote_mark_that_quote_and_say_where_they_were_cut(offset, rest):
    abstract = "7%".ljust(offset, "y")[:offset] + "7%" + "z" * rest
    shown = text.around(abstract, claim(offset, offset + 2))
    before, after = shown.split('<mark class="claim score" title="score">7%</mark>')
    assert before == ("… " if offset > 240 else "") + abstract[max(offset - 240, 0) : offset]
    assert after == "z" * min(rest, 240) + (" …" if rest > 240 else "")


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
        sql = examples.runnable(queries.get(name), {"benchmark": "it's", "metric": None})
        assert not re.search(r"\$\w", sql), name
        assert sql.startswith(f"-- {queries.get(name).answers}\n")
    assert "benchmark = 'it''s'" in examples.runnable(queries.get("benchmark_choices"), {"benchmark": "it's"})
