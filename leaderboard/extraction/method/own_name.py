"""What the paper calls its own system: the name with the most weight of clues, less what speaks against it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from leaderboard.extraction.benchmark.introduced import is_data, is_own_data, own_benchmark
from leaderboard.extraction.lexicon.name_shapes import clean_name, has_shape, is_everybodys, standing_alone
from leaderboard.extraction.method.abbreviations import long_form_doubt
from leaderboard.extraction.method.name_clues import name_clues
from leaderboard.extraction.method.title import title_head, title_phrase, whole_title

#: The code of a name that is only made of words of the title.
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


def _nobodys(name: str) -> bool:  # noqa: ARG001
    return False


def paper_names(title: str, abstract: str, everybodys: Callable[[str], bool] = _nobodys, taken: Callable[[str], bool] = _nobodys) -> Names:
    """What the paper calls its system, from its title and (repaired) abstract.

    Args:
        title: may be empty.
        abstract: repaired.
        everybodys: whether a name belongs to a family of well-known systems, which is seldom the paper's own.
        taken: whether a name is that of a benchmark or a metric, which is never the paper's own system.

    >>> paper_names("Noisin: Unbiased Regularization for RNNs", "We propose Noisin, a new method.").main
    'Noisin'
    >>> paper_names("Learning Faces", "We learn Deep IDentification features (DeepID2) here. DeepID2 wins.").main
    'DeepID2'
    """
    found, source = _weights(title, abstract, taken)
    weights = _less_parts(_less_doubt(found, title, abstract, everybodys))
    main = max(weights, key=lambda name: (weights[name], -len(name)), default=None)
    if main is None or weights[main] < _ENOUGH:
        phrase = title_phrase(title) or whole_title(title, abstract)
        return Names(phrase, frozenset(name for name in weights if weights[name] >= _ENOUGH), _TITLE_WORDS if phrase else "")
    return Names(main, frozenset(name for name, weight in weights.items() if weight >= _OWN or name == main), source[main])


#: The weight that makes a name the main one, and the weight that makes another one the paper's own too.
_ENOUGH, _OWN = 2, 4


def _weights(title: str, abstract: str, taken: Callable[[str], bool]) -> tuple[dict[str, int], dict[str, str]]:
    """The names that may be the paper's own with the weight of their clues, and the code of the first clue to each."""
    weights: Counter[str] = Counter()
    source: dict[str, str] = {}
    for clue in islice(name_clues(title, abstract), _MOST_CLUES):
        name = clean_name(clue.name)
        if _may_be_own(name) and not taken(name):
            weights[name] += clue.weight
            source.setdefault(name, clue.code)
    return weights, source


#: No abstract names its system more often than this.
_MOST_CLUES = 80


def _less_doubt(weights: dict[str, int], title: str, abstract: str, everybodys: Callable[[str], bool]) -> dict[str, int]:
    """The weights after what the use of a name adds and what speaks against it takes; names without enough weight stay as they are."""
    return {
        name: weight if weight < _ENOUGH else weight + _doubt(name, title, abstract, everybodys) - _of_data(name, title, abstract)
        for name, weight in weights.items()
    }


def _of_data(name: str, title: str, abstract: str) -> int:
    """What it takes from a name to be that of a data set that the paper introduces."""
    introduced = name == own_benchmark(title, abstract)
    called_data = is_data(name, abstract)
    in_title = name == clean_name(title_head(title, abstract) or "")
    data = is_own_data(name, title, abstract) or (called_data and introduced) or (not in_title and (introduced or called_data))
    return _DATA if data else 0


_DATA = 20


def _less_parts(weights: dict[str, int]) -> dict[str, int]:
    """The weights with every part of a longer name below that name ("FixNet" below "FixNet-L")."""
    weights = dict(weights)
    for name in weights:
        longer = [weights[o] for o in weights if o.startswith((name + "-", name + "+")) or o.endswith("-" + name)]
        if any(weight > 0 for weight in longer):
            weights[name] = min(weights[name], max(longer) - 1)
    return weights


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
    in_title = name == clean_name(title_head(title, abstract) or "")
    doubt = 0 if in_title else long_form_doubt(name, abstract)
    unused = 0 if in_title else -2
    return (min(uses, 4) if uses else unused) - doubt - 4 * (name not in title and everybodys(name))


def _uses(name: str, abstract: str) -> int:
    text, sought = (abstract.casefold(), name.casefold()) if " " in name and len(abstract.casefold()) == len(abstract) else (abstract, name)
    return sum(_GOES_ON.match(abstract, end) is None for _, end in standing_alone(sought, text))


#: What makes the name before it part of a longer one.
_GOES_ON = re.compile(r"[\w+]|-[A-Z]{2}")
