"""A text that is one sentence, up to its drafts: as resolve gets it."""

from __future__ import annotations

from leaderboard.extraction.baseline.change import ChangeInSentence
from leaderboard.extraction.chain import measure, read_sentence
from leaderboard.extraction.method.attribution import Number
from leaderboard.extraction.paper import Paper
from leaderboard.extraction.tokens.noun_phrase import PhrasedSentence
from leaderboard.model import Span
from leaderboard.registry import load


def numbers(text: str, title: str = "", subject: str | None = None) -> list[Number]:
    """The numbers of a sentence that are claims, as questions for their methods."""
    span = Span(0, len(text))
    paper = Paper(text, [span], title, load())
    trace = read_sentence(paper, span, measure(paper, span))
    nodes = PhrasedSentence(trace.nodes)
    return [Number(nodes, draft, paper.names, subject) for draft in trace.drafts]


def changes(text: str, title: str = "") -> list[ChangeInSentence]:
    """The numbers of a sentence that are claims, as questions for their baselines; none of them is known yet."""
    vocabulary = Paper(text, [], title, load()).vocabulary
    return [ChangeInSentence(number.nodes, number.draft, number.names, vocabulary, {}) for number in numbers(text, title)]
