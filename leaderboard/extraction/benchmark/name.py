"""A benchmark by the name that the registry or the text gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leaderboard.extraction.benchmark.language_pairs import PAIR
from leaderboard.extraction.claim.draft import Board
from leaderboard.extraction.lexicon.vocabulary import Vocabulary
from leaderboard.extraction.tokens.node import Node

_COMPOUND = re.compile(r"-(?:based|like|trained|pretrained|level|to-\w+|style|aware|guided|free|driven|tuned|only|specific)$", re.I)


@dataclass(frozen=True, slots=True)
class Systems:
    """Which names are systems and so cannot be benchmarks: the paper's own, and those of well-known families."""

    names: frozenset[str]
    vocabulary: Vocabulary

    def own(self, name: str) -> bool:
        """Whether the name is the paper's own."""
        return name in self.names

    def includes(self, name: str) -> bool:
        """Whether the name is a system, or no name at all (``EEG-based``)."""
        return (
            name in self.names
            or name.rsplit("-", 1)[0] in self.names
            or self.vocabulary.is_system(name)
            or _COMPOUND.search(name) is not None
        )


_TASK = re.compile(
    r"\s(?:image |object |instance |semantic |panoptic |scene |text |action |depth |question )?"
    r"(?:classification|retrieval|detection|segmentation|captioning|recognition|parsing|generation|estimation|answering|linear probing)$",
    re.I,
)


def board(node: Node) -> Board:
    """The benchmark that a node names."""
    usual = clean_name(_TASK.sub("", PAIR.sub("", node.text))) or clean_name(node.text)
    return Board(usual, node.name if node.name != clean_name(node.text) or node.has("REGISTERED") else None)


def clean_name(text: str) -> str:
    """An unregistered benchmark's name as written, without stray punctuation."""
    return text.strip(" .,;:'\"()")
