"""Quantities, part one: numbers that look like results and are something else, each kind with its stable code.

Two tables. ``BY_FORM`` looks at a bare number and what touches it, before its unit is read; ``BY_CONTEXT`` looks at the whole quantity and
what stands around it. The first check that answers yes gives the code; to add one, add a line and a case to the tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from leaderboard.extraction.tokens.node import Node, Quantity

_RELATION = re.compile(r"\$?\s?[<>=]\s?\$?\\?[A-Za-z]")


_MINUS = re.compile(r"\s?-\s?\\?(?:alpha|beta|gamma|delta|epsilon|lambda)\b")


_VARIABLE = re.compile(
    r"(?<![A-Za-z])(?:(?!a\s?<)[a-z\U0001d400-\U0001d7ff]|epsilon|alpha|beta|gamma|delta|lambda|sigma|tau|theta|mu|eta|rho|\\[a-z]+|[ε-ω])\s?[=<>]\s?$"
)


_CITATION = re.compile(r"\[\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,12}\]")


_CORRELATION = re.compile(r"\b(?:r|rho|tau|ρ|τ)\s?=\s?$")


_RESOLUTION = re.compile(r"\s?[xX*]\s?\d")


_AFTER_TIMES = re.compile(r"(?:\dx|[\d\s]x\s)$")


_ORDINAL = re.compile(r"-?(?:st|nd|rd|th)\b(?! percentile)")


_COMPOUND = re.compile(r"-(?=[A-Za-z])|-\s(?:and|or|to)\s")


_OF_DATA = re.compile(
    r"\s(?:(?:of|long|labell?ed|transcribed|unlabell?ed)\s(?:[\w-]+\s){0,4}?)?"
    r"(?:data|speech|audio|videos?|recordings?|music|footage|conversations?|dialogues?|material|driving|supervision|annotations?)\b"
)


_HORIZON = re.compile(r"\s(?:time\s)?(?:horizon|window|interval|budget|limit|timeout)")


_MODEL = re.compile(
    r"[\s-](?:model|LLM|LLaMA|param|large|language|vision|dense|variant|scale|target|[Tt]ransformer|version|network|backbone|BERT|GPT)"
)


_DATA = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:tokens?|images?|samples?|videos?|pairs?|examples?|sentences?|hours|documents?|clips?|words?|frames?|data)\b"
)


_SPARSITY = re.compile(r"\s+(?:and\s[\d.]+%\s+)?(?:of\s)?(?:the\s)?(?:\w+\s)?(?:sparsity|masking|confidence|dropout|mask ratio)")


_BIG_WORD = re.compile(r"\S*\s(?:million|billion|trillion|thousand)")


_VERSION = re.compile(r"\d\.\d")


_RESAMPLED = re.compile(r"\s?(?:up|down|super|over|sub)-?\s?(?:sampl|scal|resol)", re.I)


_CAPTURED = re.compile(r"\b(?:captur|record|sampl|acquir|collect)\w*\s(?:\w+\s){0,2}at\s(?:about\s)?$", re.I)


_SPAN = re.compile(r"\b(?:interval|horizon|window|period|budget|limit|timeout)s?\sof\s(?:about\s|up\sto\s|just\s|only\s)?$", re.I)


_THRESHOLD = re.compile(r"\bt?IoU\s?[=>@]\s?$", re.I)


_OF_SO_MANY = re.compile(
    r"\sof\s(?:the\s)?\d+\s(?:[a-z-]+\s)?(?:experiments|datasets|data sets|tasks|benchmarks|settings|cases|languages|domains)\b"
)


_MISSING = re.compile(r"\s+of\s(?:the\s)?(?:[\w-]+\s){1,4}(?:is|are)\smissing\b")


_ONCE_MORE = re.compile(r"\s?[,.;]|\s(?:continuously\s)?differentiable|\s(?:at|per|in|during)\s(?:each|every)\b|\sper\s")


_FREEDOM = re.compile(r"[\s-](?:degrees?[\s-]of[\s-]freedom|dofs?\b)", re.I)


_LETTER_SIZE = re.compile(r"[KMBTkmb]$")


#: Longer runs of digits are identifiers, not measurements.
_LONGEST_NUMBER = 20


_LAST_OF_ENUMERATION = 20


#: No metric of percents changes by more points than this; such "points" are data points.
_MOST_POINTS = 100


#: All-round images and videos are called so.
_FULL_TURN = 360


#: No version is so high and has two decimals.
_LOWEST_SCORE = 12


#: Sums beyond this are losses, markets and budgets of the world, not what a run costs.
_MOST_MONEY = 1e7


_YEARS = range(1950, 2036)


_TIME = frozenset({"s", "min", "h", "ms", "day", "GPU years"})


_COUNTED = frozenset({"COUNTNOUN", "CASE", "BENCHNOUN", "HARDWARE", "LABEL"})


_BEFORE_COUNTED = frozenset({"METRIC", "WORD", "NOTABLY", "NAME", "BENCH", "MEAN", "OF", "DET", "SPLIT", "PERF"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A number in its place.

    The repaired text, where the number stands in it, the node before it (None at the beginning), the nodes behind it, whether it begins the
    sentence, and, once it is read, the quantity.
    """

    text: str
    start: int
    end: int
    before: Node | None
    behind: list[Node]
    first: bool = False
    quantity: Quantity | None = None

    def touching(self) -> tuple[str, str]:
        """The characters right before and right behind."""
        return (self.text[self.start - 1] if self.start else " "), self.text[self.end : self.end + 1]

    def after(self, count: int = 60) -> str:
        """What follows."""
        return self.text[self.end : self.end + count]

    def ahead(self, count: int) -> str:
        """What stands right before it."""
        return self.text[max(0, self.start - count) : self.start]

    def itself(self) -> str:
        """The number as written."""
        return self.text[self.start : self.end]


def code_of(seen: Seen, checks: tuple[tuple[str, Callable[[Seen], bool]], ...]) -> str | None:
    """The code of the first check that applies, or None where the number may be a result."""
    return next((code for code, applies in checks if applies(seen)), None)


# -- by form ---------------------------------------------------------------------------------------------------------------------


def _formula(seen: Seen) -> bool:
    before, after = seen.touching()
    if _CORRELATION.search(seen.ahead(8)) and "." in seen.itself():
        return False
    variable = _VARIABLE.search(seen.ahead(14)) is not None
    return (
        variable
        or _MINUS.match(seen.text, seen.end) is not None
        or before in "^_{"
        or seen.ahead(2) == "^-"
        or after in ("^", "}")
        or _RELATION.match(seen.text, seen.end) is not None
    )


def _citation(seen: Seen) -> bool:
    """``[11]``, ``[11, 27, 34]``."""
    opening = seen.text.rfind("[", max(0, seen.start - 60), seen.start)
    match = _CITATION.match(seen.text, opening) if opening >= 0 else None
    return match is not None and match.end() > seen.start


def _enumeration(seen: Seen) -> bool:
    """``(1)``, ``2)``: but ``FID (3)`` is none."""
    before, after = seen.touching()
    itself = seen.itself()
    if after != ")" or not itself.isdigit() or int(itself) >= _LAST_OF_ENUMERATION:
        return False
    after_name = before == "(" and seen.before is not None and seen.before.tag in ("METRIC", "BENCH", "NAME")
    return (before in "( " or seen.first) and not after_name


def _resolution(seen: Seen) -> bool:
    return _RESOLUTION.match(seen.text, seen.end) is not None or _AFTER_TIMES.search(seen.ahead(3)) is not None


BY_FORM: tuple[tuple[str, Callable[[Seen], bool]], ...] = (
    ("name", lambda seen: seen.end - seen.start > _LONGEST_NUMBER),
    ("formula", _formula),
    ("citation", _citation),
    ("enumeration", _enumeration),
    ("resolution", _resolution),
    ("rank", lambda seen: _ORDINAL.match(seen.text, seen.end) is not None),
)


# -- by context ------------------------------------------------------------------------------------------------------------------


def _q(seen: Seen) -> Quantity:
    if seen.quantity is None:
        raise ValueError("checks by context need the quantity")
    return seen.quantity


def _plain(seen: Seen) -> bool:
    return _q(seen).unit is None and not _q(seen).sign


def _whole(seen: Seen) -> bool:
    return _plain(seen) and _q(seen).value == int(_q(seen).value) and not _q(seen).decimals


def _slashed(seen: Seen) -> bool:
    """``0/1 rewards``."""
    return _whole(seen) and _q(seen).out_of is None and "/" in seen.touching()


def _count(seen: Seen) -> bool:
    """``12 benchmarks``, ``23 prominent open-source models``, ``a 6 DOF arm``."""
    if not _whole(seen) or _q(seen).out_of is not None:
        return False
    if _FREEDOM.match(seen.after()) or _OF_SO_MANY.match(seen.after()):
        return True
    for node in seen.behind[:6]:
        if node.tag in _COUNTED:
            return True
        if node.tag not in _BEFORE_COUNTED and node.text != "&":
            return False
    return False


def _year(seen: Seen) -> bool:
    q = _q(seen)
    if not _whole(seen) or int(q.value) not in _YEARS:
        return False
    return len(seen.itself()) == 4 if q.high is None else q.high < _YEARS.stop


def _sized(seen: Seen) -> bool:
    """A bare number with a multiplier letter: 7B, 29M, 10K."""
    return _q(seen).unit is None and _q(seen).value >= 1000 and _LETTER_SIZE.search(seen.itself()) is not None


def _model_size(seen: Seen) -> bool:
    if _q(seen).unit == "params" and re.search(r"-param(?:eter)?$", seen.itself()) and re.match(r"\s[A-Za-z]", seen.after()):
        return True
    if _q(seen).unit in ("params", "tokens"):
        return seen.before is not None and _MODEL.match(seen.after()) is not None
    return _sized(seen) and (_MODEL.match(seen.after()) is not None or not re.match(r"\s+[a-z]", seen.after()))


def _glued_to_word(seen: Seen) -> bool:
    """``3D``, ``20Newsgroups``: but ``23.29mAP`` is a result."""
    glued = _plain(seen) and re.match(r"[A-Za-z_]", seen.after()) is not None
    return glued and not any(n.start == seen.end and n.tag in ("METRIC", "COST", "UPADJ", "FASTADJ") for n in seen.behind[:1])


def _version(seen: Seen) -> bool:
    before = seen.before
    if before is not None and before.tag == "HARDWARE" and seen.itself().isdigit() and seen.start - before.end == 1:
        return True
    if not _plain(seen) or _q(seen).out_of is not None or before is None or seen.start - before.end > 1:
        return False
    if before.tag == "BENCH" and _VERSION.fullmatch(seen.itself()):
        return re.search(r"\b(?:on|of|the|and|from)\s$", seen.text[max(0, before.start - 5) : before.start]) is not None
    return before.tag == "NAME" and not (_q(seen).decimals > 1 and _q(seen).value >= _LOWEST_SCORE)


BY_CONTEXT: tuple[tuple[str, Callable[[Seen], bool]], ...] = (
    ("name", lambda seen: _q(seen).sign == "-" and _q(seen).unit is None and not _q(seen).decimals),
    ("name", _slashed),
    ("data-set-size", lambda seen: _q(seen).unit in _TIME and _OF_DATA.match(seen.after()) is not None),
    ("data-set-size", lambda seen: _q(seen).unit == "tokens" and re.match(r"\sof\s", seen.after()) is not None),
    ("setting", lambda seen: _q(seen).unit in _TIME and _HORIZON.match(seen.after()) is not None),
    ("name", lambda seen: _q(seen).unit == "deg" and _q(seen).value == _FULL_TURN),
    ("count", _count),
    ("data-set-size", lambda seen: _q(seen).unit is None and _BIG_WORD.match(seen.itself()) is not None),
    ("count", lambda seen: _q(seen).unit == "points" and _q(seen).value >= _MOST_POINTS),
    ("year", _year),
    ("setting", lambda seen: seen.itself() in ("twice", "thrice") and _ONCE_MORE.match(seen.after()) is not None),
    ("setting", lambda seen: _q(seen).unit == "%" and _MISSING.match(seen.after()) is not None),
    ("name", lambda seen: seen.ahead(5) == "IEEE "),
    ("setting", lambda seen: _q(seen).unit in _TIME and _SPAN.search(seen.ahead(24)) is not None),
    ("setting", lambda seen: _q(seen).unit == "epochs" and re.match(r"\s(?:training|schedule|setting)", seen.after()) is not None),
    ("setting", lambda seen: _q(seen).unit == "x" and re.match(r"[\s-]?cross", seen.after()) is not None),
    ("setting", lambda seen: _q(seen).unit == "x" and _RESAMPLED.match(seen.after()) is not None),
    (
        "setting",
        lambda seen: _q(seen).unit in ("fps", "Hz", "kHz") and _CAPTURED.search(seen.ahead(40)) is not None,
    ),
    (
        "count",
        lambda seen: (
            _whole(seen) and _q(seen).value >= _MOST_POINTS and re.match(r"\s(?:more|additional|further)\s", seen.after()) is not None
        ),
    ),
    ("setting", lambda seen: _plain(seen) and _THRESHOLD.search(seen.ahead(14)) is not None),
    ("count", lambda seen: _q(seen).unit == "USD" and _q(seen).value >= _MOST_MONEY),
    ("model-size", _model_size),
    ("data-set-size", lambda seen: _sized(seen) and _DATA.match(seen.after()) is not None),
    ("count", _sized),
    ("setting", lambda seen: _plain(seen) and _COMPOUND.match(seen.after()) is not None),
    ("name", _glued_to_word),
    ("setting", lambda seen: _q(seen).fraction and re.match(r"(?:th)?[\s-](?:scale|resolution|size)\b", seen.after()) is not None),
    ("version", _version),
    ("setting", lambda seen: _q(seen).unit == "%" and _SPARSITY.match(seen.after()) is not None),
)
