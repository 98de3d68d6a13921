"""Resolve, part one: what the paper calls its own system.

The name comes from where authors put it: before the title's colon, behind "we propose", "called", "dubbed", in brackets behind a long form, or as
the subject of the sentences that report results.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

_SHAPE = re.compile(r"(?:[a-z0-9][A-Z]|[A-Z].*[A-Z]|[A-Za-z]-?\d|\d[A-Za-z])")
_WORD = r"[A-Za-z0-9][\w^$*\-+./]*[\w*+$]|[A-Z]"
_NAME = rf"(?:{_WORD})(?:[ -](?:[A-Z0-9][\w\-+]*|v\d[\d.]*)){{0,2}}"
_CALLED = re.compile(
    rf"(?:\bcalled|\bnamed|\bdubbed|\btermed|\bcoined|\bnamely|\bdenoted (?:as|by)|\breferred to as|\bwe call(?: it| this)?|\bwe (?:name|term|dub)(?: it)?|\babbreviated as)\s+(?:the\s+|as\s+)?[\"'`]*({_NAME})"
)
_PROPOSE = re.compile(
    r"\b(?:we|paper|work|letter|article|study|here|and|this)\b[^.;:]{0,60}?\b(?:propos|introduc|present|develop|design|describ|releas|devis|unveil|creat|build|contribut|explor|offer)(?:e|es|ed|s|ing)?\b\s+(?P<rest>[^.;]{3,220})"
)
_ACRONYM = re.compile(r"\((?:called |dubbed |named |denoted as |or |i\.e\.,? )?[\"'`]*([A-Za-z0-9][\w\-+^*$ ./]{0,24}?)[\"'`]*\)")
_LEADING = re.compile(r"(?:the |a |an |our |novel |new |simple |yet |effective |unified |efficient )*")
_GENERIC = re.compile(
    r"^(?:LLMs?|LMs?|NLP|CNNs?|DNNs?|GNNs?|RNNs?|GANs?|VLMs?|MLLMs?|ViTs?|AI|ML|DL|RL|ASR|SSL|NLI|QA|VQA|NLU|NLG|MT|NMT|SLT|KD|PLMs?|VLPs?|SOTA|OOD|IoT|API|GPUs?|CPU|2D|3D|4D|RGB|RGB-D|SLAM|UAVs?|"
    r"MoE|NAS|CT|MRI|EHRs?|SGD|Transformers?|MLPs?|LVLMs?|PEFT|ICL|RLHF|FL|DA|UDA|CL|GCNs?|FCN|LSTMs?|BERT|GPT|CLIP|i\.e|e\.g|In|On|We|The|It|This|Our|For|To|As|BiLSTM|PTMs?|HPC|KGs?|IR|SR|TTS|MIM|VOS|PET|"
    r"Bayesian|Gaussian|English|Chinese|German|French|Python|Markov|Hessian|Fourier|Internet|Web|Wikipedia|AUROC|AUC|WER|FID|mAP|BLEU|F1|VQA|MDPs?|POMDP|ReID|re-ID|GT|MTL|ID|SVMs?|HMM|EEG|ECG)$"
)
_TITLE_WORDS = re.compile(r"^[A-Z][a-z]+(?: [A-Z][a-z]+)?$")


@dataclass(frozen=True, slots=True)
class Names:
    """The paper's own names: the main one (None where it has none), all that count as its own, and where the main one was found."""

    main: str | None
    own: frozenset[str]
    source: str = ""


def paper_names(title: str, abstract: str) -> Names:
    """What the paper calls its system, from its title and (repaired) abstract.

    >>> paper_names("Noisin: Unbiased Regularization for RNNs", "We propose Noisin, a new method.").main
    'Noisin'
    >>> paper_names("Learning Faces", "We learn Deep IDentification features (DeepID2) here. DeepID2 wins.").main
    'DeepID2'
    """
    votes: Counter[str] = Counter()
    source: dict[str, str] = {}

    def vote(name: str | None, weight: int, where: str) -> None:
        if name and (clean := _clean(name)) and not _GENERIC.match(clean):
            votes[clean] += weight
            source.setdefault(clean, where)

    head = _title_head(title)
    if head is not None:
        vote(head, 6, "the title, before its colon")
    for match in _ACRONYM.finditer(title):
        vote(match[1] if _SHAPE.search(match[1]) else None, 4, "brackets in the title")
    for match in _CALLED.finditer(abstract):
        vote(match[1], 4, "a name given in the abstract")
    for match in _PROPOSE.finditer(abstract):
        for name, weight in _proposed(match["rest"]):
            vote(name, weight, "what the abstract proposes")
    for name in list(votes):
        uses = _uses(name, abstract)
        votes[name] += min(uses, 4) if uses else (0 if name == _clean(head or "") else -2)
    if not votes:
        return Names(None, frozenset())
    main = max(votes, key=lambda n: (votes[n], -len(n)))
    own = frozenset(n for n, count in votes.items() if count >= 4 or n == main)
    return Names(main, own, source[main])


def _clean(name: str) -> str:
    return name.strip(" .,;:'\"`*").removesuffix("'s")


def _uses(name: str, abstract: str) -> int:
    return len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w])", abstract))


def _title_head(title: str) -> str | None:
    """The part of the title before its colon, where it looks like a name."""
    head, colon, _ = title.partition(":")
    if not colon:
        return None
    head = head.strip().strip("\"'")
    bracket = _ACRONYM.search(head)
    if bracket and _SHAPE.search(bracket[1]):
        return bracket[1]
    words = head.split()
    if len(words) == 1:
        return head
    if len(words) <= 4 and any(_SHAPE.search(w) for w in words) and sum(w.islower() for w in words) == 0:
        return head
    return head if len(words) == 2 and re.fullmatch(r"[A-Z][\w-]* v?\d[\w.]*", head) else None


def _proposed(rest: str) -> list[tuple[str, int]]:
    """Names in what stands behind "we propose": ``X, a ...``, ``a long form (X)``, ``X for ...``."""
    found: list[tuple[str, int]] = []
    rest = rest[_LEADING.match(rest).end() :]  # type: ignore[union-attr]
    first = re.match(_NAME, rest)
    if first and (_SHAPE.search(first[0]) or (first[0][0].isupper() and re.match(r"\s*[,(]|\s+(?:a|an|the|to|for|that|which)\b", rest[first.end() :]))):
        name = first[0]
        found.append((name, 5))
    bracket = _ACRONYM.search(rest)
    if bracket and (_SHAPE.search(bracket[1]) or bracket[1].isupper()) and "," not in bracket[1]:
        found.append((bracket[1], 4))
    return found
