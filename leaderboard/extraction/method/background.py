"""Which sentences speak of the world or of earlier work rather than of the paper's own results."""

from __future__ import annotations

import re

from leaderboard.extraction.lexicon.alternation import any_of
from leaderboard.extraction.lexicon.word_files import class_of
from leaderboard.extraction.method.own_name import Names
from leaderboard.extraction.tokens.sentence import Sentence


def _words(name: str) -> str:
    """A class of the words around own names, as a pattern."""
    return any_of(class_of("own-names.txt", name))


_OWN = re.compile(rf"^{_words('us')}$", re.I)
#: How a sentence begins that speaks of everybody else's systems.
_OTHERS = re.compile(rf"{_words('others')} (?:[\w-]+ ){{0,2}}{_words('othersystem')}\b", re.I)
#: How a sentence begins that reports.
_RESULTS = re.compile(rf"(?:{_words('reporting')} ){{0,2}}{_words('report')}\b", re.I)


#: In a longer abstract the first sentence sets the scene.
_SHORT = 3


def is_background(nodes: Sentence, number: int, count: int, names: Names) -> bool:
    """Whether a sentence is no place for results of this paper.

    Args:
        nodes: the sentence.
        number: its place in the abstract, from 0; ``count`` is how many there are.
        names: the paper's own names.
    """
    if nodes and nodes[-1].text == "?":
        return True
    if any(_OWN.match(n.text) or n.text in names.own for n in nodes):
        return False
    if _RESULTS.match(" ".join(n.text for n in nodes[:4])):
        return False
    if any(n.tag == "PRIOR" for n in nodes):
        return True
    if _OTHERS.match(" ".join(n.text for n in nodes[:5])) and not any(n.tag in ("BENCH", "METRIC") for n in nodes):
        return True
    return number == 0 and count > _SHORT and not any(n.tag in ("BEAT", "BENCH") for n in nodes)


_EXPERIMENT_WORDS = class_of("own-names.txt", "experiment")
#: One of these stands in every sentence that ``_EXPERIMENT`` matches, whether or not it begins with a capital.
_EXPERIMENT_STEMS = tuple(sorted({form for word in _EXPERIMENT_WORDS for form in (word.split()[0][1:], word.split()[0][1:].upper())}))
_EXPERIMENT = re.compile(rf"\b{any_of(_EXPERIMENT_WORDS)}", re.I)


def announces_experiments(sentence: str) -> bool:
    """Whether a sentence speaks of experiments, so that the benchmarks in it may be those of the numbers to come.

    >>> announces_experiments("We evaluate on COCO."), announces_experiments("COCO is large.")
    (True, False)
    """
    return any(stem in sentence for stem in _EXPERIMENT_STEMS) and _EXPERIMENT.search(sentence) is not None
