"""Words that are a noun here and a verb there: "an increase of 2%", "increases the accuracy by 2%"."""

from __future__ import annotations

import re
from dataclasses import replace

from leaderboard.extraction.tokens.sentence import Sentence
from leaderboard.registry import Registry

_NOUNS = {"UPVERB": "UPNOUN", "DOWNVERB": "DOWNNOUN", "SPEEDVERB": "SPEEDNOUN"}


_VERB_FOLLOWS = frozenset({"FROM", "BY", "DET", "WE"})


_NOUN_FOLLOWS = frozenset({"OF", "ON", "IN", "OVER", "LP", "VERSUS", "COLON", "RP", "STOP"})


_NOUN_PRECEDES = frozenset({"DET", "Q", "NOTABLY", "MEAN", "RELATIVE", "ABSOLUTE", "UPADJ", "DOWNADJ", "ACCURATEADJ", "OF", "BY"})


#: Abbreviations of metrics that are as often something else (speech recognition, expectation maximisation).
_AMBIGUOUS = frozenset(
    {"ASR", "EM", "SR", "IS", "AR", "PER", "DA", "CE", "MAP", "RE", "PA", "AD", "MR", "SA", "CS", "CC", "PC", "ACC", "HD"}
)


_BEFORE_NOUN = frozenset(
    {"DET", "WORD", "NOTABLY", "SOTA", "NAME", "WE", "UPADJ", "GET", "UPVERB", "DOWNVERB", "RELATIVE", "MEAN", "PRIOR"}
)


#: Comparisons that say in which measure where a measure follows ("with respect to AUROC").
_IN_TERMS = frozenset({"with respect to", "w.r.t.", "relative to"})


#: Measures that are verbs before an object ("the algorithm returns an allocation").
_VERBS = frozenset({"returns", "recalls"})


#: What makes the name of a measure part of the name of what is tested on ("accuracy benchmarks").
_TESTED_ON = frozenset({"benchmark", "benchmarks", "datasets", "tasks"})


#: What a noun of change before it only describes ("in the degradation scenarios").
_CASES = frozenset({"scenario", "scenarios", "setting", "settings", "task", "tasks", "conditions", "types", "classification"})


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
    node, after = nodes[i], _tag(nodes, i + 1)
    if node.tag == "DOWNVERB" and "DOWNADJ" in node.tags and (_tag(nodes, i - 1) == "Q" or after == "THAN"):
        return "DOWNADJ"
    if node.tag in ("DOWNNOUN", "UPNOUN") and after == "COUNTNOUN" and nodes[i + 1].text.casefold() in _CASES:
        return "WORD"
    noun = _NOUNS.get(node.tag)
    return noun if noun is not None and noun in node.tags and _is_noun(nodes, i) else None


def _scores(nodes: Sentence, i: int) -> str | None:
    """``the model scores 88.4``: the verb rather than the measure."""
    verb = nodes[i].text in ("scores", "score", "ranks") and _tag(nodes, i - 1) in ("NAME", "WE", "NOTABLY", "WORD")
    return "GET" if verb and _tag(nodes, i + 1) in ("Q", "DET", "ABOUT") else None


def _no_metric(nodes: Sentence, i: int, redefined: frozenset[str]) -> str | None:
    """What the name of a metric or a cost is where it names none."""
    node, before, after = nodes[i], _tag(nodes, i - 1), _tag(nodes, i + 1)
    word = node.text.casefold()
    if node.tag == "COST":
        part = word == "data" and _part_of_noun(nodes, i)
        moment = node.text in ("time", "times") and before == "DET" and nodes[i - 1].text == "the" and _tag(nodes, i - 2) == "OF"
        return "CASE" if moment else "WORD" if part else None
    acts = word in _VERBS and before in ("COUNTNOUN", "WORD", "NAME", "WE") and after == "DET"
    if acts or (after is not None and nodes[i + 1].text.casefold() in _TESTED_ON):
        return "WORD"
    if node.text == "loss" and before in ("METRIC", "PERF") and nodes[i - 1].end + 1 == node.start:
        return "DOWNNOUN"
    if node.text in redefined or (node.text.isupper() and node.text.isalpha() and _as_system(nodes, i)):
        return "NAME"
    return "WORD" if node.text in _AMBIGUOUS and after in _NOT_AFTER_METRIC else None


def _other(nodes: Sentence, i: int) -> str | None:
    """Verbs that are nouns as well, comparisons that only say in which measure."""
    node, word = nodes[i], nodes[i].text.casefold()
    if (
        word == "success"
        and node.tag == "WORD"
        and (_tag(nodes, i - 1) == "Q" or nodes[i - 1].text == "task")
        and _tag(nodes, i + 1) != "WORD"
    ):
        return "METRIC"
    if word == "collection" and _tag(nodes, i + 1) == "COST":
        return "WORD"
    if node.tag == "GET" and word in ("approach", "approaches") and _tag(nodes, i - 1) in _BEFORE_NOUN:
        return "WORD"
    if node.tag == "VERSUS" and word in _IN_TERMS and _tag(nodes, i + 1) in ("METRIC", "COST"):
        return "ON"
    return None


def _tag(nodes: Sentence, i: int) -> str | None:
    return nodes[i].tag if 0 <= i < len(nodes) else None


def _part_of_noun(nodes: Sentence, i: int) -> bool:
    """``the data transmission size``, ``data transfers``: the data are only part of what is counted."""
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    return (
        after is not None
        and after.tag in ("WORD", "BENCHNOUN")
        and after.text.casefold().startswith(
            ("trans", "movement", "copies", "loading", "access", "collection", "annotation", "acquisition", "generation", "processing")
        )
    )


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
    before = nodes[back] if i else None
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    if before is not None and before.tag in ("THAN", "VERSUS", "BEAT", "KEEP"):
        return after is None or after.tag not in ("OF", "Q", "BE", "METRIC", "SPLIT")
    return before is None and after is not None and after.tag in ("BEAT", "GET", "UPVERB", "HAVE")


def _is_noun(nodes: Sentence, i: int) -> bool:
    before = nodes[i - 1] if i else None
    after = nodes[i + 1] if i + 1 < len(nodes) else None
    if after is not None and after.tag == "OF" and before is not None and before.text.casefold() in ("further", "significantly"):
        return True
    if before is not None and (
        before.tag in ("TO", "WE", "NAME") or before.text.casefold() in ("can", "could", "significantly", "further", "also", "to")
    ):
        return False
    if before is not None and before.tag == "Q":
        return True
    if before is not None and before.tag in ("METRIC", "COST", "PERF") and any(n.tag == "Q" for n in nodes[max(0, i - 4) : i - 1]):
        return True
    if after is not None and after.tag in _VERB_FOLLOWS:
        return before is not None and before.tag in ("DET", "NOTABLY", "MEAN") and after.tag not in ("DET", "WE")
    if after is None or after.tag in _NOUN_FOLLOWS or after.text.casefold().startswith("rang"):
        return True
    return before is not None and before.tag in _NOUN_PRECEDES
