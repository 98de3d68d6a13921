"""Folds by paper, so that rules are developed on some papers and tested on others."""

from __future__ import annotations

import hashlib


def fold_of(title: str, folds: int) -> int:
    """The fold of a paper, from 1 to ``folds``; it depends only on the title, so adding papers does not change it.

    >>> fold_of("Deep Residual Learning", 5) == fold_of("deep residual learning ", 5)
    True
    """
    digest = hashlib.sha256(title.casefold().strip().encode()).digest()
    return int.from_bytes(digest[:8]) % folds + 1
