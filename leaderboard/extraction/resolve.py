"""Step 7, resolve: whose number it is and what it is compared with; what an earlier sentence carries on."""

from __future__ import annotations

import re

from leaderboard.extraction.benchmarks import board
from leaderboard.extraction.drafts import Board, Draft, Sentence, Target
from leaderboard.extraction.names import NO_SUBJECT, Names
from leaderboard.extraction.nodes import Node
from leaderboard.extraction.vocabulary import Vocabulary

_VERBS = frozenset({"BEAT", "GET", "UPVERB", "DOWNVERB", "SPEEDVERB", "HAVE", "BE", "KEEP", "WITH"})
_STOPS = frozenset(
    {
        "BY",
        "COMMA",
        "SEMI",
        "STOP",
        "Q",
        "WITH",
        "LP",
        "RP",
        "COLON",
        "GET",
        "BEAT",
        "UPVERB",
        "DOWNVERB",
        "RESP",
        "HAVE",
        "DASH",
        "TIMES",
        "URL",
        "FROM",
        "TO",
    }
)
_STOP_WORDS = frozenset(
    "while when whereas where that which who such like including e.g. i.e. but trained pre-trained fine-tuned evaluated measured without if because as also under until since than we our it whose even despite after before".split()
)
_TRAIL = frozenset({"AND", "ON", "IN", "OF", "DET", "NOTABLY", "MEAN", "ONLY", "OVER", "VERSUS", "METRIC"})
_GROUP = re.compile(r"(?:[A-Z]+|[A-Z]\w*[A-Z])s|LLM|CNN|RNN|GNN|MIM|SLT|PEFT|FCN|NMT|SSL|RL")
_HUMAN = re.compile(r"\bhumans?\b|human-level|human level|human reader", re.I)


def resolve(sentences: list[Sentence], names: Names, vocabulary: Vocabulary, introduced: str | None = None) -> None:
    """Fill method, role and baseline of every draft, and carry a metric and benchmark on from the sentence before.

    Args:
        sentences: those with drafts, in order; their drafts are changed in place.
        names: the paper's own names.
        vocabulary: for the families of well-known systems.
        introduced: the benchmark that the paper itself brings in.
    """
    before: Sentence | None = None
    subject: str | None = None
    announced: tuple[Board, ...] = ()
    for sentence in sentences:
        subject = _sentence_subject(sentence.nodes) or (subject if sentence.nodes and sentence.nodes[0].text.casefold() in _BACK else None)
        if sentence.drafts:
            _carry(sentence, before)
            if introduced is not None and introduced not in names.own and not introduced.startswith(names.main or "\0"):
                _on_own_benchmark(sentence, introduced)
            _on_announced(sentence, announced)
            for draft in sentence.drafts:
                _whose(sentence.nodes, draft, names, subject)
            _baselines(sentence, names, vocabulary)
            before = sentence
        else:
            announced = tuple(dict.fromkeys(board(n) for n in sentence.nodes if n.tag == "BENCH")) or announced


def _carry(sentence: Sentence, before: Sentence | None) -> None:
    """A level without metric or benchmark takes that of the last level of the sentence before that reported one ("scaling up attains 72.4%")."""
    if before is None:
        return
    levels = [d for d in before.drafts if d.kind == "score"]
    if not levels:
        return
    has_benchmark = any(n.tag == "BENCH" for n in sentence.nodes)
    for draft in sentence.drafts:
        if draft.kind != "score" or draft.frame != "level":
            continue
        donor = levels[-1]
        members = [d for d in levels if d.node == donor.node]
        if len(members) > draft.place and len(members) == len(sentence.nodes[draft.node].quantities):
            donor = members[draft.place]
        if draft.benchmarks:
            same = [d for d in levels if d.benchmarks == draft.benchmarks and d.unit == draft.unit]
            if same and draft.target.kind == "none":
                draft.target = Target(same[-1].target.name, same[-1].target.kind)
                draft.because["metric"] = "carried on from the sentence before, same benchmark"
            if draft.split is None and donor.benchmarks == draft.benchmarks and donor.target.name == draft.target.name and len(members) > 1:
                draft.split = donor.split
            continue
        if has_benchmark:
            continue
        if draft.target.kind == "none" and donor.unit == draft.unit:
            draft.target = Target(donor.target.name, donor.target.kind)
            draft.because["metric"] = "carried on from the sentence before"
        if draft.target.name == donor.target.name and donor.benchmarks:
            draft.benchmarks, draft.split = donor.benchmarks, draft.split or donor.split
            draft.because["benchmark"] = "carried on from the sentence before"


def _on_own_benchmark(sentence: Sentence, introduced: str) -> None:
    """A paper that brings in a benchmark reports its scores on it, unless the sentence names another."""
    if any((n.tag == "BENCH" and n.text != introduced) or (n.tag == "NAME" and n.text == introduced) for n in sentence.nodes):
        return
    for draft in sentence.drafts:
        if draft.kind in ("score", "gain") and not draft.benchmarks:
            draft.benchmarks = (Board(introduced),)
            draft.because["benchmark"] = "the benchmark that the paper brings in"


def _on_announced(sentence: Sentence, announced: tuple[Board, ...]) -> None:
    """``We run experiments on COCO. Our model reaches 138.2%``: the benchmark that an earlier sentence announced, if it was one."""
    if len(announced) != 1 or any(n.tag == "BENCH" for n in sentence.nodes):
        return
    for draft in sentence.drafts:
        if draft.kind == "score" and not draft.benchmarks:
            draft.benchmarks = announced
            draft.because["benchmark"] = "announced in a sentence before"


def _whose(nodes: list[Node], draft: Draft, names: Names, sentence_subject: str | None) -> None:
    if draft.kind == "score" and (other := _other_owner(nodes, draft.node)) is not None:
        draft.role, draft.method = "baseline", other
        return
    if draft.role == "baseline":
        draft.method = _baseline_owner(nodes, draft)
        return
    if (rival := _relative_clause(nodes, draft.node)) is not None:
        draft.role, draft.method = "baseline", rival
        return
    subject = _subject(nodes, draft.node, names)
    if subject is None and sentence_subject is not None and (names.weak or sentence_subject.startswith(names.main or " ")):
        subject = sentence_subject
    if subject is None and names.weak:
        subject = _noun_subject(nodes, draft.node)
    if subject is not None:
        draft.method = subject
        draft.because["method"] = "the subject of the sentence"
    else:
        draft.method = names.main
        if names.main:
            draft.because["method"] = names.source


def _other_owner(nodes: list[Node], index: int) -> str | None:
    """``the human-level accuracy of 84.4%``, ``(F1 of 0.4 with a BiLSTM baseline)``: a level that the text gives to somebody else."""
    for i in range(index - 1, max(-1, index - 9), -1):
        if nodes[i].tag in ("COMMA", "SEMI", "Q", "STOP"):
            break
        if _HUMAN.search(nodes[i].text):
            return "human"
    for i in range(index + 1, min(index + 6, len(nodes) - 1)):
        if nodes[i].tag in ("Q", "COMMA", "STOP", "SEMI"):
            break
        if nodes[i].tag == "NAME" and nodes[i + 1].text.casefold() == "baseline":
            return nodes[i].text
    return None


#: Words that take up the subject of the sentence before.
_BACK = frozenset({"it", "its", "this", "they", "their", "these"})


def _sentence_subject(nodes: list[Node]) -> str | None:
    """The name that a sentence begins with, behind an article or an opening phrase ("On COCO, X ...")."""
    start = 0
    if nodes and nodes[0].tag in ("ON", "IN", "WITH", "VERSUS", "BY", "NOTABLY"):
        comma = next((i for i, n in enumerate(nodes[:16]) if n.tag == "COMMA"), None)
        start = comma + 1 if comma is not None else 0
    for node in nodes[start : start + 3]:
        if node.tag == "NAME":
            return node.text
        if node.tag not in ("DET", "NOTABLY", "WORD"):
            return None
    return None


def _baseline_owner(nodes: list[Node], draft: Draft) -> str | None:
    """The name right before ("CLIP's 68.3%") or right behind ("44.7 for Z", "75.35% (Z)") a baseline's number."""
    i = draft.node - 1
    while i >= 0 and draft.node - i <= 3 and nodes[i].tag in ("POSS", "METRIC", "OF", "NAME", "DET", "WORD", "COLON"):
        if nodes[i].tag == "NAME":
            return nodes[i].text
        i -= 1
    if nodes[draft.node - 1].tag == "FROM" or nodes[draft.node - 1].tag in ("DET", "NOTABLY"):
        return _object_before(nodes, draft.node)
    for i in range(draft.node + 1, min(draft.node + 9, len(nodes))):
        if nodes[i].tag in ("COMMA", "STOP") or (nodes[i].tag == "Q" and nodes[i - 1].tag != "AND"):
            break
        if nodes[i].tag == "NAME" and nodes[i - 1].tag in ("LP", "ON", "IN", "OF", "DET", "BY", "WITH"):
            return nodes[i].text
    return None


def _object_before(nodes: list[Node], index: int) -> str | None:
    """``lifts ResNet-50 from 75.3% to 79%``: the system whose number it was before."""
    for i in range(index - 1, max(-1, index - 14), -1):
        if nodes[i].tag == "NAME":
            return nodes[i].text
        if nodes[i].tag in ("Q", "SEMI", "STOP") or nodes[i].tag in ("UPVERB", "DOWNVERB", "GET"):
            return None
    return None


def _subject(nodes: list[Node], index: int, names: Names) -> str | None:
    """The system named as the subject of the verb that governs a number, where it is not simply the paper's own."""
    i = index - 1
    while i >= 0:
        node = nodes[i]
        if node.tag in _VERBS and node.tag != "WITH":
            subject = _name_before(nodes, i)
            if subject is not None:
                return None if NO_SUBJECT.match(subject) else subject
        if node.tag in ("SEMI", "STOP"):
            break
        i -= 1
    return None


def _name_before(nodes: list[Node], verb: int) -> str | None:
    i = verb - 1
    while (
        i >= 0
        and verb - i <= 4
        and (
            nodes[i].tag in ("NOTABLY", "MEAN", "ONLY", "HAVE", "BE")
            or nodes[i].text.casefold()
            in ("can", "also", "further", "could", "even", "consistently", "model", "method", "models", "framework", "system")
        )
    ):
        i -= 1
    if i >= 1 and nodes[i].tag == "WORD" and nodes[i - 1].tag == "NAME":
        i -= 1
    if i < 0 or nodes[i].tag != "NAME":
        return None
    before = nodes[i - 1] if i else None
    if before is not None and before.tag in ("DET", "WORD") and i >= 2 and nodes[i - 2].tag in ("WITH", "ON", "IN", "OF"):
        return None
    if before is not None and (
        before.tag in ("ON", "IN", "OF", "WITH", "OVER", "THAN", "VERSUS", "BEAT", "TO", "BY", "FROM", "AND", "UPVERB", "GET", "LP")
        or before.text.casefold() in ("like", "as")
    ):
        return None
    return nodes[i].text


_ANYBODY = frozenset(
    "method approach model models framework system results result experiments experiment evaluation evaluations study technique techniques algorithm algorithms work paper scheme strategy ours it we this that they which findings "
    "performance analysis variant version pipeline architecture network networks methods approaches solution design improvement improvements gains training testing accuracy dataset data tasks task baseline baselines".split()
)


def _noun_subject(nodes: list[Node], index: int) -> str | None:
    """``Domain pretraining improves F1 by 7%``, ``this vision mode can save 75%``: what a nameless method is called as the subject."""
    for i in range(index - 1, 0, -1):
        if nodes[i].tag in ("SEMI", "STOP"):
            return None
        if (
            nodes[i].tag not in ("BEAT", "GET", "UPVERB", "DOWNVERB", "SPEEDVERB", "HAVE", "BE", "WITH")
            or nodes[i].text.endswith("ing")
            or nodes[i].text.casefold() in ("with", "using", "by", "via")
        ):
            continue
        j, words = i - 1, []
        while j >= 0 and nodes[j].text.casefold() in (
            "can",
            "could",
            "also",
            "to",
            "further",
            "may",
            "will",
            "significantly",
            "substantially",
            "consistently",
        ):
            j -= 1
        while j >= 0 and nodes[j].tag in ("WORD", "COST", "SETNOUN", "SPEEDNOUN") and len(words) < 4:
            words.insert(0, nodes[j].text)
            j -= 1
        if (
            not words
            or words[-1].casefold() in _ANYBODY
            or any(word.endswith("ly") for word in words)
            or (len(words) == 1 and "-" not in words[0])
        ):
            return None
        before = nodes[j] if j >= 0 else None
        return (
            " ".join(words)
            if before is None or before.tag in ("DET", "COMMA", "COLON", "WE", "NOTABLY", "GET") or before.text.casefold() == "that"
            else None
        )
    return None


def _relative_clause(nodes: list[Node], index: int) -> str | None:
    """``outperforms X, which achieves 3x``: the number of the system that was beaten."""
    for i in range(index - 1, max(0, index - 8), -1):
        if nodes[i].text.casefold() == "which" and i + 1 < len(nodes) and nodes[i + 1].tag in ("GET", "HAVE", "BE"):
            for k in range(i - 1, max(-1, i - 14), -1):
                if nodes[k].tag in ("BEAT", "THAN", "OVER", "VERSUS"):
                    return _phrase(nodes, k + 1)
                if nodes[k].tag == "Q":
                    return None
        if nodes[i].tag in ("Q", "SEMI"):
            return None
    return None


# -- baselines -------------------------------------------------------------------------------------------------------------------


def _baselines(sentence: Sentence, names: Names, vocabulary: Vocabulary) -> None:
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
            draft.baseline = known[nearest]
            draft.because["baseline"] = "shared with the number beside it"


def _baseline(nodes: list[Node], draft: Draft, names: Names, vocabulary: Vocabulary, known: dict[int, str]) -> str | None:
    """What one change is measured against: behind "over", "than", "compared to", the object of "outperforms" or of "improves"."""
    index = draft.node
    if (
        index >= 3
        and nodes[index - 1].tag == "BY"
        and nodes[index - 2].tag == "NAME"
        and nodes[index - 3].tag in ("COMMA", "AND", "UPVERB")
    ):
        return nodes[index - 2].text
    if (draft.frame == "share" or draft.rule in _OF_SOMETHING) and (whole := _whole(nodes, draft)) is not None:
        draft.because["baseline"] = "what the share is of"
        return whole
    right = _comparison_right(nodes, index)
    if right is not None and (phrase := _one_each(nodes, draft, _phrase(nodes, right + 1))):
        draft.because["baseline"] = f"behind {nodes[right].text!r}"
        return phrase
    for_system = _for_system(nodes, draft, names, vocabulary) if draft.kind == "gain" else None
    if for_system is not None:
        draft.because["baseline"] = "the system that was improved"
        return for_system
    return _baseline_left(nodes, draft, names, known)


def _baseline_left(nodes: list[Node], draft: Draft, names: Names, known: dict[int, str]) -> str | None:
    index = draft.node
    for i in range(index - 1, -1, -1):
        node = nodes[i]
        if node.tag == "SEMI":
            return None
        if node.tag == "Q" and i in known:
            draft.because["baseline"] = "shared with the number before it"
            return known[i]
        if node.tag in ("BEAT", "OVER", "VERSUS", "THAN") or (draft.kind == "ratio" and _is_parity(nodes, i)):
            phrase = _one_each(nodes, draft, _phrase(nodes, i + 1))
            if phrase:
                draft.because["baseline"] = f"behind {node.text!r}"
                return phrase
        if node.tag in ("UPVERB", "DOWNVERB") and draft.kind == "gain":
            phrase = _object(nodes, i, names)
            if phrase:
                draft.because["baseline"] = f"the object of {node.text!r}"
                return phrase
    return None


def _one_each(nodes: list[Node], draft: Draft, phrase: str | None) -> str | None:
    """``2x and 7x fewer than A and B, respectively``: the n-th of as many names."""
    members = len(nodes[draft.node].quantities)
    if phrase is None or members < 2 or not any(n.tag == "RESP" for n in nodes):
        return phrase
    parts = [part.strip() for part in re.split(r",\s*(?:and\s)?|\sand\s", phrase.removeprefix("both ")) if part.strip()]
    return parts[draft.place] if len(parts) == members else phrase


def _for_system(nodes: list[Node], draft: Draft, names: Names, vocabulary: Vocabulary) -> str | None:
    """``(+4.8 recall) for ViLT``, ``14.6% for Llama-2 and 20.3% for CodeLlama``: a well-known system that the paper's method was applied to."""
    for i in range(draft.node + 1, min(draft.node + 10, len(nodes) - 1)):
        if nodes[i].tag in ("Q", "SEMI", "STOP", "COMMA", "GET", "BEAT"):
            return None
        if nodes[i].text.casefold() != "for":
            continue
        systems = []
        for node in nodes[i + 1 : i + 9]:
            if node.tag == "NAME" and vocabulary.is_system(node.text) and node.text not in names.own:
                systems.append(node.text)
            elif node.tag not in ("DET", "SOTA", "NOTABLY", "AND", "COMMA", "WORD"):
                break
        if not systems:
            return None
        members = len(nodes[draft.node].quantities)
        return systems[draft.place] if len(systems) == members else systems[0]
    return None


#: Rules whose number is said to be so much "of" something.
_OF_SOMETHING = frozenset({"save-of", "share-left", "cost-share-to", "times-thing", "times-verb"})


def _whole(nodes: list[Node], draft: Draft) -> str | None:
    """``93% of Llama's MMLU performance``, ``98% of the accuracy of a pre-trained network``, ``40% of peak``, ``2.7x the accuracy of X``."""
    index = draft.node
    start = index + 1
    if start < len(nodes) and nodes[start].tag == "OF":
        start += 1
    elif draft.rule not in ("times-thing", "times-verb"):
        return None
    for i in range(start, min(start + 9, len(nodes))):
        if nodes[i].tag == "POSS":
            return _phrase([*nodes[start:i]], 0)
        if nodes[i].tag == "OF" and nodes[i - 1].tag in ("METRIC", "PERF", "COST", "WORD"):
            return _phrase(nodes, i + 1)
        if nodes[i].tag in ("COMMA", "STOP", "Q", "WITH", "SEMI"):
            break
    last = nodes[start : start + 4]
    if any("peak" in n.text.casefold() for n in last):
        return "peak"
    if any(n.text.casefold() in ("original", "full", "baseline") for n in last[:3]) and any(n.tag == "PERF" for n in last):
        return "original model"
    if draft.rule in ("share-of-system", "share-left"):
        return _phrase(nodes, start)
    return None


def _is_parity(nodes: list[Node], i: int) -> bool:
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


def _comparison_right(nodes: list[Node], index: int) -> int | None:
    opening = index < 9
    for i in range(index + 1, min(index + 30, len(nodes))):
        tag = nodes[i].tag
        if tag in ("THAN", "OVER", "VERSUS"):
            return i
        if (
            tag == "TO"
            and nodes[i - 1].tag == "Q"
            and i + 2 < len(nodes)
            and nodes[i + 1].tag in ("DET", "SOTA")
            and any(n.tag == "SOTA" for n in nodes[i + 1 : i + 3])
        ):
            return i
        if tag == "GET" and opening:
            continue
        if tag in ("SEMI", "STOP"):
            return None
        if tag in ("BEAT", "GET") or (tag == "UPVERB" and nodes[i - 1].tag == "COMMA"):
            return None
    return None


def _object(nodes: list[Node], verb: int, names: Names) -> str | None:
    """``improves FCOS by 5.3 mAP``, ``improves the accuracy of POUF by 3%``: the system the verb works on."""
    for i in range(verb + 1, min(verb + 10, len(nodes))):
        node = nodes[i]
        if node.tag in ("BY", "Q", "COMMA", "STOP", "ON", "IN", "FROM", "TO"):
            return None
        if node.tag == "NAME" and node.text not in names.own and nodes[i - 1].tag != "LP":
            return node.text
        if node.tag == "SOTA":
            return node.text
        if node.tag == "METRIC" and i + 1 < len(nodes) and nodes[i + 1].tag == "OF":
            return _phrase(nodes, i + 2)
        if node.text.casefold() in ("baseline", "baselines"):
            return _phrase(nodes, verb + 1)
    return None


def _phrase(nodes: list[Node], start: int) -> str | None:
    """The noun phrase that begins at ``start``: a name where it holds one, else its words without articles."""
    kept: list[Node] = []
    for i in range(start, min(start + 12, len(nodes))):
        node = nodes[i]
        gerund = (
            bool(kept)
            and node.tag in ("DOWNVERB", "UPVERB", "GET")
            and node.text.endswith(("ing", "ed"))
            and i + 1 < len(nodes)
            and nodes[i + 1].tag in ("WORD", "PERF", "COUNTNOUN")
        )
        if (
            (node.tag in _STOPS and not gerund)
            or node.text.casefold() in _STOP_WORDS
            or node.text.casefold() in ("in", "on", "across", "for", "at", "during", "within", "throughout", "regarding", "in terms of")
        ):
            break
        if node.tag == "POSS":
            break
        if node.tag == "AND" and not _goes_on(nodes, i):
            break
        kept.append(node)
    while kept and (kept[-1].tag in _TRAIL):
        kept.pop()
    while kept and (kept[0].tag in ("DET", "OF", "WE") or kept[0].text.casefold() == "either"):
        kept.pop(0)
    if not kept or kept[-1].tag in ("COUNTNOUN", "BENCHNOUN") and kept[-1].text.casefold() in _WHERE:
        return None
    named = [k for k, n in enumerate(kept) if n.tag == "NAME" and not _GROUP.fullmatch(n.text)]
    if named and not any(n.tag == "AND" for n in kept):
        last = named[-1]
        if all(n.tag in ("WORD", "NOTABLY", "PERF") for n in kept[last + 1 :]) and len(kept) - last <= 2:
            return kept[last].text
    return " ".join(n.text for n in kept)


#: "Over all tasks", "over five data sets" say where, not against what.
_WHERE = frozenset(
    "tasks datasets benchmarks images videos languages domains classes scenes settings scenarios epochs iterations years metrics games environments seeds runs".split()
) | {"data sets"}


def _goes_on(nodes: list[Node], i: int) -> bool:
    return i + 1 < len(nodes) and nodes[i + 1].tag in ("NAME", "WORD") and not (i + 2 < len(nodes) and nodes[i + 2].tag in _VERBS)
