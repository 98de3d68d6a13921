"""Colours and terms shared by all pages.

The colours of the kinds follow the colour-blind safe palette of Okabe and Ito; each kind also has its own line style, so that they can be
told apart in greyscale. All have a contrast of at least 3:1 against the light and the dark background.
"""

from __future__ import annotations

from dataclasses import dataclass

ACCENT = "#1f8fb3"
QUIET = "#7b8794"
INK = {"light": "#3b4650", "dark": "#c9d1d9"}


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of claim looks, and what it means."""

    name: str
    colour: str
    line: str
    plural: str
    meaning: str


KINDS = {
    kind.name: kind
    for kind in (
        Kind("score", "#0a7ec2", "solid", "scores", "the level of a quality metric"),
        Kind("gain", "#00946c", "dashed", "gains", "an improvement or decline relative to a baseline"),
        Kind("ratio", "#c97b00", "dotted", "ratios", "a factor or a share"),
        Kind("cost", "#b8639a", "double", "costs", "resources used: time, memory, parameters, money"),
    )
}

BOUNDS = {"exact": "", "up_to": "≤ ", "at_least": "≥ ", "about": "≈ "}
BOUND_WORDS = {"exact": "", "up_to": "up to", "at_least": "at least", "about": "about"}
ROLES = {"proposed": "own result", "baseline": "cited baseline"}
FLAGS = {
    "out-of-range": "value out of range for this metric",
    "wrong-dimension": "unit does not fit this metric",
    "unregistered-metric": "metric is not in the registry",
    "converted": "converted: stated as what is missing to 100%, such as an error rate",
    "implied-metric": "the text names no metric; the usual one of this benchmark or task is assumed",
}
# Why a result holds no record, by the code of its doubt.
DOUBTS = {
    "only-paper": "no other paper has a comparable result here",
    "far-ahead": "far ahead of the next paper, and nothing confirms it",
}
# Why a number is not a result, by the code of its verdict.
NO_RESULT = {
    "name": "part of a name or a term",
    "no-rule": "no rule matches its context",
    "count": "counts things",
    "enumeration": "numbers the items of a list",
    "formula": "part of a formula",
    "year": "a year",
    "setting": "an experimental setting, not an outcome",
    "citation": "a literature reference",
    "resolution": "an image or matrix size",
    "data-set-size": "a data set size",
    "version": "a version number",
    "model-size": "a model size used as a name",
    "rank": "a rank or ordinal",
    "background": "refers to earlier work or to background facts",
    "listing": "in a long listing of numbers, such as a flattened table",
}
FRAMES = {
    "level": "a measured value",
    "delta": "a change",
    "baseline": "a baseline's value",
    "share": "a share of something",
}
UNSPECIFIED = "unspecified"
ORDINARY = "ordinary"
PAPERS_FOR_BEST = 3
UNREGISTERED = "unregistered: "
CONFIDENCE = (
    "The share of hand-checked results, extracted the same way, that were correct in every field (number, metric, benchmark, method): "
    "0.80 means 8 of 10. Results without a confidence are never hidden."
)

# The accent colour is light in dark mode, so text on it has to be dark.
DARK_STYLE = (
    '<style>[data-testid="stBaseButton-primary"], [data-testid="stBaseButton-primary"] *, [data-testid="stMultiSelect"] [data-tag], '
    '[data-testid="stMultiSelect"] [data-tag] * { color: #0b1016; }</style>'
)

# Widths for phones, laptops and wide screens, and the style of highlights in an abstract.
STYLE = (
    """<style>
.block-container { max-width: 1720px; padding-top: 4.5rem; padding-bottom: 3rem; }
mark.claim { color: inherit; padding: 0.08em 0.2em; border-radius: 0.25em 0.25em 0 0; font-weight: 600; }
.legend span { margin-right: 1.1em; display: inline-block; }
.legend mark.claim { font-weight: 400; }
mark.claim.aside { background: none; border-bottom: 1px dotted currentColor; border-radius: 0; font-weight: 400; }
:is(.st-key-cards, .st-key-words, .st-key-hits) [data-testid="stPageLink"] a { padding-left: 0; padding-right: 0; }
.st-key-hits [data-testid="stPageLink"] a { height: auto; min-height: 0; padding-top: 0.2rem; padding-bottom: 0.2rem; }
.st-key-hits [data-testid="stPageLink"] a * { white-space: normal; overflow-wrap: anywhere; line-height: 1.35; }
.st-key-widget-sql textarea { font-family: 'JetBrains Mono', 'SFMono-Regular', Menlo, Consolas, 'DejaVu Sans Mono', monospace !important; }
@media (max-width: 640px) { .block-container { padding-left: 1rem; padding-right: 1rem; } }
"""
    + "".join(
        f"mark.claim.{kind.name} {{ background: {kind.colour}2e; border-bottom: 3px {kind.line} {kind.colour}; }}\n"
        for kind in KINDS.values()
    )
    + "</style>"
)
