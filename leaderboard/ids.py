"""Ids that depend only on content, so that two machines, and two loads of the same file, agree on them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

DIGITS = 16
_NO_LETTER = re.compile(r"[\W_]+")


def digest(*parts: object) -> str:
    """A hash of values: 16 hexadecimal digits. ``None`` and ``""`` differ, as do ``1`` and ``1.0``.

    >>> digest("a", None) == digest("a", None), digest("a", "b") == digest("ab")
    (True, False)
    """
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=DIGITS // 2).hexdigest()


def digest_of(texts: Iterable[str]) -> str:
    """A hash of many texts in order: 16 hexadecimal digits; faster than :func:`digest`.

    >>> digest_of(["a", "bc"]) == digest_of(["ab", "c"])
    False
    """
    state = blake2b(digest_size=DIGITS // 2)
    for text in texts:
        data = text.encode("utf-8", "surrogatepass")
        state.update(b"%d:" % len(data))
        state.update(data)
    return state.hexdigest()


def fold_title(title: str) -> str:
    """A title without what varies between listings of the same paper: case, punctuation, spaces, typographic forms.

    >>> fold_title("Attention is all  you need.") == fold_title("Attention Is All You Need")
    True
    """
    if not title.isascii():
        title = unicodedata.normalize("NFKC", title)
    return _NO_LETTER.sub("", title.casefold()) or title.strip()


def paper_id(title: str) -> str:
    """The id of the paper with this title."""
    return blake2b(fold_title(title).encode("utf-8", "surrogatepass"), digest_size=DIGITS // 2).hexdigest()


def file_digest(path: Path, *more: str) -> str:
    """A hash of a file's bytes and some texts: 16 hexadecimal digits.

    Raises:
        OSError: the file cannot be read.
    """
    state = blake2b("\0".join(more).encode(), digest_size=DIGITS // 2)
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            state.update(block)
    return state.hexdigest()


def folders_digest(folders: Iterable[Path]) -> str:
    """A hash of the text files in some folders, independent of the folders' paths."""
    files = [(file.relative_to(folder).as_posix(), file_digest(file)) for folder in folders for file in sorted(folder.rglob("*.txt"))]
    return digest(*files)
