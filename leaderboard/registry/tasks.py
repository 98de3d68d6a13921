"""The tree of tasks: what a name means, and which task is a kind of which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from leaderboard.registry.entries import Task
from leaderboard.registry.folding import exact_key
from leaderboard.registry.task_names import key_of, variants


class TaskTree:
    """All tasks by their first names. Immutable; what depends on the names' spellings is made when it is first asked for.

    ``by_name`` maps first names to tasks.
    """

    def __init__(self, tasks: Mapping[str, Task]) -> None:
        self.by_name: Mapping[str, Task] = dict(tasks)
        self._exact: dict[str, Task] | None = None
        self._keys: dict[tuple[str, ...], tuple[Task, bool]] | None = None

    def __len__(self) -> int:
        return len(self.by_name)

    def __iter__(self) -> Iterator[Task]:
        return iter(self.by_name.values())

    @property
    def exact(self) -> Mapping[str, Task]:
        """The names that count in one spelling only (``NER``), with their tasks."""
        if self._exact is None:
            self._exact = {exact_key(name)[1:]: task for task in self for name in task.exact}
        return self._exact

    @property
    def keys(self) -> Mapping[tuple[str, ...], tuple[Task, bool]]:
        """The words of every other name and of its variants, with the task and whether the name is weak. A name as written goes first."""
        if self._keys is None:
            plain = [(key_of(name), task, name in task.weak) for task in self for name in task.names if name not in task.exact]
            keys: dict[tuple[str, ...], tuple[Task, bool]] = {}
            for key, task, weak in plain:
                keys.setdefault(key, (task, weak))
            for key, task, weak in plain:
                for variant in variants(key):
                    keys.setdefault(variant, (task, weak))
            self._keys = keys
        return self._keys

    def find(self, name: str) -> Task | None:
        """The task that a name means, or None."""
        exact = self.by_name.get(name) or self.exact.get(" ".join(name.split()))
        if exact is not None:
            return exact
        found = self.keys.get(key_of(name))
        return found[0] if found else None

    def parents(self, task: Task) -> tuple[Task, ...]:
        """The tasks above a task, from the nearest to the root; a circle is left where it closes."""
        above: list[Task] = []
        parent = self.by_name.get(task.parent or "")
        while parent is not None and parent is not task and parent not in above:
            above.append(parent)
            parent = self.by_name.get(parent.parent or "")
        return tuple(above)

    def in_circle(self, task: Task) -> bool:
        """Whether a task is among its own parents."""
        seen = {task.name}
        parent = task.parent
        while parent is not None and parent in self.by_name:
            if parent == task.name:
                return True
            if parent in seen:
                return False
            seen.add(parent)
            parent = self.by_name[parent].parent
        return False

    def related(self, task: Task, other: Task) -> bool:
        """Whether two tasks are the same or one is a kind of the other."""
        return task is other or other in self.parents(task) or task in self.parents(other)
