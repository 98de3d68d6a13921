"""Whose number it is: a competitor's, a variant's that the sentence has as its subject, or the paper's own system's.

Two tables, each asked from the top down: ``CLUES`` decides, and its last but one line asks ``SUBJECTS`` for the subject of the number.
"""

from __future__ import annotations

from collections.abc import Callable

from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.lexicon.name_shapes import is_everybodys
from leaderboard.extraction.method.attribution import Attribution, Number
from leaderboard.extraction.method.competitors import (
    after_what_was_beaten,
    contrasted_subject,
    earlier_subject,
    for_comparison,
    level_of_human_or_chance,
    level_of_named_baseline,
    of_baseline_rule,
    relative_clause,
    second_of_two,
)
from leaderboard.extraction.method.subject import (
    in_bracket_of_its_own,
    measured_of,
    noun_subject,
    one_subject_each,
    subject_of_verb,
)


def method_of(number: Number) -> Attribution:
    """Whose number it is, with its role and the reason: the answer of the first clue that has one."""
    return next(found for _, finder in CLUES if (found := finder(number)) is not None)


def _of_subject(number: Number) -> Attribution | None:
    """``FixNet-L reaches 84%``: the subject, unless it only says what kind of system the paper's own one is."""
    subject = next((found for _, finder in SUBJECTS if (found := finder(number)) is not None), None)
    if subject is None:
        return None
    names = number.names
    if names.main is not None and names.main.casefold().startswith(f"{subject.casefold()} "):
        subject = names.main
    if names.main is not None and not names.weak and (is_everybodys(subject) or subject.endswith("-based")):
        return None
    return Attribution(subject, reason=Reason("subject"))


def _of_paper(number: Number) -> Attribution:
    """The paper's own system, which may have no name."""
    main = number.names.main
    return Attribution(main, reason=Reason(number.names.source) if main else None)


def _subject_of_sentence(number: Number) -> str | None:
    """What the sentence begins with, where the paper has no coined name or where it is a variant of the paper's own system."""
    subject, names = number.sentence_subject, number.names
    return subject if subject is not None and (names.weak or subject.startswith(names.main or " ")) else None


def _nameless_subject(number: Number) -> str | None:
    """``Masked pretraining improves F1 by 7%``: what a method without a coined name is called as the subject."""
    return noun_subject(number.nodes, number.place) if number.names.weak else None


#: What may be the subject of a number, in order.
SUBJECTS: tuple[tuple[str, Callable[[Number], str | None]], ...] = (
    ("a system in brackets after each number", in_bracket_of_its_own),
    ("as many subjects as numbers", one_subject_each),
    ("the system whose metric is the subject", measured_of),
    ("the subject of the verb", subject_of_verb),
    ("the subject of the sentence", _subject_of_sentence),
    ("a subject without a coined name", _nameless_subject),
)


#: What tells whose number it is, in order; the last line always answers.
CLUES: tuple[tuple[str, Callable[[Number], Attribution | None]], ...] = (
    ("a level of humans or of chance", level_of_human_or_chance),
    ("a level with the name of a baseline after it", level_of_named_baseline),
    ("a level in brackets after what was beaten", after_what_was_beaten),
    ("the rule reads the level of a baseline", of_baseline_rule),
    ("a relative clause about what was beaten", relative_clause),
    ("a subject that is contrasted with the paper's own", contrasted_subject),
    ("a subject that is older than the paper", earlier_subject),
    ("two levels, of the paper's own and of a competitor", second_of_two),
    ("a system named for comparison", for_comparison),
    ("the subject", _of_subject),
    ("the paper's own system", _of_paper),
)
