"""Numbers that belong to a competing system, to humans or to chance rather than to the paper's own system."""

from __future__ import annotations

import re
from collections.abc import Callable

from leaderboard.extraction.claim.reason import Reason
from leaderboard.extraction.lexicon.alternation import any_of
from leaderboard.extraction.lexicon.word_files import TASK_ENDS, class_of
from leaderboard.extraction.method.attribution import Attribution, Number, of_competitor
from leaderboard.extraction.method.subject import FAR
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.noun_phrase import PhrasedSentence


def _words(name: str) -> frozenset[str]:
    return class_of("comparisons.txt", name)


_COMPARES = frozenset({"BEAT", "THAN", "OVER", "VERSUS"})
_PARTS_END = frozenset({"COMMA", "SEMI", "Q", "STOP"})


# -- levels of humans, of chance, of a named baseline ------------------------------------------------------------------------------
#: ``human-level``: the words of the file, joined by a blank or a hyphen.
_HUMAN_LEVEL = re.compile(any_of(_words("humanlevel")).replace(r"\ ", "[- ]"), re.I)
_HUMAN, _CHANCE, _AS_CHANCE = _words("human"), _words("chance"), _words("aschance")
_AS_SYSTEM = re.compile(f"{any_of(_words('assystem'))}|{any_of(_words('assystemend'))}$", re.I)


def level_of_human_or_chance(number: Number) -> Attribution | None:
    """``the human-level accuracy of 84.4%``, ``chance level is 50%``."""
    if number.draft.kind != "score":
        return None
    nodes = number.nodes
    for i in range(number.place - 1, max(-1, number.place - 9), -1):
        if nodes[i].tag in _PARTS_END:
            return None
        word, after = nodes[i].text, nodes.at(i + 1).text
        if _HUMAN_LEVEL.search(word) or (word.casefold() in _HUMAN and _AS_SYSTEM.match(after)):
            return of_competitor("human")
        if word.casefold() in _CHANCE and after.casefold() in _AS_CHANCE:
            return of_competitor("chance")
    return None


def level_of_named_baseline(number: Number) -> Attribution | None:
    """``(F1 of 0.4 with a BiLSTM baseline)``."""
    if number.draft.kind != "score":
        return None
    nodes = number.nodes
    for i in range(number.place + 1, min(number.place + 6, len(nodes))):
        if nodes[i].tag in _PARTS_END:
            return None
        if nodes[i].tag == "NAME" and nodes.at(i + 1).text.casefold() == "baseline":
            return of_competitor(nodes[i].text)
    return None


# -- a level in brackets, a relative clause ----------------------------------------------------------------------------------------
def after_what_was_beaten(number: Number) -> Attribution | None:
    """``reaches 63% on A, surpassing earlier models (6.5% on A, ...)``: a level in brackets after what was beaten, with one before."""
    nodes, opening = number.nodes, _opening_bracket(number)
    if number.draft.kind != "score" or opening is None:
        return None
    for i in range(opening - 1, max(-1, opening - 14), -1):
        if nodes[i].tag == "BEAT" or (nodes[i].tag == "THAN" and _share_alone(number)):
            return of_competitor(nodes.phrase(i + 1)) if any(n.tag == "Q" for n in nodes[:i]) else None
        if nodes[i].tag in _PARTS_END:
            return None
    return None


def _opening_bracket(number: Number) -> int | None:
    """The place of the bracket that a number stands in, if it is not far."""
    nodes = number.nodes
    bracket = next((i for i in range(number.place - 1, max(-1, number.place - 14), -1) if nodes[i].tag in ("LP", "RP")), None)
    return bracket if bracket is not None and nodes[bracket].tag == "LP" else None


def _share_alone(number: Number) -> bool:
    """A percentage that is not itself compared with another ("95% vs. 90%")."""
    around = (*number.nodes.before(number.place, 3), *number.nodes.after(number.place, 2))
    return number.nodes[number.place].quantities[0].unit == "%" and not any(n.tag == "VERSUS" for n in around)


_CLAUSE_VERBS = {"which": ("GET", "HAVE", "BE"), "that": ("GET",)}


def relative_clause(number: Number) -> Attribution | None:
    """``outperforms X, which achieves 3x``: the number of the system that was beaten."""
    nodes = number.nodes
    for i in range(number.place - 1, max(0, number.place - 8), -1):
        if nodes.at(i + 1).tag in _CLAUSE_VERBS.get(nodes[i].text.casefold(), ()):
            return of_competitor(_beaten_before(nodes, i))
        if nodes[i].tag in ("Q", "SEMI"):
            return None
    return None


def _beaten_before(nodes: PhrasedSentence, clause: int) -> str | None:
    for i in range(clause - 1, max(-1, clause - 14), -1):
        if nodes[i].tag in _COMPARES:
            return nodes.phrase(i + 1)
        if nodes[i].tag == "Q":
            return None
    return None


# -- subjects other than the paper's own -------------------------------------------------------------------------------------------
#: So many words a competitor's name may have.
_LONGEST_NAME = 6


def _subject_phrase(number: Number) -> tuple[int, int] | None:
    """Where the phrase before the verb of a score or a cost begins and ends, unless it speaks of the paper's own system."""
    nodes, names = number.nodes, number.names
    if number.draft.kind not in ("score", "cost"):
        return None
    verb = next((i for i in range(number.place - 1, max(0, number.place - FAR), -1) if nodes[i].tag in ("GET", "HAVE")), None)
    if verb is None:
        return None
    start = verb - 1
    while nodes.at(start - 1).tag in _IN_SUBJECT and verb - start < _LONGEST_NAME:
        start -= 1
    own = any(n.tag == "WE" or n.text in names.own or n.text.casefold() == "our" for n in nodes[start:verb])
    return None if own else (start, verb)


_IN_SUBJECT = frozenset({"NAME", "WORD", "DET", "NOTABLY", "SOTA", "MEAN", "PERF", "ONLY"})


def contrasted_subject(number: Number) -> Attribution | None:
    """``While X reaches 43%, ours ...``: the first of two, where the other is the paper's own."""
    nodes, names, phrase = number.nodes, number.names, _subject_phrase(number)
    if phrase is None or names.weak:
        return None
    start, verb = phrase
    system = next((n.text for n in reversed(nodes[start:verb]) if n.tag == "NAME"), None)
    own_before = start == 1 or any(n.text in names.own for n in nodes[:start])
    if system is None or not own_before or nodes.at(start - 1).text.casefold() not in _words("contrast"):
        return None
    return of_competitor(system, Reason("first-of-two"))


_EARLIER = re.compile(
    rf"(?:the )?(?:{any_of(_words('earlier'))}|(?:[\w-]+ )?baseline)\b(?! {any_of(_words('studies'))})",
    re.I,
)


def earlier_subject(number: Number) -> Attribution | None:
    """``the previous best model reached 58.7%``."""
    nodes, phrase = number.nodes, _subject_phrase(number)
    if phrase is None:
        return None
    start, verb = phrase
    begins = start == 0 or nodes.at(start - 1).tag in ("COMMA", "SEMI", "CONJ")
    if begins and _EARLIER.match(" ".join(n.text for n in nodes[start:verb])):
        return of_competitor(nodes.phrase(start), Reason("first-of-two"))
    return None


def second_of_two(number: Number) -> Attribution | None:
    """``FixNet and the best competitor BERT reach 61% and 54%``: the last of two levels is the competitor's, the first the paper's own."""
    nodes, names = number.nodes, number.names
    if number.draft.kind != "score":
        return None
    numbers = [i for i, n in enumerate(nodes) if n.tag == "Q"]
    count = sum(len(nodes[i].quantities) for i in numbers)
    joint = next((i for i in range(numbers[0] - 1, 0, -1) if nodes[i].tag == "AND"), None)
    if count != _TWO or joint is None or not any(n.tag in ("GET", "HAVE", "BE") for n in nodes[joint : numbers[0]]):
        return None
    rival = next((i for i in range(joint + 1, min(joint + 5, numbers[0])) if nodes[i].text.casefold() in _words("rival")), None)
    own = any(n.tag == "WE" or n.text in names.own or n.text.casefold() in ("our", "ours") for n in nodes.before(joint, 3))
    if rival is None or not own:
        return None
    if number.place == numbers[0] and number.draft.place == 0:
        return Attribution(names.main, reason=Reason("first-of-two"))
    name = next((n.text for n in nodes[rival + 1 : rival + 3] if n.tag == "NAME"), None)
    return of_competitor(name or nodes.phrase(joint + 1), Reason("first-of-two"))


_TWO = 2


def for_comparison(number: Number) -> Attribution | None:
    """``For comparison, an SMT system reaches 33.3``: a system that is not the paper's own."""
    nodes, phrase = number.nodes, _subject_phrase(number)
    if phrase is None:
        return None
    opening = " ".join(n.text for n in nodes[:3]).casefold()
    if not any(opening.startswith(f"{words} ,") for words in _words("forcomparison")):
        return None
    if nodes.at(phrase[0] - 1).tag in ("ON", "IN", "WITH", "OF", "BY"):
        return Attribution(None, "baseline")
    return of_competitor(nodes.phrase(phrase[0]), Reason("first-of-two"))


# -- levels that a rule reads as those of a baseline -------------------------------------------------------------------------------
def of_baseline_rule(number: Number) -> Attribution | None:
    """``surpassing CLIP's 68.3%``, ``from 75.3% to 79%``: a number that the rule takes for the level of a baseline, named or not."""
    if number.draft.role != "baseline":
        return None
    unnamed = Attribution(None, "baseline")
    return next((found for _, finder in LEVELS_OF_BASELINES if (found := finder(number)) is not None), unnamed)


def _compared_with_bracket(number: Number) -> Attribution | None:
    """``vs. X (75%)``: what the bracket of the rule is compared with, which may have no name."""
    if not number.draft.rule.has("versus-name"):
        return None
    versus = next(i for i in range(number.place - 1, -1, -1) if number.nodes[i].tag == "VERSUS")
    return Attribution(number.nodes.phrase(versus + 1), "baseline")


def _before_own_bracket(number: Number) -> Attribution | None:
    """``X (75.35%)``."""
    name, bracket = number.nodes.at(number.place - 2), number.nodes.at(number.place - 1)
    return of_competitor(name.text) if bracket.tag == "LP" and name.tag == "NAME" else None


def _named_before(number: Number) -> Attribution | None:
    """``CLIP's 68.3%``, ``CLIP with an accuracy of 68.3%``."""
    for node in reversed(number.nodes.before(number.place, 5)):
        if node.tag == "NAME":
            return of_competitor(node.text)
        if node.tag not in _BEFORE_LEVEL:
            return None
    return None


#: What may stand between the name of a baseline and its number.
_BEFORE_LEVEL = frozenset({"POSS", "METRIC", "PERF", "OF", "NAME", "DET", "WORD", "COLON", "GET", "HAVE"})


def _named_after(number: Number) -> Attribution | None:
    """``the 8.3 of ProGAN``, ``23.4 for the phrase-based system``, ``44.7 obtained by Z``."""
    nodes, i = number.nodes, number.place + 1
    if nodes.at(i).tag == "METRIC":
        i += 1
    if nodes.at(i).text in _words("obtained") and nodes.at(i + 1).text == "by":
        i += 1
    preposition = nodes.at(i)
    if preposition.text.casefold() not in _words("ofsystem") or nodes.at(i + 1).tag not in ("NAME", "DET", "WORD", "SOTA", "NOTABLY"):
        return None
    phrase = nodes.phrase(i + 1)
    return None if phrase is None or _is_no_system(phrase, preposition) else of_competitor(phrase)


def _is_no_system(phrase: str, preposition: Node) -> bool:
    """``23.4 for the second task``: a phrase that is too long, a task, or (but after "of") a place or a plain word."""
    words = phrase.split()
    if len(words) > _LONGEST_NAME or words[-1].casefold().endswith(TASK_ENDS):
        return True
    if preposition.text.casefold() == "of":
        return False
    plain = len(words) == 1 and phrase.islower() and preposition.tag != "ON"
    return plain or words[-1].casefold() in _words("place")


def _compared_before_bracket(number: Number) -> Attribution | None:
    """``beats FedAvg by a wide margin on FEMNIST (84.7% against 79.5%)``: whom the sentence before the bracket compares with."""
    nodes, place = number.nodes, number.place
    if nodes.at(place - 1).tag != "VERSUS" or nodes.at(place - 2).tag != "Q":
        return None
    opening = next((i for i in range(place - 2, max(-1, place - 6), -1) if nodes[i].tag == "LP"), None)
    if opening is None:
        return None
    for i in range(opening - 1, max(-1, opening - 16), -1):
        if nodes[i].tag in _COMPARES:
            phrase = nodes.phrase(i + 1)
            return of_competitor("human" if phrase is not None and _HUMAN_LEVEL.match(phrase) else phrase)
        if nodes[i].tag == "KEEP" and (phrase := nodes.phrase(i + 1)):
            return of_competitor(phrase)
        if nodes[i].tag in ("SEMI", "STOP") or (nodes[i].tag == "Q" and nodes.at(i - 1).tag != "BY"):
            return None
    return None


def _lifted_from(number: Number) -> Attribution | None:
    """``lifts ResNet-50 from 75.3% to 79%``: the system whose number it was before, which may have no name."""
    nodes, place = number.nodes, number.place
    if nodes.at(place - 1).tag not in ("FROM", "DET", "NOTABLY"):
        return None
    for i in range(place - 1, max(-1, place - 14), -1):
        if nodes[i].tag == "NAME":
            return of_competitor(nodes[i].text)
        if nodes[i].tag == "SOTA" and nodes.at(i - 1).tag in ("UPVERB", "DOWNVERB", "DET"):
            return Attribution(nodes.phrase(i), "baseline")
        if nodes[i].tag in ("Q", "SEMI", "STOP", "UPVERB", "DOWNVERB", "GET"):
            break
    return Attribution(None, "baseline")


def _in_bracket_after(number: Number) -> Attribution | None:
    """``75.35% (Z)``, ``75.35% with Z``."""
    nodes = number.nodes
    for i in range(number.place + 1, min(number.place + 9, len(nodes))):
        node, before = nodes[i], nodes.at(i - 1)
        if node.tag in ("COMMA", "STOP") or (node.tag == "Q" and before.tag != "AND"):
            return None
        if node.tag == "NAME" and before.tag in ("LP", "ON", "IN", "OF", "DET", "BY", "WITH"):
            return of_competitor(node.text)
    return None


#: Where the name of a baseline stands whose level a rule reads, in order.
LEVELS_OF_BASELINES: tuple[tuple[str, Callable[[Number], Attribution | None]], ...] = (
    ("what the bracket is compared with", _compared_with_bracket),
    ("before its own bracket", _before_own_bracket),
    ("right before the number", _named_before),
    ("right after the number", _named_after),
    ("what the sentence before the bracket compares with", _compared_before_bracket),
    ("what was lifted from the number", _lifted_from),
    ("in brackets after the number", _in_bracket_after),
)
