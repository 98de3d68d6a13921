"""The words that show what is a benchmark: classes of `phrases_benchmark.txt`."""

from __future__ import annotations

from functools import lru_cache

from leaderboard.extraction.lexicon.word_files import read_words
from leaderboard.resources import registry_dir


@lru_cache(maxsize=1)
def _classes() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word_class in read_words(registry_dir() / "phrases_benchmark.txt"):
        found[word_class.name] = found.get(word_class.name, ()) + word_class.words
    return found


@lru_cache(maxsize=64)
def phrases(name: str) -> frozenset[str]:
    """The words of a class, in small letters.

    >>> "corpus" in phrases("dataset"), "corpora" in phrases("datasets")
    (True, True)

    Raises:
        KeyError: there is no such class.
    """
    return frozenset(_classes()[name])


@lru_cache(maxsize=64)
def endings(name: str) -> tuple[str, ...]:
    """The same as a tuple, for ``str.endswith``.

    >>> "re-trained".endswith(endings("trained"))
    True

    Raises:
        KeyError: there is no such class.
    """
    return _classes()[name]
