"""Numbers that are no results by their unit and the words around them: counts, years, sizes, settings, versions.

The first check of the table that applies gives the code; to add one, add a line here and a case to the tests. The words that the checks
look for stand in `around-numbers.txt`.
"""

from __future__ import annotations

import re

from leaderboard.extraction.lexicon.alternation import any_of
from leaderboard.extraction.lexicon.number_words import MULTIPLIER_LETTERS, MULTIPLIER_WORDS, TIMES_WORDS
from leaderboard.extraction.quantities.number_in_place import Checks, Seen
from leaderboard.extraction.quantities.words_around import any_around

# -- data: how much there is of it ---------------------------------------------------------------------------------------------------

_TIME = frozenset({"s", "min", "h", "ms", "day", "GPU years"})

_OF_DATA = re.compile(rf"\s(?:{any_around('datalink')}\s(?:[\w-]+\s){{0,4}}?)?{any_around('dataamount')}")

_OF_SOMETHING = re.compile(r"\sof\s")

_DATA = re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}?{any_around('dataitem')}")

_BIG_WORD = re.compile(rf"\S*\s{any_of(MULTIPLIER_WORDS)}")

_LETTER_SIZE = re.compile(rf"[{''.join(MULTIPLIER_LETTERS)}]$")


def _sized(seen: Seen) -> bool:
    """A bare number with a multiplier letter: 7B, 29M, 10K."""
    return seen.q.unit is None and seen.q.value >= 1000 and _LETTER_SIZE.search(seen.itself()) is not None


# -- settings: what was chosen ---------------------------------------------------------------------------------------------------------

_TIMEFRAME = re.compile(rf"\s(?:time\s)?{any_around('timeframe')}")

_TIMESPAN = re.compile(rf"\b{any_around('timespan')}\sof\s(?:about\s|up\sto\s|just\s|only\s)?$", re.I)

_SETTING_SHARE = re.compile(rf"\s+(?:and\s[\d.]+%\s+)?(?:of\s)?(?:the\s)?(?:\w+\s)?{any_around('shareofsetting')}")

_MISSING = re.compile(r"\s+of\s(?:the\s)?(?:[\w-]+\s){1,4}(?:is|are)\smissing\b")

_ONCE_MORE = re.compile(r"\s?[,.;]|\s(?:continuously\s)?differentiable|\s(?:at|per|in|during)\s(?:each|every)\b|\sper\s")

_TRAINING = re.compile(rf"\s{any_around('epochsetting')}")

_CROSS = re.compile(r"[\s-]?cross")

_RESAMPLED = re.compile(rf"\s?{any_around('resample')}-?\s?{any_around('resampled')}", re.I)

_CAPTURED = re.compile(rf"\b{any_around('captured')}\w*\s(?:\w+\s){{0,2}}at\s(?:about\s)?$", re.I)

_THRESHOLD = re.compile(r"\bt?IoU\s?[=>@]\s?$|\b(?:at|@)\s(?:an?\s)?t?IoU\s(?:threshold\s)?(?:of\s)?$", re.I)

_AT = re.compile(r"\b(?:at|@)\s(?:an?\s)?$", re.I)

_OF_OVERLAP = re.compile(r"\st?IoU\b", re.I)

_COMPOUND = re.compile(r"-(?=[A-Za-z])|-\s(?:and|or|to)\s")

_OF_SIZE = re.compile(rf"(?:th)?[\s-]{any_around('sizeword')}")

# -- counts ----------------------------------------------------------------------------------------------------------------------------

_COUNTED = frozenset({"COUNTNOUN", "CASE", "BENCHNOUN", "HARDWARE", "LABEL"})

#: What may stand between a count and what is counted ("23 prominent open-source models").
_BEFORE_COUNTED = frozenset({"METRIC", "WORD", "NOTABLY", "NAME", "BENCH", "MEAN", "OF", "DET", "SPLIT", "PERF"})

#: So many nodes behind a count what is counted may stand.
_COUNT_REACH = 6

_FREEDOM = re.compile(r"[\s-](?:degrees?[\s-]of[\s-]freedom|dofs?\b)", re.I)

_OF_SO_MANY = re.compile(rf"\sof\s(?:the\s)?\d+\s(?:[a-z-]+\s)?{any_around('countedof')}")

_ADDED = re.compile(rf"\s{any_around('addedto')}\s")

#: No metric of percents changes by more points than this; such "points" are data points.
_MOST_POINTS = 100

#: Sums beyond this are losses, markets and budgets of the world, not what a run costs.
_MOST_MONEY = 1e7


def _count(seen: Seen) -> bool:
    """``12 benchmarks``, ``23 prominent open-source models``, ``a 6 DOF arm``."""
    if not seen.whole() or seen.q.out_of is not None:
        return False
    if _FREEDOM.match(seen.after()) or _OF_SO_MANY.match(seen.after()):
        return True
    for node in seen.behind[:_COUNT_REACH]:
        if node.tag in _COUNTED:
            return True
        if node.tag not in _BEFORE_COUNTED and node.text != "&":
            return False
    return False


def _added(seen: Seen) -> bool:
    """``120 more examples``."""
    return seen.whole() and seen.q.value >= _MOST_POINTS and _ADDED.match(seen.after()) is not None


# -- years, sizes of models, names, versions -------------------------------------------------------------------------------------------

_YEARS = range(1950, 2036)

_MODEL = re.compile(rf"[\s-]{any_around('modelnoun')}")

_PARAM = re.compile(r"-param(?:eter)?$")

#: All-round images and videos are called so.
_FULL_TURN = 360

_VERSION = re.compile(r"\d\.\d")

_BEFORE_VERSION = re.compile(rf"\b{any_around('beforeversion')}\s$")

#: No version is so high and has two decimals.
_LOWEST_SCORE = 12


def _year(seen: Seen) -> bool:
    q = seen.q
    if not seen.whole() or int(q.value) not in _YEARS:
        return False
    return len(seen.itself()) == 4 if q.high is None else q.high < _YEARS.stop


def _model_size(seen: Seen) -> bool:
    """``a 7B model``, ``Llama 13B``, ``a 3M-param variant``."""
    if seen.q.unit == "params" and _PARAM.search(seen.itself()) and re.match(r"\s[A-Za-z]", seen.after()):
        return True
    if seen.q.unit in ("params", "tokens"):
        return seen.before is not None and _MODEL.match(seen.after()) is not None
    return _sized(seen) and (_MODEL.match(seen.after()) is not None or not re.match(r"\s+[a-z]", seen.after()))


def _slashed(seen: Seen) -> bool:
    """``0/1 rewards``."""
    return seen.whole() and seen.q.out_of is None and "/" in seen.touching()


def _glued_to_word(seen: Seen) -> bool:
    """``3D``, ``20Newsgroups``: but ``23.29mAP`` is a result."""
    glued = seen.plain() and re.match(r"[A-Za-z_]", seen.after()) is not None
    return glued and not any(n.start == seen.end and n.tag in ("METRIC", "COST", "UPADJ", "FASTADJ") for n in seen.behind[:1])


def _version(seen: Seen) -> bool:
    """``CUDA 11.3``, ``Xavier 2``, ``on VOC 2.1``; but ``VOC 71.35`` is a result."""
    before = seen.before
    if before is None or seen.start - before.end > 1:
        return False
    if before.tag == "HARDWARE" and seen.itself().isdigit() and seen.start - before.end == 1:
        return True
    if not seen.plain() or seen.q.out_of is not None:
        return False
    if before.tag == "BENCH" and _VERSION.fullmatch(seen.itself()):
        return _BEFORE_VERSION.search(seen.text[max(0, before.start - 5) : before.start]) is not None
    return before.tag == "NAME" and not (seen.q.decimals > 1 and seen.q.value >= _LOWEST_SCORE)


BY_CONTEXT: Checks = (
    ("name", lambda seen: seen.q.sign == "-" and seen.q.unit is None and not seen.q.decimals),
    ("name", _slashed),
    ("data-set-size", lambda seen: seen.q.unit in _TIME and _OF_DATA.match(seen.after()) is not None),
    ("data-set-size", lambda seen: seen.q.unit == "tokens" and _OF_SOMETHING.match(seen.after()) is not None),
    ("setting", lambda seen: seen.q.unit in _TIME and _TIMEFRAME.match(seen.after()) is not None),
    ("name", lambda seen: seen.q.unit == "deg" and seen.q.value == _FULL_TURN),
    ("count", _count),
    ("data-set-size", lambda seen: seen.q.unit is None and _BIG_WORD.match(seen.itself()) is not None),
    ("count", lambda seen: seen.q.unit == "points" and seen.q.value >= _MOST_POINTS),
    ("year", _year),
    ("setting", lambda seen: seen.itself() in TIMES_WORDS and _ONCE_MORE.match(seen.after()) is not None),
    ("setting", lambda seen: seen.q.unit == "%" and _MISSING.match(seen.after()) is not None),
    ("name", lambda seen: seen.ahead(5) == "IEEE "),
    ("setting", lambda seen: seen.q.unit in _TIME and _TIMESPAN.search(seen.ahead(24)) is not None),
    ("setting", lambda seen: seen.q.unit == "epochs" and _TRAINING.match(seen.after()) is not None),
    ("setting", lambda seen: seen.q.unit == "x" and _CROSS.match(seen.after()) is not None),
    ("setting", lambda seen: seen.q.unit == "x" and _RESAMPLED.match(seen.after()) is not None),
    ("setting", lambda seen: seen.q.unit in ("fps", "Hz", "kHz") and _CAPTURED.search(seen.ahead(40)) is not None),
    ("count", _added),
    ("setting", lambda seen: seen.plain() and _THRESHOLD.search(seen.ahead(26)) is not None),
    ("setting", lambda seen: seen.plain() and _AT.search(seen.ahead(6)) is not None and _OF_OVERLAP.match(seen.after()) is not None),
    ("count", lambda seen: seen.q.unit == "USD" and seen.q.value >= _MOST_MONEY),
    ("model-size", _model_size),
    ("data-set-size", lambda seen: _sized(seen) and _DATA.match(seen.after()) is not None),
    ("count", _sized),
    ("setting", lambda seen: seen.plain() and _COMPOUND.match(seen.after()) is not None),
    ("name", _glued_to_word),
    ("setting", lambda seen: seen.q.fraction and _OF_SIZE.match(seen.after()) is not None),
    ("version", _version),
    ("setting", lambda seen: seen.q.unit == "%" and _SETTING_SHARE.match(seen.after()) is not None),
)
