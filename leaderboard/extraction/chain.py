"""The chain from an abstract to its claims: eight steps, each a pure function in the file of its name.

repair -> segment -> lex -> quantities -> grammar -> attach -> resolve -> normalise
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from leaderboard.extraction.attach import attach
from leaderboard.extraction.background import is_background
from leaderboard.extraction.benchmarks import Systems, mark_benchmarks
from leaderboard.extraction.drafts import Draft, Sentence
from leaderboard.extraction.grammar import Reading, read
from leaderboard.extraction.homographs import redefined_in, settle
from leaderboard.extraction.lex import lex
from leaderboard.extraction.names import Names, paper_names
from leaderboard.extraction.nodes import Node
from leaderboard.extraction.normalise import normalise
from leaderboard.extraction.open_metrics import name_open_metrics
from leaderboard.extraction.own_data import own_benchmark
from leaderboard.extraction.quantities import quantities
from leaderboard.extraction.repair import Repaired, repair
from leaderboard.extraction.resolve import resolve
from leaderboard.extraction.rules import COMPILED
from leaderboard.extraction.segment import segment
from leaderboard.extraction.vocabulary import Vocabulary, build
from leaderboard.model import Claim, Extraction, Span, Verdict
from leaderboard.registry import Registry, load

#: Changes whenever the same abstract may give other claims; stored papers are then read again.
VERSION = "2"

#: A sentence with more numbers than this is no sentence.
_MOST_NUMBERS = 60
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
#: How much of a text is searched for names and context; abstracts are far shorter, and what is longer must not cost more than its length.
_OPENING = 20_000
_EXPERIMENT = re.compile(r"\b(?:experiment|evaluat|validat|test(?:ed)? (?:it|our|on)|benchmark|conduct)", re.I)
_CANDIDATE = re.compile(
    r"\d|\b(?:twice|thrice|half|quarter|third|order|orders|doubl|tripl|halv|quadrupl|two|three|four|five|six|seven|eight|nine|ten|hundred|fifth|dozen)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything the chain made of one sentence on its way, for ``explain``."""

    sentence: Span
    nodes: tuple[Node, ...]
    readings: tuple[Reading, ...]
    drafts: tuple[Draft, ...]
    background: bool


@dataclass(frozen=True, slots=True)
class Result:
    """An extraction with its traces."""

    extraction: Extraction
    repaired: Repaired
    names: Names
    traces: tuple[Trace, ...]


@lru_cache(maxsize=8)
def vocabulary_of(registry: Registry) -> Vocabulary:
    """The vocabulary of a registry, built once."""
    return build(registry)


def extract(abstract: str, title: str | None = None, registry: Registry | None = None) -> Extraction:
    """The claims of one abstract, with a verdict for every number in it.

    Args:
        abstract: the text as the source has it; offsets refer to it.
        title: the paper's title, where the system's name is often found.
        registry: the shipped one where left out.

    >>> found = extract("FixNet reaches 86.4% top-1 accuracy on ImageNet.").claims[0]
    >>> found.quote, found.metric, found.benchmarks, found.kind
    ('86.4%', 'top-1 accuracy', ('ImageNet',), 'score')
    """
    return run(abstract, title, registry).extraction


def claims(abstract: str, title: str | None = None, registry: Registry | None = None) -> Extraction:
    """Like :func:`extract`, for many abstracts: the same claims, with verdicts only where there are claims.

    >>> claims("FixNet reaches 86.4% top-1 accuracy on ImageNet.").claims[0].quote, claims("We label 300 images.").claims
    ('86.4%', ())
    """
    return run(abstract, title, registry, brief=True).extraction


def run(abstract: str, title: str | None = None, registry: Registry | None = None, *, brief: bool = False) -> Result:
    """Like :func:`extract`, keeping what every step made; ``brief`` stops as soon as it is clear that there is no claim."""
    registry = registry or load()
    vocabulary = vocabulary_of(registry)
    repaired = repair(abstract)
    text = repaired.text
    spans = segment(text)
    if not _CANDIDATE.search(text):
        return Result(Extraction(()), repaired, Names(None, frozenset()), ())
    measured = {span: quantities(text, lex(text, span, vocabulary), vocabulary) for span in spans if _may_report(text, span)}
    if brief and not any(n.tag in ("Q", "TIMES") for one in measured.values() for n in one.nodes):
        return Result(Extraction(()), repaired, Names(None, frozenset()), ())
    opening = text[:_OPENING]
    names = paper_names(title or "", opening, vocabulary.is_system, lambda name: _taken(name, registry))
    systems = Systems(names.own, vocabulary)
    context = f"{title or ''} {opening}"
    redefined = redefined_in(opening, registry)
    verdicts: list[Verdict] = []
    sentences: list[Sentence] = []
    traces: list[Trace] = []
    mentioned: list[Node] = []
    others: list[Span] = []
    for number, span in enumerate(spans):
        if span not in measured:
            listed = _listing(text, span)
            verdicts += listed
            others += [] if listed else [span]
            continue
        if any(name in text[span.start : span.end] for name in names.own):
            measured[span] = quantities(text, lex(text, span, vocabulary, names.own), vocabulary)
        verdicts += measured[span].verdicts
        nodes = name_open_metrics(settle(mark_benchmarks(measured[span].nodes, registry, context, systems), redefined), registry)
        background = is_background(nodes, number, len(spans), names)
        readings = [] if background else read(nodes, COMPILED)
        drafts = attach(nodes, readings, registry, systems)
        verdicts += _unread(nodes, readings, background=background)
        if drafts or _EXPERIMENT.search(text, span.start, span.end):
            sentences.append(Sentence(span.start, span.end, nodes, drafts))
        else:
            mentioned += [n for n in nodes if n.tag == "BENCH"]
        traces.append(Trace(span, tuple(nodes), tuple(readings), tuple(drafts), background))
    reported = any(s.drafts for s in sentences)
    for span in others if reported else ():
        nodes = mark_benchmarks(lex(text, span, vocabulary, names.own), registry, context, systems)
        if _EXPERIMENT.search(text, span.start, span.end):
            sentences.append(Sentence(span.start, span.end, nodes, []))
        else:
            mentioned += [n for n in nodes if n.tag == "BENCH"]
    sentences.sort(key=lambda s: s.start)
    if reported:
        resolve(sentences, names, vocabulary, own_benchmark(title or "", opening), mentioned)
    claims = tuple(normalise(draft, repaired, abstract, registry) for s in sentences for draft in s.drafts)
    return Result(Extraction(claims, _in_source(verdicts, claims, repaired, abstract)), repaired, names, tuple(traces))


def _taken(name: str, registry: Registry) -> bool:
    """Whether a name is that of a metric that everybody uses, or of a benchmark: never a paper's own system."""
    return registry.metric(name) is not None or registry.benchmark(name) is not None


def _may_report(text: str, span: Span) -> bool:
    """Whether a sentence holds a number or a word for one, and is no listing of numbers."""
    return _CANDIDATE.search(text, span.start, span.end) is not None and not _listing(text, span)


def _listing(text: str, span: Span) -> list[Verdict]:
    """Verdicts for the numbers of a "sentence" that is a listing of numbers, such as a table that lost its layout; else nothing."""
    found = list(_DIGITS.finditer(text, span.start, span.end))
    if len(found) <= _MOST_NUMBERS:
        return []
    return [Verdict(Span(m.start(), m.end()), m[0], "listing", f"more than {_MOST_NUMBERS} numbers in one sentence") for m in found]


def _unread(nodes: list[Node], readings: list[Reading], *, background: bool) -> list[Verdict]:
    """Verdicts for the quantities that are no claim: taken by a rule that says so, in a background sentence, or by no rule."""
    taken = {r.index: r for r in readings}
    out = []
    for i, node in enumerate(nodes):
        if node.tag not in ("Q", "TIMES"):
            continue
        reading = taken.get(i)
        if reading is not None and reading.frame != "none":
            continue
        code = "setting" if reading is not None else "background" if background else "no-rule"
        why = f"rule {reading.rule.name}" if reading is not None else ""
        out += [Verdict(Span(q.start, q.end), node.text, code, why) for q in node.quantities]
    return out


def _in_source(verdicts: list[Verdict], claims: tuple[Claim, ...], repaired: Repaired, abstract: str) -> tuple[Verdict, ...]:
    """All verdicts with offsets in the source, claims among them, in order of place."""
    moved = []
    for verdict in verdicts:
        span = repaired.source(verdict.span.start, verdict.span.end)
        moved.append(Verdict(span, span.of(abstract), verdict.code, verdict.why))
    moved += [Verdict(Span(c.start, c.end), c.quote, "claim", f"rule {c.rule}") for c in claims]
    return tuple(sorted(moved, key=lambda v: v.span))
