"""Step 7, resolve: whose number it is and what it is compared with; what an earlier sentence carries on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from leaderboard.extraction.baselines import baselines
from leaderboard.extraction.benchmarks import board
from leaderboard.extraction.binding import own_task
from leaderboard.extraction.drafts import Board, Draft, Sentence, Target
from leaderboard.extraction.names import Names
from leaderboard.extraction.nodes import Node
from leaderboard.extraction.owners import BACK, sentence_subject, whose
from leaderboard.extraction.vocabulary import Vocabulary


def resolve(
    sentences: list[Sentence],
    names: Names,
    vocabulary: Vocabulary,
    introduced: str | None = None,
    mentioned: Callable[[], Iterable[Node]] = lambda: (),
) -> None:
    """Fill method, role and baseline of every draft, and carry a metric and benchmark on from the sentence before.

    Args:
        sentences: those with drafts, in order; their drafts are changed in place.
        names: the paper's own names.
        vocabulary: for the families of well-known systems.
        introduced: the benchmark that the paper itself brings in.
        mentioned: gives the benchmarks that sentences without results name; called only where that matters.
    """
    only = _only_benchmark(sentences)
    named = only is not None or any(n.tag == "BENCH" for s in sentences for n in s.nodes)
    everywhere = cache(lambda: _only_mentioned(mentioned()))
    before: Sentence | None = None
    subject: str | None = None
    announced: tuple[Board, ...] = ()
    for sentence in sentences:
        subject = sentence_subject(sentence.nodes) or (subject if sentence.nodes and sentence.nodes[0].text.casefold() in BACK else None)
        if sentence.drafts:
            _carry(sentence, before)
            if (
                introduced is not None
                and not vocabulary.is_system(introduced)
                and introduced not in names.own
                and not introduced.startswith(names.main or "\0")
            ):
                _on_own_benchmark(sentence, introduced)
            _on_announced(sentence, announced)
            if only is not None:
                _on_only(sentence, only)
            elif not named:
                _on_mentioned(sentence, everywhere)
            for draft in sentence.drafts:
                whose(sentence.nodes, draft, names, subject)
            baselines(sentence, names, vocabulary)
            before = sentence
        else:
            announced = tuple(dict.fromkeys(board(n) for n in sentence.nodes if n.tag == "BENCH")) or announced


def _carry(sentence: Sentence, before: Sentence | None) -> None:
    """A level without metric or benchmark takes those of the last level reported before it ("scaling up attains 72.4%")."""
    if before is None:
        return
    levels = [d for d in before.drafts if d.kind == "score"]
    if not levels:
        return
    has_benchmark = any(n.tag == "BENCH" for n in sentence.nodes)
    for draft in sentence.drafts:
        if draft.kind != "score" or draft.frame != "level":
            continue
        donor = levels[-1]
        members = [d for d in levels if d.node == donor.node]
        if len(members) > draft.place and len(members) == len(sentence.nodes[draft.node].quantities):
            donor = members[draft.place]
        if draft.benchmarks:
            same = [d for d in levels if d.benchmarks == draft.benchmarks and d.unit == draft.unit]
            if same and draft.target.kind == "none":
                draft.target = Target(same[-1].target.name, same[-1].target.kind)
                draft.because["metric"] = "carried on from the sentence before, same benchmark"
            if draft.split is None and donor.benchmarks == draft.benchmarks and donor.target.name == draft.target.name and len(members) > 1:
                draft.split = donor.split
            continue
        if has_benchmark:
            continue
        if draft.target.kind == "none" and donor.unit == draft.unit:
            draft.target = Target(donor.target.name, donor.target.kind)
            draft.because["metric"] = "carried on from the sentence before"
        if draft.target.name == donor.target.name and donor.benchmarks:
            draft.benchmarks, draft.split = donor.benchmarks, draft.split or donor.split
            draft.because["benchmark"] = "carried on from the sentence before"


def _on_own_benchmark(sentence: Sentence, introduced: str) -> None:
    """A paper that brings in a benchmark reports its scores on it, unless the sentence names another."""
    if any((n.tag == "BENCH" and n.text != introduced) or (n.tag == "NAME" and n.text == introduced) for n in sentence.nodes):
        return
    several = any(n.text.casefold() in _SEVERAL for n in sentence.nodes)
    for draft in sentence.drafts:
        if (draft.kind == "score" or (draft.kind == "gain" and not several)) and not draft.benchmarks:
            draft.benchmarks = (Board(introduced),)
            draft.because["benchmark"] = "the benchmark that the paper brings in"


def _only_benchmark(sentences: list[Sentence]) -> Board | None:
    """The one benchmark that the text names at all."""
    named = {n.name: board(n) for s in sentences for n in s.nodes if n.tag == "BENCH"}
    return next(iter(named.values())) if len(named) == 1 else None


def _only_mentioned(mentioned: Iterable[Node]) -> Board | None:
    """The one benchmark that the text names where it reports no result, if it is a known one."""
    first: Node | None = None
    for node in mentioned:
        if not node.has("REGISTERED") or (first is not None and node.name != first.name):
            return None
        first = node
    return board(first) if first is not None else None


def _on_mentioned(sentence: Sentence, everywhere: Callable[[], Board | None]) -> None:
    """A level of a text that names one known benchmark, and no other, is one on it."""
    for draft in sentence.drafts:
        if draft.kind != "score" or draft.benchmarks or own_task(sentence.nodes, draft.node, reach=8):
            continue
        only = everywhere()
        if only is not None:
            draft.benchmarks = (only,)
            draft.because["benchmark"] = "the only benchmark that the text names"


def _on_only(sentence: Sentence, only: Board) -> None:
    """A level without a benchmark is one on the only benchmark that the text names, where it does not say otherwise."""
    several = any(n.text.casefold() in _SEVERAL for n in sentence.nodes)
    for draft in sentence.drafts:
        may = draft.kind == "score" or (draft.kind == "gain" and not several)
        if may and not draft.benchmarks and not own_task(sentence.nodes, draft.node, reach=8):
            draft.benchmarks = (only,)
            draft.because["benchmark"] = "the only benchmark that the text names"


#: Words of a sentence that speaks of more than one data set.
_SEVERAL = frozenset({"datasets", "data sets", "benchmarks", "tasks", "domains", "corpora", "languages", "settings", "scenarios"})


def _each(sentence: Sentence, node: int) -> bool:
    """Whether the text says that the numbers of a list belong to one data set each."""
    behind = sentence.nodes[node + 1 : node + 12]
    return any(n.text.casefold() in ("respective", "datasets", "data sets", "benchmarks", "corpora") for n in behind)


def _may_be_announced(sentence: Sentence, draft: Draft) -> bool:
    """A score, or a gain that does not say itself what it was seen on."""
    return draft.kind == "score" or (draft.kind == "gain" and not own_task(sentence.nodes, draft.node))


def _on_announced(sentence: Sentence, announced: tuple[Board, ...]) -> None:
    """``We run experiments on COCO. Our model reaches 138.2%``: the benchmark that an earlier sentence announced, if it was one."""
    if any(n.tag == "BENCH" for n in sentence.nodes):
        return
    for draft in sentence.drafts:
        members = len(sentence.nodes[draft.node].quantities)
        if members == len(announced) > 1 and not draft.benchmarks and draft.kind in ("score", "gain") and _each(sentence, draft.node):
            draft.benchmarks = (announced[draft.place],)
            draft.because["benchmark"] = "one each of those announced in a sentence before"
        elif len(announced) == 1 and not draft.benchmarks and _may_be_announced(sentence, draft):
            draft.benchmarks = announced
            draft.because["benchmark"] = "announced in a sentence before"
