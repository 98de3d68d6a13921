"""Baselines named before their number: after a word of comparison, or as the object of a verb ("improves FCOS by 5.3 mAP")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from leaderboard.extraction.baseline.change import Baseline, ChangeInSentence, baseline_named, compared_with
from leaderboard.extraction.baseline.comparisons import improves_on, is_parity, restored
from leaderboard.extraction.lexicon.word_files import TASK_ENDS, class_of
from leaderboard.extraction.tokens.noun_phrase import comparison_phrase, enumerated
from leaderboard.extraction.tokens.sentence import Sentence

_SYSTEMS = class_of("comparisons.txt", "system")
_SYSTEM_ENDS = tuple(sorted(class_of("comparisons.txt", "systemend")))
_PROCESS_ENDS = tuple(sorted(class_of("comparisons.txt", "processend")))
_AGAIN = tuple(sorted(class_of("comparisons.txt", "again")))


def compared_before(change: ChangeInSentence) -> Baseline | None:
    """The nearest baseline before a number, in the same part of the sentence."""
    for i in range(change.place - 1, -1, -1):
        if change.nodes[i].tag == "SEMI":
            return None
        for _, finder in PLACES:
            if (found := finder(change, i)) is not None:
                return found
    return None


def _of_number_before(change: ChangeInSentence, i: int) -> Baseline | None:
    """``improves X by 2% and recall by 3%``: what the number before is measured against."""
    return baseline_named(change.known[i].name, "number-before") if i in change.known and change.nodes[i].tag == "Q" else None


def _after_comparison(change: ChangeInSentence, i: int) -> Baseline | None:
    """``outperforms X by 2%``, ``as accurate as X with 3x fewer parameters``."""
    node = change.nodes[i]
    compares = node.tag in ("BEAT", "OVER", "VERSUS", "THAN") or (change.draft.kind == "ratio" and is_parity(change.nodes, i))
    return baseline_named(compared_with(change, i) or None, "after-comparison", node.text) if compares else None


def _level_reached_again(change: ChangeInSentence, i: int) -> Baseline | None:
    """``restores the performance of X with 200x fewer tokens``."""
    word = change.nodes[i].text
    again = change.draft.kind == "ratio" and word.casefold().startswith(_AGAIN)
    return baseline_named(restored(change.nodes, i) or None, "after-comparison", word) if again else None


def _improvement_on(change: ChangeInSentence, i: int) -> Baseline | None:
    """``improvements on the state of the art of 3%``."""
    nodes = change.nodes
    improves = nodes[i].tag == "UPNOUN" and improves_on(nodes, i)
    return baseline_named(nodes.phrase(i + 2) or None, "after-comparison", nodes[i].text) if improves else None


def _accelerated(change: ChangeInSentence, i: int) -> Baseline | None:
    """``accelerates X by 2.7x``."""
    speeds = change.nodes[i].tag == "SPEEDVERB" and i + 1 < change.place
    return baseline_named(_made_faster(change, i) or None, "object", change.nodes[i].text) if speeds else None


def _made_faster(change: ChangeInSentence, verb: int) -> str | None:
    nodes = change.nodes
    end = next((i for i in range(verb + 1, min(verb + 9, len(nodes))) if nodes[i].tag == "BY"), None)
    if end is not None and any(n.tag == "NAME" for n in nodes[verb + 1 : end]) and not nodes.at(end - 1).text.endswith(_PROCESS_ENDS):
        phrase = comparison_phrase(Sentence(nodes.between(verb, end)), 0)
        return None if phrase is None or change.is_own(phrase) else phrase
    name = nodes[verb + 1]
    alone = name.tag == "NAME" and nodes.at(verb + 2).tag in ("BY", "Q", "UPTO")
    return name.text if alone and not change.is_own(name.text) else None


def _improved(change: ChangeInSentence, i: int) -> Baseline | None:
    """``improves X by 2%``, ``reduces the error of X by 3%``; of a ratio, only where it is a quality or certainly a system."""
    if change.nodes[i].tag not in ("UPVERB", "DOWNVERB"):
        return None
    phrase = object_of(change, i)
    draft = change.draft
    if not phrase or not (draft.kind == "gain" or draft.target.kind == "quality" or phrase.casefold().endswith(_SYSTEM_ENDS)):
        return None
    return baseline_named(phrase, "object", change.nodes[i].text)


#: What may name the baseline at a place before the number, in order.
PLACES: tuple[tuple[str, Callable[[ChangeInSentence, int], Baseline | None]], ...] = (
    ("the number before", _of_number_before),
    ("a word of comparison", _after_comparison),
    ("a verb of reaching again", _level_reached_again),
    ("a noun of improvement with 'on'", _improvement_on),
    ("a verb of speed", _accelerated),
    ("a verb of change", _improved),
)


# -- the object of a verb of change ------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Object:
    """What a verb works on: the name of a system, or None where it is something else, which ends the search."""

    name: str | None


def object_of(change: ChangeInSentence, verb: int) -> str | None:
    """The system that the verb at ``verb`` works on, or None."""
    for i in range(verb + 1, min(verb + 10, len(change.nodes))):
        for _, finder in OBJECTS:
            if (found := finder(change, verb, i)) is not None:
                return found.name
    return None


def _improved_for(change: ChangeInSentence, verb: int, i: int) -> Object | None:  # noqa: ARG001
    """``improves accuracy for X by 2%``."""
    nodes, name = change.nodes, change.nodes.at(i + 1)
    applied = nodes[i].text == "for" and name.tag == "NAME" and nodes.at(i + 2).tag == "BY"
    return Object(name.text) if applied and not change.is_own(name.text) else None


def _at_end(change: ChangeInSentence, verb: int, i: int) -> Object | None:  # noqa: ARG001
    """``improves [accuracy] by 2%``: no system before the object ends."""
    return Object(None) if change.nodes[i].tag in _OBJECT_ENDS else None


_OBJECT_ENDS = frozenset({"BY", "Q", "COMMA", "STOP", "ON", "IN", "FROM", "TO"})


def _second_metric(change: ChangeInSentence, verb: int, i: int) -> Object | None:  # noqa: ARG001
    """``improves accuracy and XYZ by 2%``: a name that is joined to a metric is one."""
    nodes = change.nodes
    joined = nodes[i].tag == "NAME" and nodes.at(i - 1).tag == "AND" and nodes.at(i - 2).tag in ("METRIC", "COST")
    return Object(None) if joined else None


def _named_object(change: ChangeInSentence, verb: int, i: int) -> Object | None:  # noqa: ARG001
    """``improves FCOS by 5.3 mAP``; of as many systems as numbers the one of this number."""
    nodes, node = change.nodes, change.nodes[i]
    if node.tag != "NAME" or _is_task(change, i) or change.is_own(node.text) or nodes.at(i - 1).tag == "LP":
        return None
    parts = enumerated(nodes, i)
    return Object(parts[change.draft.place] if len(parts) == change.members else node.text)


def _is_task(change: ChangeInSentence, i: int) -> bool:
    """``improves VQA accuracy``: capitals before a metric that are no well-known system."""
    text = change.nodes[i].text
    return text.isupper() and change.nodes.at(i + 1).tag in ("METRIC", "PERF") and not change.vocabulary.is_system(text)


def _state_of_the_art(change: ChangeInSentence, verb: int, i: int) -> Object | None:  # noqa: ARG001
    """``improves the state of the art by 2%``."""
    node = change.nodes[i]
    if node.tag != "SOTA":
        return None
    phrase = change.nodes.phrase(i)
    return Object(phrase if phrase is not None and phrase.split()[-1].casefold() in _SYSTEMS else node.text)


def _owner_of_metric(change: ChangeInSentence, verb: int, i: int) -> Object | None:  # noqa: ARG001
    """``improves the accuracy of POUF by 3%``, but not "of detection"."""
    if change.nodes[i].tag not in ("METRIC", "COST") or change.nodes.at(i + 1).tag != "OF":
        return None
    phrase = change.nodes.phrase(i + 2)
    return Object(None if phrase is None or phrase.casefold().endswith(TASK_ENDS) else phrase)


def _nameless_systems(change: ChangeInSentence, verb: int, i: int) -> Object | None:
    """``improves existing detectors by 2%``."""
    return Object(change.nodes.phrase(verb + 1)) if change.nodes[i].text.casefold() in _SYSTEMS else None


#: What a word after a verb of change says about its object, in order; a word about which none of them says anything is passed over.
OBJECTS: tuple[tuple[str, Callable[[ChangeInSentence, int, int], Object | None]], ...] = (
    ("'for' before a system", _improved_for),
    ("the end of the object", _at_end),
    ("a name joined to a metric", _second_metric),
    ("a name", _named_object),
    ("the state of the art", _state_of_the_art),
    ("a metric with 'of'", _owner_of_metric),
    ("a noun for systems", _nameless_systems),
)
