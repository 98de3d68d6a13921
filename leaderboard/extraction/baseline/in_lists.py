"""Resolve, part two, helpers: rivals that stand in lists and brackets, each beside its own number."""

from __future__ import annotations

from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.lexicon.vocabulary import Vocabulary
from leaderboard.extraction.method.own_name import Names
from leaderboard.extraction.quantities.lists import sublists
from leaderboard.extraction.tokens.noun_phrase import comparison_phrase, enumerated
from leaderboard.extraction.tokens.sentence import Sentence

_COMPARES = frozenset({"BEAT", "OVER", "THAN", "VERSUS"})


_LIST = frozenset({"AND", "COMMA", *_COMPARES})


#: Two alone are no list.
PAIR = 2


#: What the systems that a verb improves are called where they have no name.
SYSTEMS = frozenset(
    {
        *"baseline baselines methods models approaches systems algorithms detectors networks strategies".split(),
        *"techniques solutions works counterparts competitors frameworks".split(),
    }
)


def right_before(nodes: Sentence, index: int) -> str | None:
    """``X by 2.0%, Y by 2.3% and a plain Z by 5.6%``, ``the best model, X, by 4%``: the system right before its own number."""
    if index < 3 or nodes[index - 1].tag != "BY" or len(nodes[index].quantities) > 1:
        return None
    if [n.tag for n in nodes[max(0, index - 4) : index - 1]] == ["COMMA", "NAME", "COMMA"]:
        return nodes[index - 3].text
    if nodes[index - 2].tag != "NAME":
        return None
    i = index - 3
    while i > index - 6 and nodes[i].tag in ("DET", "WORD", "NOTABLY"):
        i -= 1
    return nodes[index - 2].text if nodes[i].tag in ("COMMA", "AND", "UPVERB", "DOWNVERB", "SPEEDVERB") else None


def before_bracket(nodes: Sentence, draft: Draft, names: Names) -> str | None:
    """``outperforms models such as X (+1.7% PQ) and Y (+0.6% PQ)``: each rival before its own bracket."""
    index = draft.node
    if index < 3 or not draft.quantity.sign or nodes[index - 1].tag != "LP":
        return None
    compared = next((i for i in range(index - 3, max(-1, index - 25), -1) if nodes[i].tag in _COMPARES), None)
    if compared is None:
        return None
    if nodes[index - 2].tag == "NAME":
        name = nodes[index - 2].text
        return name if name not in names.own and len(name) > 1 else None
    placed = any(n.tag in ("ON", "IN") for n in nodes[compared:index])
    return None if placed else _phrase_up_to(nodes, index - 1)


def beaten_in_list(nodes: Sentence, index: int) -> str | None:
    """``outperforms A by 10% and existing approaches by up to 19%``: the second rival stands right before its own "by"."""
    if nodes[index - 1].tag != "BY":
        return None
    phrase = _phrase_up_to(nodes, index - 1)
    if phrase is None or phrase.split()[-1].casefold() not in SYSTEMS:
        return None
    start = next(i for i in range(index - 2, -1, -1) if nodes[i].tag in _LIST)
    earlier = nodes[max(0, start - 8) : start]
    compared = any(n.tag in _COMPARES or n.tag in ("UPVERB", "DOWNVERB") for n in nodes[:start])
    return phrase if compared and any(n.tag == "Q" for n in earlier) else None


def _phrase_up_to(nodes: Sentence, end: int) -> str | None:
    """The noun phrase that ends before ``end`` and begins behind a conjunction or a word of comparison."""
    for i in range(end - 1, max(-1, end - 8), -1):
        if nodes[i].tag in _LIST:
            return comparison_phrase(Sentence(nodes[i + 1 : end]), 0) if i < end - 1 else None
        if nodes[i].tag not in ("WORD", "NAME", "NOTABLY", "SOTA", "DET", "PERF", "COST", "COUNTNOUN"):
            return None
    return None


def improved_in_list(nodes: Sentence, index: int) -> str | None:
    """``VGG on ImageNet by 1.5%, LeNet on MNIST by 1.4%``: each number's own system in a list of improvements."""
    i = index - 1
    if i < 0 or nodes[i].tag != "BY":
        return None
    i -= 1
    while i >= 2 and nodes[i].tag in ("BENCH", "BENCHNOUN", "ON", "IN") and index - i <= 4:
        i -= 1
    listed = i >= 1 and i < index - 2 and nodes[i].tag == "NAME" and nodes[i - 1].tag in ("COMMA", "AND", "OF", "ON")
    return nodes[i].text if listed else None


def one_of_listed(nodes: Sentence, draft: Draft, names: Names) -> str | None:
    """``lifts A, B and C on X and Y by 2/1/3 and 1/4/2``: as many systems as numbers between slashes."""
    lists = sublists(nodes[draft.node])
    members = lists[0]
    if members <= PAIR or any(length != members for length in lists):
        return None
    for i in range(1, len(nodes)):
        if nodes[i].tag != "NAME" or nodes[i - 1].tag in ("NAME", "COMMA", "AND"):
            continue
        systems = [name for name in enumerated(nodes, i) if name not in names.own]
        if len(systems) == members:
            return systems[draft.place % members]
    return None


def each_names(nodes: Sentence, preposition: str, vocabulary: Vocabulary) -> bool:
    """``13.1% for DeiT, 9.0% for T2T and 7.9% for PVT``: several numbers, each with a name behind it, one of them a well-known system's."""
    found = [
        i
        for i in range(1, len(nodes) - 1)
        if nodes[i].text == preposition and nodes[i + 1].tag == "NAME" and any(n.tag == "Q" for n in nodes[max(0, i - 3) : i])
    ]
    return len(found) > 1 and any(vocabulary.is_system(nodes[i + 1].text) for i in found)


def is_listed(nodes: Sentence, index: int) -> bool:
    """``+2.4 AP on A, +2.2 AP on B``: one of several signed numbers, each with its own system."""
    return sum(n.tag == "Q" and bool(n.quantities[0].sign) for n in nodes[max(0, index - 12) : index + 12]) > 1


def for_system(nodes: Sentence, draft: Draft, names: Names, vocabulary: Vocabulary, preposition: str) -> str | None:
    """``(+4.8 recall) for ViLT``, ``14.6% for Llama-2``: a well-known system that the paper's method was applied to."""
    for i in range(draft.node + 1, min(draft.node + 10, len(nodes) - 1)):
        if nodes[i].tag in ("Q", "SEMI", "STOP", "COMMA", "GET", "BEAT"):
            return None
        if nodes[i].text.casefold() != preposition:
            continue
        systems = []
        each = preposition == "for" and each_names(nodes, preposition, vocabulary)
        for node in nodes[i + 1 : i + 9]:
            if node.tag == "METRIC":
                return None
            if node.tag == "NAME" and (each or vocabulary.is_system(node.text)) and node.text not in names.own:
                systems.append(node.text)
            elif node.tag not in ("DET", "SOTA", "NOTABLY", "AND", "COMMA", "WORD"):
                break
        if not systems:
            return None
        members = len(nodes[draft.node].quantities)
        return systems[draft.place] if len(systems) == members else systems[0]
    return None
