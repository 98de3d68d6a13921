"""Baselines that stand in lists and brackets, each beside its own number."""

from __future__ import annotations

from leaderboard.extraction.baseline.change import PAIR, Baseline, ChangeInSentence, baseline_named
from leaderboard.extraction.lexicon.word_files import class_of
from leaderboard.extraction.quantities.lists import sublists
from leaderboard.extraction.tokens.noun_phrase import comparison_phrase, enumerated
from leaderboard.extraction.tokens.sentence import Sentence

_COMPARES = frozenset({"BEAT", "OVER", "THAN", "VERSUS"})
_JOINS = frozenset({"AND", "COMMA", *_COMPARES})


def right_before(change: ChangeInSentence) -> Baseline | None:
    """``X by 2.0%, Y by 2.3% and a plain Z by 5.6%``, ``the best model, X, by 4%``: the system right before its own number."""
    nodes, name = change.nodes, change.place - 2
    if name < 1 or nodes.at(change.place - 1).tag != "BY" or change.members > 1:
        return None
    if [n.tag for n in nodes.before(change.place - 1, 3)] == ["COMMA", "NAME", "COMMA"]:
        return baseline_named(nodes.at(name - 1).text)
    if nodes[name].tag != "NAME":
        return None
    i = name - 1
    while i > name - 4 and nodes.at(i).tag in ("DET", "WORD", "NOTABLY"):
        i -= 1
    return baseline_named(nodes[name].text) if nodes.at(i).tag in ("COMMA", "AND", "UPVERB", "DOWNVERB", "SPEEDVERB") else None


def before_bracket(change: ChangeInSentence) -> Baseline | None:
    """``outperforms models such as X (+1.7% PQ) and Y (+0.6% PQ)``: each competitor before its own bracket."""
    nodes, bracket = change.nodes, change.place - 1
    if bracket < 2 or not change.draft.quantity.sign or nodes[bracket].tag != "LP":
        return None
    compared = next((i for i in range(bracket - 2, max(-1, bracket - 24), -1) if nodes[i].tag in _COMPARES), None)
    if compared is None:
        return None
    name = nodes.at(bracket - 1)
    if name.tag == "NAME":
        return None if change.is_own(name.text) or len(name.text) == 1 else baseline_named(name.text, "before-bracket")
    placed = any(n.tag in ("ON", "IN") for n in nodes[compared : change.place])
    return None if placed else baseline_named(_phrase_up_to(nodes, bracket), "before-bracket")


def beaten_in_list(change: ChangeInSentence) -> Baseline | None:
    """``outperforms A by 10% and existing approaches by up to 19%``: the second competitor stands right before its own "by"."""
    nodes, by = change.nodes, change.place - 1
    if nodes.at(by).tag != "BY":
        return None
    phrase = _phrase_up_to(nodes, by)
    if phrase is None or phrase.split()[-1].casefold() not in class_of("comparisons.txt", "system"):
        return None
    start = next(i for i in range(by - 1, -1, -1) if nodes[i].tag in _JOINS)
    compared = any(n.tag in _COMPARES or n.tag in ("UPVERB", "DOWNVERB") for n in nodes[:start])
    return baseline_named(phrase, "before-own-number") if compared and any(n.tag == "Q" for n in nodes.before(start, 8)) else None


def _phrase_up_to(nodes: Sentence, end: int) -> str | None:
    """The noun phrase that ends before ``end`` and begins after a conjunction or a word of comparison."""
    for i in range(end - 1, max(-1, end - 8), -1):
        if nodes[i].tag in _JOINS:
            return comparison_phrase(Sentence(nodes.between(i, end)), 0) if i < end - 1 else None
        if nodes[i].tag not in ("WORD", "NAME", "NOTABLY", "SOTA", "DET", "PERF", "COST", "COUNTNOUN"):
            return None
    return None


def improved_in_list(change: ChangeInSentence) -> Baseline | None:
    """``VGG on ImageNet by 1.5%, LeNet on MNIST by 1.4%``: each number's own system in a list of improvements."""
    nodes, i = change.nodes, change.place - 2
    if nodes.at(change.place - 1).tag != "BY":
        return None
    while i >= 2 and nodes[i].tag in ("BENCH", "BENCHNOUN", "ON", "IN") and change.place - i <= 4:
        i -= 1
    listed = 1 <= i < change.place - 2 and nodes[i].tag == "NAME" and nodes.at(i - 1).tag in ("COMMA", "AND", "OF", "ON")
    return baseline_named(nodes[i].text, "improved") if listed else None


def one_of_listed(change: ChangeInSentence) -> Baseline | None:
    """``lifts A, B and C on X and Y by 2/1/3 and 1/4/2``: as many systems as numbers between slashes."""
    nodes = change.nodes
    lists = sublists(nodes[change.place])
    members = lists[0]
    if members <= PAIR or any(length != members for length in lists):
        return None
    for i in range(1, len(nodes)):
        if nodes[i].tag != "NAME" or nodes.at(i - 1).tag in ("NAME", "COMMA", "AND"):
            continue
        systems = [name for name in enumerated(nodes, i) if not change.is_own(name)]
        if len(systems) == members:
            return baseline_named(systems[change.draft.place % members], "one-each")
    return None
