"""Resolve, a helper: the places where authors put the name of their own system, each with how much it counts.

Before the title's colon, behind "we propose", "called", "dubbed", in brackets behind a long form, as an apposition ("our method, X, ..."),
or simply as what the results are said of ("X outperforms ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from leaderboard.extraction.lexicon.alternation import any_of
from leaderboard.extraction.lexicon.name_shapes import ACRONYM, NAME, has_shape
from leaderboard.extraction.lexicon.word_files import TASK_ENDS
from leaderboard.extraction.method.title import title_head, title_phrase

_KINDS = (
    "method|model|framework|approach|algorithm|architecture|network|system|pipeline|technique|strategy|scheme|paradigm|module|solution|baseline|"
    "mechanism|loss|optimizer|task|attack|detector|tracker|agent|toolkit|planner|controller|classifier|generator|estimator|procedure"
)


_INTRODUCERS = (
    rf"we call (?:our|the|this) (?:\w+ )?(?:{_KINDS})|"
    r"called|named|dubbed|termed|coined|namely|denoted (?:as|by)|referred to as|we call(?: it| this)?|or simply|"
    r"we (?:name|term|dub)(?: it)?|abbreviated as|implement (?:our|the|this) (?:approach|method|algorithm|idea)s? in"
)


#: What stands in every text with one of the introducers.
_CALL_STEMS = (
    *("called", "named", "dubbed", "termed", "coined", "namely", "denoted", "referred to as", "we call", "we name", "we dub", "we term"),
    *("or simply", "abbreviated as", "implement "),
)


_CALLED = re.compile(rf"\b(?:{_INTRODUCERS})\s+(?:the\s+|as\s+)?[\"'`]*({NAME})")


_PROPOSERS = any_of("propos introduc present develop design describ releas devis unveil creat build contribut explor offer".split())


_PROPOSE = re.compile(
    r"\b(?i:we|paper|work|letter|article|study|here|and|this|us to|that)\b[^.;:]{0,60}?"
    rf"\b{_PROPOSERS}(?:e|es|ed|s|ing)?\b\s+(?P<rest>[^.;]{{3,220}})"
)


_MENTIONS = (
    (re.compile(rf" proposed (?<=\b(?i:the|our) proposed )(?:\w+ ){{0,1}}?({NAME})"), 3),
    (re.compile(rf"ur (?<=\b[Oo]ur )(?:\w+ ){{0,1}}?({NAME})"), 2),
)


_OURS_IN_BRACKETS = tuple(
    re.compile(rf"{words} (?<=\b{first}{words} )(?:{_KINDS})s?\s?(?:--+|,|\()[^.]{{0,90}}?\(({NAME})\)")
    for first, words in (("[Oo]", "ur"), ("[Tt]", "he proposed"))
)


_ONE_WORD = r"[A-Za-z0-9][\w^$*\-+./]*[\w*+$]"


_APPOSITION = re.compile(rf"\b(?:{_KINDS})s?\s?(?:,|--+|\s-\s)\s?(?:the\s)?({NAME})(?=[ ,.(:-])")


#: ``a multitasking framework X that``: the name right behind what is proposed, ``X, a multi-agent approach``: the name before it.
_KIND_AND_NAME = re.compile(rf"\b(?:{_KINDS})\s({_ONE_WORD})(?=\s(?:to|that|which|for|with|by)\b|,|\s\()")


_NAME_AND_KIND = re.compile(rf"(?<![\w-])({NAME}), an? (?:[\w-]+ ){{0,4}}(?:{_KINDS})\b")


#: A name as the subject of a sentence that reports.
_REPORTS = re.compile(
    rf"(?:^|[.,;:] |\b(?:that|and|our|the proposed) )({_ONE_WORD})(?: model| method| framework| network)? "
    r"(?:\w+ly |also |can |is able to |further ){0,2}(?:outperform|achiev|surpass|improv|reduc|attain|reach|obtain|yield|exceed|outdo|"
    r"beats|deliver|require|generaliz|speeds)"
)


_OWN_WORDS = re.compile(r"\b(?:we|our|this (?:paper|work)|propos\w+|introduc\w+|present\w*|novel|new)\b", re.I)


_IN_BRACKETS = re.compile(r" \(([A-Za-z][\w -]{8,80})\)")


_CAPITALISED = re.compile(r"(?<![\w-])[A-Z][\w-]*$")


_LEADING = re.compile(r"(?:the |a |an |our |novel |new |simple |yet |effective |unified |efficient )*")


#: A name found somewhere, how much that counts, and what the place is called in ``explain``.
Evidence = tuple[str, int, str]


#: How far before an abbreviation's bracket a word like "our" or "novel" still speaks of it.
_LONG_FORM_REACH = 110


#: No name of one word is longer.
_LONGEST_NAME = 60


def evidence(title: str, abstract: str) -> Iterator[Evidence]:
    """All places that may name the paper's system."""
    yield from _in_title(title, abstract)
    yield from _spelt_out_in(title, abstract)
    yield from _introduced_in(abstract)
    for pattern, weight in _MENTIONS:
        yield from ((m[1], weight, "spoken-of") for m in pattern.finditer(abstract) if has_shape(m[1]))
    for pattern in _OURS_IN_BRACKETS:
        yield from ((m[1], 4, "spoken-of") for m in pattern.finditer(abstract) if has_shape(m[1]))
    for match in _APPOSITION.finditer(abstract):
        if has_shape(match[1]) or (match[1][0].isupper() and abstract.startswith((" (", ","), match.end())):
            yield match[1], 4, "spoken-of"


def _in_title(title: str, abstract: str) -> Iterator[Evidence]:
    head = title_head(title, abstract)
    if head is not None:
        yield head, 8, "title/before-colon"
    phrase = title_phrase(title)
    if phrase is not None and phrase.casefold() in abstract.casefold():
        yield phrase, 4, "title-words/used"
    yield from ((m[1], 4, "title-brackets") for m in ACRONYM.finditer(title) if has_shape(m[1]))
    whole = _initials(_TASK_OF_TITLE.split(title.rsplit(":", 1)[-1], maxsplit=1)[0])
    for match in _CAPITALS.finditer(abstract):
        if match[0].isupper() and _title_initials(match[0], title):
            yield match[0], 3 if match[0].replace("-", "").casefold() == whole else 1, "title-initials"


def _spelt_out_in(title: str, abstract: str) -> Iterator[Evidence]:
    for match in ACRONYM.finditer(abstract):
        sentence = abstract[: match.start()].rsplit(". ", 1)[-1]
        if _OWN_WORDS.search(sentence[-_LONG_FORM_REACH:]) and _spelt_out(match[1], sentence):
            titled = _in_own_title(sentence, match[1], title)
            coined = titled or re.search(r"\d|[a-z]{2}", match[1].removesuffix("s")) is not None
            yield match[1], 3 if coined and not _is_material(sentence) else 1, "spelt-out"
    for match in _REPORTS.finditer(abstract):
        if has_shape(match[1]):
            yield match[1], 3, "reported-of"
    for match in _IN_BRACKETS.finditer(abstract):
        name = _CAPITALISED.search(abstract, max(0, match.start() - _LONGEST_NAME), match.start())
        if name is not None and _spelt_out(name[0], match[1]):
            yield name[0], 3, "long-form"


def _introduced_in(abstract: str) -> Iterator[Evidence]:
    for match in _CALLED.finditer(abstract) if any(stem in abstract for stem in _CALL_STEMS) else ():
        behind = abstract[match.end() : match.end() + 80].split(".", maxsplit=1)[0]
        bracket = None if has_shape(match[1]) else ACRONYM.search(behind)
        yield (bracket[1] if bracket and has_shape(bracket[1]) else match[1]), 4, "given"
    for match in _PROPOSE.finditer(abstract):
        yield from ((name, weight, "proposed") for name, weight in _proposed(match["rest"]))
        for pattern in (_KIND_AND_NAME, _NAME_AND_KIND):
            yield from ((m[1], 3, "proposed") for m in pattern.finditer(match["rest"]) if has_shape(m[1]))


#: A long form behind "for", "of" or "using" is what something is made for or of ("an algorithm for a non-line-of-sight (NLOS) source").
_MATERIAL = re.compile(
    rf"\b{_PROPOSERS}(?:e|es|ed|s|ing)?\b[^,;:]*"
    r"\b(?:for|of|to|using|from|based on|based)\s(?:(?:a|an|the)\s)?(?:[\w-]+\s){0,6}$"
)


def _is_material(before: str) -> bool:
    return _MATERIAL.search(before.rstrip() + " ") is not None and not re.search(
        r"\b(?:called|named|our|via|novel|new)\b[^,]*$", before[-60:]
    )


_CAPITALS = re.compile(r"[A-Z](?<!\w[A-Z])[A-Za-z-]*[A-Z]\b")


def _title_initials(name: str, title: str) -> bool:
    """Whether an abbreviation is made of the initials of words that follow each other in the title, not only in the task behind "for"."""
    name = name.replace("-", "")
    if len(name) < 3 or not name.isupper():
        return False
    own = _TASK_OF_TITLE.split(title, maxsplit=1)[0]
    return name.casefold() in _initials(title) and name.casefold()[:2] in _initials(own)


_TRAILING = re.compile(r"\W+$")


_LETTERS = re.compile(r"[a-z]*")


_TWO = 2


def _in_own_title(before: str, acronym: str, title: str) -> bool:
    """Whether the long form right before an abbreviation is made of words of the title, other than those of its task."""
    own = _TASK_OF_TITLE.split(title, maxsplit=1)[0].casefold()
    letters = len(re.sub(r"[^A-Z]", "", acronym))
    words = re.findall(r"[A-Za-z]{3,}", before)[-max(letters, 2) :]
    if len(words) < _TWO:
        return False
    stem = words[-1].casefold()[:_STEM]
    end = _TRAILING.sub("", own)
    at = end.rfind(stem)
    ends = at >= 0 and _LETTERS.fullmatch(end, at + len(stem)) is not None
    return ends and sum(word.casefold()[:_STEM] in own for word in words) * 2 > len(words)


#: So many letters of a word are enough to find it in another form.
_STEM = 6


_TASK_OF_TITLE = re.compile(r"\s(?:for|in|on|of)\s", re.I)


@lru_cache(maxsize=64)
def _initials(title: str) -> str:
    words = (w for w in re.findall(r"[A-Za-z]+", title) if w.casefold() not in ("of", "for", "the", "and", "a", "in", "with"))
    return "".join(word[0] for word in words).casefold()


def _spelt_out(acronym: str, before: str) -> bool:
    """Whether the letters of an abbreviation are the beginnings of words that stand before it."""
    letters = re.sub(r"[^A-Za-z]", "", acronym).casefold()
    if len(letters) < 2 or not has_shape(acronym):
        return False
    words = re.findall(r"[A-Za-z]+", before)[-len(letters) - 4 :]
    initials = "".join(w[0] for w in words).casefold()
    return initials.endswith(letters) or (
        letters[0] in initials
        and all(c in "".join(words).casefold() for c in letters)
        and initials.count(letters[0]) > 0
        and letters[0] in [w[0].casefold() for w in words[-len(letters) - 1 :]]
    )


def _proposed(rest: str) -> list[tuple[str, int]]:
    """Names in what stands behind "we propose": ``X, a ...``, ``a long form (X)``, ``X for ...``."""
    found: list[tuple[str, int]] = []
    rest = rest[_LEADING.match(rest).end() :]  # type: ignore[union-attr]
    first = re.match(NAME, rest)
    bracket = ACRONYM.search(rest)
    shaped = bracket is not None and has_shape(bracket[1])
    if first and shaped and not has_shape(first[0]):
        first = None
    if first and (
        has_shape(first[0]) or (first[0][0].isupper() and re.match(r"\s*[,(]|\s+(?:a|an|the|to|for|that|which)\b", rest[first.end() :]))
    ):
        name = first[0]
        found.append((name, 5))
    if bracket and (has_shape(bracket[1]) or bracket[1].isupper()) and "," not in bracket[1] and bracket[1].count(" ") < 2:
        found.append((bracket[1], 4))
    return found


#: How the long forms of tasks end ("weakly supervised semantic segmentation (WSSS)"), and those of parts of a system.
_TASK_FORM = re.compile(
    rf"(?:{'|'.join(TASK_ENDS)}|comprehension|interactions?|inference|analysis|knowledge|view|data|queries|images?|objects?)s?$", re.I
)


#: A long form that is proposed itself, not something for it.
_PROPOSED_FORM = re.compile(
    rf"\b(?:{_INTRODUCERS}|{_PROPOSERS}(?:e|es|ed|s|ing)?)\b(?:(?!\b(?:for|of|in|on|to|with|from|that|which|into|towards)\b)[^,;])*$"
)


_PART_FORM = re.compile(r"(?:module|block|layer|unit|loss|head|encoder|decoder|mechanism|attention|term)s?$", re.I)


def long_form_doubt(name: str, abstract: str) -> int:
    """How much the long form of an abbreviation speaks against its being the paper's own system.

    >>> long_form_doubt("WSSS", "Weakly supervised semantic segmentation (WSSS) is hard."), long_form_doubt("FixNet", "We propose FixNet.")
    (16, 0)
    """
    at = abstract.find(f"({name})")
    if at < 0 or not re.fullmatch(r"[A-Z][A-Za-z-]*[A-Z]s?", name):
        return 0
    before = abstract[:at].rstrip()
    sentence = re.split(r"[.!?]\s", before)[-1]
    if _PROPOSED_FORM.search(sentence):
        return 0
    doubt = 0 if _OWN_WORDS.search(sentence) else _NOT_OWN
    if _TASK_FORM.search(before):
        return doubt + _TASK
    return doubt + (_PART if _PART_FORM.search(before) else 0)


_NOT_OWN, _TASK, _PART = 4, 12, 3
