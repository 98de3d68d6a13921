"""What the sentences of one paper share, made when the first of them needs it."""

from __future__ import annotations

from functools import cached_property

from leaderboard.extraction.benchmark.introduced import own_benchmark
from leaderboard.extraction.benchmark.name import Systems
from leaderboard.extraction.lexicon.vocabulary import vocabulary_of
from leaderboard.extraction.method.own_name import Names, paper_names
from leaderboard.extraction.tokens.homographs import redefined_in
from leaderboard.model import Span
from leaderboard.registry import Registry

#: How much of a text is searched for names and context; abstracts are far shorter, and what is longer must not cost more than its length.
_OPENING = 20_000


class Paper:
    """A repaired text with its title and its sentences; names, systems and the like are found when they are first asked for."""

    def __init__(self, text: str, sentences: list[Span], title: str, registry: Registry) -> None:
        self.text, self.sentences, self.title, self.registry = text, sentences, title, registry
        self.vocabulary = vocabulary_of(registry)

    @cached_property
    def opening(self) -> str:
        """The beginning of the text, long enough for any abstract."""
        return self.text[:_OPENING]

    @cached_property
    def context(self) -> str:
        """Title and text, where words are looked for that tell benchmarks of the same name apart."""
        return f"{self.title} {self.opening}"

    @cached_property
    def names(self) -> Names:
        """What the paper calls its own system."""
        return paper_names(self.title, self.opening, self.vocabulary.is_system, self._is_registered)

    @cached_property
    def systems(self) -> Systems:
        """Names that are systems and so cannot be benchmarks."""
        return Systems(self.names.own, self.vocabulary)

    @cached_property
    def redefined(self) -> frozenset[str]:
        """Names of metrics that the text uses for something else."""
        return redefined_in(self.opening, self.registry)

    @cached_property
    def introduced(self) -> str | None:
        """The benchmark that the paper introduces, unless its name is that of a system."""
        name, names = own_benchmark(self.title, self.opening), self.names
        if name is None or self.vocabulary.is_system(name) or name in names.own or name.startswith(names.main or "\0"):
            return None
        return name

    @cached_property
    def positions(self) -> dict[Span, int]:
        """The position of each sentence in the text, from 0."""
        return {span: position for position, span in enumerate(self.sentences)}

    def _is_registered(self, name: str) -> bool:
        """Whether a name is that of a metric that everybody uses, or of a benchmark: never a paper's own system."""
        return self.registry.metric(name) is not None or self.registry.benchmark(name) is not None
