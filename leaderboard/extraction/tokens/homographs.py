"""Words that are a noun here and a verb there: "an increase of 2%", "increases the accuracy by 2%"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from leaderboard.extraction.lexicon.alternation import words_pattern
from leaderboard.extraction.lexicon.word_files import class_of
from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.registry import Registry


def _words(name: str) -> frozenset[str]:
    return class_of("homographs.txt", name)


_AMBIGUOUS = _words("ambiguous")
_MEASURE_VERBS = _words("measureverb")
_SCORE_VERBS = _words("scoreverb")
_TESTED_ON = _words("testedon")
_DESCRIBED = _words("described")
_IN_TERMS = _words("interms")
_VERB_NOUNS = _words("verbnoun")
_DATA_OF = re.compile(words_pattern(_words("dataof")), re.I)
_BEFORE_NOUN_OF = _words("beforenoun")
_BEFORE_VERB = _words("beforeverb")


#: Tags of verbs that are nouns as well, and the tag of the noun.
_NOUNS = {"UPVERB": "UPNOUN", "DOWNVERB": "DOWNNOUN", "SPEEDVERB": "SPEEDNOUN"}


#: Tags of what follows a verb of change, of what follows a noun of change, and of what stands before one.
_VERB_FOLLOWS = frozenset({"FROM", "BY", "DET", "WE"})


_NOUN_FOLLOWS = frozenset({"", "OF", "ON", "IN", "OVER", "LP", "VERSUS", "COLON", "RP", "STOP"})


_NOUN_PRECEDES = frozenset({"DET", "Q", "NOTABLY", "MEAN", "RELATIVE", "ABSOLUTE", "UPADJ", "DOWNADJ", "ACCURATEADJ", "OF", "BY"})


#: Tags of what stands before "approach" as a noun.
_BEFORE_NOUN = frozenset(
    {"DET", "WORD", "NOTABLY", "SOTA", "NAME", "WE", "UPADJ", "GET", "UPVERB", "DOWNVERB", "RELATIVE", "MEAN", "PRIOR"}
)


#: Tags of what an abbreviation stands before where it names no metric.
_NOT_AFTER_METRIC = frozenset({"WORD", "NAME", "BENCH", "COUNTNOUN", "PERF", "BENCHNOUN", "POSS"})


def settle(nodes: Sentence, redefined: frozenset[str] = frozenset()) -> Sentence:
    """Give every word that may be two things the tag that its neighbours ask for.

    ``redefined`` are abbreviations of metrics that the text spells out as something else (ASD as a disease).
    """
    out = Sentence(nodes)
    for i, node in enumerate(nodes):
        tag = (
            _noun_or_verb(nodes, i)
            or _scores(nodes, i)
            or (_no_metric(nodes, i, redefined) if node.tag in ("METRIC", "COST") else _other(nodes, i))
        )
        if tag is not None:
            out[i] = replace(node, tag=tag, name=node.name if tag in _KEEPS_NAME else _SUCCESS if tag == "METRIC" else None)
    return out


#: The only word that becomes a measure by its place ("an 87% success").
_SUCCESS = "success rate"


_KEEPS_NAME = frozenset({"UPNOUN", "DOWNNOUN", "SPEEDNOUN", "DOWNADJ", "ON"})


def _noun_or_verb(nodes: Sentence, i: int) -> str | None:
    """``increases``, ``less``: a noun, a verb or an adjective of change."""
    node, after = nodes[i], nodes.at(i + 1).tag
    if node.tag == "DOWNVERB" and "DOWNADJ" in node.tags and (nodes.at(i - 1).tag == "Q" or after == "THAN"):
        return "DOWNADJ"
    if node.tag in ("DOWNNOUN", "UPNOUN") and after == "COUNTNOUN" and nodes.at(i + 1).text.casefold() in _DESCRIBED:
        return "WORD"
    noun = _NOUNS.get(node.tag)
    return noun if noun is not None and noun in node.tags and _is_noun(nodes, i) else None


def _scores(nodes: Sentence, i: int) -> str | None:
    """``the model scores 88.4``: the verb rather than the measure."""
    verb = nodes[i].text in _SCORE_VERBS and nodes.at(i - 1).tag in ("NAME", "WE", "NOTABLY", "WORD")
    return "GET" if verb and nodes.at(i + 1).tag in ("Q", "DET", "ABOUT") else None


def _no_metric(nodes: Sentence, i: int, redefined: frozenset[str]) -> str | None:
    """What the name of a metric or a cost is where it names none."""
    node, before, after = nodes[i], nodes.at(i - 1), nodes.at(i + 1)
    word = node.text.casefold()
    if node.tag == "COST":
        part = word == "data" and after.tag in ("WORD", "BENCHNOUN") and _DATA_OF.match(after.text) is not None
        moment = node.text in ("time", "times") and before.tag == "DET" and before.text == "the" and nodes.at(i - 2).tag == "OF"
        return "CASE" if moment else "WORD" if part else None
    acts = word in _MEASURE_VERBS and before.tag in ("COUNTNOUN", "WORD", "NAME", "WE") and after.tag == "DET"
    if acts or after.text.casefold() in _TESTED_ON:
        return "WORD"
    if node.text == "loss" and before.tag in ("METRIC", "PERF") and before.end + 1 == node.start:
        return "DOWNNOUN"
    if node.text in redefined or (node.text.isupper() and node.text.isalpha() and _as_system(nodes, i)):
        return "NAME"
    return "WORD" if node.text in _AMBIGUOUS and after.tag in _NOT_AFTER_METRIC else None


def _other(nodes: Sentence, i: int) -> str | None:
    """Verbs that are nouns as well, comparisons that only say in which measure."""
    node, word = nodes[i], nodes[i].text.casefold()
    before, after = nodes.at(i - 1), nodes.at(i + 1)
    if word == "success" and node.tag == "WORD" and (before.tag == "Q" or before.text == "task") and after.tag != "WORD":
        return "METRIC"
    if word == "collection" and after.tag == "COST":
        return "WORD"
    if node.tag == "GET" and word in _VERB_NOUNS and before.tag in _BEFORE_NOUN:
        return "WORD"
    if node.tag == "VERSUS" and word in _IN_TERMS and after.tag in ("METRIC", "COST"):
        return "ON"
    return None


_BRACKET = re.compile(r"\(([A-Z]{2,5})\)")


_WORDS_BEFORE = re.compile(r"(?:[A-Za-z-]+\s){1,6}$")


#: How far back the words of an abbreviation are looked for.
_REACH = 200


def redefined_in(text: str, registry: Registry) -> frozenset[str]:
    """Abbreviations of metrics that a text spells out as something that is no metric.

    >>> from leaderboard.registry import load
    >>> sorted(redefined_in("screening for autism spectrum disorder (ASD) by word error rate (WER)", load()))
    ['ASD']
    """
    found = set()
    for match in _BRACKET.finditer(text):
        words = _WORDS_BEFORE.search(text, max(0, match.start() - _REACH), match.start())
        if words and registry.metric(match[1]) is not None and not _spells_metric(words[0].split(), registry):
            found.add(match[1])
    return frozenset(found)


def _spells_metric(words: list[str], registry: Registry) -> bool:
    tails = (" ".join(words[-count:]) for count in range(1, len(words) + 1))
    return any(registry.metric(tail) is not None or registry.metric(tail.removesuffix("s")) is not None for tail in tails)


def _as_system(nodes: Sentence, i: int) -> bool:
    """``0.8% more than MAE``, ``SAD decodes faster``: an abbreviation of a metric that stands where a system stands."""
    back = i - 1
    while back > max(0, i - 3) and nodes[back].tag in ("DET", "WORD", "NOTABLY"):
        back -= 1
    before, after = nodes.at(back), nodes.at(i + 1)
    if before.tag in ("THAN", "VERSUS", "BEAT", "KEEP"):
        return after.tag not in ("OF", "Q", "BE", "METRIC", "SPLIT")
    return i == 0 and after.tag in ("BEAT", "GET", "UPVERB", "HAVE")


def _is_noun(nodes: Sentence, i: int) -> bool:
    """Whether a word of change is a noun here; the first check that knows says so."""
    return next((answer for applies, answer in _NOUN_OR_VERB if applies(nodes, i)), nodes.at(i - 1).tag in _NOUN_PRECEDES)


def _after_verb(nodes: Sentence, i: int) -> bool:
    return nodes.at(i + 1).tag in _VERB_FOLLOWS


#: Checks in order, each with what the word is where it applies: a noun or not.
_NOUN_OR_VERB: tuple[tuple[Callable[[Sentence, int], bool], bool], ...] = (
    (lambda nodes, i: nodes.at(i + 1).tag == "OF" and nodes.at(i - 1).text.casefold() in _BEFORE_NOUN_OF, True),
    (lambda nodes, i: nodes.at(i - 1).tag in ("TO", "WE", "NAME") or nodes.at(i - 1).text.casefold() in _BEFORE_VERB, False),
    (lambda nodes, i: nodes.at(i - 1).tag == "Q", True),
    (lambda nodes, i: nodes.at(i - 1).tag in ("METRIC", "COST", "PERF") and any(n.tag == "Q" for n in nodes.before(i - 1, 3)), True),
    (lambda nodes, i: _after_verb(nodes, i) and nodes.at(i + 1).tag in ("DET", "WE"), False),
    (lambda nodes, i: _after_verb(nodes, i) and nodes.at(i - 1).tag in ("DET", "NOTABLY", "MEAN"), True),
    (_after_verb, False),
    (lambda nodes, i: nodes.at(i + 1).tag in _NOUN_FOLLOWS or nodes.at(i + 1).text.casefold().startswith("rang"), True),
)
