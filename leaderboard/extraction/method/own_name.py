"""Resolve, before it begins: what the paper calls its own system, by the evidence of `evidence.py`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from leaderboard.extraction.benchmark.introduced import is_data, is_own_data, own_benchmark
from leaderboard.extraction.lexicon.name_shapes import clean_name, has_shape, is_everybodys, standing_alone
from leaderboard.extraction.method.name_clues import evidence, long_form_doubt
from leaderboard.extraction.method.title import title_head, title_phrase, whole_title

_TITLE_WORDS = "title-words"


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


_ENOUGH = 2


#: No abstract names its system more often than this.
_MOST_EVIDENCE = 80


_OWN = 4


#: What it takes from a name to be that of a data set.
_DATA = 20


def _nobodys(name: str) -> bool:  # noqa: ARG001
    return False


def paper_names(title: str, abstract: str, everybodys: Callable[[str], bool] = _nobodys, taken: Callable[[str], bool] = _nobodys) -> Names:
    """What the paper calls its system, from its title and (repaired) abstract.

    Every place where authors put names gives evidence of a weight; the name with most wins. ``everybodys`` says whether a name belongs to a
    family of well-known systems, which is seldom the paper's own, ``taken`` whether it is a benchmark's or a metric's, which never is.

    >>> paper_names("Noisin: Unbiased Regularization for RNNs", "We propose Noisin, a new method.").main
    'Noisin'
    >>> paper_names("Learning Faces", "We learn Deep IDentification features (DeepID2) here. DeepID2 wins.").main
    'DeepID2'
    """
    votes: Counter[str] = Counter()
    source: dict[str, str] = {}
    for found, weight, where in islice(evidence(title, abstract), _MOST_EVIDENCE):
        name = clean_name(found)
        if _may_be_own(name) and not taken(name):
            votes[name] += weight
            source.setdefault(name, where)
    head, data = clean_name(title_head(title, abstract) or ""), own_benchmark(title, abstract)
    for name in list(votes):
        if votes[name] < _ENOUGH:
            continue
        votes[name] += _doubt(name, title, abstract, everybodys)
        called_data = is_data(name, abstract)
        if is_own_data(name, title, abstract) or (called_data and name == data) or (name != head and (name == data or called_data)):
            votes[name] -= _DATA
    for name in list(votes):
        longer = [other for other in votes if other.startswith((name + "-", name + "+")) or other.endswith("-" + name)]
        if any(votes[other] > 0 for other in longer):
            votes[name] = min(votes[name], max(votes[other] for other in longer) - 1)
    main = max(votes, key=lambda n: (votes[n], -len(n)), default=None)
    if main is None or votes[main] < _ENOUGH:
        phrase = title_phrase(title) or whole_title(title, abstract)
        return Names(phrase, frozenset(n for n in votes if votes[n] >= _ENOUGH), _TITLE_WORDS if phrase else "")
    return Names(main, frozenset(n for n, count in votes.items() if count >= _OWN or n == main), source[main])


_GRID = re.compile(r"\d+\s?[xX]\s?\d+")


_FACTOR = re.compile(r"[\d.,]+\w?")


def _may_be_own(name: str) -> bool:
    parts = name.split(" and ")
    if len(parts) > 1 and all(has_shape(part) for part in parts):  # two names
        return False
    return (
        len(name) > 1
        and not _GRID.fullmatch(name)
        and not _FACTOR.fullmatch(name.split(maxsplit=1)[0])
        and not is_everybodys(name)
        and any(c.isupper() or c.isdigit() for c in name.split(maxsplit=1)[0])
    )


def _doubt(name: str, title: str, abstract: str, everybodys: Callable[[str], bool]) -> int:
    """What the use of a name adds to its weight or takes from it: names that are used count more, those of well-known families less."""
    uses = _uses(name, abstract)
    doubt = 0
    if name != clean_name(title_head(title, abstract) or ""):
        doubt = long_form_doubt(name, abstract)
    used = min(uses, 4) if uses else 0 if name == clean_name(title_head(title, abstract) or "") else -2
    return used - doubt - 4 * (name not in title and everybodys(name))


def _uses(name: str, abstract: str) -> int:
    text, sought = (abstract.casefold(), name.casefold()) if " " in name and len(abstract.casefold()) == len(abstract) else (abstract, name)
    return sum(_GOES_ON.match(abstract, end) is None for _, end in standing_alone(sought, text))


#: What makes a name behind which it stands part of a longer one.
_GOES_ON = re.compile(r"[\w+]|-[A-Z]{2}")
