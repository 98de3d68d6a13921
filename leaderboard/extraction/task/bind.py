"""The task of each number: the one that the text names nearest and that fits its benchmark and metric, else what these imply."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.lexicon.word_files import name_class
from leaderboard.extraction.task.mentions import Mention, finder_of, unregistered
from leaderboard.extraction.task.metric_tasks import read_metric_tasks
from leaderboard.model import Span, TaskSource
from leaderboard.registry import Registry, Task
from leaderboard.registry.task_names import Words


class Bound(NamedTuple):
    """The task of a number, where it comes from, and why."""

    task: str
    source: TaskSource
    reason: Reason


#: What a mention is worth by where it stands, before anything else is known about it.
_BESIDE, _SENTENCE, _TITLE, _BEFORE, _ELSEWHERE = 4.0, 3.0, 3.2, 1.5, 0.8
#: How far from the number, in characters, a mention still stands beside it.
_NEAR = 90
_WEAK = -2.2
_METHOD = -1.2
_BROAD = -0.8
_AGREES_BENCHMARK, _OTHER_BENCHMARK = 2.0, -2.0
_DEFAULT = 0.6
_AGREES_METRIC, _OTHER_METRIC = 1.5, -1.0
_REPEATED = 0.25
_LEAST = 0.0


class PaperTasks:
    """What a paper says about its tasks, for all of its numbers.

    Args:
        title: the paper's title.
        text: its abstract, repaired.
        words: the words of the text.
        registry: for tasks, benchmarks and what they imply.
    """

    def __init__(self, title: str, text: str, words: Words, registry: Registry) -> None:
        self.title, self.text, self.words, self.registry = title, text, words, registry
        self.finder = finder_of(registry)

    @cached_property
    def in_text(self) -> list[Mention]:
        """The tasks that the abstract names."""
        return self.finder.mentions(self.text, self.words)

    @cached_property
    def in_title(self) -> list[Mention]:
        """The tasks that the title names."""
        return self.finder.mentions(self.title)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How often title and abstract name each task."""
        counts: dict[str, int] = {}
        for mention in (*self.in_title, *self.in_text):
            counts[mention.name] = counts.get(mention.name, 0) + 1
        return counts

    @cached_property
    def open(self) -> Mention | None:
        """A task of the title that the registry does not have."""
        return unregistered(self.title, name_class("taskedge"), name_class("taskcondition"))

    def bind(self, draft: Draft, sentence: Span) -> Bound | None:
        """The task of one number, or None where nothing says it."""
        on_benchmark, on_metric = self._of_benchmarks(draft), self._of_metric(draft)
        best: tuple[float, Mention, str] | None = None
        for mention, worth, place in self._placed(draft, sentence):
            score = worth + self._fit(mention, on_benchmark, on_metric)
            if best is None or score > best[0]:
                best = score, mention, place
        implied = self._implied(draft)
        if best is None or best[0] <= _LEAST:
            return implied
        if implied is not None and implied.task != best[1].name and best[2] != "beside" and _is_vague(best[1], on_benchmark):
            return implied
        return self._of_text(best[1], best[2])

    def _placed(self, draft: Draft, sentence: Span) -> Iterable[tuple[Mention, float, str]]:
        at = draft.quantity.start
        for mention in self.in_title:
            yield mention, _TITLE, "title"
        if self.open is not None and all(m.weak or _is_method(m) for m in self.in_title):
            yield self.open, _TITLE - 0.6, "title"
        for mention in self.in_text:
            if sentence.start <= mention.start < sentence.end:
                distance = mention.start - at if mention.start >= at else at - mention.end
                near = distance < _NEAR
                yield mention, (_BESIDE if near else _SENTENCE) - distance / 400, "beside" if near else "sentence"
            elif mention.start < at:
                yield mention, (_BEFORE if sentence.start - mention.end < 200 else _ELSEWHERE), "abstract"
            else:
                yield mention, _ELSEWHERE - 0.3, "abstract"

    def _fit(self, mention: Mention, on_benchmark: list[Task], on_metric: list[Task]) -> float:
        score = _WEAK if mention.weak else 0.0
        score += _METHOD if _is_method(mention) else 0.0
        score += _BROAD if mention.name in name_class("broadtask") else 0.0
        score += _REPEATED * min(4, self.counts.get(mention.name, 1) - 1)
        related = self.registry.tasks.related
        task = mention.task
        if task is not None and on_benchmark:
            score += _AGREES_BENCHMARK if any(related(task, other) for other in on_benchmark) else _OTHER_BENCHMARK
            score += _DEFAULT if related(task, on_benchmark[0]) else 0.0
        if task is not None and on_metric:
            score += _AGREES_METRIC if any(related(task, other) for other in on_metric) else _OTHER_METRIC
        return score

    def _of_text(self, mention: Mention, place: str) -> Bound:
        """The task of a mention; where the title names a kind of it, that kind."""
        task = mention.task
        if task is not None and place != "title":
            for other in self.in_title:
                if other.task is not None and not other.weak and task in self.registry.parents(other.task):
                    mention, place = other, "title"
        words = (self.title if place == "title" else self.text)[mention.start : mention.end]
        return Bound(mention.name, "text", Reason(place, " ".join(words.split())))

    def _of_benchmarks(self, draft: Draft) -> list[Task]:
        found = (self.registry.benchmarks.get(board.id) for board in draft.benchmarks if board.id is not None)
        names = (name for benchmark in found if benchmark is not None for name in benchmark.tasks)
        return [task for name in names if (task := self.registry.task(name)) is not None]

    def _of_metric(self, draft: Draft) -> list[Task]:
        known = read_metric_tasks().get(draft.target.name or "")
        return [task for name in known.tasks if (task := self.registry.task(name)) is not None] if known else []

    def _implied(self, draft: Draft) -> Bound | None:
        """The task that the benchmark's and the metric's usual ones agree on, else the benchmark's, else the metric's."""
        on_benchmark, on_metric = self._of_benchmarks(draft), self._of_metric(draft)
        metric = draft.target.name or ""
        for task in on_benchmark:
            if any(task is other or other in self.registry.parents(task) for other in on_metric):
                return Bound(task.name, "implied", Reason("benchmark", draft.benchmarks[0].name))
        known = read_metric_tasks().get(metric)
        if on_metric and known is not None and known.implies:
            return Bound(on_metric[0].name, "implied", Reason("metric", metric))
        if on_benchmark:
            return Bound(on_benchmark[0].name, "implied", Reason("benchmark", draft.benchmarks[0].name))
        return None


def _is_vague(mention: Mention, on_benchmark: list[Task]) -> bool:
    """Whether what the benchmark or the metric implies says more than a mention: a weak or unregistered name, a way to learn."""
    return (mention.weak and mention.task not in on_benchmark) or mention.task is None or _is_method(mention)


def _is_method(mention: Mention) -> bool:
    """Whether a task is a way to learn rather than something that is done ("model compression", "reinforcement learning")."""
    return mention.task is not None and mention.task.area in ("machine learning", "reinforcement learning") and mention.name not in _DONE


_DONE = frozenset({"clustering", "anomaly detection", "out-of-distribution detection", "outlier detection", "classification", "regression"})
