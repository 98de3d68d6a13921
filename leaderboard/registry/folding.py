r"""When two spellings are the same name.

``Top-1 Accuracy``, ``top 1 accuracy`` and ``top1-accuracy`` fold to one key. Folding drops what varies freely (case, spaces, hyphens,
underscores, apostrophes, accents, TeX's ``^{}$\``) and keeps what distinguishes names (letters, digits, ``+ @ / # & :`` and the dot inside
a number), so that ``SQuAD 1.1`` and ``SQuAD 2.0``, ``HumanEval`` and ``HumanEval+``, ``CIFAR-10`` and ``CIFAR-10.1`` stay different.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_DROPPED = dict.fromkeys(
    map(ord, " \t\n\r\f\v-_'`\"^{}$\\\u00a0\u00ad\u200b\u2009\u2010\u2011\u2012\u2013\u2014\u2015\u2018\u2019\u201c\u201d\u2032\u2212")
)
_DIGITS = frozenset("0123456789")


def fold(name: str, *, keep_case: bool = False) -> str:
    """The key under which a name is looked up; ``keep_case`` distinguishes upper and lower case.

    >>> fold("Top-1 Accuracy") == fold("top 1 accuracy")
    True
    >>> fold("SQuAD v1.1"), fold("Fréchet Inception Distance"), fold("WMT'14")
    ('squadv1.1', 'frechetinceptiondistance', 'wmt14')
    >>> fold("MAP", keep_case=True)
    'MAP'
    """
    if not name.isascii():
        name = _plain(name) if keep_case else _plain(_plain(name).casefold())
    text = (name if keep_case else name.casefold()).translate(_DROPPED)
    return _drop_dots(text) if "." in text else text


def _plain(name: str) -> str:
    """The name without accents and compatibility forms (``é`` -> ``e``, ``²`` -> ``2``)."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c) and not c.isspace())


def _drop_dots(text: str) -> str:
    """The text without dots, except between two digits."""
    last = len(text) - 1
    return "".join(c for i, c in enumerate(text) if c != "." or (0 < i < last and text[i - 1] in _DIGITS and text[i + 1] in _DIGITS))


class Name(NamedTuple):
    """A name as written in a registry file, with its marks (a named tuple, because thousands are created at every start).

    ``exact`` (mark ``!``): only this exact spelling, for names that are words in lower case (``!DROP``, ``!IS``).
    ``shared`` (mark ``~``): the name alone is ambiguous, because other things or ordinary words have it too.
    """

    text: str
    exact: bool = False
    shared: bool = False

    @property
    def key(self) -> str:
        """The key of the name; names with ``!`` have separate keys, which begin with ``=``."""
        return exact_key(self.text) if self.exact else fold(self.text)

    @classmethod
    def from_string(cls, text: str) -> Name:
        """Read a name with its marks, in either order; the text may come out empty.

        >>> Name.from_string("~!Cars")
        Name(text='Cars', exact=True, shared=True)
        """
        text = text.strip()
        if text[:1] not in ("~", "!"):
            return cls(text)
        exact = shared = False
        while text[:1] in ("~", "!"):
            exact, shared = exact or text[0] == "!", shared or text[0] == "~"
            text = text[1:].lstrip()
        return cls(text, exact, shared)

    def to_string(self) -> str:
        """The name with its marks, as written in a registry file."""
        return f"{'~' if self.shared else ''}{'!' if self.exact else ''}{self.text}"


def exact_key(name: str) -> str:
    """The key of a name in its exact spelling; only runs of spaces are folded.

    >>> exact_key("R-2") == exact_key("R2")
    False
    """
    return "=" + " ".join(name.split())
