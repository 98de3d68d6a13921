"""Resolve, before it begins: what the paper calls its own system.

The name comes from where authors put it: before the title's colon, behind "we propose", "called", "dubbed", in brackets behind a long form,
or as an apposition ("our method, X, ...").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from leaderboard.extraction.own_data import is_data, own_benchmark
from leaderboard.extraction.shapes import ACRONYM, NAME, clean_name, has_shape, is_everybodys
from leaderboard.extraction.titles import title_head, title_phrase

_INTRODUCERS = (
    r"called|named|dubbed|termed|coined|namely|denoted (?:as|by)|referred to as|we call(?: it| this)?|"
    r"we (?:name|term|dub)(?: it)?|abbreviated as"
)
_CALLED = re.compile(rf"\b(?:{_INTRODUCERS})\s+(?:the\s+|as\s+)?[\"'`]*({NAME})")
_PROPOSERS = "propos|introduc|present|develop|design|describ|releas|devis|unveil|creat|build|contribut|explor|offer"
_PROPOSE = re.compile(
    r"\b(?i:we|paper|work|letter|article|study|here|and|this|us to|that)\b[^.;:]{0,60}?"
    rf"\b(?:{_PROPOSERS})(?:e|es|ed|s|ing)?\b\s+(?P<rest>[^.;]{{3,220}})"
)
_KINDS = (
    "method|model|framework|approach|algorithm|architecture|network|system|pipeline|technique|strategy|scheme|paradigm|module|solution|baseline|"
    "mechanism|loss|optimizer|task"
)
_MENTIONS = (
    (re.compile(rf"\b(?i:the|our) proposed (?:\w+ ){{0,1}}?({NAME})"), 3),
    (re.compile(rf"\b[Oo]ur (?:\w+ ){{0,1}}?({NAME})"), 2),
)
_APPOSITION = re.compile(rf"\b(?:{_KINDS})s?\s?(?:,|--+)\s?({NAME})(?=[ ,.(:-])")
_OWN_WORDS = re.compile(r"\b(?:we|our|this (?:paper|work)|propos\w+|introduc\w+|present\w*|novel|new)\b", re.I)
_LONG_FORM = re.compile(r"(?<![\w-])([A-Z][\w-]*) \(([A-Za-z][\w -]{8,80})\)")
_LEADING = re.compile(r"(?:the |a |an |our |novel |new |simple |yet |effective |unified |efficient )*")


_TITLE_WORDS = "the words of the title"


@dataclass(frozen=True, slots=True)
class Names:
    """The paper's own names: the main one (None where it has none), all that count as its own, and where the main one was found."""

    main: str | None
    own: frozenset[str]
    source: str = ""

    @property
    def weak(self) -> bool:
        """Whether there is no coined name, so that the subject of a sentence says more."""
        return self.main is None or self.source == _TITLE_WORDS


#: A name found somewhere, how much that counts, and what the place is called in ``explain``.
Evidence = tuple[str, int, str]
_ENOUGH = 2
#: No abstract names its system more often than this.
_MOST_EVIDENCE = 80
#: How far before an abbreviation's bracket a word like "our" or "novel" still speaks of it.
_LONG_FORM_REACH = 110
_OWN = 4


def _nobodys(name: str) -> bool:  # noqa: ARG001
    return False


def paper_names(title: str, abstract: str, everybodys: Callable[[str], bool] = _nobodys) -> Names:
    """What the paper calls its system, from its title and (repaired) abstract.

    Every place where authors put names gives evidence of a weight; the name with most wins. ``everybodys`` says whether a name belongs to a
    family of well-known systems, which is seldom the paper's own.

    >>> paper_names("Noisin: Unbiased Regularization for RNNs", "We propose Noisin, a new method.").main
    'Noisin'
    >>> paper_names("Learning Faces", "We learn Deep IDentification features (DeepID2) here. DeepID2 wins.").main
    'DeepID2'
    """
    votes: Counter[str] = Counter()
    source: dict[str, str] = {}
    for found, weight, where in islice(_evidence(title, abstract), _MOST_EVIDENCE):
        name = clean_name(found)
        if _may_be_own(name):
            votes[name] += weight
            source.setdefault(name, where)
    head, data = clean_name(title_head(title) or ""), own_benchmark(title, abstract)
    for name in list(votes):
        votes[name] += _doubt(name, title, abstract, everybodys)
        if name != head and (name == data or is_data(name, abstract)):
            votes[name] -= 12
    main = max(votes, key=lambda n: (votes[n], -len(n)), default=None)
    if main is None or votes[main] < _ENOUGH:
        phrase = title_phrase(title)
        return Names(phrase, frozenset(n for n in votes if votes[n] >= _ENOUGH), _TITLE_WORDS if phrase else "")
    return Names(main, frozenset(n for n, count in votes.items() if count >= _OWN or n == main), source[main])


def _may_be_own(name: str) -> bool:
    return len(name) > 1 and not is_everybodys(name) and any(c.isupper() or c.isdigit() for c in name.split(maxsplit=1)[0])


def _doubt(name: str, title: str, abstract: str, everybodys: Callable[[str], bool]) -> int:
    """What the use of a name adds to its weight or takes from it: names that are used count more, those of well-known families less."""
    uses = _uses(name, abstract)
    used = min(uses, 4) if uses else 0 if name == clean_name(title_head(title) or "") else -2
    return used - 4 * (name not in title and everybodys(name))


def _evidence(title: str, abstract: str) -> Iterator[Evidence]:
    """All places that may name the paper's system."""
    yield from _in_title(title, abstract)
    yield from _spelt_out_in(abstract)
    yield from _introduced_in(abstract)
    for pattern, weight in _MENTIONS:
        yield from ((m[1], weight, "how the abstract speaks of it") for m in pattern.finditer(abstract) if has_shape(m[1]))
    for match in _APPOSITION.finditer(abstract):
        if has_shape(match[1]) or (match[1][0].isupper() and abstract.startswith((" (", ","), match.end())):
            yield match[1], 4, "how the abstract speaks of it"


def _in_title(title: str, abstract: str) -> Iterator[Evidence]:
    head = title_head(title)
    if head is not None:
        yield head, 8, "the title, before its colon"
    yield from ((m[1], 4, "brackets in the title") for m in ACRONYM.finditer(title) if has_shape(m[1]))
    yield from ((m[0], 3, "the initials of the title") for m in _CAPITALS.finditer(abstract) if _title_initials(m[0], title))


def _spelt_out_in(abstract: str) -> Iterator[Evidence]:
    for match in ACRONYM.finditer(abstract):
        sentence = abstract[: match.start()].rsplit(". ", 1)[-1]
        if _OWN_WORDS.search(sentence[-_LONG_FORM_REACH:]) and _spelt_out(match[1], sentence):
            yield match[1], 2, "an abbreviation spelt out in the abstract"
    yield from ((m[1], 3, "a name with its long form in brackets") for m in _LONG_FORM.finditer(abstract) if _spelt_out(m[1], m[2]))


def _introduced_in(abstract: str) -> Iterator[Evidence]:
    for match in _CALLED.finditer(abstract):
        behind = abstract[match.end() : match.end() + 80].split(".", maxsplit=1)[0]
        bracket = None if has_shape(match[1]) else ACRONYM.search(behind)
        yield (bracket[1] if bracket and has_shape(bracket[1]) else match[1]), 4, "a name given in the abstract"
    for match in _PROPOSE.finditer(abstract):
        yield from ((name, weight, "what the abstract proposes") for name, weight in _proposed(match["rest"]))


def _uses(name: str, abstract: str) -> int:
    return len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w])", abstract))


_CAPITALS = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]\b")


def _title_initials(name: str, title: str) -> bool:
    """Whether an abbreviation is made of the initials of words that follow each other in the title."""
    initials = "".join(
        word[0] for word in re.findall(r"[A-Za-z]+", title) if word.casefold() not in ("of", "for", "the", "and", "a", "in", "with")
    )
    return len(name) >= 3 and name.isupper() and name.casefold() in initials.casefold()


def _spelt_out(acronym: str, before: str) -> bool:
    """Whether the letters of an abbreviation are the beginnings of words that stand before it."""
    letters = re.sub(r"[^A-Za-z]", "", acronym).casefold()
    if len(letters) < 2 or not has_shape(acronym):
        return False
    words = re.findall(r"[A-Za-z]+", before)[-len(letters) - 4 :]
    initials = "".join(w[0] for w in words).casefold()
    return initials.endswith(letters) or (
        letters[0] in initials
        and all(c in "".join(words).casefold() for c in letters)
        and initials.count(letters[0]) > 0
        and letters[0] in [w[0].casefold() for w in words[-len(letters) - 1 :]]
    )


def _proposed(rest: str) -> list[tuple[str, int]]:
    """Names in what stands behind "we propose": ``X, a ...``, ``a long form (X)``, ``X for ...``."""
    found: list[tuple[str, int]] = []
    rest = rest[_LEADING.match(rest).end() :]  # type: ignore[union-attr]
    first = re.match(NAME, rest)
    bracket = ACRONYM.search(rest)
    shaped = bracket is not None and has_shape(bracket[1])
    if first and shaped and not has_shape(first[0]):
        first = None
    if first and (
        has_shape(first[0]) or (first[0][0].isupper() and re.match(r"\s*[,(]|\s+(?:a|an|the|to|for|that|which)\b", rest[first.end() :]))
    ):
        name = first[0]
        found.append((name, 5))
    if bracket and (has_shape(bracket[1]) or bracket[1].isupper()) and "," not in bracket[1] and bracket[1].count(" ") < 2:
        found.append((bracket[1], 4))
    return found
