"""A benchmark by the name that the registry or the text gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leaderboard.extraction.benchmark.language_pairs import pair_pattern
from leaderboard.extraction.claim.draft import NamedBenchmark
from leaderboard.extraction.lexicon.alternation import any_of
from leaderboard.extraction.lexicon.vocabulary import Vocabulary
from leaderboard.extraction.lexicon.word_files import class_of
from leaderboard.extraction.tokens.node import Node
from leaderboard.registry import Registry

#: The file with the words that show what is a benchmark.
WORDS = "phrases_benchmark.txt"

_COMPOUND = re.compile(rf"-(?:{any_of(class_of(WORDS, 'compoundend'))}|to-\w+)$", re.I)


@dataclass(frozen=True, slots=True)
class Systems:
    """Which names are systems and so cannot be benchmarks: the paper's own, and those of well-known families."""

    names: frozenset[str]
    vocabulary: Vocabulary

    def own(self, name: str) -> bool:
        """Whether the name is the paper's own."""
        return name in self.names

    def includes(self, name: str) -> bool:
        """Whether the name is a system, or no name at all (``EEG-based``)."""
        return (
            name in self.names
            or name.rsplit("-", 1)[0] in self.names
            or self.vocabulary.is_system(name)
            or _COMPOUND.search(name) is not None
        )


#: A task behind the name of a benchmark ("COCO object detection").
_TASK = re.compile(
    rf"\s(?:(?:{any_of(class_of(WORDS, 'taskof'))})\s)?(?:{any_of(class_of(WORDS, 'taskname'))})$".replace(r"\ ", " "),
    re.I,
)


def named_benchmark(node: Node) -> NamedBenchmark:
    """The benchmark that a node names; a name that was not recognised as one is taken as written."""
    if node.tag != "BENCH":
        return NamedBenchmark(as_written(node.text))
    usual = as_written(_TASK.sub("", pair_pattern().sub("", node.text))) or as_written(node.text)
    return NamedBenchmark(usual, node.name if node.name != as_written(node.text) or node.has("REGISTERED") else None)


def as_written(text: str) -> str:
    """An unregistered benchmark's name as written, without stray punctuation."""
    return text.strip(" .,;:'\"()")


def look_up(benchmark: NamedBenchmark, registry: Registry, context: str) -> NamedBenchmark:
    """A benchmark with the registry's name for it, where the text gave it by company or as the paper's own and the registry has it too.

    Args:
        benchmark: as bound, with or without an id.
        registry: where its name is looked up.
        context: title and abstract, which tell shared names apart.
    """
    if benchmark.id is not None:
        return benchmark
    found = registry.benchmark(benchmark.name, context)
    return benchmark if found is None else NamedBenchmark(benchmark.name, found.name)
