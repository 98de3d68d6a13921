"""What a share is a share of ("93% of the teacher's accuracy")."""

from __future__ import annotations

from leaderboard.extraction.baseline.change import Baseline, ChangeInSentence, baseline_named
from leaderboard.extraction.grammar.rule import Rule
from leaderboard.extraction.lexicon.word_files import class_of
from leaderboard.extraction.tokens.noun_phrase import PhrasedSentence, comparison_phrase
from leaderboard.extraction.tokens.sentence import Sentence


def whole_of_share(change: ChangeInSentence) -> Baseline | None:
    """``93% of Llama's performance``, ``98% of the accuracy of a trained network``, ``40% of peak``, ``2.7x the accuracy of X``."""
    nodes, rule, start = change.nodes, change.draft.rule, change.place + 1
    if change.draft.frame != "share" and not rule.has("of-whole"):
        return None
    if nodes.at(start).tag == "OF":
        start += 1
        if rule.has("those"):
            return baseline_named(nodes.phrase(start + 2), "whole")
    elif not rule.has("no-of"):
        return None
    return baseline_named(_named_whole(nodes, start) or _described_whole(nodes, start) or _system_whole(nodes, start, rule), "whole")


def _named_whole(nodes: PhrasedSentence, start: int) -> str | None:
    """``Llama's performance``, ``BERT accuracy``, ``the accuracy of a trained network``."""
    for i in range(start, min(start + 9, len(nodes))):
        if nodes[i].tag == "POSS":
            return comparison_phrase(Sentence(nodes[start:i]), 0)
        name_of_level = nodes[i].tag == "NAME" and len(nodes[i].text) > 1 and any(n.tag == "PERF" for n in nodes.after(i, 2))
        if name_of_level and i - start < _NEXT_TO:
            return nodes[i].text
        if nodes[i].tag == "OF" and nodes.at(i - 1).tag in ("METRIC", "PERF", "COST", "WORD"):
            return nodes.phrase(i + 1)
        if nodes[i].tag in ("COMMA", "STOP", "Q", "WITH", "SEMI"):
            return None
    return None


_NEXT_TO = 3


def _described_whole(nodes: Sentence, start: int) -> str | None:
    """``peak``, ``the full accuracy``, ``human performance``."""
    words = nodes[start : start + 4]
    if any(peak in n.text.casefold() for n in words for peak in class_of("comparisons.txt", "peak")):
        return "peak"
    whole = next((word for n in words[:3] if (word := n.text.casefold()) in class_of("comparisons.txt", "whole")), None)
    if whole is None or not any(n.tag in ("PERF", "METRIC") for n in words):
        return None
    return whole if whole == "human" else f"{whole} model"


def _system_whole(nodes: PhrasedSentence, start: int, rule: Rule) -> str | None:
    """``40% of what X needs``, ``to 12% of X``: whatever stands after "of", where the rule asks for a system."""
    system = rule.has("of-system") or (rule.has("left") and nodes.at(start).tag == "NAME")
    return nodes.phrase(start) if system else None
