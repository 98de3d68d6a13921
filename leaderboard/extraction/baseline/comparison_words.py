"""Whether a word compares at the place where it stands ("than", "on par with", "reduction from")."""

from __future__ import annotations

from leaderboard.extraction.claim.draft import Draft
from leaderboard.extraction.tokens.noun_phrase import comparison_phrase
from leaderboard.extraction.tokens.sentence import Sentence

#: Verbs of coming back to what another system had.
AGAIN = ("restor", "recover", "match", "retain", "preserv")


def restored(nodes: Sentence, verb: int) -> str | None:
    """``restores the performance of X with 200x fewer tokens``: the system whose level was reached again."""
    for i in range(verb + 1, min(verb + 5, len(nodes) - 1)):
        if nodes[i].tag in ("PERF", "METRIC") and nodes[i + 1].tag == "OF":
            return comparison_phrase(nodes, i + 2)
        if nodes[i].tag not in ("DET", "NOTABLY", "MEAN", "WORD"):
            return None
    return None


def improves_on(nodes: Sentence, noun: int) -> bool:
    """``improvements on the published state of the art``."""
    return noun + 1 < len(nodes) and nodes[noun + 1].text.casefold() == "on" and any(n.tag == "SOTA" for n in nodes[noun + 2 : noun + 5])


def is_parity(nodes: Sentence, i: int) -> bool:
    """``on par with X``, ``comparable performance to X``, ``the same accuracy as X``."""
    node = nodes[i]
    if node.tag == "KEEP":
        return True
    near = nodes[max(0, i - 4) : i]
    if node.tag == "TO" and near:
        return near[-1].tag in ("PERF", "METRIC") or near[-1].text.casefold() in (
            "comparably",
            "similarly",
            "equivalently",
            "close",
            "equal",
        )
    return node.text.casefold() == "as" and any(
        n.text.casefold() in ("same", "similar", "comparable", "competitive", "equal") for n in near
    )


def comparison_right(nodes: Sentence, draft: Draft) -> int | None:
    """Where the word of comparison stands behind a number, before anything else begins."""
    index = draft.node
    opening = index < 9
    for i in range(index + 1, min(index + 30, len(nodes))):
        tag = nodes[i].tag
        if tag in ("THAN", "OVER", "VERSUS") or (nodes[i].text.casefold() == "above" and nodes[i + 1 : i + 2]):
            return i
        if nodes[i].text.casefold() == "but":
            return None
        if _compares_here(nodes, i, draft):
            return i
        if tag == "GET" and opening:
            continue
        if tag in ("SEMI", "STOP", "BEAT", "GET") or (tag == "UPVERB" and nodes[i - 1].tag == "COMMA"):
            return None
    return None


def _compares_here(nodes: Sentence, i: int, draft: Draft) -> bool:
    """Whether a word that compares only in some company compares here: "reduction from", "as", "matching", "improvement to"."""
    ratio, word = draft.kind == "ratio", nodes[i].text.casefold()
    after = nodes[i + 1].tag if i + 1 < len(nodes) else ""
    if nodes[i].tag == "FROM":
        return after != "" and not any(n.tag == "Q" for n in nodes[i + 1 : i + 4]) and _is_reduction(nodes, i)
    if word == "as" and after in ("NAME", "DET", "SOTA", "WORD"):
        return (ratio and after != "WORD" and is_parity(nodes, i)) or (draft.rule == "times-as" and i > draft.node + 1)
    if word in ("match", "matching"):
        return ratio and nodes[i - 1].tag in ("TO", "WORD", "ON", "MEAN")
    if nodes[i].tag != "TO":
        return False
    named = any(n.tag == "SOTA" or n.text in ("baseline", "baselines", "standard") for n in nodes[i + 1 : i + 3])
    parity = ratio and is_parity(nodes, i) and any(n.tag in ("UPADJ", "WORD") for n in nodes[i - 3 : i])
    return parity or (nodes[i - 1].tag in ("Q", "UPNOUN", "SPEEDNOUN") and i + 2 < len(nodes) and named)


def _is_reduction(nodes: Sentence, i: int) -> bool:
    """``a 17.6% error reduction from the best published result``."""
    return any(n.tag in ("DOWNNOUN", "UPNOUN") for n in nodes[max(0, i - 6) : i])
