"""Names from a title: what stands before its colon, or what its words call the method."""

from __future__ import annotations

import re

from leaderboard.extraction.shapes import ACRONYM, has_shape

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


def title_head(title: str) -> str | None:
    """The part of the title before its colon, where it looks like a name."""
    head, colon, _ = title.partition(":")
    if not colon:
        return None
    head = re.sub(r"\s+Technical Report$", "", head.strip().strip("\"'"))
    bracket = ACRONYM.search(head)
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
