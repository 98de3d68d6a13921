"""Benchmarks and metrics that an earlier sentence carries on to a number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from leaderboard.extraction.benchmark.name import WORDS, named_benchmark
from leaderboard.extraction.benchmark.neighbours import own_task
from leaderboard.extraction.claim.draft import Draft, DraftedSentence, NamedBenchmark, Target
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.lexicon.word_files import class_of
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence


def carry(sentence: DraftedSentence, before: DraftedSentence | None) -> None:
    """A level without metric or benchmark takes those of the last level reported before it ("scaling up attains 72.4%")."""
    levels = [d for d in before.drafts if d.kind == "score"] if before is not None else []
    if not levels:
        return
    names_another = any(n.tag == "BENCH" for n in sentence.nodes) or elsewhere(sentence.nodes)
    for draft in sentence.drafts:
        if draft.kind != "score" or draft.frame != "level":
            continue
        donor = _Donor(levels, draft, len(sentence.nodes[draft.node].quantities))
        if draft.benchmarks:
            donor.complete()
        elif not names_another:
            donor.give()


@dataclass(frozen=True, slots=True)
class _Donor:
    """The levels of the sentence before from which a level may take its metric and benchmark, and how many numbers its list has."""

    levels: list[Draft]
    taker: Draft
    members: int

    @property
    def list(self) -> list[Draft]:
        """The members of the last list of levels."""
        return [d for d in self.levels if d.node == self.levels[-1].node]

    @property
    def level(self) -> Draft:
        """The level that the taker continues: the one at its place where both lists are equally long, else the last one."""
        return self.list[self.taker.place] if self.taker.place < len(self.list) == self.members else self.levels[-1]

    def complete(self) -> None:
        """Give a level that has a benchmark the metric last reported on it, and the split of the level that it continues."""
        taker, level = self.taker, self.level
        same = [d for d in self.levels if d.benchmarks == taker.benchmarks and d.unit == taker.unit]
        if same and taker.target.kind == "none":
            taker.target = Target(same[-1].target.name, same[-1].target.kind)
            taker.because["metric"] = Reason("carried-on/same-benchmark")
        continues = level.benchmarks == taker.benchmarks and level.target.name == taker.target.name
        if taker.split is None and continues and len(self.list) > 1:
            taker.split = level.split

    def give(self) -> None:
        """Give a level without benchmark the metric, where it has none in the same unit, and with that metric also the benchmark."""
        taker, level = self.taker, self.level
        if taker.target.kind == "none" and level.unit == taker.unit:
            taker.target = Target(level.target.name, level.target.kind)
            taker.because["metric"] = Reason("carried-on")
        if taker.target.name == level.target.name and level.benchmarks:
            taker.benchmarks, taker.split = level.benchmarks, taker.split or level.split
            taker.because["benchmark"] = Reason("carried-on")


def elsewhere(nodes: Sentence) -> bool:
    """``On a clinical CT data set it reaches 88%``, ``in real-robot experiments``: another test bed, which the sentence does not name."""
    for i, node in enumerate(nodes):
        if node.tag not in ("ON", "IN", "WITH") or node.text.casefold() not in ("on", "in", "with"):
            continue
        if any(n.tag == "Q" for n in nodes[:i]) and not any(n.tag == "Q" for n in nodes.before(i, _BESIDE_NUMBER)):
            continue
        phrase = nodes.after(i, _PHRASE)
        if " ".join(n.text.casefold() for n in phrase[1:] if n.text).startswith(_PLACES):
            return True
        text = " ".join(n.text.casefold() for n in phrase if n.text)
        if text.startswith(_PLACES) or (text.startswith(_ANOTHER) and _before_noun(phrase)):
            return True
    return False


#: How near behind a number a test bed has to stand to be the number's ("72% in the real world", not "5% without labels in real robots").
_BESIDE_NUMBER = 4

#: How many words the name of an unnamed test bed may have.
_PHRASE = 6

#: What begins the description of a data set that was not named before ("on a clinical CT data set"), and places that are none.
_ANOTHER = tuple(f"{word} " for word in class_of(WORDS, "anotherdata"))
_PLACES = tuple(class_of(WORDS, "outside"))


def _before_noun(phrase: list[Node]) -> bool:
    """Whether a noun phrase ends with the word for a data set rather than with one for a part of it."""
    for node in phrase[1:]:
        if node.text.casefold() in class_of(WORDS, "datathing"):
            return True
        if node.tag not in ("WORD", "NAME", "NOTABLY", "COUNTNOUN", "NUM", "SETNOUN"):
            return False
    return False


def on_own_benchmark(sentence: DraftedSentence, introduced: str) -> None:
    """A paper that brings in a benchmark reports its scores on it, unless the sentence names another."""
    if any((n.tag == "BENCH" and n.text != introduced) or (n.tag == "NAME" and n.text == introduced) for n in sentence.nodes):
        return
    several = any(n.text.casefold() in class_of(WORDS, "severaldata") for n in sentence.nodes)
    for draft in sentence.drafts:
        if (draft.kind == "score" or (draft.kind == "gain" and not several)) and not draft.benchmarks:
            draft.benchmarks = (NamedBenchmark(introduced),)
            draft.because["benchmark"] = Reason("introduced")


def only_benchmark(sentences: list[DraftedSentence]) -> NamedBenchmark | None:
    """The one benchmark that the text names at all."""
    named = {n.name: named_benchmark(n) for s in sentences for n in s.nodes if n.tag == "BENCH"}
    return next(iter(named.values())) if len(named) == 1 else None


def only_mentioned(mentioned: Iterable[Node]) -> NamedBenchmark | None:
    """The one benchmark that the text names where it reports no result, if it is a known one."""
    first: Node | None = None
    for node in mentioned:
        if not node.has("REGISTERED") or (first is not None and node.name != first.name):
            return None
        first = node
    return named_benchmark(first) if first is not None else None


def on_mentioned(sentence: DraftedSentence, everywhere: Callable[[], NamedBenchmark | None]) -> None:
    """A level of a text that names one known benchmark, and no other, is one on it."""
    if elsewhere(sentence.nodes):
        return
    for draft in sentence.drafts:
        if draft.kind != "score" or draft.benchmarks or own_task(sentence.nodes, draft.node, reach=8):
            continue
        only = everywhere()
        if only is not None:
            draft.benchmarks = (only,)
            draft.because["benchmark"] = Reason("only")


def on_only(sentence: DraftedSentence, only: NamedBenchmark) -> None:
    """A level without a benchmark is one on the only benchmark that the text names, where it does not say otherwise."""
    if elsewhere(sentence.nodes):
        return
    several = any(n.text.casefold() in class_of(WORDS, "severaldata") for n in sentence.nodes)
    for draft in sentence.drafts:
        may = draft.kind == "score" or (draft.kind == "gain" and not several)
        if may and not draft.benchmarks and not own_task(sentence.nodes, draft.node, reach=8):
            draft.benchmarks = (only,)
            draft.because["benchmark"] = Reason("only")


def on_announced(sentence: DraftedSentence, announced: tuple[NamedBenchmark, ...]) -> None:
    """``We run experiments on COCO. Our model reaches 138.2%``: the benchmark that an earlier sentence announced, if it was one."""
    if any(n.tag == "BENCH" for n in sentence.nodes) or elsewhere(sentence.nodes):
        return
    for draft in sentence.drafts:
        if draft.benchmarks:
            continue
        if _one_for_each(sentence, draft, announced):
            draft.benchmarks = (announced[draft.place],)
            draft.because["benchmark"] = Reason("announced-each")
        elif len(announced) == 1 and _may_be_announced(sentence, draft):
            draft.benchmarks = announced
            draft.because["benchmark"] = Reason("announced")


def _one_for_each(sentence: DraftedSentence, draft: Draft, announced: tuple[NamedBenchmark, ...]) -> bool:
    """Whether the text says that each number of a list belongs to one of as many announced data sets."""
    if draft.kind not in ("score", "gain") or not len(sentence.nodes[draft.node].quantities) == len(announced) > 1:
        return False
    return any(n.text.casefold() in class_of(WORDS, "onedataeach") for n in sentence.nodes.after(draft.node, 11))


def _may_be_announced(sentence: DraftedSentence, draft: Draft) -> bool:
    """A score, or a gain that does not say itself what it was seen on."""
    return draft.kind == "score" or (draft.kind == "gain" and not own_task(sentence.nodes, draft.node))
