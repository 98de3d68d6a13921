"""Where a text names tasks."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from leaderboard.registry import Registry, Task
from leaderboard.registry.task_names import Words, head_forms, words_of
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
        self._lengths: dict[str, dict[str, tuple[int, ...]]] = {}  # by the first two words of a name; "" for a name of one word
        for key in sorted(tree.keys, key=len, reverse=True):
            seconds = self._lengths.setdefault(key[0], {})
            second = key[1] if len(key) > 1 else ""
            seconds[second] = tuple(dict.fromkeys((*seconds.get(second, ()), len(key))))
        self._exact: dict[str, list[str]] = {}
        for name in sorted(tree.exact, key=len, reverse=True):
            self._exact.setdefault(words_of(name).texts[0], []).append(name)

    def mentions(self, text: str, words: Words | None = None) -> list[Mention]:
        """The tasks that a text names, in order; of names that overlap the longest one from the left.

        Args:
            text: any text.
            words: its words, where they are known already.
        """
        words = words_of(text) if words is None else words
        texts, exact = words.texts, self._exact
        found: list[Mention] = []
        free = 0
        for at in [place for place, word in enumerate(texts) if word in self._lengths or word in exact]:
            if at < free:
                continue
            length = self._length_at(texts, at)
            if length:
                free = at + length
                task, weak = self.tree.keys[texts[at:free]]
                found.append(Mention(task.name, task, words.start(at), words.end(free - 1), weak))
            elif texts[at] in exact and (mention := self._exact_at(text, texts[at], words.start(at))) is not None:
                found.append(mention)
        return found

    def _length_at(self, texts: tuple[str, ...], at: int) -> int:
        """How many words the longest name has that begins at a word; 0 where none does."""
        seconds = self._lengths.get(texts[at])
        if seconds is None:
            return 0
        if at + 1 < len(texts):
            for length in seconds.get(texts[at + 1], ()):
                if at + length <= len(texts) and (length == 2 or texts[at : at + length] in self.tree.keys):
                    return length
        return 1 if "" in seconds else 0

    def _exact_at(self, text: str, word: str, start: int) -> Mention | None:
        for name in self._exact[word]:
            end = start + len(name)
            if text.startswith(name, start) and not text[end : end + 1].isalnum():
                task = self.tree.exact[name]
                return Mention(task.name, task, start, end, name in task.weak)
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
    texts, heads = words.texts, head_forms()
    best: Mention | None = None
    for at, word in enumerate(texts):
        if word not in heads:
            continue
        first = at
        while first > max(0, at - _LONGEST) and texts[first - 1] not in edges and _touch(title, words, first):
            first -= 1
        while first < at and (texts[first] in conditions or title[words.start(first) - 1 : words.start(first)] == "-"):
            first += 1
        if first < at and (best is None or at - first > 1):
            start, end = words.start(first), words.end(at)
            best = Mention(title[start:end].lower(), None, start, end)
    return best


def _touch(text: str, words: Words, right: int) -> bool:
    """Whether a word and the one before it have nothing but a blank or a hyphen between them."""
    return text[words.end(right - 1) : words.start(right)] in (" ", "-")
