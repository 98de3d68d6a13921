"""The classes of `around-numbers.txt`, as sets of words and as patterns."""

from __future__ import annotations

from leaderboard.extraction.lexicon.alternation import words_pattern
from leaderboard.extraction.lexicon.word_files import class_of

_FILE = "around-numbers.txt"


def around(name: str) -> frozenset[str]:
    """The words of a class.

    >>> "ranging" in around("rangeword")
    True

    Raises:
        WordsError: there is no such class.
    """
    return class_of(_FILE, name)


def any_around(name: str) -> str:
    """A regular expression for any word of a class; raises as :func:`around`."""
    return words_pattern(around(name))
