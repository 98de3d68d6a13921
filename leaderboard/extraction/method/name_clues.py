"""The places where authors put the name of their own system, each with how much it counts.

Before the title's colon, after "we propose", "called", "dubbed", in brackets after a long form, as an apposition ("our method, X, ..."),
or simply as what the results are reported of ("X outperforms ...").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from leaderboard.extraction.lexicon.alternation import any_of
from leaderboard.extraction.lexicon.name_shapes import ACRONYM, NAME, has_shape
from leaderboard.extraction.lexicon.word_files import class_of
from leaderboard.extraction.method.abbreviations import (
    OWN_WORDS,
    PROPOSING,
    before_task,
    initials,
    is_material,
    is_spelt_out,
    long_form_in_title,
    of_title_initials,
)
from leaderboard.extraction.method.title import title_head, title_phrase


class NameClue(NamedTuple):
    """A name that may be that of the paper's system: how much the place where it stands counts, and that place's code in `reasons.txt`."""

    name: str
    weight: int
    code: str


def name_clues(title: str, abstract: str) -> Iterator[NameClue]:
    """All places that may name the paper's system, in the order of ``PLACES``."""
    for _, find in PLACES:
        yield from find(title, abstract)


def _words(name: str) -> str:
    """A class of the words around own names, as a pattern."""
    return any_of(class_of("own-names.txt", name))


_KINDS = _words("kind")
_ONE_WORD = r"[A-Za-z0-9][\w^$*\-+./]*[\w*+$]"


# -- in the title ------------------------------------------------------------------------------------------------------------------
def _before_colon(title: str, abstract: str) -> Iterator[NameClue]:
    """``FixNet: Repairing Features``."""
    head = title_head(title, abstract)
    if head is not None:
        yield NameClue(head, 8, "title/before-colon")


def _title_words(title: str, abstract: str) -> Iterator[NameClue]:
    """``Block Pruning for Faster Transformers``, where the abstract speaks of block pruning."""
    phrase = title_phrase(title)
    if phrase is not None and phrase.casefold() in abstract.casefold():
        yield NameClue(phrase, 4, "title-words/used")


def _title_brackets(title: str, abstract: str) -> Iterator[NameClue]:  # noqa: ARG001
    """``Feature Repair Networks (FixNet)``."""
    yield from (NameClue(m[1], 4, "title-brackets") for m in ACRONYM.finditer(title) if has_shape(m[1]))


def _title_initials(title: str, abstract: str) -> Iterator[NameClue]:
    """``FRN`` in the abstract of a paper called "Feature Repair Networks"."""
    whole = initials(before_task(title.rsplit(":", 1)[-1]))
    for match in _CAPITALS.finditer(abstract):
        if match[0].isupper() and of_title_initials(match[0], title):
            yield NameClue(match[0], 3 if match[0].replace("-", "").casefold() == whole else 1, "title-initials")


_CAPITALS = re.compile(r"[A-Z](?<!\w[A-Z])[A-Za-z-]*[A-Z]\b")


# -- in the abstract ---------------------------------------------------------------------------------------------------------------
def _spelt_out(title: str, abstract: str) -> Iterator[NameClue]:
    """``a novel Feature Repair Network (FRN)``."""
    for match in ACRONYM.finditer(abstract):
        sentence = abstract[: match.start()].rsplit(". ", 1)[-1]
        if OWN_WORDS.search(sentence[-_LONG_FORM_REACH:]) and is_spelt_out(match[1], sentence):
            titled = long_form_in_title(sentence, match[1], title)
            coined = titled or re.search(r"\d|[a-z]{2}", match[1].removesuffix("s")) is not None
            yield NameClue(match[1], 3 if coined and not is_material(sentence) else 1, "spelt-out")


#: How far before an abbreviation's bracket a word like "our" or "novel" still speaks of it.
_LONG_FORM_REACH = 110


def _reported_of(title: str, abstract: str) -> Iterator[NameClue]:  # noqa: ARG001
    """``FixNet outperforms ...``: the subject of a sentence that reports."""
    yield from (NameClue(m[1], 3, "reported-of") for m in _REPORTS.finditer(abstract) if has_shape(m[1]))


_REPORTS = re.compile(
    rf"(?:^|[.,;:] |\b(?:that|and|our|the proposed) )({_ONE_WORD})(?: model| method| framework| network)? "
    rf"(?:\w+ly |also |can |is able to |further ){{0,2}}{_words('reporter')}"
)


def _long_form(title: str, abstract: str) -> Iterator[NameClue]:  # noqa: ARG001
    """``FRN (Feature Repair Network)``."""
    for match in _IN_BRACKETS.finditer(abstract):
        name = _CAPITALISED.search(abstract, max(0, match.start() - _LONGEST_NAME), match.start())
        if name is not None and is_spelt_out(name[0], match[1]):
            yield NameClue(name[0], 3, "long-form")


_IN_BRACKETS = re.compile(r" \(([A-Za-z][\w -]{8,80})\)")
_CAPITALISED = re.compile(r"(?<![\w-])[A-Z][\w-]*$")
#: No name of one word is longer.
_LONGEST_NAME = 60


def _given(title: str, abstract: str) -> Iterator[NameClue]:  # noqa: ARG001
    """``a network called FixNet``, ``termed feature repair (FixNet)``."""
    if not any(stem in abstract for stem in _CALL_STEMS):
        return
    for match in _CALLED.finditer(abstract):
        after = abstract[match.end() : match.end() + 80].split(".", maxsplit=1)[0]
        bracket = None if has_shape(match[1]) else ACRONYM.search(after)
        yield NameClue(bracket[1] if bracket and has_shape(bracket[1]) else match[1], 4, "given")


_CALLED = re.compile(
    rf"\b(?:we call (?:our|the|this) (?:\w+ )?{_KINDS}|implement (?:our|the|this) {_words('implemented')}s? in|{_words('called')})"
    rf"\s+(?:the\s+|as\s+)?[\"'`]*({NAME})"
)
#: One of these stands in every text that ``_CALLED`` matches.
_CALL_STEMS = (*sorted(class_of("own-names.txt", "called")), "we call ", "implement ")


def _proposed(title: str, abstract: str) -> Iterator[NameClue]:  # noqa: ARG001
    """``we propose FixNet, a ...``, ``this paper presents a framework FixNet that ...``."""
    for match in _PROPOSE.finditer(abstract):
        yield from _first_proposed(match["rest"])
        for pattern in (_KIND_AND_NAME, _NAME_AND_KIND):
            yield from (NameClue(m[1], 3, "proposed") for m in pattern.finditer(match["rest"]) if has_shape(m[1]))


_PROPOSE = re.compile(rf"\b(?i:{_words('author')})\b[^.;:]{{0,60}}?\b{PROPOSING}\b\s+(?P<rest>[^.;]{{3,220}})")
#: ``a multitasking framework X that``: the name right after what is proposed, ``X, a multi-agent approach``: the name before it.
_KIND_AND_NAME = re.compile(rf"\b{_KINDS}\s({_ONE_WORD})(?=\s(?:to|that|which|for|with|by)\b|,|\s\()")
_NAME_AND_KIND = re.compile(rf"(?<![\w-])({NAME}), an? (?:[\w-]+ ){{0,4}}{_KINDS}\b")


def _first_proposed(rest: str) -> Iterator[NameClue]:
    """Names right after "we propose": ``X, a ...``, ``X for ...``, ``a long form (X)``."""
    rest = _LEADING.sub("", rest, count=1)
    first, bracket = re.match(NAME, rest), ACRONYM.search(rest)
    bracket_is_coined = bracket is not None and has_shape(bracket[1])
    if first and _is_name(first[0], rest[first.end() :], bracket_is_coined):
        yield NameClue(first[0], 5, "proposed")
    if bracket and (bracket_is_coined or bracket[1].isupper()) and "," not in bracket[1] and bracket[1].count(" ") < 2:
        yield NameClue(bracket[1], 4, "proposed")


_LEADING = re.compile(rf"^(?:{_words('leading')} )*")


def _is_name(first: str, after: str, bracket_is_coined: bool) -> bool:  # noqa: FBT001
    """Whether the first word after "we propose" is a name: a coined one, or a capitalised one where no bracket gives a better."""
    return has_shape(first) or (not bracket_is_coined and first[0].isupper() and _AFTER_NAME.match(after) is not None)


_AFTER_NAME = re.compile(r"\s*[,(]|\s+(?:a|an|the|to|for|that|which)\b")


def _spoken_of(title: str, abstract: str) -> Iterator[NameClue]:  # noqa: ARG001
    """``the proposed FixNet``, ``our FixNet``, ``our method (FixNet)``."""
    for pattern, weight in _MENTIONS:
        yield from (NameClue(m[1], weight, "spoken-of") for m in pattern.finditer(abstract) if has_shape(m[1]))


# Each pattern begins with letters that are rare, and looks back for what has to stand before them: that is several times as fast.
_MENTIONS = (
    (re.compile(rf" proposed (?<=\b(?i:the|our) proposed )(?:\w+ ){{0,1}}?({NAME})"), 3),
    (re.compile(rf"ur (?<=\b[Oo]ur )(?:\w+ ){{0,1}}?({NAME})"), 2),
    *(
        (re.compile(rf"{words} (?<=\b{first}{words} ){_KINDS}s?\s?(?:--+|,|\()[^.]{{0,90}}?\(({NAME})\)"), 4)
        for first, words in (("[Oo]", "ur"), ("[Tt]", "he proposed"))
    ),
)


def _apposition(title: str, abstract: str) -> Iterator[NameClue]:  # noqa: ARG001
    """``our method, FixNet, ...``."""
    for match in _APPOSITION.finditer(abstract):
        if has_shape(match[1]) or (match[1][0].isupper() and abstract.startswith((" (", ","), match.end())):
            yield NameClue(match[1], 4, "spoken-of")


_APPOSITION = re.compile(rf"\b{_KINDS}s?\s?(?:,|--+|\s-\s)\s?(?:the\s)?({NAME})(?=[ ,.(:-])")


#: The kinds of places; of two places with one name, the first gives the reason that is shown.
PLACES: tuple[tuple[str, Callable[[str, str], Iterator[NameClue]]], ...] = (
    ("before the title's colon", _before_colon),
    ("the words of the title", _title_words),
    ("in brackets in the title", _title_brackets),
    ("the initials of the title", _title_initials),
    ("an abbreviation that the abstract spells out", _spelt_out),
    ("the subject of a sentence that reports", _reported_of),
    ("a name with its long form in brackets", _long_form),
    ("after 'called'", _given),
    ("after 'we propose'", _proposed),
    ("after 'our' or 'the proposed'", _spoken_of),
    ("an apposition", _apposition),
)
