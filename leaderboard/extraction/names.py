"""Resolve, part one: what the paper calls its own system.

The name comes from where authors put it: before the title's colon, behind "we propose", "called", "dubbed", in brackets behind a long form, or as
the subject of the sentences that report results.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

_SHAPED_PART = re.compile(r"[a-z0-9][A-Z]|[A-Z]{2}|[A-Za-z]\d|\d[A-Za-z]|^[A-Z]$")


def has_shape(text: str) -> bool:
    """Whether a word looks like a coined name: a capital inside, two capitals, a letter with a digit (but not ``Fine-Tuning``).

    >>> has_shape("ER-SAN"), has_shape("DeepID2"), has_shape("Data-Efficient"), has_shape("ViT-B")
    (True, True, False, True)
    """
    return any(_SHAPED_PART.search(part) for word in text.split() for part in word.split("-"))


_WORD = r"[A-Za-z0-9][\w^$*\-+./]*[\w*+$]|[A-Z]"
_NAME = rf"(?:{_WORD})(?:[ -](?:[A-Z0-9][\w\-+]*|v\d[\d.]*)){{0,2}}"
_CALLED = re.compile(
    rf"(?:\bcalled|\bnamed|\bdubbed|\btermed|\bcoined|\bnamely|\bdenoted (?:as|by)|\breferred to as|\bwe call(?: it| this)?|\bwe (?:name|term|dub)(?: it)?|\babbreviated as)\s+(?:the\s+|as\s+)?[\"'`]*({_NAME})"
)
_PROPOSE = re.compile(
    r"\b(?i:we|paper|work|letter|article|study|here|and|this|us to|that)\b[^.;:]{0,60}?\b(?:propos|introduc|present|develop|design|describ|releas|devis|unveil|creat|build|contribut|explor|offer)(?:e|es|ed|s|ing)?\b\s+(?P<rest>[^.;]{3,220})"
)
_ACRONYM = re.compile(r"\((?:called |dubbed |named |denoted as |or |i\.e\.,? )?[\"'`]*([A-Za-z0-9][\w\-+^*$ ./]{0,24}?)[\"'`]*\)")
_MENTIONS = (
    (re.compile(rf"\b(?i:the|our) proposed (?:\w+ ){{0,1}}?({_NAME})"), 3),
    (re.compile(rf"\b[Oo]ur (?:\w+ ){{0,1}}?({_NAME})"), 2),
    (
        re.compile(
            rf"\b(?:method|model|framework|approach|algorithm|architecture|network|system|pipeline|technique|strategy|scheme|paradigm|module|solution|baseline|mechanism|loss|optimizer|task)s?\s?(?:,|--+)\s?({_NAME})(?=[ ,.(:-])"
        ),
        4,
    ),
)
_OWN_WORDS = re.compile(r"\b(?:we|our|this (?:paper|work)|propos\w+|introduc\w+|present\w*|novel|new)\b", re.I)
_LONG_FORM = re.compile(r"(?<![\w-])([A-Z][\w-]*) \(([A-Za-z][\w -]{8,80})\)")
_LEADING = re.compile(r"(?:the |a |an |our |novel |new |simple |yet |effective |unified |efficient )*")
#: Names of languages and kinds that a sentence may begin with, but that no system has.
NO_SUBJECT = re.compile(
    r"^(?:English|Chinese|German|French|Russian|Spanish|Arabic|Hindi|Japanese|Korean|Italian|Bangla|LLMs?|LMs?|CNNs?|GNNs?|Transformers|VLMs?|MLLMs?|Experiments?|Results?)$"
)
#: Names that everybody uses: of fields, tasks, kinds of model, languages.
GENERIC = re.compile(
    r"^(?:LLMs?|LMs?|NLP|CNNs?|DNNs?|GNNs?|RNNs?|GANs?|VLMs?|MLLMs?|ViTs?|AI|ML|DL|RL|ASR|SSL|NLI|QA|VQA|NLU|NLG|MT|NMT|SLT|KD|PLMs?|VLPs?|SOTA|OOD|IoT|API|GPUs?|CPU|2D|3D|4D|RGB|RGB-D|SLAM|UAVs?|"
    r"MoE|NAS|CT|MRI|EHRs?|SGD|Transformers?|MLPs?|LVLMs?|PEFT|ICL|RLHF|FL|DA|UDA|CL|GCNs?|FCN|LSTMs?|BERT|GPT|CLIP|i\.e|e\.g|In|On|We|The|It|This|Our|For|To|As|BiLSTM|PTMs?|HPC|KGs?|IR|SR|TTS|MIM|RAG|VOS|PET|"
    r"Bayesian|Gaussian|English|Chinese|German|French|Python|Markov|Hessian|Fourier|Internet|Web|Wikipedia|G?FLOP[sS]|FPS|Russian|Spanish|Arabic|Hindi|Japanese|Korean|Italian|Europe|Transformer-based|CNN-Transformer|GPU-?hours|\d+[BM]|T5|CUDA|ADMM|PCA|AR|SISR|AUROC|AUC|WER|FID|mAP|BLEU|F1|VQA|MDPs?|POMDP|ReID|re-ID|GT|MTL|ID|SVMs?|HMM|EEG|ECG)$"
)
_TITLE_WORDS = re.compile(r"^[A-Z][a-z]+(?: [A-Z][a-z]+)?$")


@dataclass(frozen=True, slots=True)
class Names:
    """The paper's own names: the main one (None where it has none), all that count as its own, and where the main one was found."""

    main: str | None
    own: frozenset[str]
    source: str = ""

    @property
    def weak(self) -> bool:
        """Whether there is no coined name, so that the subject of a sentence says more."""
        return self.main is None or self.source == "the words of the title"


def paper_names(title: str, abstract: str, everybodys: Callable[[str], bool] = lambda name: False) -> Names:
    """What the paper calls its system, from its title and (repaired) abstract.

    ``everybodys`` says whether a name belongs to a family of well-known systems, which is seldom the paper's own.

    >>> paper_names("Noisin: Unbiased Regularization for RNNs", "We propose Noisin, a new method.").main
    'Noisin'
    >>> paper_names("Learning Faces", "We learn Deep IDentification features (DeepID2) here. DeepID2 wins.").main
    'DeepID2'
    """
    votes: Counter[str] = Counter()
    source: dict[str, str] = {}

    def vote(name: str | None, weight: int, where: str) -> None:
        if (
            name
            and len(clean := _clean(name)) > 1
            and not GENERIC.match(clean)
            and any(c.isupper() or c.isdigit() for c in clean.split()[0])
        ):
            votes[clean] += weight
            source.setdefault(clean, where)

    head = _title_head(title)
    if head is not None:
        vote(head, 8, "the title, before its colon")
    for match in _ACRONYM.finditer(abstract):
        sentence = abstract[: match.start()].rsplit(". ", 1)[-1]
        if _OWN_WORDS.search(sentence) and _spelt_out(match[1], sentence):
            vote(match[1], 2, "an abbreviation spelt out in the abstract")
    for match in _LONG_FORM.finditer(abstract):
        if _spelt_out(match[1], match[2]):
            vote(match[1], 3, "a name with its long form in brackets")
    for match in _ACRONYM.finditer(title):
        vote(match[1] if has_shape(match[1]) else None, 4, "brackets in the title")
    for match in _CALLED.finditer(abstract):
        bracket = None if has_shape(match[1]) else _ACRONYM.search(abstract[match.end() : match.end() + 80].split(".")[0])
        called = bracket[1] if bracket and has_shape(bracket[1]) else match[1]
        vote(called if any(c.isupper() or c.isdigit() for c in called) else None, 4, "a name given in the abstract")
    for pattern, weight in _MENTIONS:
        for match in pattern.finditer(abstract):
            shaped = has_shape(match[1]) or (weight == 4 and match[1][0].isupper() and abstract.startswith((" (", ","), match.end()))
            vote(match[1] if shaped else None, weight, "how the abstract speaks of it")
    for match in _PROPOSE.finditer(abstract):
        for name, weight in _proposed(match["rest"]):
            vote(name, weight, "what the abstract proposes")
    for match in _CAPITALS.finditer(abstract):
        if _title_initials(match[0], title):
            vote(match[0], 3, "the initials of the title")
    data = own_benchmark(title, abstract)
    for name in list(votes):
        votes[name] -= 4 * (name not in title and everybodys(name))
        votes[name] -= 12 * (name != _clean(head or "") and (name == data or _is_data(name, abstract)))
        uses = _uses(name, abstract)
        votes[name] += min(uses, 4) if uses else (0 if name == _clean(head or "") else -2)
    main = max(votes, key=lambda n: (votes[n], -len(n)), default=None)
    if main is None or votes[main] < 2:
        phrase = title_phrase(title)
        return Names(phrase, frozenset(n for n in votes if votes[n] >= 2), "the words of the title" if phrase else "")
    own = frozenset(n for n, count in votes.items() if count >= 4 or n == main)
    return Names(main, own, source[main])


def _clean(name: str) -> str:
    return name.strip(" .,;:'\"`*").removesuffix("'s")


def _uses(name: str, abstract: str) -> int:
    return len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w])", abstract))


_CAPITALS = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]\b")


def _title_initials(name: str, title: str) -> bool:
    """Whether an abbreviation is made of the initials of words that follow each other in the title."""
    initials = "".join(
        word[0] for word in re.findall(r"[A-Za-z]+", title) if word.casefold() not in ("of", "for", "the", "and", "a", "in", "with")
    )
    return len(name) >= 3 and name.isupper() and name.casefold() in initials.casefold()


def _spelt_out(acronym: str, before: str) -> bool:
    """Whether the letters of an abbreviation are the beginnings of words that stand before it."""
    letters = re.sub(r"[^A-Za-z]", "", acronym).casefold()
    if len(letters) < 2 or not has_shape(acronym):
        return False
    words = re.findall(r"[A-Za-z]+", before)[-len(letters) - 4 :]
    initials = "".join(w[0] for w in words).casefold()
    return initials.endswith(letters) or (
        letters[0] in initials
        and all(c in "".join(words).casefold() for c in letters)
        and initials.count(letters[0]) > 0
        and letters[0] in [w[0].casefold() for w in words[-len(letters) - 1 :]]
    )


def _is_data(name: str, abstract: str) -> bool:
    """Whether the text calls the name a data set, benchmark or metric."""
    n = re.escape(name)
    return (
        re.search(rf"(?<![\w-]){n}\s+(?:data\s?sets?|benchmarks?|corpus|corpora|test set|metric|leaderboard|competition)\b", abstract)
        is not None
        or re.search(
            rf"\b(?:data\s?set|benchmark|corpus|metric|testbed|suite|framework for evaluating)\b(?:[^.]{{0,40}}?(?:called|named|dubbed|termed)|\s*[,(])\s*{n}(?![\w-])",
            abstract,
        )
        is not None
    )


_DATA_NOUN = r"(?:data\s?set|benchmark|corpus|challenge|test\s?bed|test suite|test set|collection of)"
_OWN_DATA = (
    re.compile(
        rf"\b(?:propos|introduc|present|creat|construct|build|built|collect|releas|develop|design|contribut|curat|establish|compil|annotat)\w*\b[^.;]{{0,110}}?\b{_DATA_NOUN}s?\b[^.;]{{0,50}}?(?:called|named|dubbed|termed|,|\(|namely)\s*(?:the\s)?[\"'`]*(?P<name>{_NAME})"
    ),
    re.compile(
        rf"\b(?:propos|introduc|present|creat|construct|build|collect|releas|develop|contribut|curat|establish)\w*\s(?:the\s)?(?P<name>{_NAME})\s?(?:\([^)]*\)\s?)?,?\s(?:which is\s)?(?:an?|the)?\s?[^.;]{{0,120}}?\b{_DATA_NOUN}\b"
    ),
)
_OWN_DATA_TITLE = re.compile(rf"^(?P<name>{_NAME}):\s(?:(?!for|using|with|on|via|from|of\b)[\w-]+\s){{0,7}}?{_DATA_NOUN}\b", re.I)


def own_benchmark(title: str, abstract: str) -> str | None:
    """The benchmark or data set that a paper itself introduces, by its name, or None.

    >>> own_benchmark("", "We present a new data set, CommaQA, for this.")
    'CommaQA'
    """
    match = _OWN_DATA_TITLE.match(title)
    if match and has_shape(match["name"]):
        return match["name"]
    for pattern in _OWN_DATA:
        for match in pattern.finditer(abstract):
            name = _clean(match["name"])
            if len(name) > 1 and has_shape(name) and name[0].isupper() and not GENERIC.match(name) and not name.split()[0].endswith("ing"):
                return name
    return None


_PREPOSITION = re.compile(r"\s(?:for|in|on|from|to|of|towards?|under|without|at|across|is|are|can|improves?|enables?|makes?)\s", re.I)
_MEANS = re.compile(r"\s(?:via|through|by|using|based on)\s+(?P<rest>.+)$", re.I)
_NO_PHRASE = re.compile(
    r"^(?:on|never|should|towards?|revealing|unsupervised|designing|how|what|why|when|do|does|is|are|can|should|rethinking|revisiting|understanding|exploring|investigating|evaluating|benchmarking|learning|improving|enhancing|boosting|scaling|"
    r"a study|an? (?:empirical|survey|simple|comprehensive|large)|the|beyond|making|training|building|from|efficient|large-scale|unsupervised|self-supervised|semi-supervised|fast|robust|deep|accurate|"
    r"leveraging|searching|reducing|accelerating|automatic|generating|predicting|detecting|adapting|bridging|unifying|designing|mining|optimizing|combining|speeding|estimating|effective)\b",
    re.I,
)


#: Endings that name a field or a thing everybody has, not one paper's method.
_FIELD = re.compile(
    r"(?:(?:convolutional|recurrent|deep|graph|neural) (?:neural )?networks?|deep learning|reinforcement learning|machine learning|transformers?|(?:large )?language models?|self-attention|supervision|"
    r"(?:image|video|text) \w+|detection|segmentation|classification|recognition|retrieval|estimation|translation|generation|tricks|dataset|benchmark|representations?|data|need|survey|features|performance|labels)$",
    re.I,
)


def title_phrase(title: str) -> str | None:
    """What a title without a coined name calls its method: the words before "for", or behind "via".

    >>> title_phrase("Salient Object Detection via Proposal Subset Optimization")
    'Proposal Subset Optimization'
    >>> title_phrase("Block Pruning For Faster Transformers")
    'Block Pruning'
    """
    title = re.sub(r"\s*\([^)]*\)\W*$|[?!*]+$", "", title).strip()
    head = re.sub(r"^(?:An?|The) ", "", title.split(":")[0])
    means = _MEANS.search(title.rsplit(":", 1)[-1])
    if means:
        rest = _PREPOSITION.split(means["rest"])[0].strip()
        return rest if 2 <= len(rest.split()) <= 6 and not _NO_PHRASE.match(rest) and not _FIELD.search(rest) else None
    if not re.search(r"\s(?:for|improves?|enables?)\s", head, re.I) or _NO_PHRASE.match(head):
        return None
    first = _PREPOSITION.split(head)[0].strip()
    return first if 2 <= len(first.split()) <= 6 and not _FIELD.search(first) else None


def _title_head(title: str) -> str | None:
    """The part of the title before its colon, where it looks like a name."""
    head, colon, _ = title.partition(":")
    if not colon:
        return None
    head = re.sub(r"\s+Technical Report$", "", head.strip().strip("\"'"))
    bracket = _ACRONYM.search(head)
    if bracket and has_shape(bracket[1]):
        return bracket[1]
    words = head.split()
    if len(words) == 1:
        return head
    if (
        len(words) <= 4
        and any(has_shape(w) for w in words)
        and not any(w.islower() and w.isalpha() for w in words)
        and not words[0].endswith("ing")
    ):
        return head
    return head if len(words) == 2 and re.fullmatch(r"[A-Z][\w-]* v?\d[\w.]*", head) else None


def _proposed(rest: str) -> list[tuple[str, int]]:
    """Names in what stands behind "we propose": ``X, a ...``, ``a long form (X)``, ``X for ...``."""
    found: list[tuple[str, int]] = []
    rest = rest[_LEADING.match(rest).end() :]  # type: ignore[union-attr]
    first = re.match(_NAME, rest)
    bracket = _ACRONYM.search(rest)
    shaped = bracket is not None and has_shape(bracket[1])
    if first and shaped and not has_shape(first[0]):
        first = None
    if first and (
        has_shape(first[0]) or (first[0][0].isupper() and re.match(r"\s*[,(]|\s+(?:a|an|the|to|for|that|which)\b", rest[first.end() :]))
    ):
        name = first[0]
        found.append((name, 5))
    if bracket and (has_shape(bracket[1]) or bracket[1].isupper()) and "," not in bracket[1] and bracket[1].count(" ") < 2:
        found.append((bracket[1], 4))
    return found
