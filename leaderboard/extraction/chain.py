"""The chain from an abstract to its claims: eight steps, each a pure function in the file of its name.

repair -> segment -> lex -> quantities -> grammar -> attach -> resolve -> normalise
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, partial

from leaderboard.extraction.attach import attach
from leaderboard.extraction.benchmark.introduced import own_benchmark
from leaderboard.extraction.benchmark.name import Systems
from leaderboard.extraction.benchmark.recognise import mark_benchmarks
from leaderboard.extraction.claim.draft import DraftedSentence
from leaderboard.extraction.claim.normalise import normalise
from leaderboard.extraction.grammar.read import read
from leaderboard.extraction.grammar.rule_file import GRAMMAR
from leaderboard.extraction.lexicon.vocabulary import vocabulary_of
from leaderboard.extraction.method.background import is_background
from leaderboard.extraction.method.own_name import Names, paper_names
from leaderboard.extraction.metric.compound import name_open_metrics
from leaderboard.extraction.other_numbers import in_source, unread
from leaderboard.extraction.quantities.prefilter import Candidates, has_number
from leaderboard.extraction.quantities.read import Measured, quantities
from leaderboard.extraction.resolve import resolve
from leaderboard.extraction.text.repair import Repaired, repair
from leaderboard.extraction.text.segment import listing, segment
from leaderboard.extraction.tokens.homographs import redefined_in, settle
from leaderboard.extraction.tokens.lex import lex
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.extraction.traces import Result, Trace
from leaderboard.model import Extraction, Span, Verdict
from leaderboard.registry import Registry, load

#: Changes whenever the same abstract may give other claims; stored papers are then read again.
VERSION = "2"


#: How much of a text is searched for names and context; abstracts are far shorter, and what is longer must not cost more than its length.
_OPENING = 20_000


#: What stands in every sentence that ``_EXPERIMENT`` matches.
_EXPERIMENT_STEMS = tuple(
    stem for word in "experiment evaluat validat test benchmark conduct".split() for stem in (word[1:], word[1:].upper())
)


_EXPERIMENT = re.compile(r"\b(?:experiment|evaluat|validat|test(?:ed)? (?:it|our|on)|benchmark|conduct)", re.I)


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
    """Like :func:`extract`, for many abstracts: the same claims, without verdicts.

    >>> claims("FixNet reaches 86.4% top-1 accuracy on ImageNet.").claims[0].quote, claims("We label 300 images.").claims
    ('86.4%', ())
    """
    return run(abstract, title, registry, brief=True).extraction


def run(abstract: str, title: str | None = None, registry: Registry | None = None, *, brief: bool = False) -> Result:
    """Like :func:`extract`, keeping what every step made; ``brief`` leaves out what no claim needs."""
    registry = registry or load()
    repaired = repair(abstract)
    candidates = Candidates(repaired.text)
    if brief and not candidates.any():
        return _nothing(repaired)
    paper = _Paper(repaired.text, title or "", registry)
    measured = paper.measured(candidates.may_claim if brief else partial(has_number, repaired.text))
    if brief:
        measured = {span: one for span, one in measured.items() if _has_quantity(one)}
    if not measured and (brief or not has_number(paper.text, 0, len(paper.text))):
        return _nothing(repaired)
    traces = {span: paper.trace(span, one) for span, one in measured.items()}
    if any(trace.drafts for trace in traces.values()):
        paper.resolve(traces)
    elif brief:
        return _nothing(repaired)
    claims = tuple(normalise(draft, repaired, abstract, registry) for trace in traces.values() for draft in trace.drafts)
    verdicts = () if brief else in_source(paper.verdicts(traces), claims, repaired, abstract)
    return Result(Extraction(claims, verdicts), repaired, paper.names, tuple(traces.values()))


def _nothing(repaired: Repaired) -> Result:
    return Result(Extraction(()), repaired, Names(None, frozenset()), ())


class _Paper:
    """A paper on its way through the chain: what its sentences share, made when the first of them needs it."""

    def __init__(self, text: str, title: str, registry: Registry) -> None:
        self.text, self.title, self.registry = text, title, registry
        self.vocabulary = vocabulary_of(registry)
        self.spans = segment(text)

    @cached_property
    def opening(self) -> str:
        return self.text[:_OPENING]

    @cached_property
    def names(self) -> Names:
        return paper_names(self.title, self.opening, self.vocabulary.is_system, lambda name: _taken(name, self.registry))

    @cached_property
    def systems(self) -> Systems:
        return Systems(self.names.own, self.vocabulary)

    @cached_property
    def context(self) -> str:
        return f"{self.title} {self.opening}"

    @cached_property
    def redefined(self) -> frozenset[str]:
        return redefined_in(self.opening, self.registry)

    @cached_property
    def numbers(self) -> dict[Span, int]:
        return {span: number for number, span in enumerate(self.spans)}

    def measured(self, may: Callable[[int, int], bool]) -> dict[Span, Measured]:
        """The sentences for which ``may`` says so, with their numbers read; listings of numbers are left out."""
        text = self.text
        return {span: self._measure(span, frozenset()) for span in self.spans if may(span.start, span.end) and not listing(text, span)}

    def trace(self, span: Span, measured: Measured) -> Trace:
        """A sentence up to its drafts."""
        if any(name in self.text[span.start : span.end] for name in self.names.own):
            measured = self._measure(span, self.names.own)
        nodes = name_open_metrics(
            settle(mark_benchmarks(measured.nodes, self.registry, self.context, self.systems), self.redefined), self.registry
        )
        background = is_background(nodes, self.numbers[span], len(self.spans), self.names)
        readings = [] if background else read(nodes, GRAMMAR)
        drafts = attach(nodes, readings, self.registry, self.systems)
        return Trace(span, tuple(nodes), tuple(readings), tuple(drafts), background, tuple(measured.verdicts))

    def resolve(self, traces: dict[Span, Trace]) -> None:
        """Complete the drafts with what the other sentences say."""
        sentences: list[DraftedSentence] = []
        silent: list[Span] = []
        for span in self.spans:
            trace = traces.get(span)
            if trace is not None and trace.drafts:
                sentences.append(DraftedSentence(span.start, span.end, Sentence(trace.nodes), list(trace.drafts)))
            elif _speaks_of_experiments(self.text[span.start : span.end]):
                if not listing(self.text, span):
                    sentences.append(DraftedSentence(span.start, span.end, self._nodes(span, traces), []))
            else:
                silent.append(span)
        introduced = own_benchmark(self.title, self.opening)
        resolve(sentences, self.names, self.vocabulary, introduced, lambda: self._mentioned(silent, traces))

    def _mentioned(self, silent: list[Span], traces: dict[Span, Trace]) -> Iterator[Node]:
        """The benchmarks that some sentences name."""
        for span in silent:
            if not listing(self.text, span):
                yield from (node for node in self._nodes(span, traces) if node.tag == "BENCH")

    def verdicts(self, traces: dict[Span, Trace]) -> list[Verdict]:
        """Why the numbers that are no claims are none."""
        out: list[Verdict] = []
        for span in self.spans:
            trace = traces.get(span)
            out += listing(self.text, span) if trace is None else (*trace.refused, *unread(trace))
        return out

    def _measure(self, span: Span, known: frozenset[str]) -> Measured:
        return quantities(self.text, lex(self.text, span, self.vocabulary, known), self.vocabulary)

    def _nodes(self, span: Span, traces: dict[Span, Trace]) -> Sentence:
        """The nodes of a sentence without claims, its benchmarks marked."""
        trace = traces.get(span)
        if trace is not None:
            return Sentence(trace.nodes)
        if has_number(self.text, span.start, span.end):
            return Sentence(self.trace(span, self._measure(span, frozenset())).nodes)
        return mark_benchmarks(lex(self.text, span, self.vocabulary, self.names.own), self.registry, self.context, self.systems)


def _speaks_of_experiments(sentence: str) -> bool:
    return any(stem in sentence for stem in _EXPERIMENT_STEMS) and _EXPERIMENT.search(sentence) is not None


def _has_quantity(measured: Measured) -> bool:
    return any(node.tag in ("Q", "TIMES") for node in measured.nodes)


def _taken(name: str, registry: Registry) -> bool:
    """Whether a name is that of a metric that everybody uses, or of a benchmark: never a paper's own system."""
    return registry.metric(name) is not None or registry.benchmark(name) is not None
