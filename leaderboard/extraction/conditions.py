"""Task, protocol and settings of every draft of a paper: what was done, and under which conditions."""

from __future__ import annotations

from collections.abc import Sequence

from leaderboard.extraction.claim.draft import DraftedSentence
from leaderboard.extraction.protocol.bind import PaperProtocols
from leaderboard.extraction.task.bind import PaperTasks
from leaderboard.model import Span
from leaderboard.registry import Registry
from leaderboard.registry.task_names import words_of


def bind_conditions(sentences: Sequence[DraftedSentence], title: str, text: str, registry: Registry) -> None:
    """Fill task and protocol of the drafts, which are complete otherwise, and keep of their settings those that are their own.

    Args:
        sentences: the sentences of the abstract; their drafts are changed in place.
        title: the paper's title.
        text: the repaired abstract, where only names in its opening count.
        registry: for tasks, benchmarks and what they imply.
    """
    words = words_of(text)
    tasks = PaperTasks(title, text, words, registry)
    protocols = PaperProtocols(title, text, words, registry)
    for sentence in sentences:
        span = Span(sentence.start, sentence.end)
        numbers = sorted(Span(draft.quantity.start, draft.quantity.end) for draft in sentence.drafts)
        for draft in sentence.drafts:
            task = tasks.bind(draft, span)
            if task is not None:
                draft.task, draft.task_source = task.task, task.source
                draft.because["task"] = task.reason
            protocol = protocols.bind(draft, span, numbers, draft.task)
            if draft.settings:
                draft.settings = protocols.own_settings(draft, span, numbers)
            if protocol.reason is not None:
                draft.protocol = protocol.protocols
                draft.because["protocol"] = protocol.reason
