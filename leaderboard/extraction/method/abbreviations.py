"""Whether an abbreviation is made of the words of a title or of its long form, and whether that form speaks against its being a system."""

from __future__ import annotations

import re
from functools import lru_cache

from leaderboard.extraction.lexicon.alternation import any_of
from leaderboard.extraction.lexicon.name_shapes import has_shape
from leaderboard.extraction.lexicon.word_files import TASK_ENDS, class_of


def _words(name: str) -> str:
    """A class of the words around own names, as a pattern."""
    return any_of(class_of("own-names.txt", name))


#: Any form of a verb of proposing.
PROPOSING = rf"{_words('proposer')}(?:e|es|ed|s|ing)?"
_TASK_OF_TITLE = re.compile(rf"\s{_words('titletask')}\s", re.I)
_NO_INITIAL = class_of("own-names.txt", "noinitial")


# -- made of the words of the title ------------------------------------------------------------------------------------------------
@lru_cache(maxsize=64)
def initials(text: str) -> str:
    """The initials of the words of a text, small words left out.

    >>> initials("Networks for the Repair of Features")
    'nrf'
    """
    words = (w for w in re.findall(r"[A-Za-z]+", text) if w.casefold() not in _NO_INITIAL)
    return "".join(word[0] for word in words).casefold()


def before_task(title: str) -> str:
    """A title up to its task ("Block Pruning" of "Block Pruning for Faster Transformers")."""
    return _TASK_OF_TITLE.split(title, maxsplit=1)[0]


def of_title_initials(name: str, title: str) -> bool:
    """Whether an abbreviation is made of the initials of words that follow each other in the title, not only in the task after "for"."""
    letters = name.replace("-", "")
    if len(letters) < 3 or not letters.isupper():
        return False
    return letters.casefold() in initials(title) and letters.casefold()[:2] in initials(before_task(title))


def long_form_in_title(before: str, acronym: str, title: str) -> bool:
    """Whether the long form right before an abbreviation is made of words of the title, other than those of its task."""
    own = before_task(title).casefold()
    letters = len(re.sub(r"[^A-Z]", "", acronym))
    words = re.findall(r"[A-Za-z]{3,}", before)[-max(letters, 2) :]
    if len(words) < _TWO:
        return False
    stem = words[-1].casefold()[:_STEM]
    end = _TRAILING.sub("", own)
    at = end.rfind(stem)
    ends = at >= 0 and _LETTERS.fullmatch(end, at + len(stem)) is not None
    return ends and sum(word.casefold()[:_STEM] in own for word in words) * 2 > len(words)


_TWO = 2
#: So many letters of a word are enough to find it in another form.
_STEM = 6
_TRAILING = re.compile(r"\W+$")
_LETTERS = re.compile(r"[a-z]*")


# -- made of its long form ---------------------------------------------------------------------------------------------------------
def is_spelt_out(acronym: str, before: str) -> bool:
    """Whether the letters of an abbreviation are the beginnings of words that stand before it.

    >>> is_spelt_out("FRN", "We present Feature Repair Networks"), is_spelt_out("FRN", "We present networks")
    (True, False)
    """
    letters = re.sub(r"[^A-Za-z]", "", acronym).casefold()
    if len(letters) < 2 or not has_shape(acronym):
        return False
    words = [word.casefold() for word in re.findall(r"[A-Za-z]+", before)[-len(letters) - 4 :]]
    if "".join(word[0] for word in words).endswith(letters):
        return True
    begins = letters[0] in [word[0] for word in words[-len(letters) - 1 :]]
    return begins and set(letters) <= set("".join(words))


#: A long form after "for", "of" or "using" is what something is made for or of ("an algorithm for a non-line-of-sight (NLOS) source").
_MATERIAL = re.compile(rf"\b{PROPOSING}\b[^,;:]*\b{_words('madeof')}\s(?:(?:a|an|the)\s)?(?:[\w-]+\s){{0,6}}$")
_COINED = re.compile(rf"\b{_words('coined')}\b[^,]*$")


def is_material(before: str) -> bool:
    """Whether the long form at the end of a text is what something is proposed for or made of, rather than what is proposed."""
    return _MATERIAL.search(before.rstrip() + " ") is not None and _COINED.search(before[-_COINED_REACH:]) is None


_COINED_REACH = 60


#: Words with which a text speaks of what is its own.
OWN_WORDS = re.compile(rf"\b(?:{_words('own')}\b|{_words('ownstem')}\w*)", re.I)
#: How the long forms of tasks end ("weakly supervised semantic segmentation (WSSS)"), and those of parts of a system.
_TASK_FORM = re.compile(rf"{any_of((*TASK_ENDS, *class_of('own-names.txt', 'taskform')))}s?$", re.I)
_PART_FORM = re.compile(rf"{_words('partform')}s?$", re.I)
#: A long form that is proposed itself, not something for it.
_PROPOSED_FORM = re.compile(rf"\b(?:{_words('called')}|{PROPOSING})\b(?:(?!\b{_words('purpose')}\b)[^,;])*$")
#: How much each of them speaks against a name.
_NOT_OWN, _TASK, _PART = 4, 12, 3


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
    doubt = 0 if OWN_WORDS.search(sentence) else _NOT_OWN
    if _TASK_FORM.search(before):
        return doubt + _TASK
    return doubt + (_PART if _PART_FORM.search(before) else 0)
