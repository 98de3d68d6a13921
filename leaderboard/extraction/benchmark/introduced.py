"""The data set or benchmark that a paper itself brings in."""

from __future__ import annotations

import re
from functools import lru_cache

from leaderboard.extraction.benchmark.name import WORDS
from leaderboard.extraction.lexicon.alternation import any_of
from leaderboard.extraction.lexicon.name_shapes import NAME, clean_name, has_shape, is_everybodys, standing_alone
from leaderboard.extraction.lexicon.word_files import class_of


def _words_of(name: str) -> str:
    """A regular expression for any phrase of a class, as a group of its own; a space may be any white space."""
    return f"(?:{any_of(class_of(WORDS, name))})".replace(r"\ ", r"\s")


_DATA_NOUN = _words_of("newdata")

#: What stands in every text in which ``_DATA_NOUN`` does.
_DATA_STEMS = tuple(class_of(WORDS, "newdatastem"))

#: A word for making a data set, in any of its forms.
_MAKE = rf"\b{_words_of('make')}\w*"

_CALLED_SO = _words_of("called")


_OWN_DATA = (
    re.compile(
        rf"{_MAKE}\b[^.;]{{0,110}}?\b{_DATA_NOUN}s?\b[^.;]{{0,50}}?"
        rf"(?:{_CALLED_SO}|,|\(|namely)\s*(?:the\s)?[\"'`]*(?P<name>{NAME})"
    ),
    re.compile(
        rf"{_MAKE}\s(?:the\s)?(?P<name>(?=[\w-]*[A-Z]){NAME})\s?(?:\([^)]*\)\s?)?,?\s(?:which is\s)?"
        rf"(?:an?|the)?\s?[^.;]{{0,120}}?\b{_DATA_NOUN}\b"
    ),
)


_OWN_DATA_TITLE = re.compile(rf"^(?P<name>{NAME}):\s(?:(?!for|using|with|on|via|from|of\b)[\w-]+\s){{0,7}}?{_DATA_NOUN}\b", re.I)


@lru_cache(maxsize=4)
def own_benchmark(title: str, abstract: str) -> str | None:
    """The benchmark or data set that a paper itself introduces, by its name, or None.

    >>> own_benchmark("", "We present a new data set, CommaQA, for this.")
    'CommaQA'
    """
    match = _OWN_DATA_TITLE.match(title)
    if match and has_shape(match["name"]):
        return match["name"]
    if not any(stem in abstract for stem in _DATA_STEMS):
        return None
    for pattern in _OWN_DATA:
        for match in pattern.finditer(abstract):
            name = clean_name(match["name"])
            if len(name) > 1 and has_shape(name) and name[0].isupper() and not is_everybodys(name) and not name.split()[0].endswith("ing"):
                return name
    return None


_IS_DATA = re.compile(
    r"(?:,|\(|:)?\s(?:which is\s)?(?:an?|the first)\s"
    rf"(?:(?!(?:for|to|that|on|in|with|using|which|trained)\b)[\w-]+,?\s){{0,10}}?{_DATA_NOUN}s?\b"
)


_CALLED_DATA = rf"\b{_words_of('calleddata')}\b"


_CALLED = re.compile(rf"{_CALLED_DATA}(?:[^.]{{0,40}}?{_CALLED_SO}|\s*[,(])\s*$")


_DATA_BEHIND = re.compile(rf"\s+{_words_of('databehind')}\b")


_WORD = re.compile(r"[\w-]")


#: How far before a name the word for a data set may stand.
_REACH = 90


def is_own_data(name: str, title: str, abstract: str) -> bool:
    """Whether the title or the abstract says in so many words that the name is a data set: ``X: A Suite of Tasks``, ``X, a large corpus``.

    >>> is_own_data("Mintaka", "Mintaka: A Multilingual Dataset for Questions", "")
    True
    """
    titled = _OWN_DATA_TITLE.match(title)
    if titled is not None and titled["name"] == name:
        return True
    return any(_IS_DATA.match(abstract, end) for _, end in standing_alone(name, abstract))


def is_data(name: str, abstract: str) -> bool:
    """Whether the text calls the name a data set, benchmark or metric.

    >>> is_data("WCM", "on the WCM dataset"), is_data("DeepID2", "DeepID2 wins")
    (True, False)
    """
    return any(
        _DATA_BEHIND.match(abstract, end) or (_CALLED.search(abstract, max(0, start - _REACH), start) and not _WORD.match(abstract, end))
        for start, end in standing_alone(name, abstract)
    )
