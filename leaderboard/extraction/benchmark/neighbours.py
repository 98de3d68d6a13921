"""Which benchmarks stand around a number: right before it, before its bracket, after it or earlier in the sentence."""

from __future__ import annotations

from collections.abc import Callable

from leaderboard.extraction.benchmark.name import WORDS
from leaderboard.extraction.lexicon.word_files import class_of
from leaderboard.extraction.tokens.node import Node
from leaderboard.extraction.tokens.sentence import Sentence


def _is_setting(nodes: Sentence, preposition: int) -> bool:
    """``in the few-shot setting``: under which conditions, not on what."""
    return any(n.text.casefold() in class_of(WORDS, "condition") for n in nodes.after(preposition, 4))


def own_task(nodes: Sentence, index: int, reach: int = 5) -> bool:
    """``by 2.5% for video segmentation``: the number says itself what it was measured on."""
    for i in range(index + 1, min(index + reach, len(nodes) - 1)):
        if nodes[i].tag in ("ON", "IN") and nodes[i].text.casefold() in ("for", "on", "in"):
            return nodes[i + 1].tag not in ("METRIC", "COST", "MEAN") and not _is_setting(nodes, i)
        if nodes[i].tag in ("Q", "COMMA", "STOP"):
            return False
    return False


def of_the_next(nodes: Sentence, index: int, found: list[list[int]]) -> list[int] | None:
    """``70% on A and 51% AP and 45% AP on B``: what follows the next number, where the benchmark before is another number's."""
    left = left_group(nodes, index, found)
    following = next((i for i in range(index + 1, len(nodes)) if nodes[i].tag == "Q"), None)
    if left is None or following is None or not _after_number(nodes, left[0]):
        return None
    between = nodes[index + 1 : following]
    metrics = sum(n.tag == "METRIC" for n in between)
    if not 0 < len(between) <= BESIDE or metrics != 1 or any(n.tag not in ("METRIC", "AND", "COMMA") for n in between):
        return None
    return right_group(nodes, following, found)


BESIDE = 3


def _after_number(nodes: Sentence, bench: int) -> bool:
    return any(n.tag == "Q" for n in nodes.before(bench, 8))


def right_before(nodes: Sentence, index: int) -> int | None:
    """``X with 97.1%``, ``A on X by 0.7%, B on Y by 1.6%``: the benchmark right before the number's own preposition."""
    if nodes.at(index - 1).tag == "BENCH" and nodes.at(index - 2).tag in ("COLON", "COMMA", "AND", "LP"):
        return index - 1
    if index < 2 or nodes.at(index - 1).tag not in ("WITH", "BY"):
        return None
    i = index - 2
    if nodes[i].tag == "BENCHNOUN" and i:
        i -= 1
    placed = nodes.at(index - 1).tag == "WITH" or nodes.at(i - 1).tag in ("ON", "IN")
    return i if placed and nodes[i].tag == "BENCH" else None


def before_pair(nodes: Sentence, index: int) -> int | None:
    """``accuracy on X from 68% to 74% and Y accuracy from 81% to 88%``: the benchmark before the pair that a number belongs to.

    Where benchmarks are listed before the pair, none of them alone is meant, unless the conjunction joins the pair to an earlier number.
    """
    start = index - 2 if nodes.at(index - 1).tag == "TO" and nodes.at(index - 2).tag == "Q" else index
    if nodes.at(start - 1).tag != "FROM":
        return None
    i = start - 2
    while nodes.at(i).tag in ("METRIC", "PERF", "BENCHNOUN", "SPLIT"):
        i -= 1
    listed = nodes.at(i - 1).tag in ("AND", "COMMA", "SLASH") and not any(n.tag == "Q" for n in nodes.before(i, 3))
    return i if nodes.at(i).tag == "BENCH" and not listed else None


def unknown_before_bracket(nodes: Sentence, index: int) -> int | None:
    """``on CIFAR-100 (91%), Blossoms (98%)``: in a list of benchmarks with a number each, an unknown name."""
    i = index - 1
    while nodes.at(i).tag in ("WORD", "ABOUT", "METRIC", "OF"):
        i -= 1
    name = nodes.at(i - 1)
    if nodes.at(i).tag != "LP" or name.tag not in ("NAME", "WORD") or not name.text[:1].isupper():
        return None
    if nodes.at(i - 2).tag not in ("COMMA", "AND") or not _listed_with_benchmark(nodes, i - 2):
        return None
    return i - 1


def unknown_before_verb(nodes: Sentence, index: int) -> int | None:
    """``accuracy on X reaches 90%, and accuracy on RiverQA reaches 83%``: the coined name right before the verb of a later clause."""
    verb = index - 2 if nodes.at(index - 1).tag in ("ABOUT", "ONLY") else index - 1
    if nodes.at(verb).tag not in ("GET", "BE") or nodes.at(verb - 1).tag != "NAME" or nodes.at(verb - 2).text.casefold() != "on":
        return None
    return verb - 1 if any(n.tag == "Q" for n in nodes[: verb - 2]) else None


def _listed_with_benchmark(nodes: Sentence, comma: int) -> bool:
    """Whether the member of a list of brackets before a comma, or one before that, is a benchmark with a number in its bracket."""
    close = comma - 1 if nodes.at(comma - 1).tag != "COMMA" else comma - 2
    if nodes.at(close).tag != "RP":
        return False
    opening = next((k for k in range(close - 1, -1, -1) if nodes[k].tag == "LP"), None)
    if opening is None or not any(n.tag == "Q" for n in nodes.between(opening, close)):
        return False
    name = opening - 1
    while nodes.at(name).tag in ("BENCHNOUN", "SPLIT"):
        name -= 1
    if nodes.at(name).tag == "BENCH":
        return True
    return nodes.at(name - 1).tag in ("COMMA", "AND") and nodes.at(name).tag in ("NAME", "WORD") and _listed_with_benchmark(nodes, name - 1)


def before_bracket(nodes: Sentence, index: int) -> int | None:
    """``on A (91%), few-shot B (62%)``: the benchmark right before the bracket that the number stands in."""
    i = index - 1
    while i >= 0 and index - i <= 5 and nodes[i].tag in ("WORD", "ON", "MEAN", "ABOUT", "NOTABLY", "METRIC", "OF", "COLON", "BE", "NAME"):
        i -= 1
    if i < 0 or nodes[i].tag != "LP":
        return None
    for j in range(i - 1, max(-1, i - 4), -1):
        if nodes[j].tag == "BENCH":
            return j
        if nodes[j].tag not in ("BENCHNOUN", "WORD", "SPLIT", "PERF", "POSS", "NAME"):
            return None
    return None


def bracket_of_a_task(nodes: Sentence, index: int) -> bool:
    """``step forecasting (+5.0%), task classification (+3.8%)``: what stands before the bracket is a task, no benchmark."""
    i = bracket_before(nodes, index)
    return i is not None and nodes.at(i - 1).tag in ("WORD", "PERF", "COUNTNOUN", "BENCHNOUN")


def bracket_before(nodes: Sentence, index: int) -> int | None:
    """The opening bracket that a number stands in, or None."""
    for i in range(index - 1, max(-1, index - 20), -1):
        if nodes[i].tag == "LP":
            return i
        if nodes[i].tag == "RP":
            return None
    return None


def inside_bracket(nodes: Sentence, index: int, j: int) -> bool:
    """Whether no bracket closes between ``index`` and ``j``."""
    return not any(n.tag == "RP" for n in nodes[index:j])


def near(nodes: Sentence, left: int, index: int) -> bool:
    """Whether no semicolon stands between a benchmark on the left and the number at ``index``."""
    return not any(n.tag == "SEMI" for n in nodes[left:index])


def right_group(nodes: Sentence, index: int, found: list[list[int]]) -> list[int] | None:
    """The group of benchmarks that follows the number, unless one of ``_OBSTACLES`` says that it belongs to something else."""
    group = next((group for group in found if group[0] > index), None)
    if group is None:
        return None
    between = _outside_brackets(nodes, index + 1, group[0])
    return None if any(parted(nodes, group, between) for parted in _OBSTACLES) else group


def _claimed(_nodes: Sentence, _group: list[int], between: list[Node]) -> bool:
    """``91%, and Y reaches 62% on X``: another number or verb comes first."""
    return any(n.tag in ("SEMI", "BEAT", "GET", "TIMES") or _is_result(n) for n in between)


def _out_of_reach(_nodes: Sentence, _group: list[int], between: list[Node]) -> bool:
    """So many words in between that the benchmark is hardly the number's."""
    return len(between) > _REACH


_REACH = 16


def _after_comma(_nodes: Sentence, _group: list[int], between: list[Node]) -> bool:
    """``by 3%, X being ...``: a comma and no preposition of place."""
    return any(n.tag == "COMMA" for n in between) and not any(n.tag in ("ON", "IN") for n in between)


def _in_own_clause(nodes: Sentence, group: list[int], between: list[Node]) -> bool:
    """``91% mAP while on X it reaches 62%``: a clause with a number of its own."""
    return any(n.tag == "CONJ" for n in between) and any(n.tag == "Q" for n in nodes[group[-1] :])


def _is_result(node: Node) -> bool:
    """Whether a node is a number other than a small share ("80% accuracy using only 20% of the products on X")."""
    return node.tag == "Q" and not (node.quantities[0].only and node.quantities[0].unit == "%")


def _of_later_number(nodes: Sentence, group: list[int], between: list[Node]) -> bool:
    """``6% in rank-1, B by 4%``: after a comma and right before "by" and another number, a benchmark is that number's."""
    i = group[-1] + 1
    while i < len(nodes) and (nodes[i].tag in ("BENCHNOUN", "COUNTNOUN", "ABOUT", "BENCH") or nodes[i].text in ("such", "as", "like")):
        i += 1
    own = i + 1 < len(nodes) and nodes[i].tag in ("BY", "FROM") and nodes[i + 1].tag in ("Q", "ABOUT", "UPTO")
    return own and any(n.tag in ("COMMA", "AND") for n in between)


def _of_later_clause(nodes: Sentence, group: list[int], between: list[Node]) -> bool:
    """``reaches 91%, and the F1 of M on X is 62%``: after a conjunction, a benchmark right before a verb and a number is that number's."""
    i = group[-1] + 1
    while nodes.at(i).tag in ("BENCHNOUN", "COUNTNOUN"):
        i += 1
    own = nodes.at(i).tag in ("GET", "BE") and any(n.tag == "Q" for n in nodes.after(i, 2))
    return own and any(n.tag in ("COMMA", "AND") for n in between)


#: Why a group of benchmarks after a number is not the number's.
_OBSTACLES: tuple[Callable[[Sentence, list[int], list[Node]], bool], ...] = (
    _claimed,
    _out_of_reach,
    _after_comma,
    _in_own_clause,
    _of_later_number,
    _of_later_clause,
)


def _outside_brackets(nodes: Sentence, start: int, stop: int) -> list[Node]:
    """The nodes in between, without closed brackets ("81.3% (+1.6%) on X") and without passives ("are reached on X")."""
    kept: list[Node] = []
    depth = 0
    for i in range(start, stop):
        node = nodes[i]
        closes = any(n.tag == "RP" for n in nodes[i:stop]) if node.tag == "LP" else False
        if node.tag == "LP" and closes:
            depth += 1
        elif node.tag == "RP" and depth:
            depth -= 1
        elif not depth and not (node.tag == "GET" and nodes.at(i - 1).tag == "BE"):
            kept.append(node)
    return kept


def left_group(nodes: Sentence, index: int, found: list[list[int]]) -> list[int] | None:
    """The last group of benchmarks before the number, where nothing else has a claim to it."""
    left = [group for group in found if group[-1] < index]
    if not left:
        return None
    group = left[-1]
    between = nodes.between(group[-1], index)
    free = not any(n.tag == "Q" for n in between) or nodes.at(index - 1).tag == "LP" or not _taken_by_other(nodes, group)
    if free:
        return group
    if left[0] is not group and left[0][0] < _OPENING:
        return left[0]
    return None if _closed(between) else group


#: A benchmark among so many first words of a sentence holds for the whole sentence ("On X, ...").
_OPENING = 6


def _taken_by_other(nodes: Sentence, group: list[int]) -> bool:
    """Whether the group stands directly after another number ("95% on A and 3% ..."), so that it is that number's."""
    start = max(0, group[0] - 6)
    last = max((i for i in range(start, group[0]) if nodes[i].tag == "Q"), default=None)
    return last is not None and not any(n.tag in ("COMMA", "SEMI") for n in nodes[last : group[0]])


def _closed(between: list[Node]) -> bool:
    return any(n.tag in ("COMMA", "AND", "SEMI") for n in between)
