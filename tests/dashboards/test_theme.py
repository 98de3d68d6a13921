"""The colours: words can be read and marks be seen, light and dark (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import tomllib
from itertools import combinations

import pytest

from dashboards import theme

WORDS, MARKS = 4.5, 3.0
FADED = 0.6  # captions, as streamlit fades them
UNDER_MARK = 0x2E / 255  # how much of its colour lies under a claim's words


def channels(colour):
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def over(front, back, share):
    """A colour that covers another by a share."""
    mixed = [share * a + (1 - share) * b for a, b in zip(channels(front), channels(back), strict=True)]
    return "#" + "".join(f"{round(255 * one):02x}" for one in mixed)


def contrast(one, other):
    """The contrast ratio of two colours as WCAG defines it, 1 to 21."""
    weights = (0.2126, 0.7152, 0.0722)
    linear = [[c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)] for colour in (one, other)]
    dark, light = sorted(sum(w * c for w, c in zip(weights, colour, strict=True)) for colour in linear)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=["light", "dark"])
def colours(request, root):
    with (root / "dashboards" / ".streamlit" / "config.toml").open("rb") as file:
        return tomllib.load(file)["theme"][request.param] | {"ink": theme.INK[request.param]}


def test_black_on_white_is_as_far_as_it_goes():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_words_can_be_read(colours):
    for ground in (colours["backgroundColor"], colours["secondaryBackgroundColor"]):
        assert contrast(colours["textColor"], ground) >= WORDS
        assert contrast(colours["linkColor"], ground) >= WORDS
        assert contrast(over(colours["textColor"], ground, FADED), ground) >= WORDS
    assert contrast(colours["ink"], colours["backgroundColor"]) >= WORDS
    for kind in theme.KINDS.values():
        assert contrast(colours["textColor"], over(kind.colour, colours["backgroundColor"], UNDER_MARK)) >= WORDS


def test_marks_and_lines_can_be_seen(colours):
    ground = colours["backgroundColor"]
    for colour in (colours["primaryColor"], theme.ACCENT, theme.QUIET, *(kind.colour for kind in theme.KINDS.values())):
        assert contrast(colour, ground) >= MARKS


def test_no_two_kinds_of_claim_look_alike():
    for one, other in combinations(theme.KINDS.values(), 2):
        assert one.colour != other.colour
        assert one.line != other.line
