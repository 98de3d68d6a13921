"""The conditions under which a number was measured ("zero-shot", "1% labels")."""

from __future__ import annotations

import re

from leaderboard.extraction.lexicon.alternation import any_of
from leaderboard.extraction.lexicon.word_files import class_of
from leaderboard.extraction.tokens.sentence import Sentence

_WORDS = "phrases_setting.txt"

#: What stands, in small letters, in every text with a setting.
_STEMS = tuple(class_of(_WORDS, "settingstem"))

#: Shapes of settings beside the plain words: numbers of examples or epochs, ways to spell one word, backbones, shares of data.
_SHAPES = (
    r"\b\d+-shot",
    r"linear[- ]prob\w+",
    r"fine-?tun(?:ed|ing)",
    r"single[- ]crop",
    r"\bViT-[A-Za-z0-9/]+",
    rf"\b\d+(?:\.\d+)?\s?% (?:of )?(?:the )?(?:{any_of(class_of(_WORDS, 'shareof'))})\b",
    r"\b\d+ epochs",
)

_SETTING = re.compile("|".join([any_of(class_of(_WORDS, "setting")), *_SHAPES]), re.I)


def settings(nodes: Sentence, index: int) -> tuple[str, ...]:
    """The conditions named within 14 nodes of the number at ``index``, in order, each once."""
    text = " ".join(n.text for n in [*nodes.before(index, 14), *nodes[index : index + 14]])
    small = text.casefold()
    if not any(stem in small for stem in _STEMS):
        return ()
    found = (re.sub(r"\s%", "%", m[0]) for m in _SETTING.finditer(text))
    return tuple(dict.fromkeys(name if name.startswith("ViT") else name.casefold() for name in found))
