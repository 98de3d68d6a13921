"""The chain from an abstract to its claims: eight steps, each a pure function in the file or the room of its name.

repair -> segment -> lex -> quantities -> grammar -> attach -> resolve -> normalise

:func:`run` is the chain read from the top down; what stands below it are its steps for one sentence and for one paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from leaderboard.extraction.attach import attach
from leaderboard.extraction.benchmark.recognise import mark_benchmarks
from leaderboard.extraction.claim.draft import DraftedSentence
from leaderboard.extraction.claim.normalise import normalise
from leaderboard.extraction.conditions import bind_conditions
from leaderboard.extraction.grammar.read import read
from leaderboard.extraction.grammar.rule_file import GRAMMAR
from leaderboard.extraction.method.background import announces_experiments, is_background
from leaderboard.extraction.method.own_name import Names
from leaderboard.extraction.metric.compound import name_open_metrics
from leaderboard.extraction.other_numbers import in_source, other_numbers
from leaderboard.extraction.paper import Paper
from leaderboard.extraction.quantities.prefilter import Candidates, has_number
from leaderboard.extraction.quantities.read import Measured, quantities
from leaderboard.extraction.resolve import resolve
from leaderboard.extraction.text.repair import Repaired, repair
from leaderboard.extraction.text.segment import listing, segment
from leaderboard.extraction.tokens.homographs import settle
from leaderboard.extraction.tokens.lex import lex
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.extraction.traces import Result, Trace
from leaderboard.model import Extraction, Span
from leaderboard.registry import Registry, load

#: Changes whenever the same abstract may give other claims; stored papers are then read again.
VERSION = "5"


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
    paper = Paper(repaired.text, segment(repaired.text), title or "", registry)
    measured = sentences_with_numbers(paper, candidates, brief=brief)
    if not measured and (brief or not has_number(paper.text, 0, len(paper.text))):
        return _nothing(repaired)
    traces = {span: read_sentence(paper, span, numbers) for span, numbers in measured.items()}
    if any(trace.drafts for trace in traces.values()):
        sentences, mentioned = drafted_sentences(paper, traces)
        resolve(sentences, mentioned, paper)
        bind_conditions(sentences, paper.title, paper.opening, registry)
    elif brief:
        return _nothing(repaired)
    claims = tuple(normalise(draft, repaired, abstract, registry) for trace in traces.values() for draft in trace.drafts)
    verdicts = () if brief else in_source(other_numbers(paper, traces), claims, repaired, abstract)
    return Result(Extraction(claims, verdicts), repaired, paper.names, tuple(traces.values()))


def _nothing(repaired: Repaired) -> Result:
    return Result(Extraction(()), repaired, Names(None, frozenset()), ())


# -- lex, quantities ---------------------------------------------------------------------------------------------------------------
def sentences_with_numbers(paper: Paper, candidates: Candidates, *, brief: bool) -> dict[Span, Measured]:
    """The sentences that have numbers, read; with ``brief``, those that may have claims. Listings of numbers are left out."""
    text = paper.text
    wanted: Callable[[int, int], bool] = candidates.may_claim if brief else partial(has_number, text)
    measured = {span: measure(paper, span) for span in paper.sentences if wanted(span.start, span.end) and not listing(text, span)}
    return {span: one for span, one in measured.items() if _has_quantity(one)} if brief else measured


def measure(paper: Paper, span: Span, known: frozenset[str] = frozenset()) -> Measured:
    """The nodes of a sentence with their numbers read; ``known`` are names that are taken as one word."""
    return quantities(paper.text, lex(paper.text, span, paper.vocabulary, known), paper.vocabulary)


def _has_quantity(measured: Measured) -> bool:
    return any(node.tag in ("Q", "TIMES") for node in measured.nodes)


# -- grammar, attach ---------------------------------------------------------------------------------------------------------------
def read_sentence(paper: Paper, span: Span, measured: Measured) -> Trace:
    """A sentence from its numbers to its drafts: benchmarks and metrics marked, rules applied, what belongs to each number attached."""
    own = paper.names.own
    if any(name in paper.text[span.start : span.end] for name in own):
        measured = measure(paper, span, own)
    marked = mark_benchmarks(measured.nodes, paper.registry, paper.context, paper.systems)
    nodes = name_open_metrics(settle(marked, paper.redefined), paper.registry)
    background = is_background(nodes, paper.positions[span], len(paper.sentences), paper.names)
    readings = [] if background else read(nodes, GRAMMAR)
    drafts = attach(nodes, readings, paper.registry, paper.systems)
    return Trace(span, tuple(nodes), tuple(readings), tuple(drafts), background, tuple(measured.verdicts))


# -- what resolve looks at ---------------------------------------------------------------------------------------------------------
def drafted_sentences(paper: Paper, traces: dict[Span, Trace]) -> tuple[list[DraftedSentence], Callable[[], Iterator[Node]]]:
    """The sentences with drafts and those that announce experiments, in order, and what finds the benchmarks that the others name."""
    sentences: list[DraftedSentence] = []
    silent: list[Span] = []
    for span in paper.sentences:
        trace = traces.get(span)
        if trace is not None and trace.drafts:
            sentences.append(DraftedSentence(span.start, span.end, Sentence(trace.nodes), list(trace.drafts)))
        elif not announces_experiments(paper.text[span.start : span.end]):
            silent.append(span)
        elif not listing(paper.text, span):
            sentences.append(DraftedSentence(span.start, span.end, _nodes_of(paper, span, trace), []))
    return sentences, lambda: _benchmarks_named(paper, silent, traces)


def _benchmarks_named(paper: Paper, spans: list[Span], traces: dict[Span, Trace]) -> Iterator[Node]:
    for span in spans:
        if not listing(paper.text, span):
            yield from (node for node in _nodes_of(paper, span, traces.get(span)) if node.tag == "BENCH")


def _nodes_of(paper: Paper, span: Span, trace: Trace | None) -> Sentence:
    """The nodes of a sentence without claims, its benchmarks marked."""
    if trace is not None:
        return Sentence(trace.nodes)
    if has_number(paper.text, span.start, span.end):
        return Sentence(read_sentence(paper, span, measure(paper, span)).nodes)
    return mark_benchmarks(lex(paper.text, span, paper.vocabulary, paper.names.own), paper.registry, paper.context, paper.systems)
