"""Resolve, part two: what a change is measured against."""

from __future__ import annotations

from leaderboard.extraction.baseline.comparison_words import AGAIN, comparison_right, improves_on, is_parity, restored
from leaderboard.extraction.baseline.in_lists import (
    PAIR,
    SYSTEMS,
    beaten_in_list,
    before_bracket,
    each_names,
    for_system,
    improved_in_list,
    is_listed,
    one_of_listed,
    right_before,
)
from leaderboard.extraction.baseline.of_shares import OF_SOMETHING, whole_of_share
from leaderboard.extraction.claim.draft import Draft, DraftedSentence
from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.lexicon.vocabulary import Vocabulary
from leaderboard.extraction.lexicon.word_files import TASK_ENDS
from leaderboard.extraction.method.own_name import Names
from leaderboard.extraction.tokens.noun_phrase import comparison_phrase, enumerated
from leaderboard.extraction.tokens.sentence import Sentence


# -- baselines -------------------------------------------------------------------------------------------------------------------
def baselines(sentence: DraftedSentence, names: Names, vocabulary: Vocabulary) -> None:
    """Say for every gain and ratio of a sentence what it is measured against; numbers of one sentence share it where only one says it."""
    changes = [d for d in sentence.drafts if d.kind in ("gain", "ratio") and d.role == "proposed"]
    known: dict[int, str] = {}
    for draft in changes:
        found = _baseline(sentence.nodes, draft, names, vocabulary, known)
        if found is not None:
            draft.baseline = found
            known[draft.node] = found
    for draft in changes:
        if draft.baseline is None and known:
            nearest = min(known, key=lambda node: abs(node - draft.node))
            if any(n.tag == "BEAT" for n in sentence.nodes[draft.node : nearest]):
                continue
            draft.baseline = known[nearest]
            draft.because["baseline"] = Reason("number-beside")


def _baseline(nodes: Sentence, draft: Draft, names: Names, vocabulary: Vocabulary, known: dict[int, str]) -> str | None:
    """What one change is measured against: behind "over", "than", "compared to", the object of "outperforms" or of "improves"."""
    index = draft.node
    if (own := right_before(nodes, index)) is not None:
        return own
    if (rival := before_bracket(nodes, draft, names)) is not None:
        draft.because["baseline"] = Reason("before-bracket")
        return rival
    if (rival := beaten_in_list(nodes, index)) is not None:
        draft.because["baseline"] = Reason("before-own-number")
        return rival
    if (listed := improved_in_list(nodes, index)) is not None:
        draft.because["baseline"] = Reason("improved")
        return listed
    if (draft.frame == "share" or draft.rule in OF_SOMETHING) and (whole := whole_of_share(nodes, draft)) is not None:
        draft.because["baseline"] = Reason("whole")
        return whole
    if (listed := one_of_listed(nodes, draft, names)) is not None:
        draft.because["baseline"] = Reason("one-each")
        return listed
    right = comparison_right(nodes, draft)
    if right is not None and (phrase := _one_each(nodes, draft, right)):
        draft.because["baseline"] = Reason("after-comparison", nodes[right].text)
        return phrase
    improved = for_system(nodes, draft, names, vocabulary, "for") if draft.kind == "gain" else None
    each = draft.kind == "gain" and (each_names(nodes, "on", vocabulary) or (draft.quantity.sign and is_listed(nodes, draft.node)))
    if improved is None and each:
        improved = for_system(nodes, draft, names, vocabulary, "on")
    if improved is not None:
        draft.because["baseline"] = Reason("improved")
        return improved
    left = _baseline_left(nodes, draft, names, known, vocabulary)
    return left if left is not None or draft.kind != "gain" else for_system(nodes, draft, names, vocabulary, "on")


def _baseline_left(nodes: Sentence, draft: Draft, names: Names, known: dict[int, str], vocabulary: Vocabulary) -> str | None:
    index = draft.node
    for i in range(index - 1, -1, -1):
        node = nodes[i]
        if node.tag == "SEMI":
            return None
        if node.tag == "Q" and i in known:
            draft.because["baseline"] = Reason("number-before")
            return known[i]
        if node.tag in ("BEAT", "OVER", "VERSUS", "THAN") or (draft.kind == "ratio" and is_parity(nodes, i)):
            phrase = _one_each(nodes, draft, i)
            if phrase:
                draft.because["baseline"] = Reason("after-comparison", node.text)
                return phrase
        if draft.kind == "ratio" and node.text.casefold().startswith(AGAIN) and (phrase := restored(nodes, i)):
            draft.because["baseline"] = Reason("after-comparison", node.text)
            return phrase
        if node.tag == "UPNOUN" and improves_on(nodes, i):
            phrase = comparison_phrase(nodes, i + 2)
            if phrase:
                draft.because["baseline"] = Reason("after-comparison", node.text)
                return phrase
        if node.tag == "SPEEDVERB" and i + 1 < index and (phrase := _accelerated(nodes, i, names)):
            draft.because["baseline"] = Reason("object", node.text)
            return phrase
        if node.tag in ("UPVERB", "DOWNVERB"):
            phrase = _object(nodes, i, names, draft, vocabulary)
            if phrase and (draft.kind == "gain" or draft.target.kind == "quality" or phrase.casefold().endswith(_SYSTEM_ENDS)):
                draft.because["baseline"] = Reason("object", node.text)
                return phrase
    return None


#: What is made faster of a system rather than the system.
_DONE = ("ing", "inference", "computation", "evaluation", "generation", "time")


def _accelerated(nodes: Sentence, verb: int, names: Names) -> str | None:
    """``accelerates X by 2.7x``: the system right behind the verb."""
    name = nodes[verb + 1]
    end = next((i for i in range(verb + 1, min(verb + 9, len(nodes))) if nodes[i].tag == "BY"), None)
    if end is not None and any(n.tag == "NAME" for n in nodes[verb + 1 : end]) and not nodes[end - 1].text.endswith(_DONE):
        phrase = comparison_phrase(Sentence(nodes.between(verb, end)), 0)
        return None if phrase is None or phrase in names.own else phrase
    return name.text if name.tag == "NAME" and name.text not in names.own and nodes[verb + 2].tag in ("BY", "Q", "UPTO") else None


def _one_each(nodes: Sentence, draft: Draft, word: int) -> str | None:
    """What stands behind the word of comparison; of as many systems as numbers the n-th (``than A and B by 2x and 7x``)."""
    phrase = comparison_phrase(nodes, word + 1)
    members = len(nodes[draft.node].quantities)
    if members < 2:
        return phrase
    if phrase is not None and phrase.count("/") == members - 1:
        return phrase.split("/")[draft.place].strip()
    parts = enumerated(nodes, word + 1)
    if word < _OPENING and not {n.text for n in nodes if n.tag == "NAME"}.issuperset(parts):
        return phrase
    coined = sum(any(c.isupper() or c.isdigit() for c in part) for part in parts)
    named = any(n.tag == "RESP" for n in nodes) or coined == len(parts) or (len(parts) > PAIR and coined == len(parts) - 1)
    return parts[draft.place] if len(parts) == members and named else phrase


#: Before here, what stands behind a word of comparison may run on into the subject of the sentence ("Compared to X, the new ones ...").
_OPENING = 2


_SYSTEM_ENDS = ("models", "methods", "approaches", "networks", "strategies", "systems", "baseline", "baselines")


def _object(nodes: Sentence, verb: int, names: Names, draft: Draft, vocabulary: Vocabulary) -> str | None:
    """``improves FCOS by 5.3 mAP``, ``improves the accuracy of POUF by 3%``: the system the verb works on."""
    for i in range(verb + 1, min(verb + 10, len(nodes))):
        node = nodes[i]
        if node.text == "for" and [n.tag for n in nodes[i + 1 : i + 3]] == ["NAME", "BY"] and nodes[i + 1].text not in names.own:
            return nodes[i + 1].text
        if node.tag in ("BY", "Q", "COMMA", "STOP", "ON", "IN", "FROM", "TO"):
            return None
        if node.tag == "NAME" and nodes[i - 1].tag == "AND" and nodes[i - 2].tag in ("METRIC", "COST"):
            return None
        if node.tag == "NAME" and node.text.isupper() and nodes[i + 1].tag in ("METRIC", "PERF") and not vocabulary.is_system(node.text):
            continue
        if node.tag == "NAME" and node.text not in names.own and nodes[i - 1].tag != "LP":
            parts = enumerated(nodes, i)
            return parts[draft.place] if len(parts) == len(nodes[draft.node].quantities) else node.text
        if node.tag == "SOTA":
            phrase = comparison_phrase(nodes, i)
            return phrase if phrase is not None and phrase.split()[-1].casefold() in SYSTEMS else node.text
        if node.tag in ("METRIC", "COST") and i + 1 < len(nodes) and nodes[i + 1].tag == "OF":
            phrase = comparison_phrase(nodes, i + 2)
            return None if phrase is None or phrase.casefold().endswith(TASK_ENDS) else phrase
        if node.text.casefold() in SYSTEMS:
            return comparison_phrase(nodes, verb + 1)
    return None
