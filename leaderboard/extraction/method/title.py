"""Names from a title: what stands before its colon, or what its words call the method."""

from __future__ import annotations

import re
from functools import lru_cache

from leaderboard.extraction.lexicon.name_shapes import ACRONYM, has_shape
from leaderboard.extraction.lexicon.word_files import name_class

_PREPOSITION = re.compile(r"\s(?:for|in|on|from|to|of|towards?|under|without|at|across|is|are|can|improves?|enables?|makes?)\s", re.I)


_MEANS = re.compile(r"\s(?:via|through|by|using|based on)\s+(?P<rest>.+)$", re.I)


_GERUND = re.compile(r"\w+ing\b", re.I)


#: Words at the end of a phrase that is the material of a method rather than the method.
_MATERIAL = re.compile(
    r"(?:videos?|images?|data|corpora|corpus|maps?|patterns|words|only|text|imagery|observations|stud(?:y|ies)|analysis|characterization|limits?|features|signals|sensors?|labels|examples)$",
    re.I,
)


_SMALL = re.compile(r"\b(?:a|an|the|as|with|your|our|its|their)\b")


_TWO_WORDS = re.compile(r"(?:image|video|text) \w+$", re.I)


def _names_a_method(phrase: str) -> bool:
    """Whether a phrase of a title may be what the paper calls its method: not too long, no verb in front, no field at its end."""
    words = phrase.casefold().split()
    if phrase.casefold() in name_class("commonmethod") or _MATERIAL.search(phrase) or _SMALL.search(phrase):
        return False
    if not 2 <= len(words) <= 6 or words[0] in name_class("titlestart") or _TWO_WORDS.search(phrase):
        return False
    return words[-1] not in name_class("field") and " ".join(words[-2:]) not in name_class("field")


@lru_cache(maxsize=64)
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
        return rest if _names_a_method(rest) and not _GERUND.match(rest) else None
    if not re.search(r"\s(?:for|improves?|enables?)\s", head, re.I):
        return None
    first = _PREPOSITION.split(head)[0].strip()
    doing = _GERUND.match(first) and re.search(r"\sfor\s", head[len(first) :], re.I)
    return first if _names_a_method(first) and not doing else None


@lru_cache(maxsize=64)
def title_head(title: str, abstract: str = "") -> str | None:
    """The part of the title before its colon or dash, where it looks like a name or the abstract uses it as one.

    >>> title_head("ER-SAN: Enhanced Attention"), title_head("Texture Reformer: Towards Transfer", "The texture reformer is fast.")
    ('ER-SAN', 'Texture Reformer')
    """
    parts = _HEAD_ENDS.split(title, maxsplit=1)
    if len(parts) == 1:
        return None
    head = re.sub(r"\s+Technical Report$", "", parts[0].strip().strip("\"'"))
    bracket = ACRONYM.search(head)
    if bracket and has_shape(bracket[1]):
        return bracket[1]
    words = head.split()
    if not words:
        return None
    if len(words) == 1:
        return None if head.casefold() in name_class("notitle") else head
    coined = (
        any(has_shape(w) for w in words if len(w) > 1)
        and not any(w.islower() and w.isalpha() for w in words)
        and not words[0].endswith("ing")
    )
    if len(words) <= _LONGEST_HEAD and coined and words[1].casefold() not in _POSSESSIVES:
        return head
    used = head.casefold() in abstract.casefold() and words[0].casefold() not in name_class("titlestart") and _names_a_method(head)
    if len(words) <= _LONGEST_HEAD and used:
        return head
    return head if len(words) == 2 and re.fullmatch(r"[A-Z][\w-]* v?\d[\w.]*", head) else None


def whole_title(title: str, abstract: str) -> str | None:
    """A short title that is nothing but what the abstract calls its method.

    >>> whole_title("Coordinate-wise Power Method", "The coordinate-wise power method converges fast.")
    'Coordinate-wise Power Method'
    """
    name = title.strip(" .")
    used = len(name.split()) <= _LONGEST_HEAD and name.casefold().removesuffix("s") in abstract.casefold()
    return name if used and _names_a_method(name) and not _PREPOSITION.search(f" {name} ") and ":" not in name else None


_HEAD_ENDS = re.compile(r":(?=\s|$)| -{1,3} | \u2014 ?")


_LONGEST_HEAD = 4


_POSSESSIVES = frozenset({"your", "my", "our"})
