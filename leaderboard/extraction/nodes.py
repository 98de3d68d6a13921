"""What the lexer, the quantities and the grammar hand to each other: nodes with a tag, a place and a meaning.

A sentence is a list of nodes. Every node has one tag; the grammar sees the sentence as a string with one character a node, so that its
rules are regular expressions over tags.
"""

from __future__ import annotations

from dataclasses import dataclass

from leaderboard.model import Bound

#: Tag -> the character that stands for it in the string the rules run over. A word class of `words.txt` becomes the tag of the same name.
TAGS: dict[str, str] = {
    # numbers
    "Q": "Q",  # a quantity that may be a result
    "NUM": "#",  # a number that is something else (its verdict says what), or is not read yet
    "TIMES": "2",  # a verb that is a factor: doubles, halves
    # what is measured, and on what
    "METRIC": "M",
    "COST": "C",
    "BENCH": "B",
    "SPLIT": "S",
    "NAME": "X",
    "PERF": "P",
    # change
    "UPVERB": "U",
    "DOWNVERB": "D",
    "SPEEDVERB": "E",
    "UPNOUN": "u",
    "DOWNNOUN": "d",
    "DIFFNOUN": "j",
    "SPEEDNOUN": "e",
    "COMPRESSNOUN": "k",
    "UPADJ": "A",
    "DOWNADJ": "a",
    "ACCURATEADJ": "1",
    "EFFICIENTADJ": "3",
    "FASTADJ": "F",
    "SLOWADJ": "f",
    "RELATIVE": "r",
    "ABSOLUTE": "b",
    # result and comparison
    "BEAT": "O",
    "GET": "G",
    "BE": "I",
    "HAVE": "h",
    "KEEP": "K",
    "TAKE": "J",
    "SOLVE": "Z",
    "THAN": "t",
    "OVER": "o",
    "VERSUS": "v",
    # small words
    "FROM": "R",
    "TO": "T",
    "BY": "Y",
    "OF": "L",
    "ON": "n",
    "IN": "N",
    "WITH": "W",
    "AND": "&",
    "RESP": "y",
    "DET": "z",
    "WE": "w",
    "MEAN": "m",
    "NOTABLY": "g",
    "CONJ": "?",
    "SOTA": "V",
    "ONLY": "l",
    "UPTO": "4",
    "ATLEAST": "5",
    "ABOUT": "6",
    "MAGNITUDE": "7",
    # nouns around numbers
    "COUNTNOUN": "c",
    "SETNOUN": "s",
    "LABEL": "8",
    "CASE": "!",
    "PRIOR": "9",
    "HARDWARE": "H",
    "BENCHNOUN": "q",
    "PROPOSE": "p",
    "CALLED": "i",
    # punctuation
    "COMMA": ",",
    "SEMI": ";",
    "COLON": ":",
    "DASH": "-",
    "SLASH": "/",
    "LP": "(",
    "RP": ")",
    "POSS": "'",
    "STOP": ".",
    "URL": "0",
    "WORD": "x",
}


@dataclass(slots=True)
class Quantity:
    """A number with everything that touches it. ``start`` and ``end`` are offsets in the repaired text, ``value`` is unsigned."""

    start: int
    end: int
    value: float
    high: float | None = None
    unit: str | None = None
    sign: str = ""
    bound: Bound = "exact"
    uncertainty: float | None = None
    only: bool = False
    fraction: bool = False
    worded: bool = False
    ordinal: bool = False
    out_of: float | None = None
    decimals: int = 0


@dataclass(slots=True)
class Node:
    """A piece of a sentence: its tag, its place, its text, the registry's name for it and, for numbers, the quantities it holds.

    Nodes and quantities are never changed once they are made; Python is not asked to watch over that, because it would take longer to make
    them than all else that the lexer does.
    """

    tag: str
    start: int
    end: int
    text: str
    name: str | None = None
    quantities: tuple[Quantity, ...] = ()
    tags: frozenset[str] = frozenset()

    def has(self, tag: str) -> bool:
        """Whether the node can be read as ``tag``."""
        return self.tag == tag or tag in self.tags


def tag_string(nodes: list[Node]) -> str:
    """One character a node, as the rules of the grammar see the sentence."""
    return "".join(TAGS[node.tag] for node in nodes)
