"""Folds by paper, so that rules are made on some papers and measured on others."""

from __future__ import annotations

import hashlib


def fold_of(title: str, folds: int) -> int:
    """Which of ``folds`` parts (from 1) a paper is in; its title alone decides, so it stays there as papers come and go.

    >>> fold_of("Deep Residual Learning", 5) == fold_of("deep residual learning ", 5)
    True
    """
    digest = hashlib.sha256(title.casefold().strip().encode()).digest()
    return int.from_bytes(digest[:8]) % folds + 1
