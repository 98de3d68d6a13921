"""Resolve, before it begins: what the paper calls its own system.

The name comes from where authors put it: before the title's colon, behind "we propose", "called", "dubbed", in brackets behind a long form,
or as an apposition ("our method, X, ...").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from leaderboard.extraction.own_data import is_data, own_benchmark
from leaderboard.extraction.shapes import ACRONYM, NAME, clean_name, has_shape, is_everybodys
from leaderboard.extraction.titles import title_head, title_phrase

_CALLED = re.compile(
    rf"(?:\bcalled|\bnamed|\bdubbed|\btermed|\bcoined|\bnamely|\bdenoted (?:as|by)|\breferred to as|\bwe call(?: it| this)?|\bwe (?:name|term|dub)(?: it)?|\babbreviated as)\s+(?:the\s+|as\s+)?[\"'`]*({NAME})"
)
_PROPOSE = re.compile(
    r"\b(?i:we|paper|work|letter|article|study|here|and|this|us to|that)\b[^.;:]{0,60}?\b(?:propos|introduc|present|develop|design|describ|releas|devis|unveil|creat|build|contribut|explor|offer)(?:e|es|ed|s|ing)?\b\s+(?P<rest>[^.;]{3,220})"
)
_MENTIONS = (
    (re.compile(rf"\b(?i:the|our) proposed (?:\w+ ){{0,1}}?({NAME})"), 3),
    (re.compile(rf"\b[Oo]ur (?:\w+ ){{0,1}}?({NAME})"), 2),
    (
        re.compile(
            rf"\b(?:method|model|framework|approach|algorithm|architecture|network|system|pipeline|technique|strategy|scheme|paradigm|module|solution|baseline|mechanism|loss|optimizer|task)s?\s?(?:,|--+)\s?({NAME})(?=[ ,.(:-])"
        ),
        4,
    ),
)
_OWN_WORDS = re.compile(r"\b(?:we|our|this (?:paper|work)|propos\w+|introduc\w+|present\w*|novel|new)\b", re.I)
_LONG_FORM = re.compile(r"(?<![\w-])([A-Z][\w-]*) \(([A-Za-z][\w -]{8,80})\)")
_LEADING = re.compile(r"(?:the |a |an |our |novel |new |simple |yet |effective |unified |efficient )*")


@dataclass(frozen=True, slots=True)
class Names:
    """The paper's own names: the main one (None where it has none), all that count as its own, and where the main one was found."""

    main: str | None
    own: frozenset[str]
    source: str = ""

    @property
    def weak(self) -> bool:
        """Whether there is no coined name, so that the subject of a sentence says more."""
        return self.main is None or self.source == "the words of the title"


def paper_names(title: str, abstract: str, everybodys: Callable[[str], bool] = lambda name: False) -> Names:
    """What the paper calls its system, from its title and (repaired) abstract.

    ``everybodys`` says whether a name belongs to a family of well-known systems, which is seldom the paper's own.

    >>> paper_names("Noisin: Unbiased Regularization for RNNs", "We propose Noisin, a new method.").main
    'Noisin'
    >>> paper_names("Learning Faces", "We learn Deep IDentification features (DeepID2) here. DeepID2 wins.").main
    'DeepID2'
    """
    votes: Counter[str] = Counter()
    source: dict[str, str] = {}

    def vote(name: str | None, weight: int, where: str) -> None:
        if (
            name
            and len(clean := clean_name(name)) > 1
            and not is_everybodys(clean)
            and any(c.isupper() or c.isdigit() for c in clean.split()[0])
        ):
            votes[clean] += weight
            source.setdefault(clean, where)

    head = title_head(title)
    if head is not None:
        vote(head, 8, "the title, before its colon")
    for match in ACRONYM.finditer(abstract):
        sentence = abstract[: match.start()].rsplit(". ", 1)[-1]
        if _OWN_WORDS.search(sentence) and _spelt_out(match[1], sentence):
            vote(match[1], 2, "an abbreviation spelt out in the abstract")
    for match in _LONG_FORM.finditer(abstract):
        if _spelt_out(match[1], match[2]):
            vote(match[1], 3, "a name with its long form in brackets")
    for match in ACRONYM.finditer(title):
        vote(match[1] if has_shape(match[1]) else None, 4, "brackets in the title")
    for match in _CALLED.finditer(abstract):
        bracket = None if has_shape(match[1]) else ACRONYM.search(abstract[match.end() : match.end() + 80].split(".", maxsplit=1)[0])
        called = bracket[1] if bracket and has_shape(bracket[1]) else match[1]
        vote(called if any(c.isupper() or c.isdigit() for c in called) else None, 4, "a name given in the abstract")
    for pattern, weight in _MENTIONS:
        for match in pattern.finditer(abstract):
            shaped = has_shape(match[1]) or (weight == 4 and match[1][0].isupper() and abstract.startswith((" (", ","), match.end()))
            vote(match[1] if shaped else None, weight, "how the abstract speaks of it")
    for match in _PROPOSE.finditer(abstract):
        for name, weight in _proposed(match["rest"]):
            vote(name, weight, "what the abstract proposes")
    for match in _CAPITALS.finditer(abstract):
        if _title_initials(match[0], title):
            vote(match[0], 3, "the initials of the title")
    data = own_benchmark(title, abstract)
    for name in list(votes):
        votes[name] -= 4 * (name not in title and everybodys(name))
        votes[name] -= 12 * (name != clean_name(head or "") and (name == data or is_data(name, abstract)))
        uses = _uses(name, abstract)
        votes[name] += min(uses, 4) if uses else (0 if name == clean_name(head or "") else -2)
    main = max(votes, key=lambda n: (votes[n], -len(n)), default=None)
    if main is None or votes[main] < 2:
        phrase = title_phrase(title)
        return Names(phrase, frozenset(n for n in votes if votes[n] >= 2), "the words of the title" if phrase else "")
    own = frozenset(n for n, count in votes.items() if count >= 4 or n == main)
    return Names(main, own, source[main])


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
