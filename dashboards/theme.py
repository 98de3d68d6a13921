"""Colours and words that every page uses the same way.

The colours of the kinds follow a set by Okabe and Ito that people with any colour vision can tell apart; each kind also has a line of
its own, so that a page in grey still says which is which. All of them stand out by 3:1 or more from the light and from the dark background.
"""

from __future__ import annotations

from dataclasses import dataclass

ACCENT = "#1f8fb3"
QUIET = "#7b8794"
INK = {"light": "#3b4650", "dark": "#c9d1d9"}


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of claim looks and what it is, in plain words."""

    name: str
    colour: str
    line: str
    plural: str
    meaning: str


KINDS = {
    kind.name: kind
    for kind in (
        Kind("score", "#0a7ec2", "solid", "scores", "the level of a quality metric"),
        Kind("gain", "#00946c", "dashed", "gains", "how much better or worse than something else"),
        Kind("ratio", "#c97b00", "dotted", "ratios", "a factor or a share"),
        Kind("cost", "#b8639a", "double", "costs", "what it took: time, memory, parameters, money"),
    )
}

BOUNDS = {"exact": "", "up_to": "≤ ", "at_least": "≥ ", "about": "≈ "}
BOUND_WORDS = {"exact": "", "up_to": "up to", "at_least": "at least", "about": "about"}
ROLES = {"proposed": "own result", "baseline": "cited baseline"}
FLAGS = {
    "out-of-range": "impossible value for this metric",
    "wrong-dimension": "unit does not fit this metric",
    "unregistered-metric": "metric is not in the registry",
}
# Why a number is no result, by the code of its verdict.
NO_RESULT = {
    "name": "part of a name or a term",
    "no-rule": "nothing around it says that it is a result",
    "count": "counts things",
    "enumeration": "numbers a list",
    "formula": "part of a formula",
    "year": "a year",
    "setting": "a setting of the experiment, not its outcome",
    "citation": "a reference to the literature",
    "resolution": "a size in pixels or of a matrix",
    "data-set-size": "the size of a data set",
    "version": "a version",
    "model-size": "the size of a model, used as its name",
    "rank": "a rank or an ordinal number",
    "background": "speaks of earlier work or of the world",
    "listing": "in a listing of very many numbers, such as a table that lost its layout",
}
FRAMES = {
    "level": "the level of what was measured",
    "delta": "a change",
    "baseline": "the level of what the paper is compared with",
    "share": "a share of something",
}
UNSPECIFIED = "unspecified"
UNREGISTERED = "unregistered: "
CONFIDENCE = (
    "How often claims that were read the same way were right in everything - number, metric, benchmark, method - when checked by hand: "
    "at 0.80, in 8 of 10 cases. Claims without this number are never hidden."
)

# The accent is light on dark pages, so what stands on it has to be dark.
DARK_STYLE = (
    '<style>[data-testid="stBaseButton-primary"], [data-testid="stBaseButton-primary"] *, [data-testid="stMultiSelect"] [data-tag], '
    '[data-testid="stMultiSelect"] [data-tag] * { color: #0b1016; }</style>'
)

# Widths that suit a phone, a laptop and a wide screen; and the look of claims in an abstract.
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
