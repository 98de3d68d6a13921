"""The values that the packages exchange: papers, claims, rejected entries, spans.

Plain frozen dataclasses; this module imports no other part of the project, so that every part may import it.
The README defines the fields of a claim under "What a claim is".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Literal

Kind = Literal["score", "gain", "ratio", "cost"]
Change = Literal["up", "down"]
Bound = Literal["exact", "up_to", "at_least", "about"]
TaskSource = Literal["text", "implied"]
Role = Literal["proposed", "baseline"]
Origin = Literal["prose", "table", "import", "person"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A part of a text, by character offsets: ``text[start:end]``.

    >>> Span(0, 5).of("95.9% on CIFAR-10")
    '95.9%'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Place:
    """The place of an entry in a source: the file and, if known, the line or the position among the entries, from 1."""

    path: str
    line: int | None = None
    entry: int | None = None

    def __str__(self) -> str:
        if self.line is not None:
            return f"{self.path}:{self.line}"
        return f"{self.path}, entry {self.entry}" if self.entry is not None else self.path


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper as its source describes it.

    ``date`` is ISO text, as precise as the source states it (``2024``, ``2024-03`` or ``2024-03-14``); ``place`` is where it was read, and
    is ignored in comparisons.
    """

    title: str
    abstract: str
    external_id: str | None = None
    year: int | None = None
    date: str | None = None
    venue: str | None = None
    url: str | None = None
    authors: str | None = None
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True, slots=True)
class Rejected:
    """An entry that could not be read: its place, the reason (a stable ``code`` and a sentence) and the beginning of its text."""

    place: Place
    code: str
    reason: str
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One reported number with everything that was extracted about it.

    ``start`` and ``end`` are offsets into the abstract as in the source, ``quote`` is ``abstract[start:end]``. ``value`` is the value
    as written (multiplier words applied, percents not). ``benchmarks`` are the names in the words of the abstract, ``benchmark_ids`` their
    canonical names, None for unregistered ones. ``confidence`` is the share of labelled claims read the same way that were correct in every
    field, 0 to 1. The last group of fields is set by normalisation: ``metric_id`` is the canonical name of the metric or None,
    ``canonical_value`` the value in ``canonical_unit`` (the metric's), ``flags`` lists problems with the value (``out-of-range``,
    ``wrong-dimension``, ``unregistered-metric``).
    """

    start: int
    end: int
    quote: str
    kind: Kind
    value: float
    value_high: float | None = None
    unit: str | None = None
    change: Change | None = None
    bound: Bound = "exact"
    uncertainty: float | None = None
    metric: str | None = None
    benchmarks: tuple[str, ...] = ()
    benchmark_ids: tuple[str | None, ...] = ()
    split: str | None = None
    method: str | None = None
    role: Role = "proposed"
    baseline: str | None = None
    settings: tuple[str, ...] = ()
    origin: Origin = "prose"
    rule: str = ""
    confidence: float | None = None
    metric_id: str | None = None
    canonical_value: float | None = None
    canonical_high: float | None = None
    canonical_unit: str | None = None
    flags: tuple[str, ...] = ()
    task: str | None = None
    task_source: TaskSource | None = None
    protocol: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The fields by name; tuples become lists, as in JSON."""
        return {f.name: list(v) if isinstance(v := getattr(self, f.name), tuple) else v for f in fields(self)}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on one number of a text: a claim (``code == "claim"``), or the reason why it is not one.

    ``code`` is stable, for grouping: ``model-size``, ``data-set-size``, ``year``, ``version``, ``setting``, ``count``, ``rank``,
    ``citation``, ``name``, ``no-rule``, ...; ``why`` is a sentence for readers.
    """

    span: Span
    text: str
    code: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A failure of one stage on one paper; it never stops a load."""

    stage: str
    message: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """The result of the chain for one abstract: its claims, a verdict for every number, and problems, each in order of position."""

    claims: tuple[Claim, ...]
    verdicts: tuple[Verdict, ...] = ()
    problems: tuple[Problem, ...] = ()


def claim_from_dict(values: Mapping[str, object]) -> Claim:
    """A claim from its fields by name, the inverse of :meth:`Claim.as_dict`; unknown names are ignored.

    Raises:
        TypeError: a required field is missing.
    """
    known = {f.name for f in fields(Claim)}
    kept = {k: tuple(v) if isinstance(v, list) else v for k, v in values.items() if k in known}
    return Claim(**kept)  # type: ignore[arg-type]
