"""Whether a word compares at the place where it stands ("than", "on par with", "reduction from")."""

from __future__ import annotations

from collections.abc import Callable

from leaderboard.extraction.baseline.change import ChangeInSentence
from leaderboard.extraction.lexicon.word_files import class_of
from leaderboard.extraction.tokens.noun_phrase import PhrasedSentence
from leaderboard.extraction.tokens.sentence import Sentence


def _words(name: str) -> frozenset[str]:
    return class_of("comparisons.txt", name)


_PARITY_TO, _PARITY_AS, _MATCHING, _STANDARD = _words("parityto"), _words("parityas"), _words("matching"), _words("standard")


def restored(nodes: PhrasedSentence, verb: int) -> str | None:
    """``restores the performance of X with 200x fewer tokens``: the system whose level was reached again."""
    for i in range(verb + 1, min(verb + 5, len(nodes) - 1)):
        if nodes[i].tag in ("PERF", "METRIC") and nodes.at(i + 1).tag == "OF":
            return nodes.phrase(i + 2)
        if nodes[i].tag not in ("DET", "NOTABLY", "MEAN", "WORD"):
            return None
    return None


def improves_on(nodes: Sentence, noun: int) -> bool:
    """``improvements on the published state of the art``."""
    return nodes.at(noun + 1).text.casefold() == "on" and any(n.tag == "SOTA" for n in nodes.after(noun + 1, 3))


def is_parity(nodes: Sentence, i: int) -> bool:
    """``on par with X``, ``comparable performance to X``, ``the same accuracy as X``."""
    node, before = nodes[i], nodes.at(i - 1)
    if node.tag == "KEEP":
        return True
    if node.tag == "TO" and i:
        return before.tag in ("PERF", "METRIC") or before.text.casefold() in _PARITY_TO
    return node.text.casefold() == "as" and any(n.text.casefold() in _PARITY_AS for n in nodes.before(i, 4))


def comparison_after(change: ChangeInSentence) -> int | None:
    """Where the word of comparison stands after a number, before anything else begins."""
    nodes, opening = change.nodes, change.place < _OPENING
    for i in range(change.place + 1, min(change.place + _REACH, len(nodes))):
        tag, word = nodes[i].tag, nodes[i].text.casefold()
        if tag in ("THAN", "OVER", "VERSUS") or (word == "above" and i + 1 < len(nodes)):
            return i
        if word == "but":
            return None
        if any(compares(change, i) for _, compares in COMPARE_IN_COMPANY):
            return i
        if tag in ("SEMI", "STOP", "BEAT") or (tag == "GET" and not opening) or (tag == "UPVERB" and nodes.at(i - 1).tag == "COMMA"):
            return None
    return None


#: A number before here belongs to the opening phrase of its sentence, whose verb comes later; and how far after it a comparison is sought.
_OPENING, _REACH = 9, 30


def _reduction_from(change: ChangeInSentence, i: int) -> bool:
    """``a 17.6% error reduction from the best published result``, but not "from 20%"."""
    nodes = change.nodes
    if nodes[i].tag != "FROM" or i + 1 == len(nodes) or any(n.tag == "Q" for n in nodes.after(i, 3)):
        return False
    return any(n.tag in ("DOWNNOUN", "UPNOUN") for n in nodes.before(i, 6))


def _as(change: ChangeInSentence, i: int) -> bool:
    """``twice as fast as X``, ``3x fewer parameters at the same accuracy as X``."""
    after = change.nodes.at(i + 1).tag
    if change.nodes[i].text.casefold() != "as" or after not in ("NAME", "DET", "SOTA", "WORD"):
        return False
    parity = change.draft.kind == "ratio" and after != "WORD" and is_parity(change.nodes, i)
    return parity or (change.draft.rule.has("as") and i > change.place + 1)


def _matching(change: ChangeInSentence, i: int) -> bool:
    """``with 3x fewer steps to match X``."""
    matches = change.draft.kind == "ratio" and change.nodes[i].text.casefold() in _MATCHING
    return matches and change.nodes.at(i - 1).tag in ("TO", "WORD", "ON", "MEAN")


def _as_good_as(change: ChangeInSentence, i: int) -> bool:
    """``3x fewer steps with comparable performance to X``."""
    parity = change.draft.kind == "ratio" and change.nodes[i].tag == "TO" and is_parity(change.nodes, i)
    return parity and any(n.tag in ("UPADJ", "WORD") for n in change.nodes.before(i, 3))


def _improvement_to(change: ChangeInSentence, i: int) -> bool:
    """``a 3% improvement to the state of the art``."""
    nodes = change.nodes
    if nodes[i].tag != "TO" or nodes.at(i - 1).tag not in ("Q", "UPNOUN", "SPEEDNOUN") or i + 2 >= len(nodes):
        return False
    return any(n.tag == "SOTA" or n.text in _STANDARD for n in nodes.after(i, 2))


#: Words that compare only in some company.
COMPARE_IN_COMPANY: tuple[tuple[str, Callable[[ChangeInSentence, int], bool]], ...] = (
    ("'from' after a reduction", _reduction_from),
    ("'as'", _as),
    ("'match' after a ratio", _matching),
    ("'to' after a word of parity", _as_good_as),
    ("'to' after an improvement", _improvement_to),
)
