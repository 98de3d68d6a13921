"""The values of the registry: metrics, benchmarks, and problems in its files; all frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Direction = Literal["higher", "lower"]
Quality = Literal["quality", "cost"]
EntryKind = Literal["metric", "benchmark"]

NO_UNIT = "none"
"""Unit of a metric that is a plain number."""
ANY_UNIT = "any"
"""Unit of a metric that is measured in different units, and compared only within one unit (speed, price, ...)."""


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric. ``direction`` states whether higher or lower is better; ``low`` and ``high`` are its bounds in ``unit`` (None: none).

    ``unit`` is written as in claims (``%``, ``dB``, ``s``, ``params``), or ``none`` for a plain number, or ``any``.
    """

    name: str
    aliases: tuple[str, ...]
    direction: Direction
    unit: str
    low: float | None
    high: float | None
    family: str
    kind: Quality

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name and all aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One benchmark. ``needs``: words of which one must occur in the title or abstract for its shared names to count."""

    name: str
    aliases: tuple[str, ...]
    task: str
    area: str
    needs: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The canonical name and all aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Normalised:
    """A value in its metric's canonical unit; ``unit`` None is a plain number.

    ``flags`` lists problems: ``out-of-range``, ``wrong-dimension``.
    """

    value: float
    unit: str | None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class RegistryProblem:
    """A fault of a registry file: its place, a stable ``code`` and a message that states what to do."""

    path: str
    line: int | None
    code: str
    message: str

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.message} [{self.code}]"
