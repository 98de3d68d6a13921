"""Step 7, resolve: whose number it is and what it is compared with; what an earlier sentence carries on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from leaderboard.extraction.baseline.bind import baselines
from leaderboard.extraction.benchmark.across_sentences import (
    carry,
    on_announced,
    on_mentioned,
    on_only,
    on_own_benchmark,
    only_benchmark,
    only_mentioned,
)
from leaderboard.extraction.benchmark.name import look_up, named_benchmark
from leaderboard.extraction.claim.draft import DraftedSentence, NamedBenchmark
from leaderboard.extraction.method.attribution import Number
from leaderboard.extraction.method.bind import method_of
from leaderboard.extraction.method.subject import BACK, sentence_subject
from leaderboard.extraction.paper import Paper
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.noun_phrase import PhrasedSentence


def resolve(sentences: list[DraftedSentence], mentioned: Callable[[], Iterable[Node]], paper: Paper) -> None:
    """Fill method, role and baseline of every draft, and carry a metric and benchmark on from the sentence before.

    Args:
        sentences: those with drafts and those that announce experiments, in order; their drafts are changed in place.
        mentioned: gives the benchmarks that the other sentences name; called only where that matters.
        paper: for its own names, for well-known systems and for the benchmark that it introduces.
    """
    only = only_benchmark(sentences)
    named = only is not None or any(n.tag == "BENCH" for s in sentences for n in s.nodes)
    everywhere = None if named else cache(lambda: only_mentioned(mentioned()))
    so_far = SoFar()
    for sentence in sentences:
        so_far = so_far.with_subject(sentence)
        if sentence.drafts:
            _benchmarks(sentence, so_far, paper.introduced, only, everywhere)
            _methods_and_baselines(sentence, so_far.subject, paper)
            for draft in sentence.drafts:
                draft.benchmarks = tuple(look_up(b, paper.registry, paper.context) for b in draft.benchmarks)
        so_far = so_far.after(sentence)


@dataclass(frozen=True, slots=True)
class SoFar:
    """What the sentences up to a place tell the next one: its subject, the last sentence with drafts, the benchmarks announced."""

    subject: str | None = None
    before: DraftedSentence | None = None
    announced: tuple[NamedBenchmark, ...] = ()

    def with_subject(self, sentence: DraftedSentence) -> SoFar:
        """The same with the subject of a sentence, or with the subject before it where "it" or "this" takes that up."""
        takes_up = sentence.nodes.at(0).text.casefold() in BACK
        subject = sentence_subject(sentence.nodes) or (self.subject if takes_up else None)
        return SoFar(subject, self.before, self.announced)

    def after(self, sentence: DraftedSentence) -> SoFar:
        """What the sentence after this one is told."""
        if sentence.drafts:
            return SoFar(self.subject, sentence, self.announced)
        announced = tuple(dict.fromkeys(named_benchmark(n) for n in sentence.nodes if n.tag == "BENCH"))
        return SoFar(self.subject, self.before, announced or self.announced)


def _benchmarks(
    sentence: DraftedSentence,
    so_far: SoFar,
    introduced: str | None,
    only: NamedBenchmark | None,
    everywhere: Callable[[], NamedBenchmark | None] | None,
) -> None:
    """Benchmarks for drafts that have none, from the nearest source to the farthest."""
    carry(sentence, so_far.before)
    if introduced is not None:
        on_own_benchmark(sentence, introduced)
    on_announced(sentence, so_far.announced)
    if only is not None:
        on_only(sentence, only)
    elif everywhere is not None:
        on_mentioned(sentence, everywhere)


def _methods_and_baselines(sentence: DraftedSentence, subject: str | None, paper: Paper) -> None:
    """Whose number each draft is, and then, because that depends on the roles, what it is compared with."""
    nodes = PhrasedSentence(sentence.nodes)
    for draft in sentence.drafts:
        whose = method_of(Number(nodes, draft, paper.names, subject))
        draft.method, draft.role = whose.method, whose.role
        if whose.reason is not None:
            draft.because["method"] = whose.reason
    for draft, baseline in zip(sentence.drafts, baselines(nodes, sentence.drafts, paper.names, paper.vocabulary), strict=True):
        if baseline is not None:
            draft.baseline = baseline.name
            if baseline.reason is not None:
                draft.because["baseline"] = baseline.reason
