"""What names look like: coined ones by their capitals and digits, and those that everybody uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaderboard.extraction.lexicon.word_files import name_class

_SHAPED_PART = re.compile(r"[a-z0-9][A-Z]|[A-Z]{2}|[A-Za-z]\d|\d[A-Za-z]|^[A-Z]$")


_WORD = r"[A-Za-z0-9][\w^$*\-+./]*[\w*+$]|[A-Z]"


NAME = rf"(?:{_WORD})(?:[ -](?:[A-Z0-9][\w\-+]*|v\d[\d.]*)){{0,2}}"


ACRONYM = re.compile(r"\((?:called |dubbed |named |denoted as |or |i\.e\.,? )?[\"'`]*([A-Za-z0-9][\w\-+^*$ ./]{0,24}?)[\"'`]*\)")


_SIZE = re.compile(r"\d+[BM]|G?FLOPS|GPU-?hours")


def is_everybodys(name: str) -> bool:
    """Whether a name is one that everybody uses: of a field, a kind of model, a language, a size.

    >>> is_everybodys("LLMs"), is_everybodys("7B"), is_everybodys("ER-SAN")
    (True, True, False)
    """
    return name in name_class("everybody") or _SIZE.fullmatch(name) is not None


def has_shape(text: str) -> bool:
    """Whether a word looks like a coined name: a capital inside, two capitals, a letter with a digit (but not ``Fine-Tuning``).

    >>> has_shape("ER-SAN"), has_shape("DeepID2"), has_shape("Data-Efficient"), has_shape("ViT-B")
    (True, True, False, True)
    """
    return any(_SHAPED_PART.search(part) for word in text.split() for part in word.split("-"))


def clean_name(name: str) -> str:
    """A name without the punctuation around it."""
    return name.strip(" .,;:'\"`*").removesuffix("'s")


def standing_alone(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands in a text with nothing before it that belongs to a word, each place as start and end.

    >>> list(standing_alone("BERT", "BERT and RoBERTa, not my-BERT, but BERT"))
    [(0, 4), (35, 39)]
    """
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        alone = start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "_-")
        if alone:
            yield start, end
        start = text.find(name, end if alone else start + 1)
