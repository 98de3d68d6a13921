"""The conditions under which a number was measured ("zero-shot", "1% labels")."""

from __future__ import annotations

import re

from leaderboard.extraction.tokens.sentence import Sentence

#: What stands, in small letters, in every text with a setting.
_SETTING_STEMS = (
    "-shot",
    "linear",
    "tun",
    "supervised",
    "crop",
    "scale",
    "ensemble",
    "single model",
    "scratch",
    "vit-",
    "data",
    "label",
    "epochs",
)


_SETTING = re.compile(
    r"zero-shot|few-shot|\b\d+-shot|one-shot|linear[- ]prob\w+|linear evaluation|fine-?tun(?:ed|ing)|semi-supervised|self-supervised|"
    r"unsupervised|single[- ]crop|multi-scale|ensemble|single model|single-scale|from scratch|\bViT-[A-Za-z0-9/]+|"
    r"\b\d+(?:\.\d+)?\s?% (?:of )?(?:the )?(?:labels|labeled data|training data|data)\b|\b\d+ epochs",
    re.I,
)


def settings(nodes: Sentence, index: int) -> tuple[str, ...]:
    """The conditions named within 14 nodes of the number at ``index``, in order, each once."""
    start = max(0, index - 14)
    text = " ".join(n.text for n in nodes[start : index + 14])
    small = text.casefold()
    if not any(stem in small for stem in _SETTING_STEMS):
        return ()
    found = (re.sub(r"\s%", "%", m[0]) for m in _SETTING.finditer(text))
    return tuple(dict.fromkeys(name if name.startswith("ViT") else name.casefold() for name in found))
