"""Step 7, resolve: whose number it is and what it is compared with; what an earlier sentence carries on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
from leaderboard.extraction.benchmark.name import board
from leaderboard.extraction.claim.draft import Board, DraftedSentence
from leaderboard.extraction.lexicon.vocabulary import Vocabulary
from leaderboard.extraction.method.bind import whose
from leaderboard.extraction.method.own_name import Names
from leaderboard.extraction.method.subject import BACK, sentence_subject
from leaderboard.extraction.tokens.node import Node


def resolve(
    sentences: list[DraftedSentence],
    names: Names,
    vocabulary: Vocabulary,
    introduced: str | None = None,
    mentioned: Callable[[], Iterable[Node]] = lambda: (),
) -> None:
    """Fill method, role and baseline of every draft, and carry a metric and benchmark on from the sentence before.

    Args:
        sentences: those with drafts, in order; their drafts are changed in place.
        names: the paper's own names.
        vocabulary: for the families of well-known systems.
        introduced: the benchmark that the paper itself brings in.
        mentioned: gives the benchmarks that sentences without results name; called only where that matters.
    """
    only = only_benchmark(sentences)
    named = only is not None or any(n.tag == "BENCH" for s in sentences for n in s.nodes)
    everywhere = cache(lambda: only_mentioned(mentioned()))
    before: DraftedSentence | None = None
    subject: str | None = None
    announced: tuple[Board, ...] = ()
    for sentence in sentences:
        subject = sentence_subject(sentence.nodes) or (subject if sentence.nodes and sentence.nodes[0].text.casefold() in BACK else None)
        if sentence.drafts:
            carry(sentence, before)
            if (
                introduced is not None
                and not vocabulary.is_system(introduced)
                and introduced not in names.own
                and not introduced.startswith(names.main or "\0")
            ):
                on_own_benchmark(sentence, introduced)
            on_announced(sentence, announced)
            if only is not None:
                on_only(sentence, only)
            elif not named:
                on_mentioned(sentence, everywhere)
            for draft in sentence.drafts:
                whose(sentence.nodes, draft, names, subject)
            baselines(sentence, names, vocabulary)
            before = sentence
        else:
            announced = tuple(dict.fromkeys(board(n) for n in sentence.nodes if n.tag == "BENCH")) or announced
