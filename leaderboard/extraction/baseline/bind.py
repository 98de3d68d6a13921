"""Against what a gain or a ratio is measured: a table of clues, asked from the top down."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from leaderboard.extraction.baseline.applied_to import applied_for, applied_on, is_applied_on
from leaderboard.extraction.baseline.before import compared_before
from leaderboard.extraction.baseline.beside_numbers import (
    beaten_in_list,
    before_bracket,
    improved_in_list,
    one_of_listed,
    right_before,
)
from leaderboard.extraction.baseline.change import Baseline, ChangeInSentence, baseline_named, compared_with
from leaderboard.extraction.baseline.comparisons import comparison_after
from leaderboard.extraction.baseline.of_shares import whole_of_share
from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.lexicon.vocabulary import Vocabulary
from leaderboard.extraction.method.own_name import Names
from leaderboard.extraction.tokens.noun_phrase import PhrasedSentence


def baselines(nodes: PhrasedSentence, drafts: Sequence[Draft], names: Names, vocabulary: Vocabulary) -> list[Baseline | None]:
    """What each number of a sentence is measured against; numbers share it where only one of them says it.

    Args:
        nodes: the sentence.
        drafts: its numbers, whose roles are known; only gains and ratios of the paper's own system have a baseline.
        names: the paper's own names.
        vocabulary: for the families of well-known systems.

    Returns:
        One item for every draft, in order.
    """
    asked = [draft.kind in ("gain", "ratio") and draft.role == "proposed" for draft in drafts]
    known: dict[int, Baseline] = {}
    found: list[Baseline | None] = []
    for draft, is_asked in zip(drafts, asked, strict=True):
        baseline = baseline_of(ChangeInSentence(nodes, draft, names, vocabulary, known)) if is_asked else None
        if baseline is not None:
            known[draft.node] = baseline
        found.append(baseline)
    return [
        _shared(nodes, draft, known) if is_asked and baseline is None else baseline
        for draft, is_asked, baseline in zip(drafts, asked, found, strict=True)
    ]


def baseline_of(change: ChangeInSentence) -> Baseline | None:
    """What one change is measured against: the answer of the first clue that has one."""
    return next((found for _, finder in CLUES if (found := finder(change)) is not None), None)


def _shared(nodes: PhrasedSentence, draft: Draft, known: dict[int, Baseline]) -> Baseline | None:
    """``improves A by 2% and recall by 3%``: the baseline of the nearest number, unless another comparison stands in between."""
    if not known:
        return None
    nearest = min(known, key=lambda node: abs(node - draft.node))
    another = any(n.tag == "BEAT" for n in nodes[draft.node : nearest])
    return None if another else baseline_named(known[nearest].name, "number-beside")


def _compared_after(change: ChangeInSentence) -> Baseline | None:
    """``2% over X``, ``3x faster than X``."""
    word = comparison_after(change)
    if word is None or not (phrase := compared_with(change, word)):
        return None
    return baseline_named(phrase, "after-comparison", change.nodes[word].text)


def _improved_for(change: ChangeInSentence) -> Baseline | None:
    """``14.6% for Llama-2``: a gain, with the system that was improved."""
    return baseline_named(applied_for(change), "improved") if change.draft.kind == "gain" else None


def _improved_on(change: ChangeInSentence) -> Baseline | None:
    """``+2.4 on DeiT and +2.2 on PVT``: gains that each have the system that was improved."""
    return baseline_named(applied_on(change), "improved") if change.draft.kind == "gain" and is_applied_on(change) else None


def _gain_on(change: ChangeInSentence) -> Baseline | None:
    """``a gain of 2% on Llama-2``: a well-known system is no benchmark."""
    return baseline_named(applied_on(change)) if change.draft.kind == "gain" else None


#: What tells against what a change is measured, in order.
CLUES: tuple[tuple[str, Callable[[ChangeInSentence], Baseline | None]], ...] = (
    ("a system right before its own number", right_before),
    ("a system before its own bracket", before_bracket),
    ("a second competitor before its own number", beaten_in_list),
    ("one of several systems that are improved", improved_in_list),
    ("what a share is a share of", whole_of_share),
    ("as many systems as numbers between slashes", one_of_listed),
    ("a word of comparison after the number", _compared_after),
    ("the system that was improved, after 'for'", _improved_for),
    ("the system that was improved, after 'on'", _improved_on),
    ("a comparison, or the object of a verb, before the number", compared_before),
    ("a well-known system after 'on'", _gain_on),
)
