"""What a word or a unit measures by itself ("faster", "twice as large", "5 ms"), and the noun that a comparative is said of."""

from __future__ import annotations

import re

from leaderboard.extraction.claim.draft import Target
from leaderboard.extraction.metric.nearest import named
from leaderboard.extraction.metric.number import THINGS, Number, run_of, words_of
from leaderboard.extraction.metric.phrases import implied_by, is_a
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence

_SPEED = frozenset({"SPEEDVERB", "SPEEDNOUN", "FASTADJ", "SLOWADJ"})


def speed(number: Number) -> Target | None:
    """``2x faster``, ``a speed-up of 3x``: the speed of training where the sentence speaks of it, else speed."""
    change, word = number.change, number.word
    if change is None or word is None or word.tag not in _SPEED:
        return None
    window = number.nodes[max(0, min(number.index, change) - 6) : max(number.index, change) + 8]
    pretraining = any(is_a(node.text, "pretraining") for node in window)
    return Target("training speed" if pretraining or _of_training_only(word, window) else "speed", "cost", change)


def _of_training_only(word: Node, window: list[Node]) -> bool:
    """``accelerates training by 2x``, with no word of inference around."""
    words = _PLAIN_WORD.findall(words_of(window))
    return word.tag == "SPEEDVERB" and any(is_a(w, "training") for w in words) and not any(is_a(w, "inference") for w in words)


_PLAIN_WORD = re.compile(r"\w+")


def compression(number: Number) -> Target | None:
    """``a compression ratio of 12x``, ``compresses it by 4x``: the size of the model."""
    change = number.change
    return Target("model size", "cost", change) if change is not None and number.nodes[change].tag == "COMPRESSNOUN" else None


def of_comparative(number: Number) -> Target | None:
    """``34% fewer parameters``: the noun after the comparative; ``21M parameters, 4.2 times fewer``: the resource stated before."""
    if number.change is None or number.nodes[number.change].tag not in ("UPADJ", "DOWNADJ"):
        return None
    found = _after_comparative(number.nodes, number.change)
    return _resource_before(number.nodes, number.index) if found is None else found


_IN_NOUN_PHRASE = ("WORD", "NAME", "COUNTNOUN", "LABEL", "NOTABLY", "MEAN", "PERF", "BENCH", "SPLIT")
_LONGEST_NOUN = 6


def _after_comparative(nodes: Sentence, place: int) -> Target | None:
    """``34% fewer parameters``, ``4x more frames``: the noun after the comparative, known or not."""
    run = run_of(nodes.after(place, _LONGEST_NOUN), _IN_NOUN_PHRASE, _LONGEST_NOUN)
    if run and run[0].tag == "PERF":
        return Target(None, "perf", place + 1)
    thing = place + 1 + len(run)
    if len(run) < _LONGEST_NOUN and nodes.at(thing).tag in THINGS:
        return named(nodes, thing)
    return _by_own_words(nodes[place].text, [node.text for node in run], place)


def _by_own_words(comparative: str, words: list[str], place: int) -> Target | None:
    """``8% less accurate``, ``2x more sample efficient``, ``a 14x larger model``, ``22% fewer joints``: what the words after it say."""
    if not words:
        return None
    measure = implied_by("as", words[0])
    if measure is not None and is_a(comparative, "amount"):
        return Target(measure.measure, measure.kind, place)
    if len(words) > 1 and is_a(words[-1], "efficient"):
        return Target(" ".join([*words[:-1], "efficiency"]), "cost", place)
    if len(words) == 1 and is_a(words[0], "sized") and is_a(comparative, "larger"):
        return Target("model size", "cost", place)
    return None if implied_by("comparative", comparative) else Target(" ".join(words), "open", place)


def _resource_before(nodes: Sentence, index: int) -> Target | None:
    """``with 21M parameters, 4.2 times fewer than X``: the comparative speaks of the resource stated right before."""
    for i in range(index - 1, max(-1, index - 5), -1):
        if nodes[i].tag == "Q" and (measure := implied_by("unit", nodes[i].quantities[-1].unit or "")):
            return Target(measure.measure, "cost", i)
        if nodes[i].tag not in ("COMMA", "AND", "LP", "WITH", "WORD"):
            return None
    return None


def by_word(number: Number) -> Target | None:
    """``74% smaller``, ``more accurate by 2%``, ``compresses it by 4x``: the measure that the word of change implies."""
    word, change = number.word, number.change
    if word is None or change is None:
        return None
    if word.tag in ("DOWNVERB", "SPEEDVERB") and is_a(word.text, "compress"):
        return Target("model size", "cost", change)
    if word.tag == "ACCURATEADJ":
        return Target("accuracy", "quality", change)
    measure = implied_by("comparative", word.text)
    if measure is None:
        return None
    said_of = _said_of(number.nodes, change) if measure.measure == "model size" else None
    return Target(measure.measure, measure.kind, change) if said_of is None else named(number.nodes, said_of)


def _said_of(nodes: Sentence, comparative: int) -> int | None:
    """``the running time is 10x smaller``, ``memory (up to 60% smaller)``: the measure that is said to be smaller."""
    i = next((k for k in range(comparative - 1, max(0, comparative - 5), -1) if nodes[k].tag in ("BE", "LP")), None)
    if i is None:
        return None
    if nodes[i].tag == "LP":
        return i - 1 if nodes[i - 1].tag in THINGS else None
    for k in range(i - 1, max(-1, i - 12), -1):
        if nodes[k].tag in THINGS:
            return k
        if nodes[k].tag in ("BEAT", "GET", "UPVERB", "DOWNVERB", "SEMI", "Q"):
            return None
    return None


def as_adjective(number: Number) -> Target | None:
    """``twice as fast as X``, ``half as many samples``: the adjective, or the noun after it, says what was measured."""
    if not number.reading.rule.has("as"):
        return None
    nodes = number.nodes
    for i in range(number.index + 1, min(number.index + 4, len(nodes))):
        if is_a(nodes[i].text, "manyof"):
            counted = run_of(nodes.after(i, 4), ("WORD", "COUNTNOUN", "LABEL", "COST"), 4)
            return Target(words_of(counted), "open", i) if counted else None
        measure = implied_by("as", nodes[i].text)
        if measure is not None:
            return Target(measure.measure, measure.kind, i)
    return None


#: Units of which hours, days and minutes are measured in a sentence about training.
_LONG_TIMES = ("h", "day", "min")


def by_unit(nodes: Sentence, unit: str) -> str | None:
    """What a unit measures by itself: ``ms`` a latency; hours are training time only where the sentence speaks of training or devices."""
    measure = implied_by("unit", unit)
    if measure is None or unit not in _LONG_TIMES:
        return None if measure is None else measure.measure
    return "training time" if any(_of_training(node) for node in nodes) else "time"


def _of_training(node: Node) -> bool:
    """``trained for 9 days``, ``on 8 A100``, ``in 5 GPU hours``."""
    return node.tag == "HARDWARE" or is_a(node.text, "trains") or (node.tag == "Q" and _DEVICE.search(node.text) is not None)


_DEVICE = re.compile(r"[GT]PU|[AHV]1?00")
