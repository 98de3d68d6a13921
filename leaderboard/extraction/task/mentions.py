"""Where a text names tasks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from leaderboard.registry import Registry, Task
from leaderboard.registry.task_names import Word, head_forms, plain, words_of
from leaderboard.registry.tasks import TaskTree


class Mention(NamedTuple):
    """A task named in a text: its name, the registry's entry (None where it has none), the place, whether the name is weak."""

    name: str
    task: Task | None
    start: int
    end: int
    weak: bool = False


class TaskFinder:
    """Finds the names of a registry's tasks in texts."""

    def __init__(self, tree: TaskTree) -> None:
        self.tree = tree
        self._lengths: dict[str, tuple[int, ...]] = {}
        lengths: dict[str, set[int]] = {}
        for key in tree.keys:
            lengths.setdefault(key[0], set()).add(len(key))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
        self._exact: dict[str, list[str]] = {}
        for name in sorted(tree.exact, key=len, reverse=True):
            self._exact.setdefault(plain(words_of(name)[0].text), []).append(name)

    def mentions(self, text: str, words: Sequence[Word] | None = None) -> list[Mention]:
        """The tasks that a text names, in order; of names that overlap the longest one from the left.

        Args:
            text: any text.
            words: its words, where they are known already.
        """
        words = words_of(text) if words is None else words
        plain_words = tuple(word.text for word in words)
        found: list[Mention] = []
        free = 0
        for at, first in enumerate(plain_words):
            if at < free:
                continue
            length = 0
            if first in self._lengths:
                for length in self._lengths[first]:
                    known = self.tree.keys.get(plain_words[at : at + length])
                    if known is not None and at + length <= len(words):
                        found.append(Mention(known[0].name, known[0], words[at].start, words[at + length - 1].end, known[1]))
                        free = at + length
                        break
            if free <= at and first in self._exact and (exact := self._exact_at(text, words[at])) is not None:
                found.append(exact)
        return found

    def _exact_at(self, text: str, word: Word) -> Mention | None:
        for name in self._exact[word.text]:
            end = word.start + len(name)
            if text.startswith(name, word.start) and not text[end : end + 1].isalnum():
                task = self.tree.exact[name]
                return Mention(task.name, task, word.start, end, name in task.weak)
        return None


@lru_cache(maxsize=8)
def finder_of(registry: Registry) -> TaskFinder:
    """The finder of a registry's tasks, made once."""
    return TaskFinder(registry.tasks)


#: How many words before its last one the name of an unregistered task may have.
_LONGEST = 3


def unregistered(title: str, edges: frozenset[str], conditions: frozenset[str]) -> Mention | None:
    """The task of a title that no line of the registry names: a last word of tasks' names with the words before it.

    Args:
        title: the title.
        edges: words that end such a name on its left ("for", "of", "efficient").
        conditions: words left out at its beginning because they say how, not what ("few-shot").

    >>> unregistered("LeakNet: Efficient Pipe Leak Detection", frozenset({"efficient"}), frozenset()).name
    'pipe leak detection'
    """
    words = words_of(title)
    heads = head_forms()
    best: Mention | None = None
    for at, word in enumerate(words):
        if word.text not in heads:
            continue
        first = at
        while first > max(0, at - _LONGEST) and _goes_on(title, words[first - 1], words[first], edges):
            first -= 1
        while first < at and (words[first].text in conditions or title[words[first].start - 1 : words[first].start] == "-"):
            first += 1
        if first < at and (best is None or at - first > 1):
            best = Mention(title[words[first].start : word.end].lower(), None, words[first].start, word.end)
    return best


def _goes_on(text: str, left: Word, right: Word, edges: frozenset[str]) -> bool:
    """Whether two words of a name stand beside each other, with nothing but a blank or a hyphen between them."""
    return left.text not in edges and text[left.end : right.start] in (" ", "-")
