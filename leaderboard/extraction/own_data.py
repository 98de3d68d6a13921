"""The data set or benchmark that a paper itself brings in."""

from __future__ import annotations

import re

from leaderboard.extraction.shapes import NAME, clean_name, has_shape, is_everybodys

_DATA_NOUN = r"(?:data\s?set|benchmark|suite|corpus|challenge|test\s?bed|test suite|test set|collection of)"
_MAKE = (
    r"\b(?:propos|introduc|present|creat|construct|build|built|collect|releas|develop|design|contribut|curat|establish|compil|annotat)\w*"
)
_OWN_DATA = (
    re.compile(
        rf"{_MAKE}\b[^.;]{{0,110}}?\b{_DATA_NOUN}s?\b[^.;]{{0,50}}?"
        rf"(?:called|named|dubbed|termed|,|\(|namely)\s*(?:the\s)?[\"'`]*(?P<name>{NAME})"
    ),
    re.compile(
        rf"{_MAKE}\s(?:the\s)?(?P<name>(?=[\w-]*[A-Z]){NAME})\s?(?:\([^)]*\)\s?)?,?\s(?:which is\s)?"
        rf"(?:an?|the)?\s?[^.;]{{0,120}}?\b{_DATA_NOUN}\b"
    ),
)
_OWN_DATA_TITLE = re.compile(rf"^(?P<name>{NAME}):\s(?:(?!for|using|with|on|via|from|of\b)[\w-]+\s){{0,7}}?{_DATA_NOUN}\b", re.I)


def own_benchmark(title: str, abstract: str) -> str | None:
    """The benchmark or data set that a paper itself introduces, by its name, or None.

    >>> own_benchmark("", "We present a new data set, CommaQA, for this.")
    'CommaQA'
    """
    match = _OWN_DATA_TITLE.match(title)
    if match and has_shape(match["name"]):
        return match["name"]
    for pattern in _OWN_DATA:
        for match in pattern.finditer(abstract):
            name = clean_name(match["name"])
            if len(name) > 1 and has_shape(name) and name[0].isupper() and not is_everybodys(name) and not name.split()[0].endswith("ing"):
                return name
    return None


_CALLED_DATA = r"\b(?:data\s?set|benchmark|corpus|metric|testbed|suite|framework for evaluating)\b"


def is_own_data(name: str, title: str, abstract: str) -> bool:
    """Whether the title or the abstract says in so many words that the name is a data set: ``X: A Suite of Tasks``, ``X, a large corpus``.

    >>> is_own_data("Mintaka", "Mintaka: A Multilingual Dataset for Questions", "")
    True
    """
    titled = _OWN_DATA_TITLE.match(title)
    if titled is not None and titled["name"] == name:
        return True
    adjectives = r"(?:(?!(?:for|to|that|on|in|with|using|which|trained)\b)[\w-]+,?\s){0,10}?"
    kind = rf"(?:,|\(|:)?\s(?:which is\s)?(?:an?|the first)\s{adjectives}{_DATA_NOUN}s?\b"
    return re.search(rf"(?<![\w-]){re.escape(name)}{kind}", abstract) is not None


def is_data(name: str, abstract: str) -> bool:
    """Whether the text calls the name a data set, benchmark or metric.

    >>> is_data("WCM", "on the WCM dataset"), is_data("DeepID2", "DeepID2 wins")
    (True, False)
    """
    n = re.escape(name)
    behind = rf"(?<![\w-]){n}\s+(?:data\s?sets?|benchmarks?|corpus|corpora|test set|metric|leaderboard|competition)\b"
    before = rf"{_CALLED_DATA}(?:[^.]{{0,40}}?(?:called|named|dubbed|termed)|\s*[,(])\s*{n}(?![\w-])"
    return re.search(behind, abstract) is not None or re.search(before, abstract) is not None
