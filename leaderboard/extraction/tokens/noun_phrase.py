"""Where the name of what something is compared with begins and ends, and what it is called: noun phrases and enumerations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from leaderboard.extraction.lexicon.name_shapes import is_everybodys
from leaderboard.extraction.lexicon.word_files import class_of, name_class
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence


def _words(name: str) -> frozenset[str]:
    return class_of("noun-phrases.txt", name)


_PUBLISHED = _words("published")
_TRAINED_ON = _words("trainedon")
_GENERAL = _words("general")
_QUALIFIERS = _words("qualifier")
_SPREAD = _words("spread")
_PRONOUNS = _words("pronoun")
_STAND_INS = _words("standin")
_DESCRIBED = _words("described")
_ADAPTED = _words("adapted")
_USED_FOR = _words("usedfor")
_AMOUNTS = _words("amount")


#: How many nodes a name, what qualifies a general noun, and a list of names may have.
_LONGEST, _LONGEST_QUALIFIER, _LONGEST_LIST = 12, 5, 30


#: Tags of what ends a name, of what is cut off its end, and of what ends a list of names.
_STOPS = frozenset("BY COMMA SEMI STOP Q WITH LP RP COLON GET BEAT UPVERB DOWNVERB RESP HAVE DASH TIMES URL FROM TO POSS BE CONJ".split())


_TRAIL = frozenset({"AND", "ON", "IN", "OF", "DET", "NOTABLY", "MEAN", "ONLY", "OVER", "VERSUS", "METRIC"})


_LIST_ENDS = frozenset("BY Q WITH GET BEAT STOP SEMI ON IN UPVERB DOWNVERB CONJ RESP HAVE BE".split())


#: Verbs after a name that begin a new part of the sentence.
_NEXT_VERBS = frozenset({"BEAT", "GET", "UPVERB", "DOWNVERB", "SPEEDVERB", "HAVE", "BE", "KEEP", "WITH"})


#: Abbreviations of kinds of models rather than names.
_GROUP = re.compile(r"(?:[A-Z]+|[A-Z]\w*[A-Z])s|LLM|CNN|RNN|GNN|MIM|SLT|PEFT|FCN|NMT|SSL|RL")


class PhrasedSentence(Sentence):
    """A sentence whose noun phrases are cut once, however many of its numbers ask for them.

    >>> nodes = [Node("DET", 0, 3, "the"), Node("NAME", 4, 8, "BERT"), Node("BY", 9, 11, "by")]
    >>> words = PhrasedSentence(nodes)
    >>> words.phrase(0), words.phrase(2)
    ('BERT', None)
    """

    __slots__ = ("_cut",)

    def __init__(self, nodes: Iterable[Node]) -> None:
        super().__init__(nodes)
        self._cut: dict[int, str | None] = {}

    def phrase(self, start: int) -> str | None:
        """What the noun phrase that begins at ``start`` names, as :func:`comparison_phrase` has it."""
        if start not in self._cut:
            self._cut[start] = comparison_phrase(self, start)
        return self._cut[start]


def comparison_phrase(nodes: Sentence, start: int) -> str | None:
    """What the noun phrase that begins at ``start`` names: a system where it holds one, else its words without articles.

    ``the previous best model METER by`` gives ``METER``, ``existing pruning methods, such as`` gives ``existing pruning methods``; a phrase
    that says where ("over five data sets") rather than against what gives None.
    """
    start = _begin(nodes, start)
    if nodes.at(start).text == "training" and nodes.at(start + 1).text in _TRAINED_ON:
        return _qualified(nodes, start)
    first, last = _trimmed(nodes, start, _end(nodes, start))
    kept = nodes[first:last]
    if not kept or _names_nothing(kept):
        return None
    if len(kept) == 1 and kept[0].text.casefold() in _GENERAL:
        return _qualified(nodes, first)
    return _system_in(kept) or _apposition(nodes, first, last) or " ".join(n.text for n in kept)


def _begin(nodes: Sentence, start: int) -> int:
    """Where the name begins, after everything of ``_OPENINGS`` that stands before it."""
    for opening in _OPENINGS:
        start += opening(nodes, start)
    return start


def _quality_of(nodes: Sentence, start: int) -> int:
    """``the performance of [X]``, ``the accuracy of [X]``: the quality of which the name has it."""
    i = start
    while nodes.at(i).tag in ("DET", "MEAN", "NOTABLY") and i - start < 3:
        i += 1
    return i + 2 - start if nodes.at(i).tag in ("PERF", "METRIC") and nodes.at(i + 1).tag == "OF" else 0


def _our_baseline(nodes: Sentence, start: int) -> int:
    """``our [strong baseline]``."""
    return int(nodes.at(start).text == "our" and any(n.text in ("baseline", "baselines") for n in nodes[start : start + 4]))


def _when_using(nodes: Sentence, start: int) -> int:
    """``when using [X]``."""
    return 2 if [n.text for n in nodes[start : start + 2]] == ["when", "using"] else 0


def _as_published(nodes: Sentence, start: int) -> int:
    """``originally reported [X]``."""
    published = nodes.at(start).text.endswith("ly") and nodes.at(start + 1).text in _PUBLISHED and start + 2 < len(nodes)
    return 2 if published else 0


def _maker(nodes: Sentence, start: int) -> int:
    """``NVIDIA's [X]``."""
    return 2 if [n.tag for n in nodes[start : start + 3]] in (["NAME", "POSS", "NAME"], ["HARDWARE", "POSS", "NAME"]) else 0


def _stand_in(nodes: Sentence, start: int) -> int:
    """``that of [X]``, ``those with [X]``."""
    return 2 if nodes.at(start).text in _STAND_INS and nodes.at(start + 1).tag in ("OF", "WITH") else 0


def _done_before(nodes: Sentence, start: int) -> int:
    """``improved [X]``: a participle before the name."""
    verb = nodes.at(start)
    participle = verb.tag in ("GET", "UPVERB") and verb.text.endswith("ed")
    return int(participle and nodes.at(start + 1).tag in ("WORD", "NOTABLY", "SOTA", "NAME"))


#: What may stand before a name without being part of it, in this order: each says how many nodes to pass over.
_OPENINGS: tuple[Callable[[Sentence, int], int], ...] = (
    _quality_of,
    _our_baseline,
    _when_using,
    _as_published,
    _maker,
    _stand_in,
    _done_before,
)


def _end(nodes: Sentence, start: int) -> int:
    """The place before which the phrase that begins at ``start`` ends."""
    last = min(start + _LONGEST, len(nodes))
    return next((i for i in range(start, last) if _ends(nodes, i, i > start)), max(start, last))


def _trimmed(nodes: Sentence, first: int, last: int) -> tuple[int, int]:
    """A phrase without articles at its beginning and small words at its end."""
    while last > first and _is_trailing(nodes.at(last - 1)):
        last -= 1
    while last > first and (nodes[first].tag in ("DET", "OF", "WE") or nodes[first].text.casefold() == "either"):
        first += 1
    return first, last


def _is_trailing(node: Node) -> bool:
    return node.tag in _TRAIL or node.text in ("a", "an") or node.text.endswith("ously")


def _names_nothing(kept: list[Node]) -> bool:
    """``five data sets``, ``a wide range``, ``them``: a place, a spread or a pronoun rather than what is compared with."""
    if kept[-1].text.casefold() in name_class("where") or kept[0].text.casefold() in _SPREAD:
        return True
    return len(kept) == 1 and (kept[0].text in _PRONOUNS or len(kept[0].text) == 1)


def _apposition(nodes: Sentence, first: int, last: int) -> str | None:
    """``the modern convolution-based model, PanopticFCN, by``: the name that stands after its description."""
    after = nodes.after(last - 1, 3)
    named = [n.tag for n in after] in (["COMMA", "NAME", "COMMA"], ["COMMA", "NAME", "BY"])
    single = nodes.at(last - 1).text.casefold() in _DESCRIBED
    return after[1].text if named and single and not any(n.tag == "NAME" for n in nodes[first:last]) else None


def _qualified(nodes: Sentence, noun: int) -> str:
    """``models without adaptation``, ``models trained on X``: a general noun says nothing without what follows."""
    general = nodes[noun].text
    words: list[str] = []
    for node in nodes.after(noun, _LONGEST_QUALIFIER):
        if node.tag in _QUALIFIER_ENDS:
            break
        words.append(node.text)
    openers = _QUALIFIERS | _TRAINED_ON - {"only"} if general == "training" else _QUALIFIERS
    opens = bool(words) and words[0].casefold() in openers
    return " ".join([general, *words]) if opens and len(words) > 1 else general


_QUALIFIER_ENDS = frozenset("COMMA STOP SEMI Q BY RP LP AND GET BEAT BE".split())


def _ends(nodes: Sentence, i: int, inside: bool) -> bool:  # noqa: FBT001
    """Whether the phrase is over before node ``i``."""
    node, after = nodes[i], nodes.at(i + 1)
    if node.tag == "AND":
        return not _goes_on(nodes, i)
    if node.text in _ADAPTED and after.tag in ("WORD", "COUNTNOUN", "NAME"):
        return False
    if node.text.casefold() in name_class("stopword"):
        return not (inside and nodes.at(i - 1).text.endswith("ly") and node.text.endswith(("ed", "-tuned")))
    if inside and node.tag == "WORD" and node.text.endswith("ed") and after.tag in ("ON", "IN", "BY", "WITH"):
        return True
    return node.tag in _STOPS and not (inside and _participle(nodes, i))


def _participle(nodes: Sentence, i: int) -> bool:
    """``conventional pruning methods``: a form of a verb that belongs to the noun after it."""
    node = nodes[i]
    if node.text == "used" and nodes.at(i - 1).text.endswith("ly"):
        return True
    verb = node.tag in ("DOWNVERB", "UPVERB", "GET") and node.text.endswith(("ing", "ed"))
    return verb and nodes.at(i + 1).tag in ("WORD", "PERF", "COUNTNOUN")


def _system_in(kept: list[Node]) -> str | None:
    """The system that a phrase ends with ("the strong baseline METER", "METER models"), or None."""
    named = [k for k, n in enumerate(kept) if n.tag == "NAME" and len(n.text) > 1 and not _GROUP.fullmatch(n.text)]
    if not named or any(n.tag == "AND" for n in kept) or (is_everybodys(kept[named[-1]].text) and len(kept) > 1):
        return None
    last = named[-1]
    trailing = kept[last + 1 :]
    if trailing and (kept[last].text.endswith(("-based", "-style", "-like")) or trailing[0].text in _USED_FOR):
        return None
    if trailing and kept[0].tag == "SOTA" and last > 0:
        return None
    return kept[last].text if len(trailing) <= 1 and all(n.tag in ("WORD", "NOTABLY", "PERF") for n in trailing) else None


def _goes_on(nodes: Sentence, i: int) -> bool:
    """Whether "and" joins two things of one phrase rather than two parts of the sentence."""
    joined = nodes.at(i + 1)
    return joined.tag in ("NAME", "WORD") and joined.text not in _AMOUNTS and nodes.at(i + 2).tag not in _NEXT_VERBS


def enumerated(nodes: Sentence, start: int) -> list[str]:
    """The systems enumerated from ``start`` on: ``Swin-T [1], DeiT-T [2] and PVT-T [3] by`` gives three names.

    Brackets are left out; a part without a name is given by its words without articles.
    """
    parts: list[list[Node]] = [[]]
    depth, closed = 0, False
    for node in nodes[start : start + _LONGEST_LIST]:
        if node.tag in ("LP", "RP"):
            depth += 1 if node.tag == "LP" else -1
        elif depth > 0:
            continue
        elif node.tag in _LIST_ENDS or node.text.casefold() in ("but", "yet") or (node.tag == "COMMA" and closed and parts[-1]):
            break
        elif node.tag in ("COMMA", "AND", "SLASH"):
            closed = closed or node.tag == "AND"
            parts.append([])
        elif node.tag not in ("DET", "NOTABLY"):
            parts[-1].append(node)
    named = [part for part in parts if part]
    return [next((n.text for n in reversed(part) if n.tag == "NAME"), " ".join(n.text for n in part)) for part in named]
